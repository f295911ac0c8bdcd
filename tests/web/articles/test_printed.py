"""The fact-check file of an article, to be printed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.models import Article, Claim, User
from factcheck.models.choices import Status
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
