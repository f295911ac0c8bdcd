"""A claim that a person adds: from words that they chose, from a line, or from words that they typed."""

import html
import re
from typing import Any

import pytest
from django.urls import reverse

from factcheck.models import Article, Claim, Desk, Draft, User
from factcheck.models.choices import JobState
from tests import making
from tests.web.claims.questions import HTMX

URL = "article-add-claim"


def url(article: Article, query: str = "") -> str:
    return reverse(URL, args=[article.pk]) + query


def body(article: Article, **sent: Any) -> dict[str, Any]:
    complete = {
        "draft_id": article.drafts.get().pk,
        "text": "The day was fine",
        "words": "wonderful day",
        "kind": "state",
    }
    return complete | sent


def field(page: str, name: str) -> str:
    found = re.search(rf'<textarea name="{name}".*?>\s*(.*?)</textarea>', page, re.DOTALL)
    assert found
    return html.unescape(found[1])


def units(text: str) -> int:
    """As a browser counts."""
    return len(text.encode("utf-16-le")) // 2


def test_it_works_without_javascript(article: Article, reviewer: User, login: making.Login) -> None:
    answer = login(reviewer).post(url(article), body(article))
    claim = article.claims.get(number=3)
    assert answer.status_code == 303
    assert answer["Location"] == claim.get_absolute_url()
    assert (claim.quote, claim.added_by) == ("wonderful day", reviewer)
    assert "Claim 3 is added." in login(reviewer).get(answer["Location"]).content.decode()


def test_with_htmx_it_answers_with_the_card_the_list_and_the_text(
    article: Article, reviewer: User, login: making.Login
) -> None:
    answer = login(reviewer).post(url(article), body(article), headers=HTMX)
    page = answer.content.decode()
    assert answer["HX-Push-Url"] == article.claims.get(number=3).get_absolute_url()
    for part in ('<article id="card"', 'id="rows"', 'id="text"', 'id="summary"', 'id="row-3"', "added by reviewer"):
        assert part in page


def test_a_line_that_was_not_checkable_is_answered_by_it(article: Article, reviewer: User, login: making.Login) -> None:
    client = login(reviewer)
    assert "(opinion: not checkable)" in client.get(article.claims.get(number=1).get_absolute_url()).content.decode()
    client.post(url(article), body(article))
    page = client.get(article.claims.get(number=3).get_absolute_url()).content.decode()
    assert "(opinion: not checkable)" not in page


def test_the_first_claim_of_an_article_leads_to_its_page(desk: Desk, reviewer: User, login: making.Login) -> None:
    draft = bare(desk, reviewer, making.OPINION)
    answer = login(reviewer).post(url(draft.article), body(draft.article), headers=HTMX)
    assert answer["HX-Redirect"] == draft.article.claims.get().get_absolute_url()


def bare(desk: Desk, by: User, text: str) -> Draft:
    draft = making.unsplit(desk, by, text=text)
    draft.job.state = JobState.DONE
    draft.job.save()
    making.passage(draft, text, index=0)
    return draft


