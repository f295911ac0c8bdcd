import pytest

from factcheck.extraction.pipeline import extract
from tests.extraction.reading import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army took the town on Friday, and rebels burned the bridge.",
            ["The army took the town on Friday", "rebels burned the bridge"],
        ),
        (
            "The fighters left the town and burned the bridge.",
            ["The fighters left the town", "The fighters burned the bridge"],
        ),
        (
            "The team was denied visas twice and was sent home.",
            ["The team was denied visas twice", "The team was sent home"],
        ),
        (
            "The work was paid by Oxford, Harvard and Yale.",
            ["The work was paid by Oxford", "The work was paid by Harvard", "The work was paid by Yale"],
        ),
        (
            "The bridge, which opened in 1967, collapsed on Tuesday.",
            ["The bridge collapsed on Tuesday", "The bridge opened in 1967"],
        ),
        (
            "The crane fell into the mosque, killing 107 people.",
            ["The crane fell into the mosque", "The crane fell into the mosque, killing 107 people"],
        ),
        (
            "Although the army denied it, the town was burned.",
            ["the army denied it", "the town was burned"],
        ),
        (
            "The rebels hold Idlib, in a region under the control of Turkey; the road is closed.",
            [
                "The rebels hold Idlib",
                "Idlib is in a region under the control of Turkey",
                "the road is closed",
            ],
        ),
        (
            "Norway and Iceland have closed their ports.",
            ["Norway have closed their ports", "Iceland have closed their ports"],
        ),
        (
            "The guests included Norwegians and Icelanders.",
            ["The guests included Norwegians", "The guests included Icelanders"],
        ),
        (
            "Painted houses, mixed farms and other old buildings are designed to draw visitors.",
            ["Painted houses, mixed farms and other old buildings are designed to draw visitors"],
        ),
        (
            "The guests met Carl Weber, 22, who was shot in June.",
            ["The guests met Carl Weber, 22", "Carl Weber was shot in June"],
        ),
        (
            "Basra is a large, modern and wealthy city.",
            ["Basra is a large city", "Basra is a modern city", "Basra is a wealthy city"],
        ),
        (
            "The army shelled the coalition that is fighting the militia.",
            ["The army shelled the coalition that is fighting the militia", "the coalition is fighting the militia"],
        ),
        (
            "The river is in Basra, the largest port of the country.",
            ["The river is in Basra, the largest port of the country", "Basra is the largest port of the country"],
        ),
    ],
)
def test_what_could_be_true_or_false_alone_stands_alone(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army took the town after the rebels had left it.",
        "Talks between Russia, Turkey and Iran failed on Friday.",
        "The talks with Russia and Iran were held in Vienna.",
        "The king and his sons opened the harbour.",
        "Norway and Iceland signed a treaty.",
        "The storm damaged roofs and roads.",
        "The team must win if it wants the medal on Friday because the rules were changed.",
    ],
)
def test_conditions_times_and_fellows_stay_with_what_they_limit(text: str) -> None:
    assert claims(text) in ([text.rstrip(".")], [])


def test_a_claim_lies_exactly_on_its_spans() -> None:
    text = "The fighters left the town and burned the bridge."
    second = extract(text).candidates[1]
    assert [span.of(text) for span in second.spans] == ["The fighters", "burned the bridge"]


def test_opening_connectives_are_left_out() -> None:
    assert claims("Meanwhile, the army took the town.") == ["the army took the town"]


def test_a_connective_behind_an_opening_quotation_mark_is_left_out() -> None:
    assert claims("“And the law is broken by the order,” the judge said.") == ["the law is broken by the order"]


def test_what_was_cut_off_its_verb_is_no_claim() -> None:
    text = "“The dam leaks and the bridge has burned,” the mayor said, citing a report on the province."
    assert claims(text) == ["The dam leaks", "the bridge has burned"]
