"""A session that ends while somebody writes."""

from django.test import Client
from django.urls import reverse

from factcheck.models import Claim
from tests.web.claims.questions import HTMX


def test_htmx_is_not_sent_to_the_log_in(claim: Claim, client: Client) -> None:
    url = reverse("article-detail", args=[claim.article_id])
    assert client.get(url, headers=HTMX).status_code == 401


def test_a_page_is(claim: Claim, client: Client) -> None:
    answer = client.get(claim.get_absolute_url())
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))
