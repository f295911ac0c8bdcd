"""The proof view under the hands: a session that ends, text that is kept, and a filter that stays."""

import re

from django.conf import settings
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import claims
from tests import making
from tests.browser.conftest import Sit


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
    expect(page).to_have_url(re.compile("claim=3&show=open$"))
    page.reload()
    expect(page.locator("#row-2")).to_be_hidden()


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


def test_what_is_asked_is_seen_on_a_laptop_beside_the_evidence(sit: Sit, claim: Claim, reviewer: User) -> None:
    """The first question without scrolling; the other as soon as a key answers the first."""
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    page = sit(reviewer, viewport={"width": 1440, "height": 900})
    page.goto(claim.get_absolute_url())
    expect(page.get_by_role("radio", name="Not found")).to_be_in_viewport(ratio=1)
    page.keyboard.press("2")
    expect(page.get_by_role("radio", name="Not checkable")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("radio", name="Exact quote")).to_be_in_viewport(ratio=1)
