import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.cleaning import clean, is_unseen, unseen

ANY_UNICODE = st.text(alphabet=st.characters(exclude_categories=()), max_size=200)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("cafe\u0301", "café"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u202egnorw\u202c way", "gnorw way"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("soft\u00adhyphen", "softhyphen"),
        ("no\u00a0break \t tab", "no break tab"),
        ("  edges  \n  gone  ", "edges\ngone"),
        ("one\n\n\n\n\ntwo", "one\n\ntwo"),
    ],
)
def test_what_nobody_sees_is_gone(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize("marks", ["“double”", "‘single’", '"straight"', "«guillemets»", "„low“", "it’s and it's"])
def test_quotation_marks_stay_as_written(marks: str) -> None:
    assert clean(marks) == marks


@given(ANY_UNICODE)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(ANY_UNICODE)
def test_cleaned_text_can_be_stored_and_shown(raw: str) -> None:
    cleaned = clean(raw)
    cleaned.encode()
    assert not any(is_unseen(character) for character in cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "\r" not in cleaned
    assert cleaned == cleaned.strip()


def test_characters_that_nobody_can_see_are_counted_and_line_ends_are_not() -> None:
    assert unseen("zero\u200bwidth\ufeff\r\nnul\x00") == 3
    assert unseen("one\r\ntwo\rthree") == 0
