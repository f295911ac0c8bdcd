"""Nothing typed is ever lost: sixty texts, ten in each of six troubles, and all sixty found again."""

from collections.abc import Callable
from itertools import count

import pytest
from django.conf import settings
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from factcheck.models import Claim, Unsent, User
from factcheck.models.choices import Status
from factcheck.workflow import claims
from tests import making
from tests.browser.conftest import Sit

TIMES = 10


@pytest.fixture
def page(sit: Sit, claim: Claim, reviewer: User) -> Page:
    making.at(claim, Status.CHECKING, by=reviewer)
    page = sit(reviewer)
    page.goto(claim.get_absolute_url())
    return page


def rationale(page: Page) -> Locator:
    return page.get_by_label("Rationale")


def line(page: Page) -> Locator:
    """What is said beside the form."""
    return page.locator(".assessment [data-kept]")


def kept(words: str) -> bool:
    return any(words in row.words.values() for row in Unsent.objects.all())


def wait_until_kept(page: Page, words: str) -> None:
    for _ in range(120):
        if kept(words):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never kept: {words}")


def another_tab(context: BrowserContext, claim: Claim) -> Page:
    page = context.new_page()
    page.goto(claim.get_absolute_url())
    return page


def test_a_closed_tab(page: Page, claim: Claim) -> None:
    """Closed at once, before the script would have sent anything by itself."""
    tab = another_tab(page.context, claim)
    for number in range(TIMES):
        words = f"Closed {number}"
        rationale(tab).fill(words)
        tab.close(run_before_unload=True)
        wait_until_kept(page, words)
        tab = another_tab(page.context, claim)
        expect(rationale(tab)).to_have_value(words)


def test_a_while_offline(page: Page) -> None:
    for number in range(TIMES):
        words = f"Offline {number}"
        page.context.set_offline(True)
        rationale(page).fill(words)
        expect(line(page)).to_have_text("Not kept: offline, still in this tab")
        page.context.set_offline(False)
        wait_until_kept(page, words)
        expect(line(page)).to_contain_text("Kept ")


def test_a_server_that_starts_again(page: Page) -> None:
    """It refuses connections, then the proxy before it answers with an error, then it is back."""
    for number in range(TIMES):
        words = f"Restart {number}"
        page.route("**/unsent/**", failing())
        rationale(page).fill(words)
        expect(line(page)).to_contain_text("still in this tab")
        page.unroute("**/unsent/**")
        page.reload()  # the tab's own copy fills the form, and is sent
        expect(rationale(page)).to_have_value(words)
        wait_until_kept(page, words)


def failing() -> Callable[[Route], None]:
    calls = count()

    def fail(route: Route) -> None:
        if next(calls):
            route.fulfill(status=502, body="")
        else:
            route.abort("connectionrefused")

    return fail


def test_a_session_that_ends(page: Page) -> None:
    mine = page.context.cookies()
    for number in range(TIMES):
        words = f"Logged out {number}"
        page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        rationale(page).fill(words)
        expect(line(page)).to_have_text("Not kept: you are logged out, still in this tab")
        assert not kept(words)
        page.context.add_cookies(mine)  # type: ignore[arg-type]  # as they were given
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # back from the log-in page
        wait_until_kept(page, words)


