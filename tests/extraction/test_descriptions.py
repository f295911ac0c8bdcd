import pytest

from tests.extraction.reading import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Basra is a port that was bombed in 1991.", ["Basra is a port", "Basra was bombed in 1991"]),
        (
            "The Mill is a film directed by Ada Berg and written by Carl Weber.",
            ["The Mill is a film", "The Mill is directed by Ada Berg", "The Mill is written by Carl Weber"],
        ),
        ("This is the man who shot 12 people.", ["This is the man who shot 12 people"]),
    ],
)
def test_what_is_said_of_the_description_is_said_of_the_subject(text: str, expected: list[str]) -> None:
    assert claims(text) == expected
