"""The whole way of an article, as three people in Chromium: uploaded, split, checked, signed off, exported.

Played with JavaScript, where no step reloads the page, and once more without.
"""

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from factcheck.export.columns import VERDICTS
from factcheck.models import Article, Claim, User
from tests import making
from tests.worker import Worker

SAMPLE = Path(settings.BASE_DIR) / "seeds" / "000_65e93feecc888cc5.txt"
TITLE = "Russia Destroys Islamic State Command Center in Syria"
CLAIM = "only five per cent of Russian air strikes had attacked the IS group"
SPLIT_MS = 30_000

Enter = Callable[[User], Page]


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def enter(browser: Browser, live_server: LiveServer, javascript: bool) -> Iterator[Enter]:
    """Somebody's own browser, logged in through the log-in page; whatever it complained about fails the test."""
    complaints: list[str] = []
    contexts = []

    def log_in(person: User) -> Page:
        context = browser.new_context(base_url=live_server.url, java_script_enabled=javascript)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto("/")
        page.locator("[name=login]").fill(person.username)
        page.locator("[name=password]").fill(making.PASSWORD)
        page.get_by_role("button", name="Log in").click()
        expect(page.get_by_role("button", name="Log out")).to_be_visible()
        return page

    yield log_in
    for context in contexts:
        context.close()
    assert complaints == [], "the browser refused something, or a script failed"


def test_an_article_goes_from_upload_to_csv(
    enter: Enter,
    worker: Worker,
    javascript: bool,
    editor: User,
    reviewer: User,
    second_reviewer: User,
    tmp_path: Path,
) -> None:
    at_the_desk = enter(editor)
    upload(at_the_desk, javascript=javascript)
    check(enter(reviewer), javascript=javascript)
    sign_off(enter(second_reviewer), javascript=javascript)
    export(at_the_desk, tmp_path / "verdicts.csv")
    assert_it_says_what_happened(tmp_path / "verdicts.csv")


def upload(page: Page, *, javascript: bool) -> None:
    """The editor uploads the file; the claims appear on the page as soon as the worker has found them."""
    page.get_by_role("link", name="New article").first.click()
    page.locator("input[type=file]").set_input_files(SAMPLE)
    page.get_by_role("button", name="Upload").click()
    page.wait_for_url(re.compile(r"/articles/\d+/$"))
    if not javascript:
        wait_by_reloading(page)
    expect(in_list(page, CLAIM)).to_be_visible(timeout=SPLIT_MS)
    expect(page.get_by_role("heading", name=TITLE).first).to_be_visible()
    for furniture in (
        "Share (boilerplate)",
        "Uncredited/AP (credit)",
        "Egyptian Foreign Minister Sameh Shoukry (fragment)",
    ):
        expect(page.get_by_text(furniture)).to_be_visible()


def wait_by_reloading(page: Page) -> None:
    for _ in range(SPLIT_MS // 500):
        if in_list(page, CLAIM).is_visible():
            return
        page.wait_for_timeout(500)
        page.reload()


def check(page: Page, *, javascript: bool) -> None:
    """The reviewer finds the claim, takes it, cites evidence, answers both questions and submits."""
    page.get_by_role("link", name=TITLE).click()
    expect(in_list(page, CLAIM)).to_be_visible()
    mark_the_page(page, javascript=javascript)
    in_list(page, CLAIM).click()
    card = page.locator("#card")
    expect(card.get_by_role("heading", name=re.compile(CLAIM, re.IGNORECASE))).to_be_visible()
    expect(card.locator(".chain")).to_contain_text("British intelligence services")
    card.get_by_role("button", name="Take").click()
    expect(card.get_by_text("Your verdict")).to_be_visible()

    card.locator("summary", has_text="Add citation").click()
    evidence = page.locator("#citations form", has=page.locator("[name=title]"))
    evidence.locator("[name=url]").fill("https://statistics.example/strikes")
    evidence.locator("[name=title]").fill("Strikes by target")
    evidence.locator("[name=quote]").fill("Five per cent of the strikes hit the group.")
    evidence.locator("[name=locator]").fill("table 3")
    evidence.get_by_role("button", name="Add citation").click()
    expect(page.locator("#citations").get_by_role("link", name="Strikes by target")).to_be_visible()

    card.get_by_text("Fair paraphrase").click()
    card.get_by_text("Confirmed, change wording").click()
    card.locator("[name=rationale]").fill("The table counts strikes, not targets: “one in twenty” is right.")
    card.get_by_role("button", name="Submit verdict").click()
    expect(in_list(page, CLAIM)).to_contain_text("To sign off")
    assert_the_page_was_never_reloaded(page, javascript=javascript)


def sign_off(page: Page, *, javascript: bool) -> None:
    """The second reviewer finds the verdict in the queue, reads it, and signs."""
    page.get_by_role("link", name="Queue").click()
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()
    mark_the_page(page, javascript=javascript)
    page.get_by_role("link", name="To sign off").click()
    expect(page).to_have_url(re.compile("lane=to-sign-off"))
    assert_the_page_was_never_reloaded(page, javascript=javascript)
    page.get_by_role("link", name=CLAIM).click()
    card = page.locator("#card")
    expect(card.get_by_text("“one in twenty” is right")).to_be_visible()
    mark_the_page(page, javascript=javascript)
    card.get_by_role("button", name="Sign off").click()
    expect(in_list(page, CLAIM)).to_contain_text("Confirmed, change wording")
    expect(card.get_by_text("second-reviewer signed the verdict off.")).to_be_attached()
    assert_the_page_was_never_reloaded(page, javascript=javascript)


def export(page: Page, to: Path) -> None:
    """The editor downloads the verdicts."""
    page.get_by_role("link", name="Exports").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download verdicts").click()
    download.value.save_as(to)


def assert_it_says_what_happened(file: Path) -> None:
    """Read back, row by row."""
    article = Article.objects.get()
    draft = article.drafts.get()
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        rows = list(reader)
    assert reader.fieldnames == [column.name for column in VERDICTS.columns]
    assert [int(row["claim_id"]) for row in rows] == list(Claim.objects.order_by("pk").values_list("pk", flat=True))
    for row in rows:
        assert row["article_title"] == TITLE
        assert draft.text[int(row["char_start"]) : int(row["char_end"])].startswith(row["quote"].split(" … ")[0])
        assert (row["status"] == "settled") == (row["claim"] == CLAIM)
    (settled,) = [row for row in rows if row["status"] == "settled"]
    said = {
        "quote": CLAIM,
        "kind": "statistic",
        "claimant": "British intelligence services",
        "via": "Fallon → the tabloid",
        "rating": "confirmed-change-wording",
        "rating_value": "4",
        "said": "fair",
        "reviewer": "reviewer",
        "signed_off_by": "second-reviewer",
        "citation_count": "1",
        "open_comments": "0",
    }
    assert {name: settled[name] for name in said} == said
    assert "https://statistics.example/strikes" in settled["citations"]
    assert "“one in twenty” is right" in settled["rationale"]
    assert Article.objects.count() == 1


def in_list(page: Page, words: str) -> Locator:
    """The claim's row in the list beside the text."""
    return page.locator("li.row", has_text=re.compile(re.escape(words), re.IGNORECASE)).get_by_role("link")


def mark_the_page(page: Page, *, javascript: bool) -> None:
    if javascript:
        page.evaluate("document.documentElement.dataset.still = 'here'")


def assert_the_page_was_never_reloaded(page: Page, *, javascript: bool) -> None:
    if javascript:
        assert page.evaluate("document.documentElement.dataset.still") == "here"
