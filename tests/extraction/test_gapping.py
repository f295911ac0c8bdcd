import pytest

from factcheck.extraction.pipeline import extract
from tests.extraction.reading import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The council closed the pool in May, the library in June.",
            ["The council closed the pool in May", "The council closed the library in June"],
        ),
        (
            "Berg won the gold medal, Weber the silver medal and Novak the bronze.",
            ["Berg won the gold medal", "Weber won the silver medal", "Novak won the bronze"],
        ),
        (
            "The team won the cup, with the silver medal going to Poland and the bronze to Armenia.",
            ["The team won the cup", "the silver medal going to Poland", "the bronze going to Armenia"],
        ),
    ],
)
def test_a_verb_that_is_said_once_is_meant_twice(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


def test_words_that_are_meant_twice_are_marked_twice() -> None:
    text = "The council closed the pool in May, the library in June."
    spans = [[span.of(text) for span in claim.spans] for claim in extract(text).candidates]
    assert spans == [["The council closed the pool in May"], ["The council closed", "the library in June"]]


def test_a_month_has_no_other_name() -> None:
    assert "May is the library" not in claims("The pool is closed. The council closed the pool in May, the library.")
