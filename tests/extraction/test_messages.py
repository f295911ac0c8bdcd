"""What a noun says that somebody says."""

import pytest

from tests.extraction.reading import said, stands


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("The minister issued a statement on Monday saying nobody was hurt.", "nobody was hurt", ["The minister"]),
        (
            "The minister issued a statement on Monday saying nobody was hurt.",
            "The minister issued a statement on Monday",
            [],
        ),
        ("Weber cited Berg’s comments saying the bridge was safe.", "the bridge was safe", ["Berg"]),
        ("The mayor received a letter saying the bridge was safe.", "the bridge was safe", ["a letter"]),
        ("Critics made the claim that 300 people died.", "300 people died", ["Critics"]),
        ("The union has raised concerns that the mine is unsafe.", "the mine is unsafe", ["The union"]),
    ],
)
def test_what_stands_in_a_message_is_said_by_who_sends_it(text: str, content: str, who: list[str]) -> None:
    assert (content, who) in said(text)


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Weber’s claim that the dam had leaked is false.", ("Weber", "claim", "the dam had leaked")),
        ("The report that the dam had leaked was wrong.", (None, "report", "the dam had leaked")),
        ("The paper rejected the allegation that its editor had lied.", (None, "allegation", "its editor had lied")),
    ],
)
def test_what_is_told_of_a_claim_stays_the_article_s_own(text: str, stand: tuple[str | None, str, str]) -> None:
    assert [chain for _, chain in said(text)] == [[]]
    assert stand in stands(text)


@pytest.mark.parametrize("text", ["The claim that failed was dropped.", "The fact that the dam leaked was known."])
def test_not_every_noun_with_a_clause_is_somebody_s_word(text: str) -> None:
    assert stands(text) == []
