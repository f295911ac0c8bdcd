import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.cleaning import clean
from factcheck.text.sentences import LONGEST_SENTENCE_CHARACTERS, sentences
from factcheck.text.spans import Span


def test_sentences_that_a_copy_glued_together_are_parted() -> None:
    assert split("The bridge is closed.The ferry runs.It costs a pound.") == [
        "The bridge is closed.",
        "The ferry runs.",
        "It costs a pound.",
    ]


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The jets struck.", "Nobody was hurt."],
        ["Is it so?", "Yes!", "It is."],
        ["He moved to Washington D.C.", "The team followed."],
        ["Gen. Ali Hassan said so.", "It was Jan. 5."],
        ["Mr. J. R. Smith of the U.S. Army spoke.", "They listened."],
        ["The U.S.-led coalition agreed.", "Others did not."],
        ["Prices rose by 2.5 per cent.", "Wages fell."],
        ["“They are all terrorists.”", "He left."],
        ["“It was late.", "We went home.”"],
        ["No.", "It never happened."],
        ["It is No. 5 on the list.", "No. 6 is missing."],
        ["They didn’t.", "Today’s news proves it."],
        ["See www.example.org for more.", "Names follow."],
        ["He paused ... and went on.", "Then he stopped ...", "She did not."],
        ["这是第一句。", "这是第二句。"],
        ["At 5 a.m. Mr. Smith rose.", "He slept at 9 p.m.", "The dog did not."],
        ["We laughed a lot :-)", "Then it rained."],
        ["the vet was kind.", "she gave it water.", "it slept."],
        ["The page is here.", "https://paper.example/bridge"],
        ["It stands at N° 12.", "Nobody lives there."],
        ["1. Close the bridge", "2. Find the crack", "3. Mend it.", "Then open it again."],
        ["1.) It leaks.", "It is old.", "2.) It is loud."],
        ["a) the first reason", "b) the second"],
        ["• Ferries run.", "• Buses do not."],
        ["There are two ways:", "1. by ferry", "2. by bus"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    joined = "".join(parts) if "。" in parts[0] else " ".join(parts)
    assert split(joined) == parts


@pytest.mark.parametrize(
    "whole",
    [
        "“Why now?” asked the minister.",
        "“Why now?” Smith asked.",
        "The meeting at 5 p.m. on Friday was short.",
        "Acme Inc. bought it.",
        "J. Smith wrote it.",
        "Yahoo! and others agreed.",
        "The firm Node.Script grew.",
        "It was ... I forget what it was.",
        "It grew by approx. it grew by half.",
        "1. It leaks",
        "The stars • bright ones • shone.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(whole: str) -> None:
    assert split(whole) == [whole]


def test_what_goes_on_without_an_end_is_cut_at_a_pause() -> None:
    long = "and so on, " * 1000
    pieces = sentences(long, Span(0, len(long)))
    assert max(piece.end - piece.start for piece in pieces) <= LONGEST_SENTENCE_CHARACTERS
    assert all(piece.of(long).endswith(",") for piece in pieces)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_sentences_hold_all_words_in_order(raw: str) -> None:
    text = clean(raw)
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(st.text(alphabet='Aa.!?”“" …\n', max_size=120))
def test_sentences_have_no_white_space_at_their_edges_and_are_never_empty(raw: str) -> None:
    text = clean(raw)
    assert all(piece and piece == piece.strip() for piece in split(text))
