"""Where the words begin behind when, where and in what somebody said so."""

import pytest

from tests.extraction.reading import said


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        ("Weber said on Monday he had sold the house.", "he had sold the house", "Weber"),
        ("Weber said late on Monday that he had left.", "he had left", "Weber"),
        ("Weber said after a lunch in Rome that the dam was old.", "the dam was old", "Weber"),
        ("Weber said this week the dam was old.", "the dam was old", "Weber"),
        ("Weber said at a meeting, “The dam is old and leaks.”", "“The dam is old and leaks.”", "Weber"),
        ("Weber told reporters in Rome on Monday he had left.", "he had left", "Weber"),
        ("Weber told the Star of Newark last week she had left.", "she had left", "Weber"),
        ("A report published in May found that most pupils skip tea.", "most pupils skip tea", "A report"),
        ("“It was dark,” said a cook, “and we left early.”", "“It was dark,” … “and we left early.”", "a cook"),
        ("One of the aims, said Weber, was to cut costs.", "One of the aims … was to cut costs", "Weber"),
        ("The firm had 300 workers, the report says; it now has 12.", "it now has 12", "the report"),
    ],
)
def test_what_is_said_begins_behind_the_circumstances(text: str, content: str, who: str) -> None:
    assert (content, [who]) in said(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Weber denied on Monday statements he had made.", "Weber denied on Monday statements he had made"),
        ("“It was dark,” Weber said; the lamps were broken.", "the lamps were broken"),
    ],
)
def test_what_is_told_beside_stays_with_the_article(text: str, content: str) -> None:
    assert (content, []) in said(text)
