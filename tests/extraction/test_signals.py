import pytest

from factcheck.extraction.pipeline import extract
from factcheck.extraction.records import Signal
from factcheck.extraction.signals.catalogue import CUES, SENTENCES


def signals(text: str) -> list[Signal]:
    return list(extract(text).candidates[0].signals)


EXAMPLES = [
    ("share", "five per cent", "Only five per cent of the strikes hit the group."),
    ("figure", "238", "The storm wounded 238 people."),
    ("small-figure", "three", "The army took three towns."),
    ("bound", "at least", "At least 107 people were hurt."),
    ("money", "$5.4", "The bridge cost $5.4 million."),
    ("deaths", "killed", "The storm killed two guards."),
    ("violence", "bombed", "The jets bombed the port."),
    ("accusation", "violated", "The army violated the agreement."),
    ("accusation", "hacked", "Strangers hacked the server of the party."),
    ("record", "first", "The team won its first medal."),
    ("comparison", "more damage to plants than", "Ozone causes more damage to plants than rain."),
    ("change", "declined", "Ozone has declined in the country."),
    ("cause", "caused", "The storm caused the accident."),
    ("risk", "risk", "The study found a higher risk of floods."),
    ("public-action", "president", "The president opened the bridge."),
    ("law", "ban", "Syria is covered by the ban."),
    ("science", "study", "The study was published in a journal."),
    ("absolute", "all", "All refugees left the country."),
    ("hedge", "may", "The boat may have left on Friday."),
    ("schedule", "due to", "Putin is due to hold talks in Paris."),
    ("custom", "named", "The team named the robot Robogee."),
]


@pytest.mark.parametrize(("name", "words", "text"), EXAMPLES)
def test_a_signal_names_the_words_that_set_it_off(name: str, words: str, text: str) -> None:
    assert {signal.name: signal.words for signal in signals(text)}[name] == words


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("record", "The bridge to the First Street was closed."),
        ("record", "At least 40 people crossed the bridge."),
        ("small-figure", "The bridge cost $1.6 million."),
        ("change", "The mayor declined to open the bridge."),
    ],
)
def test_words_that_only_look_like_a_signal_are_none(name: str, text: str) -> None:
    assert name not in [signal.name for signal in signals(text)]


def test_a_record_in_capitals_counts_in_a_headline() -> None:
    headline, _ = extract("Weber Wins First Medal\n\nAnna Weber won a medal on Friday.").candidates
    assert "record" in [signal.name for signal in headline.signals]


def test_every_signal_has_a_sentence_and_an_example() -> None:
    assert {name for name, _, _ in EXAMPLES} == {cue.name for cue in CUES}
    assert [sentence for sentence in SENTENCES.values() if not sentence.endswith(".")] == []


def test_a_named_speaker_counts_and_an_unnamed_one_counts_less() -> None:
    named = signals("Anna Weber said the bridge was closed.")
    unnamed = signals("Residents said the bridge was closed.")
    assert "named-source" in [signal.name for signal in named]
    assert "unnamed-source" in [signal.name for signal in unnamed]


def test_deaths_rank_above_background() -> None:
    deaths, background = extract("The storm killed 107 people. The contest was founded by a teacher.").candidates
    assert deaths.checkworthiness > 2 * background.checkworthiness


def test_the_weightiest_signal_comes_first() -> None:
    weights = [abs(signal.weight) for signal in signals("At least 107 people were killed in the first storm.")]
    assert weights == sorted(weights, reverse=True)
