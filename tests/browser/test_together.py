"""Two people on one article: what one does the other sees within three seconds, and nothing moves under their hands."""

import pytest
from playwright.sync_api import Page, expect

from factcheck.models import Claim, Clearance, User
from factcheck.models.choices import Status
from factcheck.workflow import claims
from tests import making
from tests.browser.conftest import Sit

WITHIN = 3000  # milliseconds


@pytest.fixture
def other(claim: Claim) -> Claim:
    return claim.article.claims.get(number=2)


@pytest.fixture
def page(sit: Sit, claim: Claim, reviewer: User) -> Page:
    making.at(claim, Status.CHECKING, by=reviewer)
    return opened(sit(reviewer, viewport={"width": 1440, "height": 900}), claim)


def opened(page: Page, claim: Claim) -> Page:
    """The claim's page, which has asked for the first time."""
    with page.expect_response("**/pulse/**"):
        page.goto(claim.get_absolute_url())
    return page


def test_who_is_on_which_claim(sit: Sit, page: Page, other: Claim, second_reviewer: User) -> None:
    colleague = sit(second_reviewer)
    colleague.goto(other.get_absolute_url())
    expect(page.locator("#here")).to_contain_text("second-reviewer is here, on claim 2", timeout=WITHIN)
    expect(page.locator("#row-2")).to_contain_text("second-reviewer is on it.")
    expect(colleague.locator("#row-1")).to_contain_text("reviewer is on it.", timeout=WITHIN)
    colleague.locator("#row-1 a").click()
    expect(page.locator("#card .card-head .on-it")).to_have_text("second-reviewer is on this claim.", timeout=WITHIN)
    expect(page.locator("#row-2")).not_to_contain_text("is on it")


PLACES = """() => [scrollY, ...['.rows', '#text', '#card'].map((part) => document.querySelector(part).scrollTop)]"""


def test_a_colleagues_verdict_shows_without_moving_what_is_typed(
    page: Page, other: Claim, second_reviewer: User, editor: User
) -> None:
    page.set_viewport_size({"width": 1440, "height": 600})  # so that each part of the page has something to scroll
    field = page.get_by_label("Rationale")
    field.fill("Half a thought")
    for _ in range(len(" thought")):
        field.press("ArrowLeft")
    before, places = field.bounding_box(), page.evaluate(PLACES)
    making.at(other, Status.SETTLED, by=second_reviewer, signer=editor)
    expect(page.locator("#row-2")).to_contain_text("Confirmed", timeout=WITHIN)
    expect(page.locator("#row-2")).to_contain_text("changed")
    expect(page.locator("#summary")).to_contain_text("1 of 2 settled")
    expect(field).to_be_focused()
    expect(field).to_have_value("Half a thought")
    assert field.bounding_box() == before
    assert page.evaluate(PLACES) == places
    page.keyboard.type(", and the rest, of")
    expect(field).to_have_value("Half a, and the rest, of thought")


def test_the_open_card_says_what_a_colleague_did_to_it(
    page: Page, claim: Claim, second_reviewer: User, editor: User
) -> None:
    field = page.get_by_label("Rationale")
    field.fill("Half a thought")
    before = field.bounding_box()
    claims.assign(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version, to=second_reviewer)
    news = page.locator(".card-news")
    expect(news).to_contain_text("editor assigned the claim to second-reviewer.", timeout=WITHIN)
    expect(news).to_be_in_viewport()
    expect(field).to_have_value("Half a thought")
    assert field.bounding_box() == before
    news.get_by_role("link", name="Show the fresh card").click()
    expect(page.locator("#card")).to_contain_text("You wrote this and did not send it")
    expect(page.locator("#card")).to_contain_text("Half a thought")


def test_a_card_that_nobody_types_in_is_drawn_again(
    sit: Sit, claim: Claim, second_reviewer: User, editor: User, reader: User
) -> None:
    page = opened(sit(reader), claim)
    claims.assign(claim_id=claim.pk, by=editor, seen=claim.version, to=second_reviewer)
    expect(page.locator("#card .status").first).to_have_text("◔ Checking", timeout=WITHIN)
    expect(page.locator(".card-news")).to_be_empty()


def test_a_clearance_is_told(page: Page, claim: Claim, editor: User) -> None:
    Clearance.objects.create(article=claim.article, draft=claim.draft, by=editor)
    expect(page.locator("#event")).to_contain_text("The article is cleared.", timeout=WITHIN)


def test_a_hidden_page_asks_nothing_and_a_shown_one_at_once(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/pulse/" in request.url else None)
    page.evaluate("""() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }""")
    page.wait_for_timeout(WITHIN)
    assert asked == []
    page.evaluate("""() => {
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }""")
    page.wait_for_timeout(300)
    assert len(asked) == 1


def test_an_idle_page_asks_less_often_and_at_once_when_it_is_touched(sit: Sit, claim: Claim, reader: User) -> None:
    page = sit(reader)
    page.clock.install()
    opened(page, claim)
    page.evaluate("window.asked = 0; document.addEventListener('pulse', () => { window.asked += 1 })")

    def asked(seconds: int) -> int:
        before = page.evaluate("asked")
        page.clock.run_for(seconds * 1000)
        return int(page.evaluate("asked") - before)

    assert 4 <= asked(12) <= 6, "while somebody is there"
    page.clock.run_for(60_000)
    assert 2 <= asked(12) <= 3
    page.clock.run_for(300_000)
    assert 1 <= asked(12) <= 2
    before = page.evaluate("asked")
    page.keyboard.press("Shift")
    assert page.evaluate("asked") == before + 1
    assert 4 <= asked(12) <= 6


def test_an_ended_session_is_told_once(page: Page) -> None:
    asked: list[str] = []
    page.context.clear_cookies()
    expect(page.locator("#live")).to_contain_text("You have been logged out.", timeout=WITHIN)
    page.on("request", lambda request: asked.append(request.url) if "/pulse/" in request.url else None)
    page.wait_for_timeout(WITHIN)
    assert asked == []


def test_a_colleague_is_named_with_the_keyboard(page: Page, editor: User) -> None:
    page.locator("#comments summary").click()
    field = page.locator("#comments textarea")
    field.press_sequentially("@ed")
    option = page.get_by_role("option", name="@editor")
    expect(option).to_be_visible()
    expect(option).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(field).to_have_value("@editor ")
    expect(option).to_be_hidden()
    field.press_sequentially("is this ours?")
    field.press("Control+Enter")
    expect(page.locator(".comment .mention")).to_have_text("@editor")
    assert editor.notifications.get().words == "@editor is this ours?"
