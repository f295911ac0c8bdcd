"""While only one blind verdict is in, nobody but its author finds any of it anywhere."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Carry, Priority, Status
from tests import making
from tests.web.claims.questions import HTMX

RATIONALE = "The ministry’s own table contradicts it"
FIX = "rose to six per cent"

PLACES: dict[str, Callable[[Claim], str]] = {
    "proof": lambda claim: claim.get_absolute_url(),
    "claim page": lambda claim: reverse("claim-detail", args=[claim.pk]),
    "article list": lambda _claim: reverse("article-list"),
    "queue": lambda _claim: f"{reverse('queue')}?lane=to-sign-off",
    "fixes": lambda claim: reverse("article-fixes", args=[claim.article_id]),
    "preview of the fix": lambda claim: reverse("claim-fix", args=[claim.pk]),
    "fact-check file": lambda claim: reverse("article-printed", args=[claim.article_id]),
    "pulse": lambda claim: reverse("article-pulse", args=[claim.article_id]),
    "verdicts as CSV": lambda _claim: reverse("export-verdicts"),
}


@pytest.fixture
def submitted(claim: Claim, reviewer: User) -> Claim:
    Desk.objects.update(blind_from=Priority.LOW)
    making.at(claim, Status.CHECKING, by=reviewer)
    making.submit(claim, reviewer, rating="wrong", rationale=RATIONALE, suggested_fix=FIX)
    return making.fresh(claim)


def read(client: Client, url: str) -> str:
    answer = client.get(url, follow=True)
    return b"".join(answer).decode()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("who", ["reader", "second_reviewer", "editor", "desk_admin"])
def test_it_is_hidden_everywhere(
    who: str, place: str, submitted: Claim, request: pytest.FixtureRequest, login: making.Login
) -> None:
    page = read(login(request.getfixturevalue(who)), PLACES[place](submitted))
    assert RATIONALE not in page
    assert FIX not in page
    assert "rests on" not in page
    assert "chip tone-bad" not in page
    assert "wrong,Wrong" not in page


@pytest.mark.parametrize("place", ["proof", "claim page"])
def test_its_author_reads_it_and_is_told_that_nobody_else_does(
    place: str, submitted: Claim, reviewer: User, login: making.Login
) -> None:
    page = read(login(reviewer), PLACES[place](submitted))
    assert RATIONALE in page
    assert "Your colleagues cannot see this until one of them has given a verdict too." in page


def test_the_others_are_told_that_there_is_one(submitted: Claim, reader: User, login: making.Login) -> None:
    page = read(login(reader), submitted.get_absolute_url())
    assert "A first verdict is in. It is hidden until somebody else has given theirs." in page


def test_the_evidence_is_shared(submitted: Claim, second_reviewer: User, login: making.Login) -> None:
    assert "Labour market, May" in read(login(second_reviewer), submitted.get_absolute_url())


def test_history_says_that_it_was_given_and_not_what(submitted: Claim, reader: User, login: making.Login) -> None:
    page = read(login(reader), reverse("claim-detail", args=[submitted.pk]))
    assert "reviewer submitted a verdict." in page
    assert RATIONALE not in page


@pytest.mark.parametrize("verb", ["claim-sign-off", "claim-send-back"])
def test_it_is_not_signed_or_sent_back_unread(
    verb: str, submitted: Claim, second_reviewer: User, login: making.Login
) -> None:
    sent = {"seen": submitted.version, "note": "Which table?"}
    answer = login(second_reviewer).post(reverse(verb, args=[submitted.pk]), sent)
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "The first verdict is hidden until there is a second one. Give your own verdict first." in page
    assert RATIONALE not in page


def test_a_stale_page_does_not_show_it(submitted: Claim, second_reviewer: User, login: making.Login) -> None:
    url = reverse("claim-second", args=[submitted.pk])
    sent = {"seen": submitted.version - 1, "key": "6f3a3a52-3c0e-4f0e-9d67-0d3d4c1f4a11", "rationale": "Mine."}
    answer = login(second_reviewer).post(url, sent, headers=HTMX)
    assert answer.status_code == 409
    assert RATIONALE not in answer.content.decode()


def test_whoever_takes_it_after_the_text_changed_begins_with_an_empty_form(
    submitted: Claim, second_reviewer: User, login: making.Login
) -> None:
    making.carry(submitted, Carry.TEXT_CHANGED)
    client = login(second_reviewer)
    client.post(reverse("claim-take", args=[submitted.pk]), {"seen": making.fresh(submitted).version})
    page = read(client, submitted.get_absolute_url())
    assert "Your verdict" in page
    assert RATIONALE not in page
    assert FIX not in page


def test_once_there_are_two_everybody_reads_both(
    submitted: Claim, second_reviewer: User, reader: User, login: making.Login
) -> None:
    making.second(submitted, second_reviewer, rationale="Not in June")
    page = read(login(reader), submitted.get_absolute_url())
    assert RATIONALE in page
    assert "Not in June" in page
