import pytest

from factcheck.extraction.pipeline import extract, spoken
from factcheck.extraction.register import is_spoken
from factcheck.extraction.signals import words
from tests.extraction.reading import reason

SPEECH = (
    "Four years ago we made a promise to you. We built 400 schools, and we paid our teachers 12 percent more. "
    "I am proud of what you have done. My friends, our work is not over. We cut taxes for two million families, "
    "and we closed the old plants. I thank you, and I ask you to stand with us. You know what we stand for, and "
    "you know what we have done for our towns."
)
NEWS = (
    "The army took the town on Friday. The storm killed 107 people and closed the port for three days. Residents "
    "left their houses, and the council opened two schools for them. The bridge was built in 1932. The mayor said "
    "on Monday that we must all help, and that our town would not give up. Trains to the coast were cancelled, and "
    "the railway expects no service before the weekend. Two ferries brought water and bread to the islands."
)


@pytest.mark.parametrize(("text", "answer"), [(SPEECH, True), (NEWS, False), ("Crime fell by half.", True)])
def test_a_speech_is_told_from_news(text: str, answer: bool) -> None:
    assert is_spoken(spoken(text)[1]) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The mayor said “we must help”.", False),
        ("The bridge is closed. The mayor said we must help.", False),
        ("The governor said we must help.", True),
    ],
)
def test_a_short_text_that_quotes_or_reports_among_others_is_news(text: str, answer: bool) -> None:
    assert is_spoken(spoken(text)[1]) is answer


def test_in_a_speech_the_words_are_a_signal_with_the_strongest_named() -> None:
    best = max(extract(SPEECH).candidates, key=lambda candidate: candidate.checkworthiness)
    signal = next(signal for signal in best.signals if signal.name == "words")
    assert set(signal.words.split(", ")) <= set(SPEECH.lower().replace(",", "").replace(".", "").split())


def test_in_news_the_words_are_not_asked() -> None:
    assert all(signal.name != "words" for candidate in extract(NEWS).candidates for signal in candidate.signals)


@pytest.mark.parametrize("text", ["We built 400 schools last year.", "We will spend $40 million on roads."])
def test_what_a_speaker_did_or_costs_is_checkable(text: str) -> None:
    assert reason(text) is None


def test_what_somebody_else_is_said_to_plan_is_checkable_when_it_sounds_factual() -> None:
    assert reason("Senator Weber said he would cut taxes by $40 million in 1998.") is None


@pytest.mark.parametrize("text", ["God bless you all.", "Thank you all, and good night."])
def test_what_sounds_empty_is_not(text: str) -> None:
    assert reason(text) is not None


def test_a_judgement_stays_one_however_much_it_sounds_like_a_claim() -> None:
    assert reason("The harbour is a disgrace to the city.") == "opinion"


def test_the_weights_are_small_and_whole() -> None:
    assert words.WEIGHTS.stat().st_size < 2_000_000
    assert len(words.weights()) > 20_000
