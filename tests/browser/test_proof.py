"""The proof view under the hands: keys alone, a session that ends, text that is kept, and what axe says of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from factcheck.models import Article, Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import claims
from tests import making

Sit = Callable[..., Page]


@pytest.fixture
def sit(browser: Browser, live_server: LiveServer) -> Iterator[Sit]:
    """Somebody at the desk, logged in; a violation of the Content-Security-Policy fails the test."""
    complaints: list[str] = []
    contexts = []

    def down(person: User, **options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        log_in(context, person, live_server.url)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
        return page

    yield down
    for context in contexts:
        context.close()
    assert complaints == []


def log_in(context: Any, person: User, url: str) -> None:
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])


def test_a_claim_is_assessed_with_keys_alone(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(claim.get_absolute_url().replace("claim=1", "claim=2"))
    page.keyboard.press("k")
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "1")
    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="Your verdict")).to_be_visible()
    page.keyboard.press("2")
    page.keyboard.press("e")
    page.keyboard.press("c")
    expect(page.get_by_label("Kind")).to_be_focused()
    page.get_by_label("URL").press_sequentially("https://statistics.example/tj")  # t and j are text here
    page.get_by_label("Title").press_sequentially("Labour market")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".citation")).to_have_count(1)
    page.get_by_label("Rationale").press_sequentially("It rose.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "2")
    expect(page).to_have_url(claim.get_absolute_url().replace("claim=1", "claim=2"))
    expect(page.locator("#row-1")).to_contain_text("To sign off")
    expect(page.locator("#live")).to_have_text("Verdict on claim 1 submitted. Next: claim 2.")
    verdict = claim.verdicts.get()
    assert (verdict.rating.code, verdict.said, verdict.rationale) == ("wrong", "fair", "It rose.")


def test_keys_can_be_turned_off(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.keyboard.press("?")
    page.get_by_label("Use single keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("t")
    page.reload()
    page.keyboard.press("j")
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "1")
    assert making.fresh(claim).status == Status.OPEN


def test_next_and_previous_keep_to_what_the_list_shows(sit: Sit, claim: Claim, reviewer: User) -> None:
    making.claim(claim.passage, "four per cent in May", number=3)
    other = claim.article.claims.get(number=2)
    claims.take(claim_id=other.pk, by=reviewer, seen=other.version)
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.locator(".filter label", has_text="Open").click()
    expect(page.locator("#row-2")).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "3")


def test_on_a_narrow_screen_a_refusal_is_gone_to(sit: Sit, claim: Claim, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    page = sit(reviewer, viewport={"width": 320, "height": 600})
    page.goto(claim.get_absolute_url())
    page.locator("#row-2 a").click()
    expect(page.locator("#card-title")).to_be_in_viewport()
    page.locator("#row-1 a").click()
    page.get_by_role("button", name="Submit verdict").click()
    expect(page.get_by_role("alert")).to_be_in_viewport()


def test_what_is_typed_outlives_another_claim_and_a_comment(sit: Sit, claim: Claim, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.get_by_label("Rationale").fill("Half a thought")
    page.locator("#row-2 a").click()
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "2")
    page.go_back()
    expect(page.get_by_label("Rationale")).to_have_value("Half a thought")
    page.keyboard.press("Escape")
    page.locator("#comments summary").click()
    page.locator("#comments textarea").fill("Which table?")
    page.locator("#comments").get_by_role("button", name="Comment").click()
    expect(page.locator(".comment")).to_have_count(1)
    expect(page.get_by_label("Rationale")).to_have_value("Half a thought")


def test_a_session_that_ends_costs_nothing_typed(
    sit: Sit, claim: Claim, reviewer: User, live_server: LiveServer
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.locator("[name=said]").first.check()
    page.locator("[name=rating]").first.check()
    page.get_by_label("Rationale").fill("Table 3 says so.")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Submit verdict").click()
    expect(page.locator("#live")).to_contain_text("You have been logged out.")
    page.context.clear_cookies()
    elsewhere = page.context.new_page()
    elsewhere.goto("/accounts/login/")
    elsewhere.locator("[name=login]").fill(reviewer.username)
    elsewhere.locator("[name=password]").fill(making.PASSWORD)
    elsewhere.get_by_role("button", name="Log in").click()
    expect(elsewhere.get_by_role("button", name="Log out")).to_be_visible()
    page.get_by_role("button", name="Submit verdict").click()
    expect(page.locator("#row-1")).to_contain_text("To sign off")
    assert claim.verdicts.get().rationale == "Table 3 says so."


def test_the_loser_of_two_sees_both_versions(
    sit: Sit, claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.get_by_label("Rationale").fill("Table 3 says so.")
    claims.assign(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version, to=second_reviewer)
    page.get_by_role("button", name="Submit verdict").click()
    notice = page.get_by_role("alert")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text("editor assigned the claim to second-reviewer.")
    expect(notice).to_contain_text("Table 3 says so.")
    expect(page.locator("#row-1")).to_contain_text("second-reviewer")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 800, 320])
def test_axe_finds_nothing_serious(
    width: int, scheme: str, sit: Sit, article: Article, claim: Claim, reviewer: User
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    page = sit(reviewer, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.goto(claim.get_absolute_url())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.name = ''; each.open = true })")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "nothing is cut off at the side"


def test_a_refused_form_stays_open_with_what_was_chosen(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.keyboard.press("d")
    page.locator("#dismiss-reason").select_option("other")
    page.locator("#dismiss-reason").press("Control+Enter")
    expect(page.get_by_text("Say in a few words why this claim is dismissed.").first).to_be_visible()
    expect(page.locator("#dismiss-note")).to_be_visible()
    expect(page.locator("#dismiss-reason")).to_have_value("other")


def test_a_pasted_article_outlives_the_session(sit: Sit, editor: User) -> None:
    page = sit(editor)
    page.goto("/articles/new/")
    page.locator("[name=text]").fill("The bridge opened in 1932.")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Upload").click()
    page.locator("[name=login]").fill(editor.username)
    page.locator("[name=password]").fill(making.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("[name=text]")).to_have_value("The bridge opened in 1932.")
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_role("heading", name="The bridge opened in 1932").first).to_be_visible()
    page.goto("/articles/new/")
    expect(page.locator("[name=text]")).to_have_value("")
