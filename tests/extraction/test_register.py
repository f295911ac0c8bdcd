import pytest

from factcheck.extraction.pipeline import extract, spoken
from factcheck.extraction.register import register_of
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


@pytest.mark.parametrize(("text", "answer"), [(SPEECH, "speech"), (NEWS, "news")])
def test_a_speech_is_told_from_news(text: str, answer: str) -> None:
    assert register_of(spoken(text)[1]) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The mayor said “we must help”.", "news"),
        ("The bridge is closed. The mayor said we must help.", "news"),
        ("Crime fell by half.", "plain"),
        ("The bridge cost 3 million euros. It opened in 1932. Nobody was hurt.", "plain"),
        ("In 1932 the town of Weber had no bridge.", "plain"),
        ("The US has fifty states.", "plain"),
        ("No bridge crosses the river.", "plain"),
        ("No, the bridge crosses the river.", "speech"),
        ("The governor said we must help.", "speech"),
        ("We closed the port.", "speech"),
        ("But crime fell by half.", "speech"),
        ("This is a town of bridges.", "speech"),
        ("They closed the port.", "speech"),
        ("Ladies and gentlemen, the port is closed.", "speech"),
        ("Is the port closed?", "speech"),
        ("The port is closed. What a shame!", "speech"),
    ],
)
def test_a_short_text_is_plain_unless_it_reports_or_a_word_marks_a_speaker(text: str, answer: str) -> None:
    assert register_of(spoken(text)[1]) == answer


@pytest.mark.parametrize(
    "text",
    [
        "Basra is a port that lies on the gulf.",
        "The bridge cost 3 million euros.",
        "Norway has five million people.",
        "Bananas contain potassium.",
        "Bread contains gluten.",
        "Cats are animals.",
        "Nobody lives on the island.",
        "Ants can lift ten times their weight.",
        "Vaccines don’t cause autism.",
        "The Earth is flat.",
        "The road leads to the coast.",
        "The factory makes tyres.",
        "The harbour and the airport belong to the same firm.",
        "Spiders eat insects.",
        "The shop opens at nine.",
        "Ireland has no snakes.",
        "The law was never applied.",
        "Paper was invented in China.",
        "The minister said the bridge was closed.",
        "There are 400 wolves in Norway.",
        "Not one ship reached the port.",
        "Smoking causes cancer.",
        "Iron rusts.",
        "Basra is a port that lies on the gulf",
    ],
)
def test_one_plain_statement_is_a_claim_however_dull_it_sounds(text: str) -> None:
    assert reason(text) is None


def test_of_plain_statements_pasted_together_each_is_a_claim() -> None:
    found = extract("Basra is a port that lies on the gulf. It exports dates. Ships from Oman call there.").passages
    assert [passage.reason for passage in found] == [None, None, None]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("opinion", "The harbour is a disgrace."),
        ("prediction", "The river will rise again."),
        ("question", "Is Basra a port?"),
        ("instruction", "Please close the port."),
    ],
)
def test_what_is_pasted_alone_can_still_be_none(expected: str, text: str) -> None:
    assert reason(text) == expected


def test_a_sentence_out_of_a_speech_still_has_to_sound_factual() -> None:
    assert reason("And that is a lesson that lies in the past.") == "vague"


def test_in_a_speech_the_words_are_a_signal_with_the_strongest_named() -> None:
    best = max(extract(SPEECH).candidates, key=lambda candidate: candidate.checkworthiness)
    signal = next(signal for signal in best.signals if signal.name == "words")
    assert set(signal.words.split(", ")) <= set(SPEECH.lower().replace(",", "").replace(".", "").split())


def test_in_news_the_words_are_not_asked() -> None:
    names = {signal.name for candidate in extract(NEWS).candidates for signal in candidate.signals}
    assert names
    assert "words" not in names


@pytest.mark.parametrize(
    "text",
    [
        "We built 400 schools last year.",
        "We will spend $40 million on roads.",
        "And the law will require landlords to insulate houses.",
    ],
)
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
