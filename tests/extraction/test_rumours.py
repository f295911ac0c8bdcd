"""What is said by nobody in particular, or by somebody whom others quote."""

import pytest

from tests.extraction.reading import said


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("It is said that the bridge is unsafe.", "the bridge is unsafe", None),
        ("The jury was told that Weber had left Rome.", "Weber had left Rome", None),
        ("In May, owners were told the firm had closed.", "the firm had closed", None),
        ("The jury was told by a clerk that Weber had left.", "Weber had left", "a clerk"),
        ("The driver, who allegedly hit three cars, fled.", "The driver … hit three cars", None),
        ("The clerk was quoted as saying that 300 people had died.", "300 people had died", "The clerk"),
        ("“It was dark in there,” the driver was quoted as saying.", "“It was dark in there,”", "the driver"),
        ("As first reported by the Star, the hall burned.", "the hall burned", "the Star"),
        ("The hall burned, as reported by the Star.", "The hall burned", "the Star"),
        ("Weber went on to say that the hall had burned.", "the hall had burned", "Weber"),
        ("Weber made the case that the hall was old.", "the hall was old", "Weber"),
    ],
)
def test_what_is_said_and_by_whom(text: str, content: str, who: str | None) -> None:
    assert (content, [who]) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was not told that the bridge was unsafe.",
        "The mayor should be told that the bridge is unsafe.",
        "Weber plans to say that the hall burned.",
        "Weber did not go on to say that the hall burned.",
        "Residents were advised to stay indoors.",
    ],
)
def test_nothing_is_said_by_anybody(text: str) -> None:
    assert said(text) == [(text.rstrip("."), [])]


def test_that_he_fled_is_not_alleged() -> None:
    assert ("The driver … fled", []) in said("The driver, who allegedly hit three cars, fled.")
