"""An editor's way: a fix accepted and applied, a new draft, a blocker waived, the article cleared and corrected.

Played with JavaScript, and once more without.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from factcheck.extraction.records import Candidate
from factcheck.models import Article, Claim, User
from factcheck.models.choices import Reason, Status
from tests import making
from tests.browser.conftest import Sit
from tests.redrafting import MINISTER, found, read

FIX = "Unemployment fell to 4.1 per cent in May"
SECOND = making.TEXT.replace("four per cent", "4.1 per cent")
RAIN = "It rained for a week"
THIRD = SECOND.replace(" The bridge opened in 1932.", "").replace(making.OPINION, f"{RAIN}.")
SHOTS = os.environ.get("SCREENSHOTS", "")  # a folder, for whoever wants to look


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_from_a_fix_to_a_correction(
    sit: Sit,
    javascript: bool,
    article: Article,
    claim: Claim,
    editor: User,
    reviewer: User,
    second_reviewer: User,
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    suggest(sit(reviewer, java_script_enabled=javascript), claim, javascript=javascript)
    making.sign_off(claim, second_reviewer)
    page = sit(editor, java_script_enabled=javascript)
    accept_and_apply(page, claim)
    read_draft(article, 2, found(SECOND, FIX, by=MINISTER), found(SECOND, "The bridge opened in 1932"))
    confirm(sit(second_reviewer, java_script_enabled=javascript), claim)
    hand_in(page, article)
    read_draft(article, 3, found(THIRD, FIX, by=MINISTER), found(THIRD, RAIN))
    see_what_changed(page, article)
    waive_and_clear(page, article)
    correct(page, article)


def suggest(page: Page, claim: Claim, *, javascript: bool) -> None:
    """The reviewer sees what the fix changes while typing it."""
    page.goto(claim.get_absolute_url())
    page.locator("#card").get_by_text("Fair paraphrase").click()
    page.get_by_text("Confirmed, change wording").first.click()
    page.get_by_label("Rationale").fill("The office says 4.1.")
    page.get_by_label("Suggested fix").fill(FIX)
    if javascript:
        expect(page.locator(f"#fix-{claim.pk} del")).to_contain_text("four")
        expect(page.locator(f"#fix-{claim.pk} ins")).to_contain_text("4.1")
        shoot(page, "typing")
    else:
        page.get_by_role("button", name="Show what the fix changes").click()
        expect(page.locator("ins")).to_contain_text("4.1")
        page.go_back()
    expect(page.get_by_label("Rationale")).to_have_value("The office says 4.1.")
    page.get_by_role("button", name="Submit verdict").click()
    expect(page.locator("#row-1")).to_contain_text("To sign off")


def accept_and_apply(page: Page, claim: Claim) -> None:
    page.goto(claim.get_absolute_url())
    page.get_by_role("button", name="Accept the fix").click()
    expect(page.locator("#card")).to_contain_text("accepted by editor")
    shoot(page, "accepted")
    page.get_by_role("link", name="All fixes").click()
    expect(page.locator(".redline ins")).to_contain_text("4.1")
    shoot(page, "fixes")
    page.get_by_role("button", name="Apply 1 accepted fix as draft 2").click()
    expect(page.get_by_role("heading", name="Waiting to be read")).to_be_visible()


def confirm(page: Page, claim: Claim) -> None:
    """The claim is to be rechecked in its new words, and holds."""
    page.goto(claim.get_absolute_url())
    expect(page.locator("#row-1")).to_contain_text("Recheck")
    page.get_by_role("button", name="Confirm", exact=True).click()
    expect(page.locator("#row-1")).to_contain_text("Confirmed, change wording")


def hand_in(page: Page, article: Article) -> None:
    page.goto(f"/articles/{article.pk}/")
    page.locator(".drafts summary").click()
    page.get_by_role("link", name="New draft").click()
    page.get_by_label("Text").fill(THIRD)
    shoot(page, "new-draft")
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.get_by_text("1 kept · 1 gone")).to_be_visible()
    shoot(page, "preview-of-a-draft")
    page.get_by_role("button", name="Store as the next draft").click()
    expect(page.get_by_role("heading", name="Waiting to be read")).to_be_visible()


def see_what_changed(page: Page, article: Article) -> None:
    page.goto(f"/articles/{article.pk}/")
    expect(page.locator("#row-1")).to_contain_text("Confirmed, change wording")
    expect(page.locator("#row-2")).to_have_count(0)
    page.locator(".drafts summary").click()
    page.get_by_role("link", name="What changed").click()
    expect(page.locator(".was-gone").first).to_contain_text("The bridge opened in 1932.")
    expect(page.locator(".was-new")).to_contain_text(RAIN)
    shoot(page, "changes")
    page.goto(f"/articles/{article.pk}/?claim=2")
    expect(page.get_by_text("This is draft 2, as it stood.")).to_be_visible()
    expect(page.locator("#card")).to_contain_text("Its passage is gone from the next draft.")
    shoot(page, "older")


def waive_and_clear(page: Page, article: Article) -> None:
    page.goto(f"/articles/{article.pk}/?claim=3")
    page.get_by_role("button", name="Clear").hover()
    expect(page.get_by_role("tooltip").filter(has_text="One blocker stands")).to_be_visible()
    shoot(page, "blocked")
    page.locator("summary", has_text="Waive").click()
    page.get_by_label("Why this is published all the same").fill("Everybody got wet.")
    page.get_by_role("button", name="Waive").click()
    expect(page.locator("#summary")).to_contain_text("Blockers: 0, waived: 1")
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("heading", name="Cleared for publication")).to_be_visible()
    expect(page.locator("#summary")).to_contain_text("Cleared")
    shoot(page, "cleared")


def correct(page: Page, article: Article) -> None:
    page.locator("summary", has_text="Note a correction").click()
    page.get_by_label("What was changed").fill("“4.1” became “4.2”.")
    page.get_by_label("What was wrong").fill("The office revised its figure.")
    page.locator("[name=claim_number]").fill("1")
    page.get_by_role("button", name="Note the correction").click()
    expect(page.locator(".corrections")).to_contain_text("“4.1” became “4.2”.")
    page.goto(f"/articles/{article.pk}/file/")
    expect(page.get_by_role("heading", name=re.compile(FIX))).to_be_visible()
    expect(page.get_by_text("Everybody got wet.")).to_be_visible()
    expect(page.get_by_text("“4.1” became “4.2”.")).to_be_visible()
    shoot(page, "file")


def read_draft(article: Article, number: int, *candidates: Candidate) -> None:
    """As the worker would."""
    draft = article.drafts.get(number=number)
    assert read(draft, *candidates)
    draft.passages.filter(claims__isnull=True).update(reason=Reason.OPINION)


def shoot(page: Page, name: str) -> None:
    """At three widths, and dark."""
    if not SHOTS:
        return
    for width in (1440, 800, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=Path(SHOTS) / f"{name}-{width}.png", full_page=True, caret="initial")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.screenshot(path=Path(SHOTS) / f"{name}-dark.png", full_page=True, caret="initial")
    page.emulate_media(color_scheme="light")
