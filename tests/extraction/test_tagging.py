import pytest

from tests.extraction.reading import tags


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Rebels attacked the base.", "attacked", "FINITE"),
        ("the base attacked by rebels", "attacked", "PART"),
        ("Rebels had attacked the base.", "attacked", "PART"),
        ("The campaign fails to distinguish.", "fails", "FINITE"),
        ("Ministers deny it.", "deny", "FINITE"),
        ("the air strikes in Syria", "strikes", "NOUN"),
        ("It strikes the town.", "strikes", "FINITE"),
        ("the minister’s house", "’s", "GEN"),
        ("It’s late.", "’s", "BE"),
        ("the IS group", "IS", "NAME"),
        ("It is so.", "is", "BE"),
        ("the UK Foreign Secretary", "Foreign", "NAME"),
        ("Mr. Obama spoke.", "Mr.", "NAME"),
        ("five per cent of them", "five", "NUM"),
        ("She said that he left.", "that", "THAT"),
        ("The U.S. Army left.", "U.S.", "NAME"),
    ],
)
def test_words_are_told_apart_by_form_and_neighbours(text: str, word: str, tag: str) -> None:
    assert dict(tags(text))[word] == tag


def test_every_sign_that_is_no_white_space_belongs_to_a_token() -> None:
    text = "“Well…” she said—“it’s $1,000 (or 5%) at 10:30 a.m.!”"
    assert "".join(word for word, _ in tags(text)) == "".join(text.split())
