"""The questions that every verb's view is asked; a verb's own test file says what it needs and asks what is its own."""

import html
from typing import Any, ClassVar
from uuid import uuid4

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making

HTMX = {"HX-Request": "true"}


class Questions:
    """Subclassed by one class a verb, whose name begins with `Test`."""

    route: ClassVar[str]
    starts: ClassVar[Status]  # the status in which the verb is possible
    actor: ClassVar[str] = "reviewer"  # who does it: the name of a fixture
    sends: ClassVar[dict[str, Any]] = {}
    leads_to: ClassVar[Status]
    region: ClassVar[str] = "card"  # the part of the card that is drawn anew
    too_little: ClassVar[str] = "reader"  # whose role is not enough
    sentence: ClassVar[str] = "Only reviewers and editors of this desk can do this."
    keyed: ClassVar[bool] = False  # whether the form names its request, so that repeating it stores nothing twice

    @pytest.fixture
    def at_work(self, claim: Claim, reviewer: User, second_reviewer: User) -> Claim:
        """The claim in the status in which the verb is possible."""
        return making.at(claim, self.starts, by=reviewer, signer=second_reviewer)

    @pytest.fixture
    def person(self, request: pytest.FixtureRequest) -> User:
        return self.named(request, self.actor)

    def named(self, request: pytest.FixtureRequest, name: str) -> User:
        person: User = request.getfixturevalue(name)
        return person

    def url(self, claim: Claim) -> str:
        return reverse(self.route, args=[claim.pk])

    def body(self, claim: Claim) -> dict[str, Any]:
        """What a complete form sends."""
        return {"seen": claim.version, **({"key": uuid4()} if self.keyed else {}), **self.sends}

    def words(self, claim: Claim) -> list[str]:
        """What of it the person wrote, to be found again where the verb did not happen."""
        return [value for name, value in self.body(claim).items() if isinstance(value, str) and " " in value]

    def test_it_works_without_javascript(self, at_work: Claim, person: User, login: making.Login) -> None:
        answer = login(person).post(self.url(at_work), self.body(at_work))
        assert answer.status_code == 303
        assert answer["Location"].startswith(reverse("article-detail", args=[at_work.article_id]))
        assert making.fresh(at_work).status == self.leads_to
        assert 'class="notice message-success"' in login(person).get(answer["Location"].split("?")[0]).content.decode()

    def test_with_htmx_it_answers_with_what_changed(self, at_work: Claim, person: User, login: making.Login) -> None:
        answer = login(person).post(self.url(at_work), self.body(at_work), headers=HTMX)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "<html" not in page
        assert f'id="{self.region}"' in page
        for changed in (f'id="row-{at_work.number}"', 'id="line-0"', 'id="summary"', 'id="live"'):
            assert changed in page
        assert making.fresh(at_work).status == self.leads_to

    def test_from_the_claims_own_page_it_leads_back_there(
        self, at_work: Claim, person: User, login: making.Login
    ) -> None:
        body = self.body(at_work) | {"page": "claim"}
        answer = login(person).post(self.url(at_work), body)
        assert answer.status_code == 303
        assert answer["Location"] == reverse("claim-detail", args=[at_work.pk])

    def test_it_is_sent_by_post_alone(self, at_work: Claim, person: User, login: making.Login) -> None:
        assert login(person).get(self.url(at_work)).status_code == 405

    def test_it_does_not_exist_for_another_desk(self, at_work: Claim, stranger: User, login: making.Login) -> None:
        assert login(stranger).post(self.url(at_work), self.body(at_work)).status_code == 404
        assert making.fresh(at_work).status == self.starts

    def test_it_does_not_exist_for_nothing(self, person: User, login: making.Login) -> None:
        assert login(person).post(reverse(self.route, args=[10**9])).status_code == 404

    def test_a_lesser_role_is_refused_with_the_sentence(
        self, at_work: Claim, request: pytest.FixtureRequest, login: making.Login
    ) -> None:
        client = login(self.named(request, self.too_little))
        for headers in ({}, HTMX):
            answer = client.post(self.url(at_work), self.body(at_work), headers=headers)
            assert answer.status_code == 403
            assert self.sentence in answer.content.decode()
        assert making.fresh(at_work).version == at_work.version

    def test_whoever_is_logged_out_is_asked_to_log_in_and_loses_no_word(self, at_work: Claim, client: Client) -> None:
        answer, words = client.post(self.url(at_work), self.body(at_work)), self.words(at_work)
        assert answer.status_code == (401 if words else 302)
        page = html.unescape(answer.content.decode())
        assert [word for word in words if word not in page] == []
        assert client.post(self.url(at_work), self.body(at_work), headers=HTMX).status_code == 401


class InSomeStatuses(Questions):
    """Of a verb that is not possible in every status."""

    impossible: ClassVar[Status] = Status.SETTLED

    def test_in_another_status_it_is_refused_and_the_text_kept(
        self, at_work: Claim, person: User, reviewer: User, second_reviewer: User, login: making.Login
    ) -> None:
        url, words = self.url(at_work), self.words(at_work)
        _bring(at_work, self.impossible, reviewer, second_reviewer)
        body = self.body(at_work) | {"seen": making.fresh(at_work).version}
        answer = login(person).post(url, body)
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "Not possible" in page
        assert all(word in page for word in words)


class OfAVersion(Questions):
    """Of a verb that changes the claim, and is compared with what the page was showing."""

    def test_a_stale_page_is_told_so_and_the_text_kept(self, at_work: Claim, person: User, login: making.Login) -> None:
        body = self.body(at_work)
        Claim.objects.filter(pk=at_work.pk).update(version=F("version") + 1)
        for headers in ({}, HTMX):
            answer = login(person).post(self.url(at_work), body, headers=headers)
            page = answer.content.decode()
            assert answer.status_code == 409
            assert "What stands now" in page
            assert all(word in page for word in self.words(at_work))
            assert f'name="seen" value="{at_work.version + 1}"' in page or self.leads_to == at_work.status
        assert making.fresh(at_work).status == self.starts

    def test_without_a_version_it_is_out_of_date(self, at_work: Claim, person: User, login: making.Login) -> None:
        answer = login(person).post(self.url(at_work), {**self.sends, "seen": "x"})
        assert answer.status_code == 422
        assert "This page is out of date. Load it again." in answer.content.decode()


class WithWords(Questions):
    """Of a verb that wants something filled in."""

    incomplete: ClassVar[dict[str, Any]]
    complaint: ClassVar[str]

    def test_what_is_incomplete_is_sent_back_with_what_is_there(
        self, at_work: Claim, person: User, login: making.Login
    ) -> None:
        body = self.body(at_work) | self.incomplete
        kept = [value for value in body.values() if isinstance(value, str) and " " in value]
        for headers in ({}, HTMX):
            answer = login(person).post(self.url(at_work), body, headers=headers)
            page = answer.content.decode()
            assert answer.status_code == 422
            assert self.complaint in page
            assert all(words in page for words in kept)
            assert str(body.get("key", "")) in page, "sent again, it is the same request"
        assert making.fresh(at_work).version == at_work.version


def _bring(claim: Claim, status: Status, reviewer: User, second_reviewer: User) -> None:
    """From wherever the verb begins to a status in which it is not possible."""
    Claim.objects.filter(pk=claim.pk).update(status=Status.OPEN, assignee=None, dismissal="")
    making.at(making.fresh(claim), status, by=reviewer, signer=second_reviewer)