def test_a_session_that_ends_where_there_is_no_script(sit: Sit, claim: Claim, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    page = sit(reviewer, java_script_enabled=False)
    page.goto(claim.get_absolute_url())
    for number in range(TIMES):
        words = f"Sent too late {number}"
        page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        rationale(page).fill(words)
        page.get_by_role("button", name="Submit verdict").click()
        page.get_by_label("Username").fill(reviewer.username)
        page.get_by_label("Password").fill(making.PASSWORD)
        page.get_by_role("button", name="Log in").click()
        expect(rationale(page)).to_have_value(words)
        assert kept(words)


def test_a_colleague_who_was_faster(
    page: Page, claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    for number in range(TIMES):
        words = f"Too late {number}"
        rationale(page).fill(words)
        for to in (second_reviewer, reviewer):
            claims.assign(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version, to=to)
        page.get_by_role("button", name="Submit verdict").click()
        expect(page.locator(".versions", has_text=words)).to_be_visible()
        expect(rationale(page)).to_have_value(words)
        assert kept(words)


def test_whoever_logs_in_next_finds_nothing(sit: Sit, page: Page, second_reviewer: User) -> None:
    theirs = sit(second_reviewer).context.cookies()
    rationale(page).fill("Mine alone")
    wait_until_kept(page, "Mine alone")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.context.add_cookies(theirs)  # type: ignore[arg-type]  # as they were given
    rationale(page).fill("Mine alone, and more")
    expect(line(page)).to_contain_text("another person’s")
    page.reload()
    expect(page.locator("#card")).to_be_visible()
    assert "Mine alone" not in page.content()
    assert list(Unsent.objects.values_list("user__username", "words__rationale")) == [("reviewer", "Mine alone")]


def test_what_did_its_work_leaves_nothing_behind(page: Page) -> None:
    page.locator("#comments summary").click()
    page.locator("#comments textarea").fill("Which table?")
    wait_until_kept(page, "Which table?")
    page.locator("#comments textarea").fill("Which table is this from?")
    page.locator("#comments").get_by_role("button", name="Comment").click()
    expect(page.locator(".comment")).to_have_count(1)
    page.wait_for_timeout(1200)
    assert not Unsent.objects.exists()
    page.reload()
    assert page.locator("#comments textarea").input_value() == ""


@pytest.mark.parametrize("section", ["comments", "citations"])
def test_what_is_sent_at_once_does_not_come_back_into_the_fresh_form(page: Page, section: str) -> None:
    """Before a second has passed and the words are kept: the form that follows is closed, empty and of another key."""
    part = page.locator(f"#{section}")
    part.locator("summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("https://statistics.example/may")
    if section == "citations":
        page.keyboard.press("Tab")
        page.keyboard.type("Labour market")
    page.keyboard.press("Control+Enter")
    expect(part.locator(".comment, .citation")).to_have_count(1)
    expect(part.locator("h3")).to_be_focused()
    expect(part.locator("details")).not_to_have_attribute("open", "")
    assert (
        part.locator("form.drawn")
        .locator("textarea, [type=text], [type=url]")
        .evaluate_all("fields => fields.map(field => field.value).join('')")
        == ""
    )


def test_what_is_sent_at_once_and_leads_to_another_page_is_let_go_of(page: Page, claim: Claim) -> None:
    line = claim.draft.passages.get(index=2)
    page.goto(f"/lines/{line.pk}/read/")
    page.get_by_label("Why it carries no claim").select_option("opinion")
    page.get_by_label("Note").fill("A matter of taste.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("The line is read: it carries no claim.")).to_be_visible()
    assert page.evaluate("Object.keys(sessionStorage).filter(name => name.startsWith('kept '))") == []


def test_a_chosen_file_outlives_a_refusal(page: Page) -> None:
    """Whatever else the form lacks: the file goes with it when it is sent again."""
    part = page.locator("#citations")
    part.locator("summary").press("Enter")
    part.locator("[type=file]").set_input_files({"name": "table.txt", "mimeType": "text/plain", "buffer": b"4.0"})
    part.get_by_label("URL").fill("https://statistics.example/may")
    part.get_by_role("button", name="Add citation").click()
    expect(part.get_by_role("alert")).to_contain_text("Give the source a title.")
    part.get_by_label("Title").fill("Labour market")
    part.get_by_role("button", name="Add citation").click()
    expect(part.get_by_role("link", name="table.txt")).to_be_visible()


def test_without_a_script_a_button_keeps_it(sit: Sit, claim: Claim, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    page = sit(reviewer, java_script_enabled=False)
    page.goto(claim.get_absolute_url())
    rationale(page).fill("Half a thought")
    page.locator(".assessment").get_by_role("button", name="Keep for later").click()
    page.locator("#citations summary").click()
    evidence = page.locator("#citations form", has=page.locator("[name=title]"))
    evidence.locator("[name=url]").fill("https://statistics.example/may")
    evidence.locator("[name=title]").fill("Labour market")
    evidence.get_by_role("button", name="Add citation").click()
    expect(page.locator(".citation")).to_have_count(1)
    expect(rationale(page)).to_have_value("Half a thought")
