"""Going through a filtered queue: what is done with leads to the next of that queue, in whatever article it is."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.models import Article, Claim, User
from factcheck.models.choices import Priority, Said, Status
from tests import making
from tests.web.claims.questions import HTMX

MINE = "lane=mine"


@pytest.fixture
def elsewhere(article: Article, claim: Claim, editor: User, reviewer: User) -> Claim:
    """The next of the reviewer's claims, in another article; in this one an open claim waits too."""
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    other = making.article(article.desk, editor, title="The harbour").claims.get(number=2)
    return making.at(other, Status.CHECKING, by=reviewer)


def verdict(claim: Claim, **sent: Any) -> dict[str, Any]:
    rating = claim.desk.scale.ratings.get(code="confirmed").pk
    words = {"rating": rating, "said": Said.FAIR, "rationale": "The table says so."}
    return {"seen": making.fresh(claim).version, "key": uuid4(), **words, **sent}


def submit(client: Client, claim: Claim, address: str, headers: dict[str, str], **sent: Any) -> Any:
    name = "HX-Current-URL" if headers else "Referer"
    return client.post(
        reverse("claim-submit", args=[claim.pk]), verdict(claim, **sent), headers={name: address} | headers
    )


def page_of(claim: Claim, lane: str = MINE) -> str:
    return f"http://testserver{claim.get_absolute_url()}&from={lane.replace('=', '%3D')}"


def test_a_key_opens_the_first_of_the_queue(claim: Claim, reviewer: User, login: making.Login) -> None:
    """The one that goes on to the next, on every claim of it."""
    page = login(reviewer).get("/queue/?lane=unassigned").content.decode()
    assert f'<a class="button" href="{claim.get_absolute_url()}&amp;from=lane%3Dunassigned" data-key="j"' in page
    assert "Open the first" not in login(reviewer).get("/queue/?lane=disputed").content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
def test_a_verdict_leads_to_the_next_of_the_queue(
    claim: Claim, elsewhere: Claim, reviewer: User, login: making.Login, headers: dict[str, str]
) -> None:
    answer = submit(login(reviewer), claim, page_of(claim), headers)
    goes = answer["HX-Redirect"] if headers else answer["Location"]
    assert goes == f"{elsewhere.get_absolute_url()}&from=lane%3Dmine"
    assert "Next: claim 2 of “The harbour”." in login(reviewer).get(goes).content.decode()


def test_from_the_claims_own_page_to_the_next_ones_own(
    claim: Claim, elsewhere: Claim, reviewer: User, login: making.Login
) -> None:
    answer = submit(login(reviewer), claim, page_of(claim), {}, page="claim")
    assert answer["Location"] == f"{reverse('claim-detail', args=[elsewhere.pk])}?from=lane%3Dmine"


def test_in_the_same_article_the_card_alone_is_drawn(
    article: Article, claim: Claim, reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    answer = submit(login(reviewer), claim, page_of(claim, "lane=unassigned"), HTMX)
    following = article.claims.get(number=2)
    assert answer["HX-Push-Url"] == f"{following.get_absolute_url()}&from=lane%3Dunassigned"
    assert 'data-claim-number="2"' in answer.content.decode()
    assert "1 of 1 in “Unassigned”" in answer.content.decode()


def test_after_the_last_it_begins_again_with_the_first(
    claim: Claim, elsewhere: Claim, reviewer: User, login: making.Login
) -> None:
    Claim.objects.filter(pk=elsewhere.pk).update(priority=Priority.HIGH)
    answer = submit(login(reviewer), claim, page_of(claim), {})
    assert answer["Location"].startswith(elsewhere.get_absolute_url())


def test_when_none_is_left_one_stays(claim: Claim, reviewer: User, login: making.Login) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    answer = submit(login(reviewer), claim, page_of(claim), {})
    assert answer["Location"] == claim.get_absolute_url()


def test_a_signature_leads_on_too(
    article: Article, claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
) -> None:
    other = article.claims.get(number=2)
    for one in (claim, other):
        making.at(one, Status.SUBMITTED, by=reviewer)
    page = page_of(claim, "lane=to-sign-off")
    answer = login(second_reviewer).post(
        reverse("claim-sign-off", args=[claim.pk]), {"seen": making.fresh(claim).version}, headers={"Referer": page}
    )
    assert answer["Location"] == f"{other.get_absolute_url()}&from=lane%3Dto-sign-off"
