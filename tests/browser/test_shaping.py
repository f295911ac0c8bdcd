"""Claims shaped in the browser: added with the mouse, with the arrow keys and without JavaScript; edited and merged."""

import pytest
from playwright.sync_api import Page, expect

from factcheck.models import Article, Claim, User
from tests import making
from tests.browser.conftest import Sit

SELECT = """([line, words]) => {
    const nodes = [...document.querySelectorAll(`#line-${line} .plain`)].map((each) => each.firstChild);
    const node = nodes.find((each) => each.data.includes(words));
    getSelection().setBaseAndExtent(node, node.data.indexOf(words), node, node.data.indexOf(words) + words.length);
}"""


def fill_in(page: Page) -> None:
    page.get_by_label("Kind", exact=True).select_option("state")
    page.get_by_role("button", name="Add claim").click()


def test_selected_words_become_a_claim(sit: Sit, article: Article, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(article.claims.get(number=1).get_absolute_url())
    page.evaluate(SELECT, [2, "wonder"])
    page.locator(".choosing").get_by_role("button", name="Add claim").click()
    expect(page.get_by_label("Wording")).to_be_focused()
    expect(page.get_by_label("Words in the text")).to_have_value("wonderful")
    page.get_by_label("Wording").fill("The day was wonderful")
    fill_in(page)
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "3")
    expect(page.locator("#row-3")).to_contain_text("The day was wonderful")
    expect(page.locator("#line-2 .hl")).to_have_text("wonderful")
    expect(page.locator("#line-2")).not_to_contain_text("not checkable")


def test_words_are_chosen_with_the_arrow_keys(sit: Sit, article: Article, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(article.claims.get(number=1).get_absolute_url())
    page.keyboard.press("a")
    for key in ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "Shift+ArrowLeft"]:
        page.keyboard.press(key)
    expect(page.locator(".choosing [role=status]")).to_contain_text("Chosen: a wonderful.")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Words in the text")).to_have_value("a wonderful")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Words in the text")).to_be_focused()
    fill_in(page)
    expect(page.locator("#line-2 .hl")).to_have_text("a wonderful")


def test_escape_leaves_without_a_trace(sit: Sit, article: Article, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(article.claims.get(number=1).get_absolute_url())
    page.keyboard.press("a")
    expect(page.locator(".choosing")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".choosing")).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "2")


def test_without_javascript_each_line_leads_to_the_form(sit: Sit, article: Article, reviewer: User) -> None:
    page = sit(reviewer, java_script_enabled=False)
    page.goto(article.claims.get(number=1).get_absolute_url())
    page.get_by_role("link", name="Add a claim from sentence 3").click()
    page.get_by_label("Words in the text").fill("wonderful day")
    fill_in(page)
    expect(page.get_by_text("Claim 3 is added.")).to_be_visible()
    assert article.claims.get(number=3).quote == "wonderful day"


@pytest.mark.parametrize("javascript", [True, False])
def test_two_claims_are_merged_after_a_preview(javascript: bool, sit: Sit, claim: Claim, reviewer: User) -> None:
    overlapping = making.claim(claim.passage, "four per cent", number=3)
    page = sit(reviewer, java_script_enabled=javascript)
    page.goto(claim.get_absolute_url())
    page.locator("summary", has_text="More").click()
    page.get_by_role("link", name="Merge").click()
    page.get_by_label("3 Four per cent overlaps").check()
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("What it will be")).to_be_visible()
    expect(page.get_by_label("3 Four per cent overlaps")).to_be_checked()
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("#row-3")).to_contain_text("Dismissed")
    assert making.fresh(overlapping).merged_into == claim


def test_whoever_opens_a_panel_writes_in_it_at_once(sit: Sit, claim: Claim, reviewer: User) -> None:
    page = sit(reviewer)
    page.goto(claim.get_absolute_url().replace("claim=1", "claim=2"))
    page.locator("#row-1 a").click()
    expect(page.locator("#card")).to_have_attribute("data-claim-number", "1")
    page.keyboard.press("e")
    expect(page.get_by_label("Wording")).to_be_focused()
    page.get_by_role("link", name="Cancel").click()
    expect(page.locator("#card-title")).to_be_focused()


def test_pointing_at_one_part_of_a_claim_marks_all_of_them(sit: Sit, claim: Claim, reviewer: User) -> None:
    start = claim.start
    Claim.objects.filter(pk=claim.pk).update(spans=[[start, start + 12], [start + 31, claim.end]])
    page = sit(reviewer)
    page.goto(claim.get_absolute_url().replace("claim=1", "claim=2"))
    page.locator("#line-0 .hl").first.hover()
    expect(page.locator("#line-0 .hl.together")).to_have_count(2)
    expect(page.locator("#row-1 .together")).to_have_count(1)
