import pytest

from tests.extraction.reading import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The storm ruined the harvest of wheat, rice and maize.",
            [
                "The storm ruined the harvest of wheat",
                "The storm ruined the harvest of rice",
                "The storm ruined the harvest of maize",
            ],
        ),
        (
            "The team met fishermen from Herat (the west) and Kabul (the east).",
            ["The team met fishermen from Herat", "The team met fishermen from Kabul"],
        ),
        (
            "The team met fishermen from Herat and Kabul.",
            ["The team met fishermen from Herat", "The team met fishermen from Kabul"],
        ),
        (
            "The mill is a large and old building.",
            ["The mill is a large building", "The mill is an old building"],
        ),
        (
            "Ada Berg was a judge and politician in Basra.",
            ["Ada Berg was a judge in Basra", "Ada Berg was a politician in Basra"],
        ),
        (
            "Teams from Basra and Herat both had trouble.",
            ["Teams from Basra had trouble", "Teams from Herat had trouble"],
        ),
        (
            "Teams from Basra, Herat, and Kabul, which are towns, had trouble.",
            [
                "Teams from Basra had trouble",
                "Teams from Herat had trouble",
                "Teams from Kabul had trouble",
                "Basra, Herat, and Kabul are towns",
            ],
        ),
    ],
)
def test_each_member_of_a_list_is_said_alone(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trinidad and Tobago closed its ports.",
        "The Department of Health and Human Services closed.",
        "She read “Crime and Punishment” in June.",
        "The storm and the flood killed 30 people.",
        "He spent two years and six months in prison.",
        "The flag has red and white stripes.",
        "The law bans species such as wolves, bears and lynxes from the market.",
        "The council met the board to discuss new trams, old bridges and cheap fares.",
        "The permit from the Aviation Office and the Safety Board was lost.",
    ],
)
def test_what_is_one_thing_or_would_be_untrue_apart_stays_together(text: str) -> None:
    assert claims(text) == [text.rstrip(".")]


def test_many_lists_in_a_sentence_do_not_multiply_without_end() -> None:
    names = "Ada Berg, Carl Weber, Eva Novak and Jon Dahl"
    towns = "Basra, Herat, Kabul and Vienna"
    assert len(claims(f"{names} visited {towns} with {names}.")) <= 12
