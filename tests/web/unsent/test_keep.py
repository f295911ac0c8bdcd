"""What is typed and not sent: kept for its person alone, shown wherever they log in, gone once it did its work."""

import html
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse

from factcheck.models import Article, Claim, Comment, Unsent, User
from factcheck.models.choices import Status
from factcheck.web import keeping
from factcheck.workflow import claims, unsent
from tests import making
from tests.web.claims.questions import HTMX

SCRIPT = {"Accept": "application/json"}
WORDS = "Half a thought, not sent yet"


@pytest.fixture
def checking(claim: Claim, reviewer: User) -> Claim:
    return making.at(claim, Status.CHECKING, by=reviewer)


def keep(client: Client, form: str, about: unsent.About, by: User, **sent: Any) -> Any:
    return client.post(keeping.address(form, about, by), sent, headers=SCRIPT)


def card(client: Client, claim: Claim) -> str:
    return html.unescape(client.get(claim.get_absolute_url()).content.decode())


class TestKeeping:
    def test_it_stands_in_the_form_the_next_time(self, checking: Claim, reviewer: User, login: making.Login) -> None:
        rating = checking.desk.scale.ratings.get(code="wrong").pk
        answer = keep(login(reviewer), "submit", checking, reviewer, rationale=WORDS, rating=rating, said="fair")
        assert answer.status_code == 200
        assert answer.json()["told"].startswith("Kept ")
        page = card(login(reviewer), checking)
        assert f">\n{WORDS}</textarea>" in page
        assert f'value="{rating}" checked' in page
        assert 'value="fair" checked' in page

    @pytest.mark.parametrize(
        ("form", "field"), [("cite", "quote"), ("comment", "body"), ("dismiss", "note"), ("submit", "suggested_fix")]
    )
    def test_every_form_of_the_card_has_it_in_sight(
        self, form: str, field: str, checking: Claim, reviewer: User, login: making.Login
    ) -> None:
        keep(login(reviewer), form, checking, reviewer, **{field: WORDS})
        page = card(login(reviewer), checking)
        assert f">\n{WORDS}</textarea>" in page
        assert form == "submit" or '<details class="drawer" open>' in page

    def test_the_last_words_count(self, checking: Claim, reviewer: User, login: making.Login) -> None:
        for words in ("Half", WORDS):
            keep(login(reviewer), "submit", checking, reviewer, rationale=words)
        assert Unsent.objects.get().words == {"rationale": WORDS}

    def test_a_new_article_is_kept_too(self, editor: User, login: making.Login) -> None:
        keep(login(editor), "upload", None, editor, text=WORDS, title="The bridge")
        page = login(editor).get(reverse("article-new")).content.decode()
        assert f">\n{WORDS}</textarea>" in page
        assert 'value="The bridge"' in page

    def test_words_about_one_article_are_not_those_about_another(self, article: Article, editor: User) -> None:
        other = making.article(article.desk, editor)
        unsent.keep(by=editor, form="new-draft", about=article, words={"text": WORDS})
        assert unsent.of(editor, other) == {}
        assert unsent.of(editor, article)["new-draft"].words == {"text": WORDS}

    def test_no_database_takes_a_nul(self, checking: Claim, reviewer: User, login: making.Login) -> None:
        assert keep(login(reviewer), "submit", checking, reviewer, rationale="a\0b").status_code == 200
        assert Unsent.objects.get().words == {"rationale": "ab"}

    def test_too_much_is_said_so(self, checking: Claim, reviewer: User, login: making.Login) -> None:
        answer = keep(login(reviewer), "submit", checking, reviewer, rationale="a" * (unsent.MOST_KEPT + 1))
        assert answer.status_code == 422
        assert "Too much to keep" in answer.json()["told"]

    def test_without_a_script_a_button_keeps_it(self, checking: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).post(keeping.address("submit", checking, reviewer), {"rationale": WORDS})
        assert answer.status_code == 303
        assert answer["Location"] == checking.get_absolute_url()
        assert WORDS in card(login(reviewer), checking)


