import pytest

from tests.extraction.reading import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He served as governor from 1971 to 1975 and as senator from 1963 to 1967.",
            ["He served as governor from 1971 to 1975", "He served as senator from 1963 to 1967"],
        ),
        (
            "The plan drew both praise for saving the dam in the U.S. and criticism for its price.",
            ["The plan drew praise for saving the dam in the U.S", "The plan drew criticism for its price"],
        ),
        (
            "She was fined for her speed and for the smoke that critics blame for the crash.",
            ["She was fined for her speed", "She was fined for the smoke that critics blame for the crash"],
        ),
        (
            "The rivals finished behind both in May and in June.",
            ["The rivals finished behind both in May and in June"],
        ),
        (
            "The council was old, and in June, the library burned.",
            ["The council was old", "in June, the library burned"],
        ),
        (
            "Born and raised in Basra, Ada Berg left the town and joined the army.",
            ["Born and raised in Basra, Ada Berg left the town", "Ada Berg joined the army"],
        ),
    ],
)
def test_the_words_show_what_is_joined(text: str, expected: list[str]) -> None:
    assert claims(text) == expected
