from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.cleaning import clean
from factcheck.text.paragraphs import paragraphs


def read(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text)]


def test_an_empty_line_ends_a_paragraph() -> None:
    assert read("First.\n\nSecond.") == ["First.", "Second."]


def test_a_single_line_break_ends_it_too() -> None:
    assert read("Share\nThe headline\nThe story begins.") == ["Share", "The headline", "The story begins."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The ministry said on Friday that the warehouse near the port\n"
        "had been destroyed by fire, and that nobody working in it had\n"
        "been hurt."
    )
    assert read(wrapped) == [wrapped]


def test_long_lines_that_end_their_sentences_are_paragraphs_of_their_own() -> None:
    lines = [
        "The ministry said on Friday that the warehouse was destroyed.",
        "Nobody who was working in it at the time of the fire was hurt.",
        "The cause is not known.",
    ]
    assert read("\n".join(lines)) == lines


@given(st.text(alphabet="ab. \n", max_size=200))
def test_paragraphs_hold_all_words_in_order(raw: str) -> None:
    text = clean(raw)
    assert "".join("".join(read(text)).split()) == "".join(text.split())
