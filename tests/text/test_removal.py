"""What was left out of a text is shown in its place."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import removal
from factcheck.text.removal import shown
from factcheck.text.wording import Kind, Piece

MARKS = {Kind.KEPT: "{}", Kind.GONE: "[-{}]", Kind.NEW: "[+{}]"}
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["the", "bridge", "1932", ",", "menu", "share"]), min_size=1, max_size=5).map(" ".join),
    max_size=6,
).map("\n\n".join)


def marked(whole: str, text: str) -> list[str]:
    return ["".join(MARKS[piece.kind].format(piece.words) for piece in block) for block in shown(whole, text)]


def test_paragraphs_that_were_left_out_stand_between_those_that_were_kept() -> None:
    whole = "Menu\n\nThe bridge opened.\n\nShare\n\nIt closed.\n\nImprint"
    assert marked(whole, "The bridge opened.\n\nIt closed.") == [
        *("[-Menu]", "The bridge opened.", "[-Share]", "It closed.", "[-Imprint]"),
    ]


def test_words_that_were_left_out_of_a_paragraph_stand_in_it() -> None:
    assert marked("The bridge[1] opened in May of 1932.", "The bridge opened in May of 1932.") == [
        "The bridge[-[1]] opened in May of 1932."
    ]


def test_marks_around_words_are_left_out_one_by_one() -> None:
    assert marked("# A *headline*\n\n- one\n- two", "A headline\n\none\n\ntwo") == [
        *("[-# ]A [-*]headline[-*]", "[-- ]one[-\n- ]", "two"),
    ]


def test_what_is_in_the_text_alone_is_new() -> None:
    assert marked("The bridge opened.", "A title\n\nThe bridge opened.") == ["[+A title]", "The bridge opened."]


def test_where_nothing_was_left_out_the_text_is_shown() -> None:
    assert marked("", "The bridge opened.\n\nIt closed.") == ["The bridge opened.", "It closed."]


def test_what_is_too_much_to_compare_is_gone_and_new() -> None:
    many = "\n\n".join(f"Paragraph {number}" for number in range(8_000))
    assert len(many.split("\n\n")) ** 2 > removal.MOST_PAIRS
    assert marked(many, many)[-1] == "[+Paragraph 7999]"


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_word_of_both_is_shown_once_and_in_order(whole: str, text: str) -> None:
    pieces = [piece for block in shown(whole, text) for piece in block]
    assert words(pieces, Kind.GONE) == "".join(text.split())
    if whole:
        assert words(pieces, Kind.NEW) == "".join(whole.split())


def words(pieces: list[Piece], without: Kind) -> str:
    return "".join("".join(piece.words.split()) for piece in pieces if piece.kind != without)
