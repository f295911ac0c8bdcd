"""What to look for among many claims, and which of those found say the same."""

import pytest

from factcheck.text.matching import Candidate, rank, spread, telling, weights


def candidate(key: int, text: str) -> Candidate:
    return Candidate(key, text, dict.fromkeys(text.lower().split(), 1))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See https://t.example/Ab1 now", ["See", "now"]),
        ("#BridgeOpened by @TheMinister", ["Bridge", "Opened", "by", "The", "Minister"]),
        ("It fell 4.5% to $3,000", ["It", "fell", "4.5%", "to", "$3,000"]),
    ],
)
def test_names_come_out_of_handles_and_addresses_go(text: str, words: list[str]) -> None:
    assert spread(text).split() == words


def test_rare_words_are_looked_for_alone_and_frequent_ones_together() -> None:
    counts = {"dam": 20.0, "broke": 40.0, "said": 900.0, "year": 800.0, "water": 500.0}
    wanted = telling(counts, total=10_000, budget=110)
    assert wanted[:2] == [("dam",), ("broke",)]
    assert wanted[2:] == [("water", "year")], "40 of 10,000 have both; of what is left, no other pair fits"


def test_what_is_looked_for_stays_within_the_budget() -> None:
    assert telling({"said": 9_000.0}, total=10_000, budget=100) == []


def test_the_rarest_shared_word_tells_most() -> None:
    counts = {"bridge": 50.0, "opened": 900.0, "kotor": 2.0}
    found = rank(
        "bridge opened kotor",
        weights(counts, 1_000),
        [candidate(1, "the bridge opened"), candidate(2, "a road to kotor"), candidate(3, "bridge opened in kotor")],
    )
    assert found[0].key == 3
    assert found[0].likeness > found[-1].likeness


def test_another_spelling_of_a_name_counts_for_something() -> None:
    found = rank(
        "gaddafi left tripoli",
        weights({"gaddafi": 3.0, "left": 500.0, "tripoli": 20.0}, 1_000),
        [candidate(1, "parties in tripoli"), candidate(2, "kadafi in tripoli"), candidate(3, "council in tripoli")],
    )
    assert found[0].key == 2


def test_the_same_claim_is_wholly_alike() -> None:
    [match] = rank("bridge opened", weights({"bridge": 1.0, "opened": 1.0}, 10), [candidate(1, "bridge opened")])
    assert match.likeness == pytest.approx(1.0)


def test_without_candidates_there_is_nothing_to_rank() -> None:
    assert rank("bridge", weights({"bridge": 1.0}, 10), []) == []