class TestSecrecy:
    def test_nobody_else_sees_it(
        self, checking: Claim, reviewer: User, second_reviewer: User, editor: User, login: making.Login
    ) -> None:
        for form in ("submit", "comment"):
            keep(login(reviewer), form, checking, reviewer, rationale=WORDS, body=WORDS)
        for person in (second_reviewer, editor):
            assert WORDS not in card(login(person), checking)

    def test_a_page_left_open_keeps_nothing_for_whoever_logs_in_next(
        self, checking: Claim, reviewer: User, second_reviewer: User, login: making.Login
    ) -> None:
        answer = keep(login(second_reviewer), "submit", checking, reviewer, rationale=WORDS)
        assert answer.status_code == 409
        assert not Unsent.objects.exists()

    def test_another_desks_claim_does_not_exist(self, checking: Claim, stranger: User, login: making.Login) -> None:
        assert keep(login(stranger), "comment", checking, stranger, body=WORDS).status_code == 404
        assert keep(login(stranger), "correct", checking.article, stranger, what=WORDS).status_code == 404
        assert keep(login(stranger), "read-line", checking.passage, stranger, note=WORDS).status_code == 404

    def test_the_site_administrator_is_shown_no_words(
        self, checking: Claim, reviewer: User, site_admin: User, login: making.Login
    ) -> None:
        keep(login(reviewer), "submit", checking, reviewer, rationale=WORDS)
        assert "unsent" not in login(site_admin).get(reverse("admin:index")).content.decode().lower()

    @pytest.mark.parametrize("query", ["", "?form=submit", "?form=../x&person=1", "?form=submit&person=x"])
    def test_an_address_of_another_making_is_refused(self, query: str, reviewer: User, login: making.Login) -> None:
        assert login(reviewer).post(reverse("unsent") + query).status_code == 400

    @pytest.mark.parametrize("claim_id", ["x", "-1", "9" * 30])
    def test_so_is_a_claim_that_is_none(self, claim_id: str, reviewer: User, login: making.Login) -> None:
        url = f"{reverse('unsent')}?form=submit&person={reviewer.pk}&claim={claim_id}"
        assert login(reviewer).post(url).status_code == 404

    def test_it_is_sent_by_post_alone(self, reviewer: User, login: making.Login) -> None:
        assert login(reviewer).get(reverse("unsent")).status_code == 405


class TestTheEnd:
    def test_a_form_that_did_its_work_has_nothing_left(
        self, checking: Claim, reviewer: User, login: making.Login
    ) -> None:
        client = login(reviewer)
        keep(client, "comment", checking, reviewer, body=WORDS)
        client.post(reverse("claim-comment", args=[checking.pk]), {"body": WORDS, "key": uuid4()}, headers=HTMX)
        assert not Unsent.objects.exists()

    def test_words_that_arrive_after_it_are_not_kept(
        self, checking: Claim, reviewer: User, login: making.Login
    ) -> None:
        key = uuid4()
        client = login(reviewer)
        client.post(reverse("claim-comment", args=[checking.pk]), {"body": WORDS, "key": key})
        assert keep(client, "comment", checking, reviewer, body=WORDS, key=key).json() == {"told": ""}
        assert Comment.objects.count() == 1
        assert not Unsent.objects.exists()

    def test_an_upload_ends_what_was_kept_of_it(self, editor: User, login: making.Login) -> None:
        client = login(editor)
        keep(client, "upload", None, editor, text=WORDS)
        desk = editor.memberships.get().desk_id
        client.post(reverse("article-new"), {"text": WORDS, "desk": desk, "sensitivity": "normal"})
        assert not Unsent.objects.exists()

    def test_its_words_that_arrive_after_it_are_not_kept_and_others_are(
        self, editor: User, login: making.Login
    ) -> None:
        client, key = login(editor), uuid4()
        desk = editor.memberships.get().desk_id
        client.post(reverse("article-new"), {"text": WORDS, "desk": desk, "sensitivity": "normal", "key": key})
        keep(client, "upload", None, editor, text=WORDS, key=key)
        assert not Unsent.objects.exists()
        keep(client, "upload", None, editor, text="Another thought", key=key)
        assert Unsent.objects.get().words["text"] == "Another thought"

    def test_what_is_emptied_is_let_go_of(self, checking: Claim, reviewer: User, login: making.Login) -> None:
        keep(login(reviewer), "submit", checking, reviewer, rationale=WORDS)
        keep(login(reviewer), "submit", checking, reviewer, discard="yes")
        assert not Unsent.objects.exists()


class TestTrouble:
    def test_the_loser_of_two_finds_it_again(self, checking: Claim, reviewer: User, login: making.Login) -> None:
        body = {"seen": checking.version, "key": uuid4(), "rationale": WORDS}
        Claim.objects.filter(pk=checking.pk).update(version=F("version") + 1)
        assert login(reviewer).post(reverse("claim-submit", args=[checking.pk]), body).status_code == 409
        assert f">\n{WORDS}</textarea>" in card(login(reviewer), checking)

    def test_what_is_incomplete_is_kept(self, checking: Claim, reviewer: User, login: making.Login) -> None:
        body = {"seen": checking.version, "key": uuid4(), "rationale": WORDS}
        assert login(reviewer).post(reverse("claim-submit", args=[checking.pk]), body).status_code == 422
        assert Unsent.objects.get().words == {"rationale": WORDS}

    def test_words_whose_form_is_gone_are_shown_to_their_person(
        self, checking: Claim, reviewer: User, editor: User, second_reviewer: User, login: making.Login
    ) -> None:
        keep(login(reviewer), "submit", checking, reviewer, rationale=WORDS)
        claims.assign(claim_id=checking.pk, by=editor, seen=checking.version, to=second_reviewer)
        page = card(login(reviewer), checking)
        assert "You wrote this and did not send it" in page
        assert WORDS in page
        assert WORDS not in card(login(second_reviewer), checking)
        login(reviewer).post(keeping.address("submit", checking, reviewer), {"discard": "yes"})
        assert WORDS not in card(login(reviewer), checking)
