"""The fact-check file of an article, to be printed."""

from hashlib import sha256
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.models import Article, Claim, Passage, User
from factcheck.models.choices import Status
from factcheck.workflow import lines
from factcheck.workflow.citations import File
from tests import making


@pytest.fixture
def page(article: Article) -> str:
    return reverse("article-printed", args=[article.pk])


def test_it_holds_every_claim_with_what_was_found(
    page: str, article: Article, claim: Claim, reviewer: User, second_reviewer: User, reader: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    making.at(article.claims.get(number=2), Status.DISMISSED, by=reviewer)
    shown = login(reader).get(page).content.decode()
    for words in (
        "1. Unemployment fell to four per cent in May",
        "Confirmed",
        "The office&#x27;s table says the same.",
        "Labour market, May",
        "4.0 per cent",
        "signed off by second-reviewer",
        "2. The bridge opened in 1932",
        "Dismissed: Common knowledge, not worth checking",
        "Not cleared.",
    ):
        assert words in shown


def test_it_says_how_much_was_read_and_who_answered_for_lines(
    page: str, article: Article, claim: Claim, reviewer: User, editor: User, login: making.Login
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer, attachment=File("table.pdf", b"%PDF-1.7"))
    making.submit(claim, reviewer)
    Passage.objects.filter(draft__article=article, index=2).update(reason="")
    line = Passage.objects.get(draft__article=article, index=2)
    lines.waive(line_id=line.pk, by=editor, key=uuid4(), note="The page closes now.")
    shown = login(editor).get(page).content.decode()
    assert "0 of 3 sentences read" in shown
    assert "waived unread</strong>, “The page closes now.” · editor" in shown
    assert f"table.pdf, SHA-256 {sha256(b'%PDF-1.7').hexdigest()}" in shown


def test_a_blind_verdict_is_not_in_it(page: str, claim: Claim, reviewer: User, login: making.Login) -> None:
    claim.desk.blind_from = 1
    claim.desk.save()
    making.at(claim, Status.SUBMITTED, by=reviewer)
    assert "The office" not in login(reviewer).get(page).content.decode()


def test_it_takes_as_many_queries_however_many_claims(
    page: str, article: Article, reader: User, login: making.Login
) -> None:
    client = login(reader)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    making.claim(article.claims.get(number=1).passage, "four per cent", number=3)
    with CaptureQueriesContext(connection) as more:
        client.get(page)
    assert len(more) == len(few)


def test_it_does_not_exist_for_another_desk(page: str, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(page).status_code == 404
