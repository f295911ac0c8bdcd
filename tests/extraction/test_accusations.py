"""What somebody is accused of, and by whom."""

import pytest

from tests.extraction.reading import claims, said


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Weber accused the firm of hiding 300 accidents.", "the firm … hiding 300 accidents", ["Weber"]),
        ("The union blamed the firm for closing two plants.", "the firm … closing two plants", ["The union"]),
        ("Weber criticised the mayor for not closing the bridge.", "the mayor … not closing the bridge", ["Weber"]),
        ("On Monday Weber accused the firm of hiding two deaths.", "the firm … hiding two deaths", ["Weber"]),
        ("The firm was accused by Weber of hiding two deaths.", "The firm … hiding two deaths", ["Weber"]),
        ("The mayor left, accusing the firm of selling the bridge.", "the firm … selling the bridge", ["The mayor"]),
        ("The mayor left, accusing the firm of selling the bridge.", "The mayor left", []),
        ("Weber blamed the firm for closing two plants, and the firm sued.", "the firm sued", []),
    ],
)
def test_what_somebody_is_accused_of_is_the_word_of_who_accuses(text: str, content: str, who: list[str]) -> None:
    assert (content, who) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The firm was accused of hiding 300 accidents.",
        "Weber might accuse the firm of hiding 300 accidents.",
        "Weber has not accused the firm of hiding 300 accidents.",
        "Weber accused the firm of a crime.",
    ],
)
def test_without_an_accuser_or_a_deed_the_article_speaks(text: str) -> None:
    assert [chain for _, chain in said(text)] == [[]]


def test_an_accusation_is_a_claim_in_the_article_s_own_words() -> None:
    text = "Weber accused the firm of hiding 300 accidents in the mine, which later closed."
    assert claims(text) == ["the firm hiding 300 accidents in the mine", "the mine later closed"]
