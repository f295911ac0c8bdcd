"""The limits of a reader in its child process, and what is said when one is met."""

import pytest

from factcheck import intake
from factcheck.intake import IntakeError, confinement
from factcheck.intake.confinement import read_confined
from factcheck.intake.html import from_html
from tests.intake.test_html import FIRST, WHOLE


def test_a_page_is_read_like_any_other_file() -> None:
    read = intake.read("PAGE.HTM", WHOLE)
    assert read.text.startswith(f"River bridge closed\n\n{FIRST}\n\n")
    assert (read.title, read.byline) == ("River bridge closed", "Anna Weber")
    assert read.source_url == "https://paper.example/bridge"


def test_the_source_of_a_page_may_be_pasted() -> None:
    assert intake.read_pasted(f"\n{WHOLE.decode()}") == intake.read("page.html", WHOLE)
    with pytest.raises(IntakeError, match=r"^The pasted text is a web page in which no article can be found"):
        intake.read_pasted("<!doctype html><p></p>")


def test_a_text_that_names_a_tag_is_no_page() -> None:
    assert intake.read_pasted("<html> is the first tag of a page").text == "<html> is the first tag of a page"


def test_what_its_reader_refuses_is_refused_with_the_same_sentence() -> None:
    with pytest.raises(IntakeError, match=r"^empty\.html is a web page in which no article can be found"):
        read_confined(from_html, b"<html></html>", "empty.html")


def test_a_page_of_white_space_holds_no_words() -> None:
    with pytest.raises(IntakeError, match="holds no words"):
        intake.read("page.html", b" \n ")


@pytest.mark.parametrize(
    ("limit", "value", "target", "sentence"),
    [
        ("SECONDS", 1.0, "endless", "page.html takes too long to read."),
        ("CPU_SECONDS", 1, "busy", "page.html takes too long to read."),
        ("MEMORY_MB", 256, "greedy", "page.html takes too much memory to read."),
        ("MEMORY_MB", 256, "dying", "page.html cannot be read."),
    ],
)
def test_a_limit_that_is_met_is_told_as_a_sentence(
    limit: str, value: float, target: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confinement, "TARGET", f"tests.ingest.extractions:{target}")
    monkeypatch.setattr(confinement, limit, value)
    with pytest.raises(IntakeError) as refused:
        read_confined(from_html, WHOLE, "page.html")
    assert str(refused.value).startswith(sentence)


def test_markdown_that_would_take_minutes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confinement, "CPU_SECONDS", 2)
    with pytest.raises(IntakeError, match=r"story\.md takes too long to read\."):
        intake.read("story.md", b"[" * intake.MOST_UPLOAD_BYTES)
