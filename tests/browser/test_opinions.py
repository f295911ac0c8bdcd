"""Blind, disputed, decided: a desk admin makes the rule, two reviewers judge alone, an editor has the last word.

Played with JavaScript, and once more without.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Priority, Status
from tests import making

from .conftest import Sit

Enter = Callable[[User], Page]
FIRST = "Table 3 of the office says 4.0"
SECOND = "The figure was revised in July"
FINAL = "Both are right, of different months"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def enter(sit: Sit, javascript: bool) -> Enter:
    return lambda person: sit(person, java_script_enabled=javascript)


def test_two_judge_alone_and_an_editor_decides(
    enter: Enter,
    claim: Claim,
    desk_admin: User,
    reviewer: User,
    second_reviewer: User,
    editor: User,
    javascript: bool,
) -> None:
    make_it_blind(enter(desk_admin))

    first = enter(reviewer)
    first.goto(claim.get_absolute_url())
    first.get_by_role("button", name="Take").click()
    judge(first, "Cannot be verified", FIRST, "Submit verdict")
    expect(first.locator("body")).to_contain_text("Verdict on claim 1 submitted.")
    first.goto(claim.get_absolute_url())
    expect(first.locator("#card")).to_contain_text(FIRST)
    expect(first.locator("#card")).to_contain_text("Your colleagues cannot see this")

    other = enter(second_reviewer)
    other.goto(claim.get_absolute_url())
    expect(other.locator("#card")).to_contain_text("A first verdict is in. It is hidden")
    expect(other.locator("body")).not_to_contain_text(FIRST)
    expect(other.get_by_role("button", name="Sign off")).to_have_attribute("aria-disabled", "true")
    if javascript:
        judge_by_keys(other, SECOND)
    else:
        judge(other, "Needs source", SECOND, "Submit verdict")
    expect(other.locator("#card")).to_contain_text("The two verdicts differ on whether it is so")
    for words in (FIRST, SECOND, "The second was given before the first was shown."):
        expect(other.locator("#card")).to_contain_text(words)

    decider = enter(editor)
    decider.goto(claim.get_absolute_url())
    expect(decider.locator("#card")).to_contain_text(FIRST)
    judge(decider, "Cannot be verified", FINAL, "Decide")
    expect(decider.locator("#card")).to_contain_text("Adjudication by editor")
    assert making.fresh(claim).status == Status.SETTLED


def make_it_blind(page: Page) -> None:
    """Found in the navigation, changed on the page, told in its history."""
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Desk").click()
    page.get_by_label("Judged twice, blind").select_option(label="All claims")
    page.get_by_role("button", name="Save the rules").click()
    expect(page.locator("#history")).to_contain_text("blind from low priority")
    assert Desk.objects.get().blind_from == Priority.LOW


def judge(page: Page, rating: str, why: str, button: str) -> None:
    page.get_by_role("radio", name="Fair paraphrase").check()
    page.get_by_role("radio", name=rating).check()
    page.get_by_label("Rationale").fill(why)
    page.get_by_role("button", name=button).click()


def judge_by_keys(page: Page, why: str) -> None:
    """The keys of the second verdict are those of the first."""
    needs_source = page.get_by_role("radio", name="Needs source")
    page.keyboard.press("2")
    page.keyboard.press(needs_source.get_attribute("aria-keyshortcuts") or "")
    expect(needs_source).to_be_checked()
    page.get_by_label("Rationale").fill(why)
    page.keyboard.press("Control+Enter")


def test_a_new_scale_asks_an_open_form_again_and_loses_nothing(
    enter: Enter, claim: Claim, desk_admin: User, reviewer: User
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    page, admin = enter(reviewer), enter(desk_admin)
    page.goto(claim.get_absolute_url())
    admin.goto("/desks/news/write-scale/")
    admin.get_by_label("Label").first.fill("Stands as written")
    admin.get_by_role("button", name="Preview").click()
    expect(admin.get_by_role("heading", name="Preview")).to_be_visible()
    admin.get_by_role("button", name="Save and use").click()
    expect(admin.locator("#scale")).to_contain_text("House, our own")

    judge(page, "Cannot be verified", FIRST, "Submit verdict")
    expect(page.locator("#card")).to_contain_text("That answer is not on the desk’s scale, or no longer. Choose again.")
    expect(page.get_by_label("Rationale")).to_have_value(FIRST)
    page.get_by_role("radio", name="Cannot be verified").check()
    page.get_by_role("button", name="Submit verdict").click()
    expect(page.locator("body")).to_contain_text("Verdict on claim 1 submitted.")
