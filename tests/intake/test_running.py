"""Running heads and page numbers are told from the text only where it is sure."""

from factcheck.intake.layout import Line
from factcheck.intake.running import running


def page(number: int, *words: str, top: float = 700.0) -> list[Line]:
    return [
        Line(line, number, 70.0, 300.0, top - 20 * place, top - 20 * place + 12) for place, line in enumerate(words)
    ]


def kept_out(*pages: list[Line]) -> list[str]:
    found = running(pages)
    return [line.words for lines in pages for line in lines if id(line) in found]


def test_a_number_that_counts_the_pages_is_kept_out() -> None:
    assert kept_out(page(0, "It rained.", "7"), page(1, "It snowed.", "8")) == ["7", "8"]
    assert kept_out(page(0, "It rained.", "Page 1 of 2"), page(1, "It snowed.", "Page 2 of 2")) == [
        "Page 1 of 2",
        "Page 2 of 2",
    ]


def test_other_numbers_stay() -> None:
    assert kept_out(page(0, "It rained.", "7"), page(1, "It snowed.", "17")) == []
    assert kept_out(page(0, "It rained.", "In 1932"), page(1, "It snowed.", "In 1945")) == []


def test_a_head_over_every_page_is_kept_out_and_a_second_one_below_it() -> None:
    pages = [page(number, "The Paper", "Politics", f"Text {words}") for number, words in enumerate(["a", "b", "c"])]
    assert kept_out(*pages) == ["The Paper", "Politics"] * 3


def test_the_same_line_at_the_edge_of_two_pages_of_three_stays() -> None:
    same = "The total is nine."
    assert kept_out(page(0, "A", same), page(1, "B", same), page(2, "C", "Another.")) == []


def test_the_same_words_at_another_height_stay() -> None:
    assert kept_out(page(0, "The Paper", "A"), page(1, "The Paper", "B", top=650.0)) == []


def test_one_page_has_nothing_that_is_sure() -> None:
    assert kept_out(page(0, "The Paper", "It rained.", "1")) == []
