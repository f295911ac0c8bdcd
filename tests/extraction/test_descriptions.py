import pytest

from tests.extraction.reading import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Basra is a port that lies on the gulf.", ["Basra is a port", "Basra lies on the gulf"]),
        (
            "The Mill is a film directed by Ada Berg and written by Carl Weber.",
            ["The Mill is a film", "The Mill is directed by Ada Berg", "The Mill is written by Carl Weber"],
        ),
        ("This is the man who shot the mayor.", ["This is the man who shot the mayor"]),
    ],
)
def test_what_is_said_of_the_description_is_said_of_the_subject(text: str, expected: list[str]) -> None:
    assert claims(text) == expected
