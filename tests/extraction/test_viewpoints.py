"""In whose eyes something is so."""

import pytest

from tests.extraction.reading import said


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        (
            "The firm has never paid a cent, to hear its rivals tell it.",
            "The firm has never paid a cent",
            ["its rivals"],
        ),
        ("In Weber’s view, the bridge was never safe.", "the bridge was never safe", ["Weber"]),
        ("In the view of the union, the mine is unsafe.", "the mine is unsafe", ["the union"]),
        ("The mine, in the words of one engineer, was a trap.", "The mine … was a trap", ["one engineer"]),
        ("By Weber’s account, two guards fled.", "two guards fled", ["Weber"]),
    ],
)
def test_what_somebody_holds_is_theirs(text: str, content: str, who: list[str]) -> None:
    assert (content, who) in said(text)


@pytest.mark.parametrize("text", ["In full view of the police, he fled.", "In my view, the mine is unsafe."])
def test_not_every_view_is_a_speaker_s(text: str) -> None:
    assert [chain for _, chain in said(text)] == [[]]
