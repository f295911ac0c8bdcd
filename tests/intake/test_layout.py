"""Lines of a page, as paragraphs."""

import pytest

from factcheck.intake.layout import Line, paragraphs

LEADING, SIZE, LEFT, RIGHT = 14.0, 12.0, 70.0, 500.0


def below(*words: str, page: int = 0, top: float = 700.0, indented: frozenset[int] = frozenset()) -> list[Line]:
    """Full lines below each other, but for the last, which ends midway; an empty one leaves a gap."""
    lines = []
    for number, line in enumerate(words):
        if line:
            bottom = top - LEADING * number
            right = 300.0 if number == len(words) - 1 else RIGHT
            lines.append(Line(line, page, LEFT + 20 * (number in indented), right, bottom, bottom + SIZE))
    return lines


def test_lines_below_each_other_are_one_paragraph() -> None:
    assert paragraphs(below("The bridge was closed after", "Engineers found a crack.")) == [
        "The bridge was closed after Engineers found a crack."
    ]


def test_a_gap_parts_paragraphs() -> None:
    assert paragraphs(below("It closed on Monday.", "", "The ferry runs.")) == [
        "It closed on Monday.",
        "The ferry runs.",
    ]


def test_an_indented_line_begins_a_paragraph() -> None:
    lines = below("It closed on Monday, and", "nobody knew it.", "The ferry runs.", indented=frozenset({0, 2}))
    assert paragraphs(lines) == ["It closed on Monday, and nobody knew it.", "The ferry runs."]


def test_a_line_that_had_room_for_the_next_word_ended_its_paragraph() -> None:
    first, second = below("It closed on Monday.", "The ferry runs every hour.")
    wide = Line("The ferry runs every hour.", 0, LEFT, RIGHT, second.bottom, second.top)
    short = Line(first.words, 0, LEFT, 200.0, first.bottom, first.top)
    assert paragraphs([short, wide]) == ["It closed on Monday.", "The ferry runs every hour."]


def test_a_line_in_other_characters_begins_a_paragraph() -> None:
    head = Line("River bridge closed", 0, LEFT, 400.0, 714.0, 744.0)
    assert paragraphs([head, *below("It closed", "on Monday.")]) == ["River bridge closed", "It closed on Monday."]


def test_each_point_of_a_list_is_a_paragraph() -> None:
    assert paragraphs(below("• one point", "• another point")) == ["• one point", "• another point"]


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        ("the council asked engineers of", "the county", True),
        ("the council asked", "London engineers", True),
        ("the council asked.", "Engineers came.", False),
    ],
)
def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(last: str, first: str, *, joined: bool) -> None:
    above = below("On Monday", last, "")[-2:]
    expected = [f"On Monday {last} {first}"] if joined else [f"On Monday {last}", first]
    column = Line(first, 0, 560.0, 800.0, 700.0, 712.0)
    assert paragraphs([*above, column]) == expected
    assert paragraphs([*above, *below(first, page=1)]) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the govern-", "ment said so", "the government said so"),
        ("a well-", "paid job", "a well-paid job"),
        ("in 20-", "odd years", "in 20-odd years"),
        ("the Franco-", "Prussian war", "the Franco-Prussian war"),
        ("a long -", "and dear - bridge", "a long - and dear - bridge"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_mended_where_that_is_safe(
    before: str, after: str, expected: str
) -> None:
    assert paragraphs(below(before, after)) == [expected]


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("a policymaker", "the policymaker"),
        ("a policy-maker", "the policy-maker"),
        ("a policy for no maker", "the policy-maker"),
    ],
)
def test_how_the_text_writes_a_word_elsewhere_decides(elsewhere: str, expected: str) -> None:
    assert paragraphs(below(f"It names {elsewhere} and the policy-", "maker."))[0].endswith(f"{expected}.")


def test_what_stands_apart_interrupts_no_paragraph() -> None:
    lines = [*below("The council", "asked engineers of", "")[:2], *below("The Paper", page=0, top=20.0)]
    lines += below("the county.", page=1)
    assert paragraphs(lines, apart={id(lines[2])}) == ["The Paper", "The council asked engineers of the county."]
