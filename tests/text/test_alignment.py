"""Two drafts side by side: every sentence accounted for, and words found again exactly where they are unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.alignment import Alignment, Fate
from factcheck.text.spans import Span

A = "The bridge opened in 1932."
B = "Unemployment fell to four per cent in May, the minister said."
C = "Nobody had asked the council about the pool."
D = "It cost 2.5 million pounds."
SENTENCES = [A, B, C, D, "It was lovely.", "Share"]
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), max_size=6)


def text(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def fates(old: str, new: str) -> list[tuple[str, str]]:
    return [
        (str(pair.fate), (pair.new.of(new) if pair.new else pair.old.of(old) if pair.old else ""))
        for pair in Alignment(old, new).pairs
    ]


def span(old: str, words: str) -> Span:
    start = old.index(words)
    return Span(start, start + len(words))


def placed(old: str, words: str, new: str) -> str | None:
    found = Alignment(old, new).place(span(old, words))
    return found.of(new) if found else None


def test_each_sentence_has_its_fate() -> None:
    new_c = C.replace("pool", "library")
    assert fates(f"{A} {B}\n\n{C} It was lovely.", f"{A} {B}\n\n{new_c} {D}") == [
        ("same", A),
        ("same", B),
        ("changed", new_c),
        ("gone", "It was lovely."),
        ("new", D),
    ]


def test_what_is_gone_is_told_where_it_stood() -> None:
    assert fates(f"{A} {B} {C}", f"{A} {C}") == [("same", A), ("gone", B), ("same", C)]


def test_a_paragraph_that_moved_has_moved() -> None:
    assert fates(f"{A}\n\n{B} {C}", f"{B} {C}\n\n{A}") == [("same", B), ("same", C), ("moved", A)]


def test_sentences_that_come_twice_go_by_their_neighbours() -> None:
    old, new = f"Share\n\n{A}\n\nShare\n\n{B}", f"{A}\n\nShare\n\n{B}"
    assert fates(old, new) == [("gone", "Share"), ("same", A), ("same", "Share"), ("same", B)]


def test_a_line_broken_elsewhere_is_the_same_line() -> None:
    long = f"{B[:-1]} on the steps of the\nministry of labour, in the old town by the river, and\nwent away again."
    assert fates(long, long.replace("\n", " ")) == [(Fate.SAME, long.replace("\n", " "))]
    assert placed(long, "of the\nministry", long.replace("\n", " ")) == "of the ministry"


class TestPlace:
    def test_words_in_a_sentence_that_changed_beside_them(self) -> None:
        assert placed(B, "Unemployment fell to four per cent in May", B.replace("minister", "mayor"))

    def test_words_that_changed_are_nowhere(self) -> None:
        assert placed(B, "fell to four per cent", B.replace("four", "five")) is None

    def test_a_part_of_a_word_or_a_figure_is_not_the_word(self) -> None:
        old = "It cost 5 million pounds."
        for new in (D, "It cost 50 million pounds.", "It cost 1,5 million pounds.", "It cost 15 million pounds."):
            assert placed(old, "5 million", new) is None
        assert placed("They held a violent protest.", "violent protest", "They held a non-violent protest.") is None

    def test_of_words_that_come_twice_each_keeps_its_turn(self) -> None:
        old = "The ship left, and the ship came back."
        new = "At noon the old ship left, and the ship came back."
        alignment = Alignment(old, new)
        second = Span(old.rindex("ship"), old.rindex("ship") + 4)
        assert alignment.place(second) == Span(new.rindex("ship"), new.rindex("ship") + 4)
        assert Alignment(old, "The ship left.").place(second) is None, "which of the two it is cannot be told"

    def test_a_span_over_two_sentences_stays_whole(self) -> None:
        old = f"{A} {B} {C}"
        assert placed(old, f"{A} {B}", f"{C}\n\n{A}\n\n{B}") == f"{A}\n\n{B}"
        assert placed(old, f"{A} {B}", f"{A} {C} {B}") is None

    def test_words_that_went_into_another_sentence_are_found_where_they_are_alone(self) -> None:
        new = "Rents rose, prices rose, wages rose, and all the while, as nobody had dared to hope, unemployment fell "
        new += "to four per cent in May, of all months."
        assert placed(B, "fell to four per cent in May", f"{A} {new}")
        assert placed(B, "four", f"{A} {new}") is None


class TestNear:
    def test_changed_words_are_found_by_what_is_around_them(self) -> None:
        new = B.replace("four per cent", "4.1 per cent")
        found = Alignment(B, new).near(span(B, "Unemployment fell to four per cent in May"))
        assert found
        assert found.of(new) == "Unemployment fell to 4.1 per cent in May"

    def test_words_that_are_gone_are_nowhere(self) -> None:
        assert Alignment(B, B.replace(", the minister said", "")).near(span(B, "the minister said")) is None
        assert Alignment(f"{A} {B}", A).near(span(f"{A} {B}", "four per cent")) is None


@given(TEXTS)
def test_a_text_that_did_not_change_maps_onto_itself(paragraphs: list[list[str]]) -> None:
    old = text(paragraphs)
    alignment = Alignment(old, old)
    assert all(pair.fate == Fate.SAME and pair.old == pair.new for pair in alignment.pairs)
    for pair in alignment.pairs:
        assert pair.old
        assert alignment.place(pair.old) == pair.old
        inside = Span(pair.old.start, pair.old.start + 2)
        assert alignment.place(inside) == inside


@given(TEXTS, TEXTS)
def test_every_sentence_of_both_is_accounted_for_once(before: list[list[str]], after: list[list[str]]) -> None:
    old, new = text(before), text(after)
    pairs = Alignment(old, new).pairs
    gone = sorted(pair.old for pair in pairs if pair.old)
    came = [pair.new for pair in pairs if pair.new]
    assert " ".join(span.of(old) for span in gone) == " ".join(old.split())
    assert " ".join(span.of(new) for span in came) == " ".join(new.split())
    assert len(set(gone)) == len(gone)


@given(TEXTS, TEXTS, st.data())
def test_words_are_only_ever_mapped_onto_the_same_words(
    before: list[list[str]], after: list[list[str]], data: st.DataObject
) -> None:
    old, new = text(before), text(after)
    start = data.draw(st.integers(0, len(old)))
    asked = Span(start, data.draw(st.integers(start, len(old))))
    found = Alignment(old, new).place(asked)
    assert found is None or found.of(new).split() == asked.of(old).split()


@given(st.permutations([[A, B], [C], [D, "It was lovely."], ["Nothing else was known."]]))
def test_paragraphs_change_places_and_every_word_is_found(shuffled: list[list[str]]) -> None:
    old, new = text([[A, B], [C], [D, "It was lovely."], ["Nothing else was known."]]), text(shuffled)
    alignment = Alignment(old, new)
    assert {pair.fate for pair in alignment.pairs} <= {Fate.SAME, Fate.MOVED}
    for words in (A, B, C, D, "four per cent", "pool"):
        found = alignment.place(span(old, words))
        assert found
        assert found.of(new) == words


@pytest.mark.parametrize("share", ["edited", "shuffled", "rewritten", "one sentence over and over"])
def test_a_text_of_the_greatest_length_is_aligned_soon(share: str) -> None:
    sentences = [f"On day {day} the council of town {day % 97} spent {day * 3} pounds on it." for day in range(3_600)]
    after = {
        "edited": [line.replace("pounds", "euros") if day % 5 else line for day, line in enumerate(sentences)],
        "shuffled": sentences[::-1],
        "rewritten": [f"Nothing like {day}, says number {day}." for day in range(5_000)],
        "one sentence over and over": ["On it went."] * 15_000,
    }[share]
    old, new = " ".join(sentences), " ".join(after)
    assert len(old) > 190_000
    pairs = Alignment(old, new).pairs  # a quadratic way takes minutes
    assert len(pairs) >= len(sentences)
