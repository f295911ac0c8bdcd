"""An editor passes an article for publication."""

import html
import re

import pytest
from django.urls import reverse

from factcheck.models import Article, Claim, Clearance, User
from tests import making
from tests.web.claims.questions import HTMX

CLEARED = "This article is cleared. An editor can reopen it."


def url(article: Article) -> str:
    return reverse("article-clear", args=[article.pk])


def page_of(article: Article) -> str:
    return reverse("article-detail", args=[article.pk])


def test_with_nothing_in_the_way_it_is_cleared(ready: Article, editor: User, login: making.Login) -> None:
    assert url(ready) in login(editor).get(page_of(ready)).content.decode()
    answer = login(editor).post(url(ready), {"seen": 1})
    assert (answer.status_code, answer["Location"]) == (303, page_of(ready))
    page = login(editor).get(page_of(ready)).content.decode()
    assert "Cleared for publication" in page
    assert "No blockers" in page


def test_sent_twice_it_is_cleared_once_and_a_colleague_is_told_by_whom(
    ready: Article, editor: User, desk_admin: User, login: making.Login
) -> None:
    assert [login(editor).post(url(ready), {"seen": 1}).status_code for _ in range(2)] == [303, 303]
    answer = login(desk_admin).post(url(ready), {"seen": 1})
    assert answer.status_code == 409
    assert "editor has cleared this article already." in answer.content.decode()
    assert Clearance.objects.get().by == editor


def test_with_blockers_it_is_refused_with_their_list(article: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(article), {"seen": 1})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "2 blockers stand between this article and its publication." in page
    assert re.search(r'role="alert".*Claim 1</a> <strong>Open</strong>.*Claim 2</a>', page, re.DOTALL)
    assert not Clearance.objects.exists()


def test_with_blockers_the_button_says_so(article: Article, editor: User, login: making.Login) -> None:
    page = login(editor).get(page_of(article)).content.decode()
    assert url(article) not in page
    assert "2 blockers stand between this article and its publication." in page


def test_it_is_for_editors(ready: Article, reviewer: User, login: making.Login) -> None:
    answer = login(reviewer).post(url(ready), {"seen": 1})
    assert answer.status_code == 403
    assert "Only editors of this desk can" in answer.content.decode()
    assert url(ready) not in login(reviewer).get(page_of(ready)).content.decode()


def test_a_mangled_form_is_out_of_date(ready: Article, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(ready), {"seen": "x"})
    assert answer.status_code == 422
    assert "This page is out of date. Load it again." in answer.content.decode()


class TestCleared:
    @pytest.mark.usefixtures("cleared")
    def test_every_verb_is_refused_with_the_sentence(self, claim: Claim, editor: User, login: making.Login) -> None:
        seen = {"seen": making.fresh(claim).version}
        for verb in ("reopen", "assign", "take", "accept-fix", "waive"):
            for headers in ({}, HTMX):
                answer = login(editor).post(
                    reverse(f"claim-{verb}", args=[claim.pk]),
                    seen | {"reason": "No.", "to": editor.pk, "key": "7d9f5f0e-5a5b-4d0c-9c1d-7d1d5a1f0b1e"},
                    headers=headers,
                )
                assert answer.status_code == 403, verb
                assert CLEARED in html.unescape(answer.content.decode()), verb

    @pytest.mark.usefixtures("cleared")
    def test_the_buttons_say_so(self, claim: Claim, editor: User, login: making.Login) -> None:
        page = login(editor).get(making.fresh(claim).get_absolute_url()).content.decode()
        assert reverse("claim-reopen", args=[claim.pk]) not in page
        assert CLEARED in page
        assert reverse("claim-comment", args=[claim.pk]) in page, "people can go on talking"

    def test_no_new_draft_is_taken(self, cleared: Article, editor: User, login: making.Login) -> None:
        key = "7d9f5f0e-5a5b-4d0c-9c1d-7d1d5a1f0b1e"
        answer = login(editor).post(
            reverse("article-new-draft", args=[cleared.pk]), {"text": "It rained.", "seen": 1, "key": key}
        )
        assert answer.status_code == 409
        assert CLEARED in answer.content.decode()

    def test_no_claim_is_added(self, cleared: Article, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).post(
            reverse("article-add-claim", args=[cleared.pk]), {"draft": cleared.drafts.get().pk, "quote": "1932"}
        )
        assert answer.status_code in {403, 409, 422}
        assert cleared.claims.count() == 2

    def test_the_list_says_so_and_can_be_filtered_by_it(
        self, cleared: Article, editor: User, login: making.Login
    ) -> None:
        making.article(cleared.desk, editor, title="Another")
        shown = login(editor).get(reverse("article-list"), {"state": "cleared"}).content.decode()
        assert "The bridge" in shown
        assert "Another" not in shown

    @pytest.mark.usefixtures("cleared")
    def test_the_queue_asks_once_for_all(self, editor: User, login: making.Login) -> None:
        assert login(editor).get(reverse("queue")).status_code == 200
