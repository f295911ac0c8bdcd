import pytest

from factcheck.text.buttons import VISITOR, is_button, opens_comments, talks_of_the_page, turns_away


@pytest.mark.parametrize(
    "line", ["Share", "» Read more", "12 comments", "Skip to the content", "LOG IN", "Sharing is caring!"]
)
def test_the_label_of_a_button_is_one(line: str) -> None:
    assert is_button(line)


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to make this site better.",
        "By signing up you agree to our terms.",
        "Subscribe for £2 a week",
        "Get the day’s stories sent to your inbox",
        "Your email address will not be published. Required fields are marked *",
        "Leave a reply to the editors",
        "This post may hold affiliate links, for which we are paid.",
    ],
)
def test_a_sentence_for_visitors_is_no_news(line: str) -> None:
    assert VISITOR.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by five per cent.",
        "The company changed its cookie policy in May.",
        "Subscribers left the paper in their thousands.",
        "By signing up 300 volunteers, the town saved its library.",
        "The newsletter of the ministry named him.",
        "He left a comment on the bill that cost him his seat.",
    ],
)
def test_news_about_such_things_is_news(line: str) -> None:
    assert not is_button(line)
    assert not VISITOR.match(line)
    assert not turns_away(line)


def test_words_of_the_page_may_stand_in_an_article() -> None:
    assert talks_of_the_page("The company changed its cookies in May.")
    assert not talks_of_the_page("The company changed its hours in May.")


@pytest.mark.parametrize(
    "line", ["Related stories from the region", "More from the council", "Leave a comment", "© 2031 The Paper"]
)
def test_some_lines_say_that_the_article_is_over(line: str) -> None:
    assert turns_away(line)


@pytest.mark.parametrize("line", ["10 thoughts on “The bridge”", "One response to “The bridge”"])
def test_a_heading_of_what_readers_wrote_is_known(line: str) -> None:
    assert opens_comments(line)


@pytest.mark.parametrize("line", ["3 comments", "Two responses to the flood", "Some thoughts on “The bridge” by Weber"])
def test_what_may_stand_above_or_in_an_article_opens_no_comments(line: str) -> None:
    assert not opens_comments(line)
