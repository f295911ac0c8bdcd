"""Files are handed in, looked at, changed and stored, and chosen once. With JavaScript, and once more without."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from factcheck.models import Article, Desk, Preview, User
from tests.browser.conftest import Sit
from tests.browser.test_editor import shoot
from tests.intake.test_html import FIRST, WHOLE
from tests.intake.test_pdf import WHOLE as WHOLE_PDF


@pytest.mark.parametrize("javascript", [True, False], ids=["with-javascript", "without-javascript"])
def test_files_are_looked_at_before_they_are_stored(
    sit: Sit, javascript: bool, desk: Desk, editor: User, tmp_path: Path
) -> None:
    (tmp_path / "bridge.html").write_bytes(WHOLE)
    (tmp_path / "river.pdf").write_bytes(WHOLE_PDF)
    page = sit(editor, java_script_enabled=javascript)
    page.goto("/articles/new/")
    page.get_by_label("Files", exact=True).set_input_files([tmp_path / "bridge.html", tmp_path / "river.pdf"])
    page.get_by_label("Title").fill("One title for two")
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.get_by_role("link", name="Several files cannot share one title.")).to_be_visible()
    shoot(page, "files-are-here")
    page.get_by_label("Title").fill("")
    page.get_by_role("button", name="Preview", exact=True).click()

    expect(page.get_by_role("heading", name="River bridge closed")).to_have_count(2)
    expect(page.get_by_text(FIRST).first).to_be_visible()
    expect(page.locator("del", has_text="Council votes on tax")).to_be_visible()
    expect(page.locator("del", has_text="The Paper").first).to_be_visible()
    shoot(page, "preview")
    assert not Article.objects.exists()

    page.get_by_role("link", name="Change").click()
    expect(page.get_by_label("bridge.html")).to_be_checked()
    page.get_by_label("river.pdf").uncheck()
    page.get_by_label("Byline").fill("Staff")
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.get_by_role("heading", name="River bridge closed")).to_have_count(1)
    page.get_by_role("button", name="Store as an article").click()
    expect(page.get_by_role("heading", name="Waiting to be read")).to_be_visible()
    article = Article.objects.get()
    assert (article.title, article.byline) == ("River bridge closed", "Staff")
    assert bytes(article.drafts.get().upload.content) == WHOLE

    page.go_back()
    page.goto("/articles/new/")
    expect(page.get_by_label("Byline")).to_have_value("")
    expect(page.get_by_role("heading", name="Not stored yet")).to_have_count(0)
    assert not Preview.objects.waiting().exists()
