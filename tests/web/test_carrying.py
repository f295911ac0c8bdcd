"""Words that are sent after a session has ended: carried through the log-in, and kept for whoever wrote them alone."""

import html
import re
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.core import signing
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from factcheck.models import Article, Claim, Preview, Unsent, User, Verdict
from factcheck.models.choices import Status
from factcheck.web import carrying, keeping
from factcheck.workflow.unsent import MOST_KEPT
from tests import making

LOG_IN = reverse("account_login")
WORDS = "Half a thought, of two sentences. Sent too late."


@pytest.fixture(autouse=True)
def _no_limit_reached_yet(db: None) -> None:
    cache.clear()


@pytest.fixture
def checking(claim: Claim, reviewer: User) -> Claim:
    return making.at(claim, Status.CHECKING, by=reviewer)


def send(client: Client, claim: Claim, by: User, **fields: Any) -> Any:
    """A verdict, from the form of this person, without a script."""
    sent = {
        "kept": keeping.address("submit", claim, by),
        "seen": claim.version,
        "key": uuid4(),
        "rationale": WORDS,
        "said": "fair",
    }
    page = f"http://testserver{claim.get_absolute_url()}"
    return client.post(reverse("claim-submit", args=[claim.pk]), sent | fields, headers={"Referer": page})


def parcel_of(answer: Any) -> str:
    found = re.search(r'name="carried"[^>]* value="([^"]*)"', answer.content.decode())
    return html.unescape(found[1]) if found else ""


def log_in(client: Client, person: User, answer: Any, *, password: str = making.PASSWORD) -> Any:
    sent = {"login": person.username, "password": password, "carried": parcel_of(answer)}
    found = re.search(r'name="next" value="([^"]*)"', answer.content.decode())
    return client.post(LOG_IN, sent | ({"next": html.unescape(found[1])} if found else {}), follow=True)


class TestAfterTheSession:
    def test_they_stand_in_their_form_after_the_log_in(self, client: Client, checking: Claim, reviewer: User) -> None:
        answer = send(client, checking, reviewer)
        assert answer.status_code == 401
        assert "what you wrote stands in its form again" in answer.content.decode()
        page = log_in(client, reviewer, answer)
        assert page.request["PATH_INFO"] == reverse("article-detail", args=[checking.article_id])
        body = html.unescape(page.content.decode())
        assert f">\n{WORDS}</textarea>" in body
        assert 'value="fair" checked' in body
        assert "look it over, and send it again" in body

    def test_nothing_is_done_and_nothing_is_stored_before_it(
        self, client: Client, checking: Claim, reviewer: User
    ) -> None:
        send(client, checking, reviewer)
        assert not Unsent.objects.exists()
        assert not Verdict.objects.exists()

    def test_a_wrong_password_loses_nothing(self, client: Client, checking: Claim, reviewer: User) -> None:
        again = log_in(client, reviewer, send(client, checking, reviewer), password="wrong")
        assert parcel_of(again)
        assert WORDS in log_in(client, reviewer, again).content.decode()

    def test_whoever_else_logs_in_is_given_nothing(
        self, client: Client, checking: Claim, reviewer: User, second_reviewer: User
    ) -> None:
        page = log_in(client, second_reviewer, send(client, checking, reviewer)).content.decode()
        assert WORDS not in page
        assert "written by somebody else" in page
        assert not Unsent.objects.exists()

    def test_whoever_left_the_desk_is_given_nothing(self, client: Client, checking: Claim, reviewer: User) -> None:
        answer = send(client, checking, reviewer)
        reviewer.memberships.all().delete()
        assert WORDS not in log_in(client, reviewer, answer).content.decode()
        assert not Unsent.objects.exists()

    def test_a_parcel_that_is_not_ours_is_not_opened(self, checking: Claim, reviewer: User) -> None:
        sent = f"kept={quote(keeping.address('submit', checking, reviewer))}&rationale=Forged+words"
        for parcel in ("nonsense", signing.dumps(sent, salt="another")):
            assert carrying.put_down(parcel, by=reviewer) is None
        assert not Unsent.objects.exists()

    def test_nor_one_that_lay_about_for_longer_than_a_log_in_lasts(
        self, checking: Claim, reviewer: User, client: Client, settings: Any
    ) -> None:
        parcel = parcel_of(send(client, checking, reviewer))
        settings.SESSION_COOKIE_AGE = -1
        assert carrying.put_down(parcel, by=reviewer) is None

    @pytest.mark.parametrize("kept", ["/unsent/?form=submit", "/unsent/?form=submit&person=x", "/unsent/?%00"])
    def test_an_address_that_names_no_form_is_not_followed(
        self, kept: str, client: Client, checking: Claim, reviewer: User
    ) -> None:
        assert log_in(client, reviewer, send(client, checking, reviewer, kept=kept)).status_code == 200
        assert not Unsent.objects.exists()

    def test_from_a_refusal_they_lead_back_to_the_claim(self, client: Client, checking: Claim, reviewer: User) -> None:
        """A refusal has the address of its verb, which cannot be opened."""
        url = reverse("claim-submit", args=[checking.pk])
        sent = {"kept": keeping.address("submit", checking, reviewer), "rationale": WORDS}
        answer = client.post(url, sent, headers={"Referer": f"http://testserver{url}"})
        page = log_in(client, reviewer, answer)
        assert page.request["PATH_INFO"] == reverse("claim-detail", args=[checking.pk])
        assert WORDS in html.unescape(page.content.decode())

    @pytest.mark.parametrize(
        ("verb", "page"),
        [
            ("article-reopen", "article-detail"),
            ("article-apply-fixes", "article-fixes"),
            ("article-preview-draft", "article-new-draft"),
            ("article-preview", "article-new"),
        ],
    )
    def test_and_from_those_of_an_article_to_the_page_with_the_form(
        self, client: Client, article: Article, editor: User, verb: str, page: str
    ) -> None:
        of = [] if verb == "article-preview" else [article.pk]
        stood_on = f"http://testserver{reverse(verb, args=of)}"
        form = {"kept": keeping.address("upload", None, editor), "text": WORDS}
        answer = client.post(reverse("article-new"), form, headers={"Referer": stood_on})
        assert log_in(client, editor, answer).request["PATH_INFO"] == reverse(page, args=of)

    def test_a_whole_article_comes_through(self, client: Client, editor: User) -> None:
        text = "The bridge opened in 1932. “Nobody” said so.\n" * 4000
        sent = {"kept": keeping.address("upload", None, editor), "text": text, "title": "The bridge"}
        url = reverse("article-new")
        answer = client.post(url, sent, headers={"Referer": f"http://testserver{url}"})
        assert log_in(client, editor, answer).status_code == 200
        assert Unsent.objects.get().words["text"] == text

    @pytest.mark.parametrize(
        ("route", "form"),
        [
            ("line-read", "read-line"),
            ("line-waive", "waive-line"),
            ("article-describe", "describe"),
            ("article-reopen", "reopen"),
            ("article-correct", "correct"),
            ("article-new-draft", "new-draft"),
            ("article-preview-draft", "new-draft"),
        ],
    )
    def test_so_do_the_words_about_an_article(
        self, client: Client, article: Article, editor: User, route: str, form: str
    ) -> None:
        about = article.drafts.get().passages.get(index=2) if route.startswith("line-") else article
        sent = {"kept": keeping.address(form, article, editor), "note": WORDS, "seen": 1, "key": uuid4()}
        page = reverse("article-detail", args=[article.pk])
        answer = client.post(reverse(route, args=[about.pk]), sent, headers={"Referer": f"http://testserver{page}"})
        assert answer.status_code == 401
        assert log_in(client, editor, answer).request["PATH_INFO"] == page
        row = Unsent.objects.get(user=editor, form=form, article=article)
        assert row.words == {"note": WORDS}


