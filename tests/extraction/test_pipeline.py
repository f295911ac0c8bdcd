from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.pipeline import EXTRACTOR_VERSION, NOT_ENGLISH, extract
from factcheck.extraction.records import Extraction

SEED = (Path(__file__).parents[2] / "seeds" / "000_65e93feecc888cc5.txt").read_text()
ANY_UNICODE = st.text(alphabet=st.characters(exclude_categories=()), max_size=300)
_WORDS = (
    "the minister said that Assad and which with most killing told according to he will 5 per cent of were U.S. Mr. "
    "reportedly as"
)
NEWSLIKE = st.lists(st.sampled_from([*"“”‘’\"'.,;:!?()—\n", "\n\n", *_WORDS.split()]), max_size=60).map(" ".join)


def assert_holds(extraction: Extraction) -> None:
    """The promises of the records: tiling, exact spans, only the article's words."""
    end = 0
    for passage in extraction.passages:
        assert not extraction.text[end : passage.span.start].strip()
        words = passage.span.of(extraction.text)
        assert words
        assert words == words.strip()
        assert passage.checkable == (passage.reason is None)
        end = passage.span.end
    assert not extraction.text[end:].strip()
    for candidate in extraction.candidates:
        assert candidate.text
        assert candidate.spans
        assert 0 <= candidate.checkworthiness <= 1
        assert all(extraction.passages[candidate.passage].span.holds(span) for span in candidate.spans)
        written = "".join(extraction.text.split())
        assert all("".join(word.split()) in written for added in candidate.added for word in added.split())
        for link in candidate.attribution:
            assert link.cue_span is None or link.cue_span.of(extraction.text) == link.cue


@given(ANY_UNICODE)
@settings(deadline=None)
def test_any_text_is_tiled(text: str) -> None:
    assert_holds(extract(text))


@given(NEWSLIKE)
@settings(deadline=None)
def test_any_order_of_the_words_of_news_is_tiled(text: str) -> None:
    assert_holds(extract(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        ".",
        "“" * 500,
        "‘a " * 300,
        "a" * 10_000,
        SEED.upper(),
        SEED.replace(".", ""),
        " ".join(SEED.split()),
        "هذا نص عربي. وهذه جملة ثانية.",
        "he said that " * 200,
    ],
    ids=["empty", "white", "stop", "marks", "singles", "word", "capitals", "no stops", "one line", "arabic", "he said"],
)
def test_odd_texts_are_tiled_too(text: str) -> None:
    assert_holds(extract(text))


def test_the_same_text_gives_the_same() -> None:
    assert extract(SEED) == extract(SEED)


def test_the_text_is_cleaned_first() -> None:
    assert extract("The army\u200b took the town.\r\n").text == "The army took the town."


def test_the_version_is_written_down() -> None:
    assert extract(SEED).version == EXTRACTOR_VERSION


def test_progress_is_told_sentence_by_sentence_and_ends_with_everything_done() -> None:
    told: list[tuple[int, int, int]] = []
    extraction = extract(SEED, progress=lambda done, total, claims: told.append((done, total, claims)))
    total = len(extraction.passages)
    assert [done for done, _, _ in told] == list(range(total + 1))
    assert told[-1] == (total, total, len(extraction.candidates))


def test_no_word_of_a_claim_is_invented() -> None:
    article = {word.strip(".,“”‘’;:!?").lower() for word in SEED.split()}
    for candidate in extract(SEED).candidates:
        assert {word.strip(".,“”‘’;:!?").lower() for word in candidate.text.split()} <= article


def test_another_language_gives_its_sentences_as_they_stand() -> None:
    text = (
        "Die Behörde erklärte am Freitag, das Gebäude sei vollständig zerstört worden. Über die Gründe dafür äußerte "
        "sich zunächst niemand. Nach Angaben der Polizei wurden zwölf Menschen verletzt, drei davon schwer."
    )
    extraction = extract(text)
    assert [claim.text for claim in extraction.candidates] == [
        passage.span.of(text).rstrip(".") for passage in extraction.passages
    ]
    assert not any(claim.attribution for claim in extraction.candidates)
    assert extraction.note == NOT_ENGLISH


def test_english_needs_no_note() -> None:
    assert extract(SEED).note == ""


@given(
    st.sampled_from(["“", "a", "he said ", "5 ", ",", "\n", "Mr. ", "x\n\n", "(", "”“", "م "]), st.integers(1, 3_000)
)
@settings(deadline=None, max_examples=40)
def test_the_same_thing_over_and_over_is_tiled(piece: str, times: int) -> None:
    assert_holds(extract(piece * times))
