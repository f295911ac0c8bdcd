import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.quotes import quotes
from factcheck.text.spans import Span


def quoted(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in quotes(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("with most “killing civilians” and others", ["killing civilians"]),
        ('He called it "a mess" and "a shame".', ["a mess", "a shame"]),
        ("«Nous partons», dit-il.", ["Nous partons"]),
        ("Er sagte: „Wir gehen“ und ging.", ["Wir gehen"]),
        ("‘We are leaving,’ he said.", ["We are leaving,"]),
        ("She said the ministers’ plan didn’t work.", []),
        ("the dogs' owners and the '90s", []),
        ("‘The nations’ leaders agreed,’ she said.", ["The nations’ leaders agreed,"]),
        ("''It is so,'' he said.", ["It is so,"]),
        ("nothing quoted", []),
    ],
)
def test_quoted_stretches_are_found_whatever_the_marks(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_closing_mark_turned_the_wrong_way_still_closes() -> None:
    text = "‘These actions will only fuel more extremism and radicalisation, ‘ seven countries said in a statement."
    assert quoted(text) == ["These actions will only fuel more extremism and radicalisation, "]


def test_a_quotation_that_nothing_closes_runs_to_the_end_of_the_paragraph() -> None:
    text = "“The first paragraph of a long quotation."
    (quote,) = quotes(text, Span(0, len(text)))
    assert not quote.closed
    assert quote.outer == Span(0, len(text))


@given(st.text(alphabet="ab “”‘’\"'«»„,.\n", max_size=120))
def test_quotes_lie_inside_their_paragraph_and_do_not_overlap(text: str) -> None:
    end = 0
    for quote in quotes(text, Span(0, len(text))):
        assert quote.outer.start >= end
        assert quote.outer.holds(quote.inner)
        end = quote.outer.end
    assert end <= len(text)
