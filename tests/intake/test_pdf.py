import pytest

from factcheck import intake
from factcheck.intake import pdf
from factcheck.intake.errors import IntakeError
from factcheck.intake.pdf import from_pdf
from tests.intake.pages_of_pdf import At, column
from tests.intake.pages_of_pdf import pdf as file

HEAD = At("The Paper", y=770)
FIRST = column(
    "The river bridge was closed on Monday after engineers of the govern-",
    "ment found a crack in one of its two piers. “It is four metres long,” said",
    "the mayor.",
    "",
    "Around 9,000 cars cross the bridge on a working day. Asked for an",
)
SECOND = column("alternative, the council named the ferry.")
THIRD = column("It costs a pound.")
WHOLE = file(
    [HEAD, At("River bridge closed", y=745, size=20), *FIRST, At("1", x=300, y=40)],
    [HEAD, *SECOND, At("2", x=300, y=40)],
    [HEAD, *THIRD, At("3", x=300, y=40)],
)
PARAGRAPHS = [
    "River bridge closed",
    (
        "The river bridge was closed on Monday after engineers of the government found a crack in one of its two "
        "piers. “It is four metres long,” said the mayor."
    ),
    "Around 9,000 cars cross the bridge on a working day. Asked for an alternative, the council named the ferry.",
    "It costs a pound.",
]
ENCRYPTED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'o' * 32}) /U ({'u' * 32}) /P -4 >> /ID [<00> <00>]"


def test_lines_are_joined_across_pages_and_running_heads_kept_out() -> None:
    read = intake.read("STORY.PDF", WHOLE)
    assert read.text.split("\n\n") == PARAGRAPHS
    assert read.title == "River bridge closed"


def test_what_is_kept_out_is_told_in_its_place() -> None:
    raw = from_pdf(WHOLE, "story.pdf")
    assert [words for words in raw.whole.split("\n\n") if words not in PARAGRAPHS] == [
        *("The Paper", "1", "The Paper", "2", "The Paper", "3"),
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = column("The bridge was closed", "on Monday, when a", "crack was found in")
    right = column("one of its piers by", "engineers.", x=320)
    assert from_pdf(file([*left, *right]), "a.pdf").text == (
        "The bridge was closed on Monday, when a crack was found in one of its piers by engineers."
    )


def test_pictures_of_text_are_no_text() -> None:
    with pytest.raises(IntakeError, match=r"scan\.pdf holds pictures of pages and no text\."):
        intake.read("scan.pdf", file([]))


@pytest.mark.parametrize("data", [b"no PDF", b"%PDF-1.7\n", WHOLE[:300]], ids=["text", "empty", "cut"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(IntakeError, match=r"a\.pdf is damaged, or no PDF\."):
        intake.read("a.pdf", data)


def test_a_file_with_a_password_is_refused() -> None:
    with pytest.raises(IntakeError, match=r"a\.pdf is protected by a password\."):
        intake.read("a.pdf", file(SECOND, trailer=ENCRYPTED))


def test_more_pages_than_an_article_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(IntakeError, match=r"story\.pdf has 3 pages; at most 2 can be read\."):
        from_pdf(WHOLE, "story.pdf")


def test_the_limit_is_that_of_the_readme() -> None:
    assert pdf.MOST_PAGES == 1_000
