"""An editor changes what is said of an article: its title, who wrote it, when it is due."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from factcheck.models import Article, ArticleEvent, Unsent, User
from factcheck.models.choices import Act, Status
from factcheck.web import keeping
from factcheck.workflow import clearing
from tests import making


def url(article: Article) -> str:
    return reverse("article-describe", args=[article.pk])


def body(**sent: Any) -> dict[str, Any]:
    return {
        "title": "The new bridge",
        "published_on": "2026-12-02",
        "deadline": "2026-12-01T18:00",
        "sensitivity": "normal",
        "note": "",
        "seen": ArticleEvent.objects.latest("pgh_id").pgh_id,
    } | sent


def test_the_details_are_changed_and_history_says_by_whom(article: Article, editor: User, login: making.Login) -> None:
    assert url(article) in login(editor).get(reverse("article-detail", args=[article.pk])).content.decode()
    assert 'value="The bridge"' in login(editor).get(url(article)).content.decode()
    answer = login(editor).post(url(article), body())
    assert (answer.status_code, answer["Location"]) == (303, reverse("article-detail", args=[article.pk]))
    article.refresh_from_db()
    assert (article.title, article.published_on) == ("The new bridge", date(2026, 12, 2))
    assert timezone.localtime(article.deadline).strftime("%Y-%m-%d %H:%M") == "2026-12-01 18:00"
    assert "Published on" in login(editor).get(answer["Location"]).content.decode()
    event = ArticleEvent.objects.filter(pgh_obj=article.pk).latest("pgh_id")
    assert (event.pgh_context["verb"], event.pgh_context["by"]) == (Act.DESCRIBE, editor.pk)


def test_the_day_is_shown_again_and_can_be_taken_away(article: Article, editor: User, login: making.Login) -> None:
    Article.objects.update(published_on=date(2026, 12, 2))
    assert 'value="2026-12-02"' in login(editor).get(url(article)).content.decode()
    assert login(editor).post(url(article), body(published_on="")).status_code == 303
    assert Article.objects.get().published_on is None
    assert "Published on" not in login(editor).get(reverse("article-detail", args=[article.pk])).content.decode()


def test_what_is_missing_is_said_beside_what_was_written(article: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(article), body(title=" ", note="Call the mayor."))
    assert answer.status_code == 422
    assert "Give the article a title." in answer.content.decode()
    assert "Call the mayor." in answer.content.decode()
    assert Article.objects.get().title == "The bridge"


def test_what_was_typed_and_not_sent_is_there_again_until_it_is_saved(
    article: Article, editor: User, login: making.Login
) -> None:
    kept = keeping.address("describe", article, editor)
    assert login(editor).post(kept, body(note="Call the mayor.")).status_code == 303
    page = login(editor).get(url(article)).content.decode()
    assert "Call the mayor.</textarea>" in page
    assert 'value="The new bridge"' in page
    assert login(editor).post(url(article), body()).status_code == 303
    assert not Unsent.objects.exists()


def test_whoever_comes_second_sees_what_stands_now_and_keeps_their_words(
    article: Article, editor: User, desk_admin: User, login: making.Login
) -> None:
    page = login(editor).get(url(article)).content.decode()
    mine = body(note="Call the mayor.")
    assert f'name="seen" value="{mine["seen"]}"' in page
    login(desk_admin).post(url(article), body(title="The ferry", published_on="2026-12-03", sensitivity="sensitive"))
    answer = login(editor).post(url(article), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Another editor changed this while you had it open." in page
    assert "<dt>Title</dt><dd>The ferry</dd>" in page
    assert "<dt>Published on</dt><dd>3 Dec 2026</dd>" in page
    assert "<dt>Note to reviewers</dt><dd>nothing</dd>" in page
    assert "<dt>Sensitivity</dt><dd>Sensitive: handle with care</dd>" in page
    assert "<dt>Deadline</dt>" not in page, "both said the same"
    assert "Call the mayor.</textarea>" in page
    assert Article.objects.get().title == "The ferry"
    assert login(editor).post(url(article), body(note="Call the mayor.")).status_code == 303
    assert Article.objects.get().title == "The new bridge"


def test_what_a_colleague_said_since_it_was_typed_stands_beside_it(
    article: Article, editor: User, desk_admin: User, login: making.Login
) -> None:
    login(editor).post(keeping.address("describe", article, editor), body(title="The old bridge"))
    assert "How it stands now" not in login(editor).get(url(article)).content.decode()
    login(desk_admin).post(url(article), body(title="The ferry"))
    page = login(editor).get(url(article)).content.decode()
    assert "How it stands now" in page
    assert "<dt>Title</dt><dd>The ferry</dd>" in page
    assert 'value="The old bridge"' in page


def test_sent_twice_it_is_saved_once(article: Article, editor: User, login: making.Login) -> None:
    twice = body()
    assert [login(editor).post(url(article), twice).status_code for _ in range(2)] == [303, 303]
    assert ArticleEvent.objects.filter(pgh_label="update").count() == 1


def test_a_mangled_form_is_out_of_date(article: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(article), body(seen="soon"))
    assert answer.status_code == 422
    assert "This page is out of date." in answer.content.decode()


def test_what_is_shown_and_not_saved_says_so_and_is_taken_back(
    article: Article, editor: User, login: making.Login
) -> None:
    client, kept = login(editor), keeping.address("describe", article, editor)
    assert "Not saved yet" not in client.get(url(article)).content.decode()
    client.post(kept, body(note="Call the mayor."))
    page = client.get(url(article)).content.decode()
    assert "Not saved yet: what you typed on" in page
    assert f'<form class="notice tone-mixed spread" method="post" action="{escape(kept)}">' in page
    client.post(kept, {"discard": "yes"})
    assert "Call the mayor." not in client.get(url(article)).content.decode()


def test_once_cleared_it_stands_still(article: Article, editor: User, reviewer: User, login: making.Login) -> None:
    for claim in article.claims.all():
        making.at(claim, Status.DISMISSED, by=reviewer)
    clearing.clear(article_id=article.pk, by=editor, seen=1)
    answer = login(editor).post(url(article), body())
    assert answer.status_code == 403
    assert "This article is cleared. An editor can reopen it." in answer.content.decode()
    assert Article.objects.get().title == "The bridge"


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_a_lesser_role_is_refused_with_the_sentence(
    role: str, request: pytest.FixtureRequest, article: Article, login: making.Login
) -> None:
    client = login(request.getfixturevalue(role))
    answer = client.post(url(article), body())
    assert answer.status_code == 403
    assert "Only editors of this desk can do this." in answer.content.decode()
    assert url(article) not in client.get(reverse("article-detail", args=[article.pk])).content.decode()


def test_another_desks_editor_finds_nothing(article: Article, stranger: User, login: making.Login) -> None:
    assert login(stranger).post(url(article), body()).status_code == 404


def test_a_wrong_method_is_refused(article: Article, editor: User, login: making.Login) -> None:
    assert login(editor).delete(url(article)).status_code == 405


def test_whoever_is_logged_out_changes_nothing(article: Article, client: Client) -> None:
    client.post(url(article), body())
    assert Article.objects.get().title == "The bridge"
