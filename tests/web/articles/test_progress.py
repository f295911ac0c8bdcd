import json

import pytest
from django.urls import reverse

from factcheck.models import Article, Draft, Job, User
from factcheck.models.choices import JobState
from tests import making

HTMX = {"HX-Request": "true"}


def url(article: Article) -> str:
    return reverse("article-progress", args=[article.pk])


@pytest.fixture
def draft(article: Article) -> Draft:
    return article.drafts.get()


def running(draft: Draft) -> None:
    Job.objects.filter(draft=draft).update(
        state=JobState.RUNNING,
        leased_until=draft.created_at,
        sentences_done=3,
        sentences_total=21,
        claims_found=2,
        attempts=2,
    )


def test_while_it_is_read_the_page_asks_again(draft: Draft, reader: User, login: making.Login) -> None:
    running(draft)
    answer = login(reader).get(url(draft.article), headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 200
    for words in ("3 of 21 sentences", "2 claims found", "You can leave this page", "Try 2 of 3", "every 2s"):
        assert words in page


def test_while_it_waits_it_says_so(draft: Draft, reader: User, login: making.Login) -> None:
    Job.objects.filter(draft=draft).update(state=JobState.QUEUED)
    assert "Waiting to be read" in login(reader).get(url(draft.article), headers=HTMX).content.decode()


def test_once_it_is_read_the_proof_takes_its_place(draft: Draft, reader: User, login: making.Login) -> None:
    answer = login(reader).get(url(draft.article), headers=HTMX)
    assert answer.status_code == 286, "htmx stops asking"
    assert json.loads(answer["HX-Location"])["path"] == reverse("article-detail", args=[draft.article_id])
    assert "every 2s" not in answer.content.decode()


def test_a_failure_says_why_and_offers_to_try_again(draft: Draft, editor: User, login: making.Login) -> None:
    Job.objects.filter(draft=draft).update(state=JobState.FAILED, error="It took longer than two minutes.")
    answer = login(editor).get(url(draft.article), headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 286
    assert "It took longer than two minutes." in page
    assert f'action="{reverse("article-retry", args=[draft.article_id])}"' in page
    assert "every 2s" not in page


def test_a_reviewer_sees_why_they_cannot_try_again(draft: Draft, reviewer: User, login: making.Login) -> None:
    Job.objects.filter(draft=draft).update(state=JobState.FAILED, error="It took longer than two minutes.")
    page = login(reviewer).get(url(draft.article), headers=HTMX).content.decode()
    assert "Only editors of this desk can have an article read again." in page
    assert "<form" not in page


def test_without_htmx_it_leads_to_the_article(draft: Draft, reader: User, login: making.Login) -> None:
    answer = login(reader).get(url(draft.article))
    assert answer.url == reverse("article-detail", args=[draft.article_id])  # type: ignore[attr-defined]


def test_the_page_of_an_unread_article_shows_it(draft: Draft, reader: User, login: making.Login) -> None:
    running(draft)
    page = login(reader).get(reverse("article-detail", args=[draft.article_id])).content.decode()
    assert 'id="progress"' in page


def test_a_wrong_method_is_refused(article: Article, reader: User, login: making.Login) -> None:
    assert login(reader).post(url(article)).status_code == 405


def test_another_desks_member_finds_nothing(article: Article, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(url(article), headers=HTMX).status_code == 404
