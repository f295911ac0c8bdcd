"""What changed between two wordings, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.spans import Span
from factcheck.text.wording import Kind, changes, counterpart

WORDINGS = st.lists(st.sampled_from(["the", "bridge", "opened", "in", "1932", ",", "not"]), max_size=12).map(" ".join)


def shown(old: str, new: str) -> str:
    marks = {Kind.KEPT: "{}", Kind.GONE: "[-{}]", Kind.NEW: "[+{}]"}
    return "".join(marks[piece.kind].format(piece.words) for piece in changes(old, new))


def test_a_word_that_changed_is_gone_and_new() -> None:
    assert shown("It opened in 1932.", "It opened in 1933.") == "It opened in [-1932][+1933]."


def test_a_figure_is_one_word() -> None:
    assert shown("4.0 per cent", "4.1 per cent") == "[-4.0][+4.1] per cent"


def test_words_that_changed_beside_each_other_are_one_change() -> None:
    assert shown("It opened in May.", "It was closed in May.") == "It [-opened][+was closed] in May."
    assert shown("a b c d", "a x y d") == "a [-b c][+x y] d"


def test_nothing_and_something() -> None:
    assert shown("", "") == ""
    assert shown("", "It rained.") == "[+It rained.]"
    assert shown("It rained.", "") == "[-It rained.]"


@given(WORDINGS, WORDINGS)
def test_both_wordings_can_be_read_off(old: str, new: str) -> None:
    pieces = changes(old, new)
    assert "".join(piece.words for piece in pieces if piece.kind != Kind.NEW) == old
    assert "".join(piece.words for piece in pieces if piece.kind != Kind.GONE) == new


@given(WORDINGS)
def test_what_did_not_change_is_one_piece(wording: str) -> None:
    assert [piece.kind for piece in changes(wording, wording)] == ([Kind.KEPT] if wording else [])


def placed(old: str, words: str, new: str) -> str | None:
    start = old.index(words)
    found = counterpart(old, new, Span(start, start + len(words)))
    return found.of(new) if found else None


def test_the_words_that_took_the_place_of_others() -> None:
    old = "The bridge opened in 1932, the mayor said."
    assert placed(old, "opened in 1932", "The bridge opened in 1933, the mayor said.") == "opened in 1933"
    assert placed(old, "in 1932", "The bridge opened late in 1932, she said.") == "in 1932"
    assert placed(old, "1932", "The bridge opened in May 1933, the mayor said.") == "1933"
    assert placed(old, "the mayor said", "The bridge opened in 1932.") is None
