from collections.abc import Sequence

import pytest

from factcheck import intake
from factcheck.intake import pdf
from factcheck.intake.errors import IntakeError
from factcheck.intake.pdf import from_pdf
from tests.intake.pages_of_pdf import SCAN, TOP, At, column
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


@pytest.mark.parametrize("page", [[], [SCAN]], ids=["empty", "a picture"])
def test_pictures_of_text_are_no_text(page: list[bytes]) -> None:
    with pytest.raises(IntakeError, match=r"scan\.pdf holds pictures of pages and no text\."):
        intake.read("scan.pdf", file(page))


@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        ([], ""),
        ([3], "Page 3 is a picture: nothing was read of it."),
        ([3, 4], "Pages 3 and 4 are pictures: nothing was read of them."),
        ([1, 3, 4, 5, 6, 9], "Pages 1, 3 to 6 and 9 are pictures: nothing was read of them."),
    ],
)
def test_pages_that_are_pictures_are_named(scanned: list[int], said: str) -> None:
    pages: list[Sequence[At | bytes]] = [[SCAN] if number in scanned else THIRD for number in range(1, 10)]
    assert intake.read("a.pdf", file(*pages)).unread == said


def test_so_are_those_on_which_only_a_running_head_can_be_read() -> None:
    scan: list[At | bytes] = [HEAD, SCAN, At("2", x=300, y=40)]
    data = file([HEAD, *SECOND, At("1", x=300, y=40)], scan, [HEAD, *THIRD, At("3", x=300, y=40)])
    assert from_pdf(data, "a.pdf").unread == "Page 2 is a picture: nothing was read of it."


def test_empty_pages_and_pictures_beside_text_are_nothing_to_speak_of() -> None:
    raw = from_pdf(file([SCAN, *SECOND], [], THIRD), "a.pdf")
    assert raw.text.endswith("It costs a pound.")
    assert raw.unread == ""


def test_each_cell_of_a_table_is_a_paragraph() -> None:
    rows = [("Year", "Cars on a day"), ("1932", "400"), ("1933", "512")]
    cells = [
        At(words, x=72 + 100 * place, y=650 - 14 * row)
        for row, two in enumerate(rows)
        for place, words in enumerate(two)
    ]
    text = from_pdf(file([*SECOND, *cells, *column("It costs a pound.", y=580)]), "a.pdf").text
    assert text.split("\n\n")[1:] == ["Year", "Cars on a day", "1932", "400", "1933", "512", "It costs a pound."]


def test_a_line_that_is_spread_to_the_margin_is_no_table() -> None:
    """A narrow column spreads the words of a line far apart, each line in its own way."""
    spread = [
        *(At(words, x=72 + place, y=TOP) for place, words in ((0, "Unfortunately"), (115, "nobody"))),
        *(At(words, x=72 + place, y=TOP - 14) for place, words in ((0, "had"), (45, "considered"), (131, "it"))),
        *column("in May.", y=TOP - 28),
    ]
    assert from_pdf(file(spread), "a.pdf").text == "Unfortunately nobody had considered it in May."


@pytest.mark.parametrize("marks", [("1.", "2."), ("(a)", "(b)"), ("•", "•")])
def test_the_mark_of_a_list_is_no_cell(marks: tuple[str, str]) -> None:
    items = ("The council closed the bridge in May, and", "The ferry costs a pound.")
    lines = [At(mark, y=TOP - 28 * number) for number, mark in enumerate(marks)]
    lines += [At(words, x=120, y=TOP - 28 * number) for number, words in enumerate(items)]
    lines.append(At("nobody knows why it did.", x=120, y=TOP - 14))
    lines.sort(key=lambda line: (-line.y, line.x))
    text = from_pdf(file(lines), "a.pdf").text
    assert f"{marks[0]} {items[0]} nobody knows why it did." in text
    assert f"{marks[1]} {items[1]}" in text


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
