"""An older draft is read as it stood, and every claim's address leads to where it stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.models import Article, Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.redrafting import MINISTER, found, redraft

SAID = "Unemployment fell to five per cent in May"
TEXT = f"{SAID}, the minister said."


@pytest.fixture
def page(article: Article, claim: Claim, editor: User, reviewer: User, second_reviewer: User) -> str:
    """Of an article whose second draft changed the first claim, which was settled, and dropped the second."""
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    redraft(article, editor, TEXT, found(TEXT, SAID, by=MINISTER))
    return reverse("article-detail", args=[article.pk])


def test_the_newest_draft_has_the_claims_that_went_on(page: str, reader: User, login: making.Login) -> None:
    shown = login(reader).get(page).content.decode()
    assert SAID in shown
    assert making.PLAIN not in shown
    assert "Draft 2 of 2" in shown
    assert f"{page}?draft=1" in shown


def test_an_older_draft_is_shown_as_it_stood(page: str, reviewer: User, login: making.Login) -> None:
    shown = login(reviewer).get(f"{page}?draft=1").content.decode()
    assert "This is draft 1, as it stood." in shown
    assert "The bridge opened in 1932" in shown
    assert "Unemployment fell to four per cent in May" in shown
    assert 'id="row-1" class="row is-settled' in shown
    assert "Confirmed" in shown
    assert 'method="post" action="/claims/' not in shown, "nothing can be done to it"


def test_its_claims_lead_to_where_they_went_on(page: str, reader: User, login: making.Login) -> None:
    shown = login(reader).get(f"{page}?draft=1&claim=1").content.decode()
    assert f'href="{page}?claim=1"' in shown


def test_a_dropped_claims_address_leads_to_its_draft(page: str, reader: User, login: making.Login) -> None:
    answer = login(reader).get(f"{page}?claim=2")
    assert (answer.status_code, answer["Location"]) == (302, f"{page}?draft=1&claim=2")
    shown = login(reader).get(answer["Location"]).content.decode()
    assert "Its passage is gone from the next draft." in shown
    assert 'data-claim-number="2"' in shown


def test_a_dropped_claims_own_page_is_there(page: str, article: Article, reader: User, login: making.Login) -> None:
    gone = article.claims.get(number=2)
    shown = login(reader).get(reverse("claim-detail", args=[gone.pk])).content.decode()
    assert "The passage is gone from draft 2." in shown


@pytest.mark.parametrize("query", ["?draft=3", "?draft=x", "?draft=1&claim=9", "?claim=9", f"?draft={'9' * 30}"])
def test_what_is_not_there_is_not_found(query: str, page: str, reader: User, login: making.Login) -> None:
    assert login(reader).get(page + query).status_code == 404


def test_it_takes_as_many_queries_whatever_its_length(
    page: str, article: Article, editor: User, reader: User, login: making.Login
) -> None:
    client = login(reader)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(f"{page}?draft=1")
    making.claim(article.drafts.get(number=1).passages.get(index=1), "bridge", number=7)
    with CaptureQueriesContext(connection) as more:
        client.get(f"{page}?draft=1")
    assert len(more) == len(few)
