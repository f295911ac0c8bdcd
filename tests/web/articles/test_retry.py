import pytest
from django.urls import reverse

from factcheck import tasks
from factcheck.models import Article, Draft, Job, JobEvent, User
from factcheck.models.choices import JobState
from tests import making


def url(article: Article) -> str:
    return reverse("article-retry", args=[article.pk])


@pytest.fixture
def failed(article: Article) -> Draft:
    draft = article.drafts.get()
    Job.objects.filter(draft=draft).update(state=JobState.FAILED, error="It did not work.", attempts=3)
    return draft


def test_it_is_read_again(
    failed: Draft,
    editor: User,
    login: making.Login,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    published: list[int] = []
    monkeypatch.setattr(tasks, "enqueue_split", published.append)
    answer = login(editor).post(url(failed.article))
    assert answer.status_code == 303
    assert answer["Location"] == reverse("article-detail", args=[failed.article_id])
    assert published == [failed.pk]
    assert Job.objects.get(draft=failed).state == JobState.QUEUED
    assert JobEvent.objects.latest("pgh_id").pgh_context["by_name"] == "editor"


def test_with_htmx_the_progress_takes_its_place(failed: Draft, editor: User, login: making.Login) -> None:
    page = login(editor).post(url(failed.article), headers={"HX-Request": "true"}).content.decode()
    assert "Waiting to be read" in page
    assert "every 2s" in page


def test_what_did_not_fail_is_left_alone(article: Article, editor: User, login: making.Login) -> None:
    login(editor).post(url(article))
    assert Job.objects.get(draft__article=article).state == JobState.DONE


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_the_wrong_role_is_told_so(
    role: str, request: pytest.FixtureRequest, failed: Draft, login: making.Login
) -> None:
    answer = login(request.getfixturevalue(role)).post(url(failed.article))
    assert answer.status_code == 403
    assert "Only editors of this desk can have an article read again." in answer.content.decode()
    assert Job.objects.get(draft=failed).state == JobState.FAILED


def test_a_wrong_method_is_refused(article: Article, editor: User, login: making.Login) -> None:
    assert login(editor).get(url(article)).status_code == 405


def test_another_desks_editor_finds_nothing(article: Article, stranger: User, login: making.Login) -> None:
    assert login(stranger).post(url(article)).status_code == 404
