"""An editor takes a clearance back."""

from typing import Any

from django.urls import reverse

from factcheck.models import Article, Clearance, Unsent, User
from factcheck.web import keeping
from factcheck.workflow import clearing
from tests import making


def url(article: Article) -> str:
    return reverse("article-reopen", args=[article.pk])


def body(article: Article, reason: str = "The office revised the figure.") -> dict[str, Any]:
    clearance = article.clearances.last()
    return {"reason": reason, "seen": clearance.pk if clearance else 1}


def test_it_is_open_again_and_the_clearance_stays_on_record(
    cleared: Article, editor: User, login: making.Login
) -> None:
    answer = login(editor).post(url(cleared), body(cleared))
    assert answer.status_code == 303
    clearance = Clearance.objects.get()
    assert (clearance.withdrawn_by, clearance.reason) == (editor, "The office revised the figure.")
    page = login(editor).get(answer["Location"]).content.decode()
    assert "Cleared for publication" not in page
    assert "Corrections" in page, "it was published once"


def test_without_a_reason_it_stays_cleared(cleared: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(cleared), body(cleared, " "))
    assert answer.status_code == 422
    assert "Say why this article is reopened." in answer.content.decode()
    assert Clearance.objects.get().withdrawn_at is None


def test_a_reason_that_was_not_sent_is_there_again_until_it_is(
    cleared: Article, editor: User, login: making.Login
) -> None:
    kept = keeping.address("reopen", cleared, editor)
    assert login(editor).post(kept, {"reason": "The office revised"}).status_code == 303
    page = login(editor).get(reverse("article-detail", args=[cleared.pk])).content.decode()
    assert "The office revised</textarea>" in page
    assert login(editor).post(url(cleared), body(cleared)).status_code == 303
    assert not Unsent.objects.exists()


def test_what_is_not_cleared_is_told_so(ready: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(ready), body(ready))
    assert answer.status_code == 409
    assert "This article is not cleared." in answer.content.decode()


def test_sent_twice_it_is_reopened_once_and_a_colleague_is_told_by_whom(
    cleared: Article, editor: User, desk_admin: User, login: making.Login
) -> None:
    sent = body(cleared)
    assert (
        f'name="seen" value="{sent["seen"]}"'
        in login(editor).get(reverse("article-detail", args=[cleared.pk])).content.decode()
    )
    assert [login(editor).post(url(cleared), sent).status_code for _ in range(2)] == [303, 303]
    answer = login(desk_admin).post(url(cleared), sent)
    assert answer.status_code == 409
    assert "editor has reopened this article already." in answer.content.decode()


def test_a_page_of_before_it_was_cleared_again_takes_nothing_back(
    cleared: Article, editor: User, desk_admin: User, login: making.Login
) -> None:
    old = body(cleared)
    login(editor).post(url(cleared), old)
    clearing.clear(article_id=cleared.pk, by=editor, seen=1)
    assert login(desk_admin).post(url(cleared), old).status_code == 409
    assert cleared.clearances.filter(withdrawn_at=None).exists()


def test_it_is_for_editors(cleared: Article, reviewer: User, login: making.Login) -> None:
    assert login(reviewer).post(url(cleared), body(cleared, "No.")).status_code == 403
    page = login(reviewer).get(reverse("article-detail", args=[cleared.pk])).content.decode()
    assert "Cleared for publication" in page
    assert url(cleared) not in page
