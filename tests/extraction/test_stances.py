"""Who takes a stand on what, where nothing is said that could be checked."""

import pytest

from factcheck.extraction.pipeline import extract
from tests.extraction.reading import claims, reason, speakers, stands


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("The minister praised the plan.", ("The minister", "praised", "the plan")),
        ("Weber called the bridge a danger to ships.", ("Weber", "called", "the bridge a danger to ships")),
        ("The union has called for new talks.", ("The union", "has called", "new talks")),
        ("Critics complained about the noise.", ("Critics", "complained", "the noise")),
        ("The council hopes to close two schools.", ("The council", "hopes", "to close two schools")),
        ("The company declined to comment.", ("The company", "declined", "to comment")),
        ("The mayor did not endorse the plan.", ("The mayor", "did not endorse", "the plan")),
        ("The paper, which opposes the war, sold well.", ("The paper", "opposes", "the war")),
        ("The mayor left early, blaming the weather.", ("The mayor", "blaming", "the weather")),
        ("Weber touted the new line.", ("Weber", "touted", "the new line")),
        ("The plan was praised by the union.", ("the union", "was praised", "The plan")),
        ("Weber was asked about the dam.", (None, "was asked", "the dam")),
        ("Officials are worried that the dam may break.", ("Officials", "worried", "the dam may break")),
        ("The mayor was critical of the plan.", ("The mayor", "critical", "the plan")),
        ("The council is willing to close the school.", ("The council", "willing", "to close the school")),
        ("The union’s call for a ban was heard.", ("The union", "call", "a ban")),
        ("The mayor renewed calls for a new bridge.", ("The mayor", "calls", "a new bridge")),
        ("The firm is expected to close in May.", (None, "is expected", "The firm … to close in May")),
    ],
)
def test_who_takes_a_stand_on_what(text: str, stand: tuple[str, str, str]) -> None:
    assert stand in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the bridge.",
        "The council met to discuss the plan.",
        "The mayor might criticise the plan.",
        "The mayor said the council had praised the plan.",
        "“The council praised the plan.”",
        "They live in a village called Home.",
        "The call lasted an hour.",
        "We support the plan.",
    ],
)
def test_no_stand_is_taken(text: str) -> None:
    assert stands(text) == []


def test_the_article_itself_says_that_a_stand_was_taken() -> None:
    text = "The minister criticised the plan in Rome on Monday."
    assert claims(text) == ["The minister criticised the plan in Rome on Monday"]
    assert extract(text).candidates[0].attribution == ()
    assert extract(text).reported == ()


def test_a_stand_that_is_no_claim_keeps_its_chain() -> None:
    text = "The board wants to leave the awful old house."
    if reason(text):
        assert [speakers(reported.attribution) for reported in extract(text).reported] == [["The board"]]
