import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.pages import page

ABOVE = ["Skip to content", "The Paper", "Log in", "World", "Politics", "Sport", "Subscribe", "Search"]
HEADLINE = "River bridge closed after crack is found"
CREDITS = ["By Staff Writer", "Share", "Tweet"]
STORY = [
    (
        "The river bridge was closed on Monday after engineers found a crack in one of its two piers. Divers had gone "
        "down to look at them for the first time in nine years."
    ),
    "Nobody had noticed it",
    (
        "The crack is four metres long, and it may have been there since the flood, the council said. It has asked a "
        "firm to say what the repair will cost."
    ),
    "“We are sorry,” it added.",
    (
        "Around 9,000 cars cross the bridge on a working day, and the next one is ten miles away. A ferry is to run "
        "from Wednesday."
    ),
    (
        "The council wants the state to pay, since its main road runs over the bridge, and will vote on a letter to "
        "the governor next week."
    ),
]
BELOW = [
    "Related stories",
    "Ferry to run again",
    "Council votes on tax",
    "Comments",
    "Leave a comment",
    "Sign up for our newsletter",
    "We use cookies to make this site better.",
    "About us",
    "Privacy policy",
]
PAGE = [*ABOVE, HEADLINE, *CREDITS, *STORY, *BELOW]


def kept(lines: list[str]) -> list[str]:
    found = page(lines)
    return lines if found is None else [line for number, line in enumerate(lines) if found.holds(number)]


def test_the_article_is_told_from_the_page_around_it() -> None:
    assert kept(PAGE) == [HEADLINE, *STORY]


def test_the_headline_shares_its_words_with_the_story() -> None:
    found = page(
        [*ABOVE, "Five ways to cook a summer marrow", HEADLINE, "Ferry to run again", *CREDITS, *STORY, *BELOW]
    )
    assert found is not None
    assert found.headline == len(ABOVE) + 1


def test_a_page_without_such_a_line_has_no_headline() -> None:
    found = page([*ABOVE, *STORY, *BELOW])
    assert found is not None
    assert found.headline is None


def test_a_link_that_stands_elsewhere_too_is_none_of_the_article() -> None:
    assert kept([*PAGE[:14], "Ferry to run again", *PAGE[14:]]) == [HEADLINE, *STORY]


def test_a_heading_of_links_amid_the_article_is_none_of_it() -> None:
    assert kept([*PAGE[:15], "More from the council", *PAGE[15:]]) == [HEADLINE, *STORY]


def test_a_headline_in_capitals_amid_the_article_leads_to_another_one() -> None:
    shouted = "COUNCIL VOTES ON TAX FOR RIVER BRIDGE AFTER LONG DEBATE"
    assert kept([*PAGE[:14], shouted, *PAGE[14:]]) == [HEADLINE, *STORY]


def test_a_rule_between_two_parts_is_the_article_s() -> None:
    assert kept([*PAGE[:13], "___", *PAGE[13:15], "___", *PAGE[15:]]).count("___") == 2


def test_what_readers_wrote_is_none_of_the_article_however_long() -> None:
    answers = [
        f"I crossed the bridge {years} years ago, and my father had crossed it before me." for years in range(40)
    ]
    readers = [f"3 thoughts on “{HEADLINE}”", "Anna", *answers]
    assert kept([*PAGE[: len(PAGE) - len(BELOW)], *readers, *BELOW]) == [HEADLINE, *STORY]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        STORY,
        [HEADLINE, *STORY],
        ["Share", HEADLINE, *STORY, "Advertisement", "Comments"],
        [*STORY, *(f"{number} eggs" for number in range(20))],
        ABOVE,
    ],
    ids=["nothing", "story", "headline", "some buttons", "a list", "no story"],
)
def test_a_text_that_is_no_page_is_left_as_it_is(lines: list[str]) -> None:
    assert page(lines) is None


@given(st.lists(st.sampled_from(PAGE), max_size=60))
def test_the_article_lies_within_the_page(lines: list[str]) -> None:
    found = page(lines)
    assert found is None or 0 <= found.first < found.behind <= len(lines)
    assert found is None or found.headline is None or found.headline < found.first
