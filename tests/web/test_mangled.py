"""What no page of ours sends gets an answer, and never one that says that something went wrong here."""

from uuid import uuid4

import pytest
from django.urls import reverse

from factcheck.models import Claim, Desk, User
from tests import making

NUL = "\0"
HUGE = "9" * 30


@pytest.mark.parametrize(
    ("route", "sent"),
    [
        ("view-save", {"name": f"mine{NUL}", "query": "lane=mine"}),
        ("view-save", {"name": "mine", "query": "words=%00bridge"}),
        ("queue-take-next", {"query": "words=%00"}),
        ("queue-preview", {"deed": "dismiss", "reason": "trivial", "query": "words=%00", "all": "on"}),
        ("queue-preview", {"deed": "dismiss", "reason": "trivial", "note": NUL, "claim": HUGE}),
        ("queue-preview", {"deed": "assign", "to": HUGE}),
        ("queue-apply", {"deed": "dismiss", "reason": "trivial", "seen": f"{HUGE}:{HUGE}"}),
        ("queue-apply", {"deed": "dismiss", "reason": "trivial", "seen": "1:-2"}),
    ],
)
def test_a_queue(route: str, sent: dict[str, str], desk: Desk, claim: Claim, editor: User, login: making.Login) -> None:
    assert login(editor).post(reverse(route, args=[desk.slug]), sent).status_code < 500


@pytest.mark.parametrize(
    ("route", "sent"),
    [
        ("claim-merge", {"others": f"{HUGE}:1", "preview": "yes", "text": "Both"}),
        ("claim-merge", {"others": NUL, "text": NUL}),
        ("claim-assign", {"to": HUGE}),
        ("claim-submit", {"rating": HUGE, "rationale": NUL, "reused_from": HUGE}),
        ("claim-submit", {"rating": "1", "rationale": "So it is.", "reused_from": HUGE, "key": str(uuid4())}),
        ("claim-fix", {"suggested_fix": NUL}),
        ("claim-comment", {"body": NUL, "key": str(uuid4())}),
        ("claim-cite", {"title": NUL, "key": str(uuid4())}),
        ("claim-correct-chain", {"who_1": NUL, "order_1": HUGE}),
        ("claim-split", {"text_1": NUL, "words_1": NUL, "text_2": NUL, "words_2": NUL}),
        ("claim-reuse", {"verdict": HUGE}),
    ],
)
def test_a_claim(route: str, sent: dict[str, str], claim: Claim, editor: User, login: making.Login) -> None:
    body = {"seen": str(claim.version)} | sent
    assert login(editor).post(reverse(route, args=[claim.pk]), body).status_code < 500


@pytest.mark.parametrize("field", ["words", "seen", "key", "odd"])
@pytest.mark.parametrize("value", [NUL, HUGE])
def test_words_that_are_kept(field: str, value: str, claim: Claim, reviewer: User, login: making.Login) -> None:
    url = f"{reverse('unsent')}?form=comment&person={reviewer.pk}&claim={claim.pk}"
    assert login(reviewer).post(url, {"body": "Which table?", field: value}).status_code < 500


@pytest.mark.parametrize("value", [NUL])
def test_an_upload(value: str, desk: Desk, editor: User, login: making.Login) -> None:
    body = {"desk": desk.pk, "text": making.TEXT, "sensitivity": "normal", "odd": value, "key": str(uuid4())}
    assert login(editor).post(reverse("article-preview"), body).status_code < 500


def test_the_page_that_one_came_from(claim: Claim, reviewer: User, login: making.Login) -> None:
    page = f"http://testserver{claim.get_absolute_url()}&from=words%3D%2500"
    url = reverse("claim-take", args=[claim.pk])
    assert login(reviewer).post(url, {"seen": claim.version}, headers={"Referer": page}).status_code < 500
