"""Who speaks in paragraphs that begin with a name and a colon."""

from factcheck.extraction.pipeline import extract
from tests.extraction.reading import speakers

_INTERVIEW = """Weber: The boat sank on Friday. Two guards saw the flames.

Berg: The harbour was closed for a week.

Weber: It opened on Monday.

Berg: The divers left Rome on Tuesday."""


def _chains(text: str) -> dict[str, list[str | None]]:
    return {claim.text: speakers(claim.attribution) for claim in extract(text).candidates}


def test_names_that_take_turns_speak_to_the_end_of_their_paragraphs() -> None:
    found = _chains(_INTERVIEW)
    assert found["The boat sank on Friday"] == ["Weber"]
    assert found["Two guards saw the flames"] == ["Weber"]
    assert found["The harbour was closed for a week"] == ["Berg"]


def test_behind_a_question_and_an_answer_the_speaker_is_unknown() -> None:
    found = _chains("Q: Who saw the boat?\n\nA: Two guards saw the boat. It sank on Friday.")
    assert found == {"Two guards saw the boat": [None], "It sank on Friday": [None]}


def test_a_headline_s_name_speaks_if_it_speaks_in_the_text() -> None:
    headline, body = "Weber: Two guards saw the flames", "Two guards saw the flames in the tower, Ada Weber said."
    assert _chains(f"{headline}\n\n{body}")["Two guards saw the flames"] == ["Weber"]


def test_a_word_before_a_colon_is_no_speaker_by_itself() -> None:
    assert _chains("Update: The harbour was closed for a week.")["Update: The harbour was closed for a week"] == []
