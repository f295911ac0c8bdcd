import pytest

from factcheck.extraction.passages.furniture import furniture_kind
from factcheck.extraction.pipeline import extract

STORY = "The army took the town on Friday. Nobody was hurt."


def kinds(text: str) -> list[tuple[str, str]]:
    extraction = extract(text)
    return [(passage.kind, passage.span.of(extraction.text)) for passage in extraction.passages]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("boilerplate", "Share"),
        ("boilerplate", "ADVERTISEMENT"),
        ("boilerplate", "Read more: Ten things to know about the strikes"),
        ("boilerplate", "© 2015 The Daily. All rights reserved."),
        ("boilerplate", "https://example.org/story"),
        ("boilerplate", "Sign up for our newsletter"),
        ("boilerplate", "Subscribe for £2 a week"),
        ("boilerplate", "We use cookies to make this site better."),
        ("credit", "Uncredited/AP"),
        ("credit", "Image: United States Navy."),
        ("credit", "Photo by Anna Weber"),
        ("credit", "Anna Weber, Associated Press"),
        ("credit", "Courtesy of Anna Weber"),
        ("dateline", "Published 11:11 PM EST Nov 19, 2019"),
        ("credit", "By Anna Weber and Ali Hassan"),
        ("dateline", "Friday, July 21, 2017"),
        ("dateline", "21 July 2017"),
        ("dateline", "Published: 2017-07-21"),
    ],
)
def test_a_line_of_furniture_is_known_for_what_it_is(kind: str, line: str) -> None:
    assert furniture_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "More than 50 people were hurt.",
        "Share prices fell by five per cent.",
        "By Friday the town had been taken.",
        "Photographs showed a burning warehouse near the port of the city and two men who were running.",
        "May was cold.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_none(line: str) -> None:
    assert furniture_kind(line) is None


def test_the_first_line_without_a_full_stop_is_the_headline() -> None:
    assert kinds(f"Army takes town\n\n{STORY}")[0] == ("headline", "Army takes town")


def test_a_dateline_before_the_story_is_a_passage_of_its_own() -> None:
    assert kinds(f"Army takes town\n\nLONDON (Reuters) — {STORY}")[1:3] == [
        ("dateline", "LONDON (Reuters) —"),
        ("sentence", "The army took the town on Friday."),
    ]


def test_a_credit_behind_a_caption_leaves_the_caption() -> None:
    text = f"Army takes town\n\nThe first contest was held this week. Image: United States Navy.\n\n{STORY}"
    assert kinds(text)[1:3] == [
        ("caption", "The first contest was held this week."),
        ("credit", "Image: United States Navy."),
    ]


def test_a_line_cut_off_at_the_end_is_a_fragment() -> None:
    assert kinds(f"Army takes town\n\n{STORY}\n\nEgyptian Foreign Minister")[-1] == (
        "fragment",
        "Egyptian Foreign Minister",
    )


def test_a_line_of_signs_is_a_fragment() -> None:
    assert kinds(f"{STORY}\n\n* * *\n\n{STORY}")[2][0] == "fragment"


def test_a_titled_line_over_a_section_is_a_headline() -> None:
    assert ("headline", "What Happened Next") in kinds(f"{STORY}\n\nWhat Happened Next\n\n{STORY}")


def test_of_a_copied_page_only_the_article_is_read() -> None:
    around = ["Log in", "World", "Sport", "Subscribe", "Comments", "About us", "Privacy policy", "Ferry to run again"]
    story = "The army took the town on Friday, and nobody was hurt when its last defenders left."
    found = kinds(
        "\n".join([*around, "Army takes the last town", "By Staff Writer", story, story[:-1] + " it.", *around])
    )
    assert [kind for kind, _ in found if kind != "boilerplate"] == ["headline", "credit", "sentence", "sentence"]
    assert [line for kind, line in found if kind == "boilerplate"] == around * 2