class TestWhatIsKeptNowhere:
    def test_words_of_a_form_that_is_not_kept_are_shown_to_be_copied(self, client: Client, article: Article) -> None:
        answer = client.post(reverse("article-reopen", args=[article.pk]), {"reason": "The ministry <called>."})
        assert "The ministry &lt;called&gt;." in answer.content.decode()

    def test_so_are_words_that_are_too_many(self, client: Client, checking: Claim, reviewer: User) -> None:
        answer = send(client, checking, reviewer, rationale="long " * MOST_KEPT)
        assert not parcel_of(answer)
        assert "long long long" in answer.content.decode()


class TestAFormOfBeforeTheLastLogIn:
    """Its token is not that of the session: Django does nothing of what it asks."""

    @pytest.fixture
    def strict(self, reviewer: User) -> Client:
        client = Client(enforce_csrf_checks=True)
        client.force_login(reviewer)
        return client

    def post(self, client: Client, claim: Claim, by: User, origin: str) -> str:
        sent = {"kept": keeping.address("submit", claim, by), "rationale": WORDS}
        headers = {"Origin": origin, "Referer": f"http://testserver{claim.get_absolute_url()}"}
        answer = client.post(reverse("claim-submit", args=[claim.pk]), sent, headers=headers)
        assert answer.status_code == 403
        return html.unescape(answer.content.decode())

    def test_its_words_are_kept(self, strict: Client, checking: Claim, reviewer: User) -> None:
        page = self.post(strict, checking, reviewer, "http://testserver")
        assert "What you wrote is kept" in page
        assert checking.get_absolute_url() in page
        assert Unsent.objects.get().words["rationale"] == WORDS

    def test_another_site_keeps_nothing_and_shows_nothing(
        self, strict: Client, checking: Claim, reviewer: User
    ) -> None:
        for origin in ("http://elsewhere.example", "null", ""):
            assert WORDS not in self.post(strict, checking, reviewer, origin)
        assert not Unsent.objects.exists()

    def test_those_of_somebody_else_are_not_kept(self, strict: Client, checking: Claim, second_reviewer: User) -> None:
        self.post(strict, checking, second_reviewer, "http://testserver")
        assert not Unsent.objects.exists()

    def test_whoever_is_logged_out_can_copy_them(self, checking: Claim, reviewer: User) -> None:
        client = Client(enforce_csrf_checks=True)
        assert WORDS in self.post(client, checking, reviewer, "http://testserver")


@pytest.mark.parametrize(("verb", "page"), carrying.PAGES.items())
def test_a_refusals_address_cannot_be_opened_and_the_page_it_leads_to_can(
    verb: str, page: str, article: Article, desk_admin: User, login: making.Login
) -> None:
    preview = Preview.objects.create(user=desk_admin, desk=article.desk)
    of: dict[str, Any] = {
        "line": article.drafts.get().passages.get(index=2).pk,
        "desk": article.desk.slug,
        "preview": preview.pk,
        "article": article.pk,
    }
    args = [] if verb == "article-preview" else [of[verb.partition("-")[0]]]
    assert login(desk_admin).get(reverse(verb, args=args)).status_code == 405
    assert login(desk_admin).get(reverse(page, args=args)).status_code == 200
