"""What was put right after publication: noted, shown, exported."""

import csv
import io
from typing import Any
from uuid import uuid4

from django.urls import reverse

from factcheck.models import Article, Correction, Unsent, User
from factcheck.web import keeping
from tests import making


def url(article: Article) -> str:
    return reverse("article-correct", args=[article.pk])


def body(**sent: Any) -> dict[str, Any]:
    return {"what": "“May” became “June”.", "why": "=The month was wrong.", "claim_number": 1, "key": uuid4()} | sent


def test_it_is_shown_on_the_article(cleared: Article, editor: User, reader: User, login: making.Login) -> None:
    answer = login(editor).post(url(cleared), body())
    assert answer.status_code == 303
    page = login(reader).get(answer["Location"]).content.decode()
    assert "“May” became “June”." in page
    assert ">claim 1</a>" in page
    assert url(cleared) not in page, "readers note none"


def test_sent_twice_it_is_one(cleared: Article, editor: User, login: making.Login) -> None:
    sent = body()
    for _ in range(2):
        assert login(editor).post(url(cleared), sent).status_code == 303
    assert Correction.objects.count() == 1


def test_what_is_missing_is_said_and_the_words_are_kept(cleared: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(cleared), body(why="", claim_number=9))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Say what was wrong." in page
    assert "There is no claim 9 in this article." in page
    assert "“May” became “June”." in page
    assert Correction.objects.count() == 0


def test_what_was_typed_and_not_sent_is_there_again_until_it_is_noted(
    cleared: Article, editor: User, login: making.Login
) -> None:
    page = reverse("article-detail", args=[cleared.pk])
    kept = keeping.address("correct", cleared, editor)
    assert login(editor).post(kept, {"what": "“May” became", "why": ""}).status_code == 303
    assert "“May” became</textarea>" in login(editor).get(page).content.decode()
    assert login(editor).post(url(cleared), body(why="")).status_code == 422
    assert Unsent.objects.get().words["what"] == "“May” became “June”."
    assert login(editor).post(url(cleared), body()).status_code == 303
    assert not Unsent.objects.exists()


def test_it_is_exported(cleared: Article, editor: User, reader: User, login: making.Login) -> None:
    login(editor).post(url(cleared), body())
    answer = login(reader).get(reverse("article-corrections", args=[cleared.pk]))
    assert 'filename="corrections-the-bridge.csv"' in answer["Content-Disposition"]
    [row] = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert (row["claim_no"], row["what"], row["why"], row["by"]) == (
        "1",
        "“May” became “June”.",
        "'=The month was wrong.",
        "editor",
    )


def test_it_is_for_editors(cleared: Article, reviewer: User, login: making.Login) -> None:
    assert login(reviewer).post(url(cleared), body()).status_code == 403
