import pytest

from factcheck.extraction.pipeline import extract
from tests.extraction.reading import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg (born in 1967) is a judge.", ["Ada Berg is a judge", "Ada Berg (born in 1967)"]),
        ("The NRA (National Rifle Association) sued.", ["The NRA sued"]),
        ("The army took 500 miles (800 km) of road.", ["The army took 500 miles (800 km) of road"]),
        (
            "The fighters left Basra, where soldiers had burned the bridge.",
            ["The fighters left Basra", "soldiers had burned the bridge"],
        ),
        (
            "The storm hit the festival, at which 30 people were hurt.",
            ["The storm hit the festival", "30 people were hurt at the festival"],
        ),
        (
            "The race was held in June. The robot, named “Little Ada,” won it.",
            ["The race was held in June", "The robot won it", "The robot was named “Little Ada”"],
        ),
        (
            "The team travelled from Herat, their home, to Kabul, and was tired.",
            ["The team travelled from Herat to Kabul", "The team was tired", "Herat was their home"],
        ),
        (
            "According to the report, which cost £2 million, the bridge is safe.",
            ["the report cost £2 million", "the bridge is safe"],
        ),
    ],
)
def test_what_stands_aside_stands_apart(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The mayor said that the dam, which opened in 1967, has leaked.",
            {"the dam has leaked": 1, "the dam opened in 1967": 0},
        ),
        (
            "“The dam, which opened in 1967, has leaked,” the mayor said.",
            {"The dam has leaked": 1, "The dam opened in 1967": 1},
        ),
    ],
)
def test_the_writer_says_an_aside_and_the_speaker_a_quoted_one(text: str, speakers: dict[str, int]) -> None:
    assert {claim.text: len(claim.attribution) for claim in extract(text).candidates} == speakers