class TestTheForm:
    def test_it_begins_with_the_words_of_the_line(self, article: Article, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).get(url(article, "?line=1")).content.decode()
        assert field(page, "words") == field(page, "text") == making.PLAIN

    def test_or_with_those_that_were_selected_grown_to_whole_words(
        self, article: Article, reviewer: User, login: making.Login
    ) -> None:
        page = login(reviewer).get(url(article, "?line=1&from=5&until=14&to=1")).content.decode()
        assert field(page, "words") == "bridge opened"

    def test_a_selection_over_lines_is_a_stretch_of_each(
        self, article: Article, reviewer: User, login: making.Login
    ) -> None:
        page = login(reviewer).get(url(article, "?line=1&from=18&to=2&until=6")).content.decode()
        assert field(page, "words").splitlines() == ["in 1932.", "It was"]

    def test_what_a_browser_counts_in_utf_16_is_found(self, desk: Desk, reviewer: User, login: making.Login) -> None:
        text = "🌉🌉 Cafe\u0301 owners 👩‍🔧 paid €5, 𝟓 a head."
        draft = bare(desk, reviewer, text)
        start, until = units(text[: text.index("paid")]), units(text[: text.index(", ")])
        page = login(reviewer).get(url(draft.article, f"?line=0&from={start}&to=0&until={until}")).content.decode()
        assert field(page, "words") == "paid €5"
        sent = {"draft_id": draft.pk, "text": "They paid €5", "words": "paid €5", "kind": "quantity"}
        login(reviewer).post(url(draft.article), sent)
        (span,) = draft.claims.get().spans
        assert text[slice(*span)] == "paid €5"

    def test_of_words_that_stand_twice_it_is_those_that_were_selected(
        self, desk: Desk, reviewer: User, login: making.Login
    ) -> None:
        draft = bare(desk, reviewer, "One ship sank. One ship burned.")
        page = login(reviewer).get(url(draft.article, "?line=0&from=15&to=0&until=23")).content.decode()
        assert '<input type="hidden" name="words_at_0" value="15">' in page
        sent = {"draft_id": draft.pk, "text": "A ship burned", "words": "One ship", "kind": "event", "words_at_0": "15"}
        login(reviewer).post(url(draft.article), sent)
        assert draft.claims.get().spans == [[15, 23]]

    @pytest.mark.parametrize("query", ["", "?line=99", "?line=x", "?line=1&from=9999", "?line=2&to=1", "?line=-1"])
    def test_an_address_that_names_nothing_begins_empty(
        self, query: str, article: Article, reviewer: User, login: making.Login
    ) -> None:
        assert field(login(reviewer).get(url(article, query)).content.decode(), "words") == ""

    def test_readers_are_told_that_it_is_not_theirs(self, article: Article, reader: User, login: making.Login) -> None:
        answer = login(reader).get(url(article))
        assert answer.status_code == 403
        assert "Only reviewers and editors of this desk can do this." in answer.content.decode()

    def test_only_editors_choose_a_priority(
        self, article: Article, reviewer: User, editor: User, login: making.Login
    ) -> None:
        assert 'name="priority"' not in login(reviewer).get(url(article)).content.decode()
        assert 'name="priority"' in login(editor).get(url(article)).content.decode()


class TestWhatIsWrong:
    @pytest.mark.parametrize(
        ("sent", "complaint"),
        [
            ({"words": "a dreadful night"}, "“a dreadful night” is not in the text."),
            ({"words": ""}, "Copy the words of the text that the claim stands on."),
            ({"text": " "}, "Say in one sentence what is claimed."),
            ({"kind": ""}, "Choose a kind."),
            ({"draft_id": "x"}, "This page is out of date. Load it again."),
        ],
    )
    def test_it_is_said_and_the_text_kept(
        self, sent: dict[str, str], complaint: str, article: Article, reviewer: User, login: making.Login
    ) -> None:
        for headers in ({}, HTMX):
            answer = login(reviewer).post(url(article), body(article, **sent), headers=headers)
            page = answer.content.decode()
            assert answer.status_code == 422
            assert complaint in page
            assert field(page, "text") == sent.get("text", "The day was fine").strip() or "text" in sent
        assert Claim.objects.count() == 2

    def test_another_articles_draft_is_not_found(self, article: Article, reviewer: User, login: making.Login) -> None:
        other = making.article(article.desk, reviewer, title="Other").drafts.get()
        assert login(reviewer).post(url(article), body(article, draft_id=other.pk)).status_code == 404

    def test_it_does_not_exist_for_another_desk(self, article: Article, stranger: User, login: making.Login) -> None:
        assert login(stranger).post(url(article), body(article)).status_code == 404

    def test_while_the_article_is_read_again_it_is_refused(
        self, article: Article, reviewer: User, login: making.Login
    ) -> None:
        job = article.drafts.get().job
        job.state = JobState.QUEUED
        job.save()
        answer = login(reviewer).post(url(article), body(article))
        assert answer.status_code == 403
        assert "The article is still being read." in answer.content.decode()
        assert "The day was fine" in answer.content.decode()


def test_each_line_has_a_plain_link_to_it(article: Article, reviewer: User, reader: User, login: making.Login) -> None:
    address = article.claims.get(number=1).get_absolute_url()
    page = login(reviewer).get(address).content.decode()
    for line in range(3):
        assert f'href="{url(article)}?line={line}"' in page
    assert "Add a claim from sentence 3" in page
    assert url(article) not in login(reader).get(address).content.decode()
