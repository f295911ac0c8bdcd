import pytest

from factcheck.text.enumerations import item_marks
from factcheck.text.spans import Span


def marks(text: str) -> list[str]:
    return [span.of(text) for span in item_marks(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Close it 2. Mend it 3. Open it", ["1.", "2.", "3."]),
        ("1) Close it 2) Mend it", ["1)", "2)"]),
        ("(a) Close it (b) Mend it", ["(a)", "(b)"]),
        ("• 9. Close it • 10. Mend it", ["• 9.", "• 10."]),
        ("• Close it • Mend it", ["•", "•"]),
        ("We have to: 1. close it 2. mend it", ["1.", "2."]),
        ("1. It fell by 7. Others fell by 9. 2. It rose", ["1.", "2."]),
    ],
)
def test_the_marks_of_a_list_follow_on_each_other(text: str, found: list[str]) -> None:
    assert marks(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1. Close it",
        "It fell to 1. It rose to 2. It fell.",
        "1. Close it 3. Mend it",
        "1. Close it 2) Mend it",
        "a. Close it 2. Mend it",
    ],
)
def test_other_numbers_are_no_list(text: str) -> None:
    assert marks(text) == []
