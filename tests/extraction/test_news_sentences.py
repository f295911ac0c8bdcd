"""Sentences of many kinds of news, and the claims a checker expects of them, with who is said to say so."""

import pytest

from factcheck.extraction.pipeline import extract
from tests.extraction.reading import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 14 people were killed and 30 others wounded when a bus fell into a river.",
            [
                ("At least 14 people were killed", []),
                ("30 others were wounded when a bus fell into a river", []),
            ],
        ),
        (
            "The senator said that crime had doubled since 2019 and that the police had lost a third of their men.",
            [
                ("crime had doubled since 2019", ["The senator"]),
                ("the police had lost a third of their men", ["The senator"]),
            ],
        ),
        (
            "The mayor claimed, without evidence, that thousands of votes had been stolen.",
            [("thousands of votes had been stolen", ["The mayor"])],
        ),
        (
            "A spokeswoman confirmed that two patients had died but declined to give their names.",
            [("A spokeswoman declined to give their names", []), ("two patients had died", ["A spokeswoman"])],
        ),
        (
            "“There is no evidence that it harms children,” said Ada Lind, who led the trial, adding that tests go on.",
            [
                ("There is no evidence that it harms children", ["Ada Lind"]),
                ("Ada Lind led the trial", []),
                ("tests go on", ["Ada Lind"]),
            ],
        ),
        (
            "Coach Anna Lind said her team had been lucky: “We had two shots and scored twice.”",
            [("We had two shots", ["Coach Anna Lind"])],
        ),
        (
            "The town has no doctor, no school and only one shop.",
            [("The town has no doctor", []), ("The town has no school", []), ("The town has only one shop", [])],
        ),
        (
            "It was the fifth win of Rovers, and the first time they had scored three goals.",
            [
                ("It was the fifth win of Rovers", []),
                ("It was the first time they had scored three goals", []),
            ],
        ),
        (
            "The union, which represents 40,000 nurses, said the offer amounted to a pay cut.",
            [("The union represents 40,000 nurses", []), ("the offer amounted to a pay cut", ["The union"])],
        ),
        (
            "Lind, who says she is innocent, told the court that the money had been stolen.",
            [("Lind is innocent", ["Lind"]), ("the money had been stolen", ["Lind"])],
        ),
        (
            "Ada Lind, who runs the shop and has two sons, told the Star that nobody was hurt.",
            [("Ada Lind runs the shop", []), ("Ada Lind has two sons", []), ("nobody was hurt", ["Ada Lind"])],
        ),
        (
            "Lind said the halls cost a million euros, and accused the mayor of misleading the public.",
            [
                ("Lind accused the mayor of misleading the public", []),
                ("the halls cost a million euros", ["Lind"]),
            ],
        ),
        ("Weber pointed out that rents had doubled.", [("rents had doubled", ["Weber"])]),
        (
            "The clerk, asked about the figures, left the hall in May.",
            [("The clerk, asked about the figures, left the hall in May", [])],
        ),
        (
            "One of them, who asked not to be named, said the ship was full.",
            [("One of them asked not to be named", []), ("the ship was full", ["One of them"])],
        ),
        (
            "Lind was found guilty of fraud and sentenced to four years.",
            [("Lind was found guilty of fraud", []), ("Lind was sentenced to four years", [])],
        ),
        (
            "According to police, the suspect, a man of 34 from Turin, fired three shots before fleeing.",
            [("the suspect, a man of 34 from Turin, fired three shots before fleeing", ["police"])],
        ),
        (
            "The mayor, a Green, won 52 per cent; her rival, a Conservative, won 41 per cent.",
            [
                ("The mayor, a Green, won 52 per cent", []),
                ("her rival, a Conservative, won 41 per cent", []),
            ],
        ),
        (
            "The firm said it would close the plant and dismissed 300 workers.",
            [("The firm dismissed 300 workers", []), ("The firm would close the plant", ["The firm"])],
        ),
        (
            "The storm is the worst to hit the island in fifty years, forecasters say.",
            [("The storm is the worst to hit the island in fifty years", ["forecasters"])],
        ),
        ("The museum will reopen on 3 May.", [("The museum will reopen on 3 May", [])]),
    ],
)
def test_what_a_checker_expects(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(claim.text, speakers(claim.attribution)) for claim in extract(text).candidates] == expected


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The dam that leaked and that flooded Basra is old.", "The dam that leaked and that flooded Basra is old"),
        ("One man was killed and three injured in the crash.", "three injured in the crash"),
        ("Two men were arrested and a third fled.", "a third fled"),
    ],
)
def test_what_is_left_as_it_is(text: str, claim: str) -> None:
    assert claim in [candidate.text for candidate in extract(text).candidates]
