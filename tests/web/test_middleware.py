"""What stands between every request and its view: sessions that end, odd addresses."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.models import Claim, User
from tests import making
from tests.web.claims.questions import HTMX


def test_htmx_is_not_sent_to_the_log_in(claim: Claim, client: Client) -> None:
    url = reverse("article-detail", args=[claim.article_id])
    assert client.get(url, headers=HTMX).status_code == 401


def test_neither_is_the_script_that_keeps_what_is_typed(client: Client, db: None) -> None:
    assert client.post(reverse("unsent"), headers={"Accept": "application/json"}).status_code == 401


def test_a_page_is(claim: Claim, client: Client) -> None:
    answer = client.get(claim.get_absolute_url())
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_after_logging_in_again_one_is_back_on_the_page_that_one_sent_from(claim: Claim, client: Client) -> None:
    page = claim.get_absolute_url()
    answer = client.post(reverse("claim-take", args=[claim.pk]), headers={"Referer": f"http://testserver{page}"})
    assert parse_qs(urlsplit(answer["Location"]).query)["next"] == [page]


def test_but_never_on_somebody_elses(claim: Claim, client: Client) -> None:
    answer = client.post(reverse("claim-take", args=[claim.pk]), headers={"Referer": "http://elsewhere.example/x"})
    assert parse_qs(urlsplit(answer["Location"]).query)["next"] == [reverse("home")]


def test_nor_on_one_whose_address_only_begins_like_ours(claim: Claim, client: Client) -> None:
    page = "http://testserver//elsewhere.example/x"
    answer = client.post(reverse("claim-take", args=[claim.pk]), headers={"Referer": page})
    assert parse_qs(urlsplit(answer["Location"]).query)["next"] == ["/elsewhere.example/x"]


def test_an_address_that_is_no_page_says_so(claim: Claim, reviewer: User, login: making.Login) -> None:
    answer = login(reviewer).get(reverse("claim-take", args=[claim.pk]))
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "This is not a page" in answer.content.decode()


@pytest.mark.parametrize("url", ["/articles/?q=%00", "/queue/?desk=%00", "/exports/?article=%00"])
def test_an_address_with_a_nul_is_not_understood(url: str, reader: User, login: making.Login) -> None:
    assert login(reader).get(url).status_code == 400
