"""A day at the desk without the mouse: the keys of every page, remapped and turned off."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Dismissal, Status
from factcheck.workflow import keys
from tests import making
from tests.browser.conftest import Sit

STILL = "document.documentElement.dataset.still"


@pytest.fixture
def four(claim: Claim) -> list[Claim]:
    """Four open claims, in the order of the text."""
    making.claim(claim.passage, "Unemployment fell", number=3)
    bridge = claim.article.claims.get(number=2)
    making.claim(bridge.passage, "in 1932", number=4)
    Desk.objects.update(sign_offs=0)
    return list(claim.article.claims.order_by("start", "end", "number"))


def test_three_claims_are_settled_and_one_dismissed_without_the_mouse(
    sit: Sit, four: list[Claim], reviewer: User
) -> None:
    page = sit(reviewer)
    page.goto("/articles/")
    page.get_by_role("link", name="The bridge").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/\d+/$"))
    page.evaluate(f"{STILL} = 'here'")
    first, second, third, fourth = four

    shows(page, first)
    page.keyboard.press("e")
    expect(page.get_by_label("Wording")).to_be_focused()
    page.get_by_label("Wording").press("Control+a")
    page.keyboard.type("Unemployment fell in May")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#card-title")).to_have_text("Unemployment fell in May")
    page.keyboard.press("m")
    page.keyboard.type("The ministry counts in quarters.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".comment")).to_have_count(1)
    settle(page, said="2")

    shows(page, second)
    page.keyboard.press("d")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#row-{second.number}")).to_contain_text("Dismissed")
    page.keyboard.press("n")

    shows(page, third)
    settle(page)
    shows(page, fourth)
    settle(page)
    expect(page.locator("#summary")).to_contain_text("3 of 4 settled")

    assert [making.fresh(one).status for one in four] == [
        Status.SETTLED,
        Status.DISMISSED,
        Status.SETTLED,
        Status.SETTLED,
    ]
    assert making.fresh(second).dismissal == Dismissal.DUPLICATE
    assert page.evaluate(STILL) == "here", "no step loaded the page again"


def shows(page: Page, claim: Claim) -> None:
    expect(page.locator("#card")).to_have_attribute("data-claim-number", str(claim.number))


def settle(page: Page, *, said: str = "") -> None:
    """Take the claim, cite, answer both questions, say why, and submit."""
    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="Your verdict")).to_be_visible()
    page.keyboard.press("c")
    page.keyboard.type("https://statistics.example/tj")  # t and j are text here
    page.keyboard.press("Tab")
    page.keyboard.type("Labour market")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".citation")).to_have_count(1)
    if said:
        page.keyboard.press(said)
    page.keyboard.press("q")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Rationale")).to_be_focused()
    page.keyboard.type("Table 3 says the same.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#live")).to_contain_text("submitted")


def test_the_claims_own_page_has_the_same_keys(sit: Sit, claim: Claim, reviewer: User) -> None:
    other = claim.article.claims.get(number=2)
    page = sit(reviewer)
    page.goto(f"/claims/{claim.pk}/")
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile(f"/claims/{other.pk}/$"))
    page.keyboard.press("k")
    expect(page).to_have_url(re.compile(f"/claims/{claim.pk}/$"))
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(f"/claims/{other.pk}/$"))
    page.keyboard.press("e")
    expect(page.get_by_label("Wording")).to_be_focused()


def test_escape_leaves_what_a_key_has_opened_and_keeps_the_words(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.keyboard.press("m")
    page.keyboard.type("Half a thought")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Comment", exact=True)).to_be_hidden()
    page.keyboard.press("m")
    expect(page.get_by_label("Comment", exact=True)).to_have_value("Half a thought")
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="Your verdict")).to_be_visible()
    page.keyboard.press("q")
    page.keyboard.press("Tab")
    page.keyboard.type("Table 3")
    page.keyboard.press("Escape")
    expect(page.locator("#card-title")).to_be_focused()
    page.keyboard.press("e")
    expect(page.get_by_label("Wording", exact=True)).to_be_focused()
    page.keyboard.type(", it is said")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Rationale")).to_have_value("Table 3")
    expect(page.get_by_role("link", name="Edit")).to_contain_text("(unsent words)")
    page.keyboard.press("j")
    shows(page, claim.article.claims.get(number=2))


def test_no_key_acts_while_the_next_card_is_on_its_way(sit: Sit, claim: Claim, reviewer: User) -> None:
    """Whoever types on at once means the form that is coming."""
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())

    def slowly(route: Route) -> None:
        page.wait_for_timeout(300)
        route.continue_()

    page.route("**/edit/", slowly)
    page.keyboard.press("e")
    page.keyboard.press("t")
    expect(page.get_by_label("Wording")).to_be_focused()
    assert making.fresh(claim).status == Status.OPEN


def test_a_page_that_opens_leaves_the_focus_at_its_top(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    expect(page.locator("#seen-before")).to_have_text("Not seen before on this desk.")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()


def test_the_list_of_keys_opens_takes_the_focus_and_gives_it_back(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.locator("#row-2 a").focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("Next open claim")
    page.keyboard.press("t")
    assert making.fresh(claim).status == Status.OPEN, "what lies below does not hear"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("#row-2 a")).to_be_focused()


def test_a_key_is_the_persons_own(sit: Sit, claim: Claim, reviewer: User) -> None:
    keys.choose_keys(by=reviewer, on=True, keys={"take": "g"})
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    page.keyboard.press("t")
    page.keyboard.press("Shift+G")
    page.keyboard.press("Control+g")
    expect(page.get_by_role("button", name="Take")).to_be_visible()
    page.keyboard.press("g")
    expect(page.get_by_role("heading", name="Your verdict")).to_be_visible()


def test_turned_off_no_single_key_does_anything(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto("/preferences/")
    page.get_by_label("Use single keys").uncheck()
    page.get_by_role("button", name="Save the keys").click()
    expect(page.get_by_text("Your keys are saved.")).to_be_visible()
    page.goto(claim.get_absolute_url())
    for key in "tjd?a":
        page.keyboard.press(key)
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "1")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert making.fresh(claim).status == Status.OPEN
