"""What an open page is told: who is here, and what colleagues changed since it was drawn."""

import html
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.models import Article, Claim, Clearance, Desk, Draft, Job, Presence, Upload, User, Verdict
from factcheck.models.choices import JobState, Priority, Status
from factcheck.workflow import claims, comments
from tests import making
from tests.web.claims.questions import HTMX

QUERIES = 3  # session, person, and one look at all there is
QUERIES_OF_NEWS = 3  # mark, history of what changed, roles
QUERIES_OF_A_READING = 9  # draft, claims, verdicts, passages, answers; drafts, clearances, waivers, whether cleared


class OpenPage:
    """A page of the article in somebody's browser, which asks what is new as the script does."""

    def __init__(self, client: Client, claim: Claim) -> None:
        self.client = client
        self._draw(client.get(claim.get_absolute_url()).content.decode())

    def _draw(self, page: str) -> None:
        self.url = html.unescape(_found(r'id="pulse" hx-get="([^"]+)"', page))
        self.claim = _found(r'id="card-stamp".*?name="claim" value="(\d+)"', page)
        self.stamp = _found(r'name="stamp" value="(\w+)"', page)

    def ask(self, status: int = 200) -> str:
        answer = self.client.get(f"{self.url}&claim={self.claim}&stamp={self.stamp}", headers=HTMX)
        assert answer.status_code == status
        page = html.unescape(answer.content.decode())
        if page:
            self.url = _found(r'id="pulse" hx-get="([^"]+)"', page)
        if 'id="card-stamp"' in page:
            self.stamp = _found(r'name="stamp" value="(\w+)"', page)
        return page


def _found(pattern: str, page: str) -> str:
    found = re.search(pattern, page, re.DOTALL)
    assert found, pattern
    return found[1]


@pytest.fixture
def sheet(claim: Claim, reviewer: User) -> OpenPage:
    Claim.objects.update(updated_at=timezone.now() - timedelta(hours=1))
    return OpenPage(_logged_in(reviewer), claim)


def _logged_in(person: User) -> Client:
    """A browser of their own."""
    client = Client()
    client.force_login(person)
    return client


def take(claim: Claim, by: User) -> None:
    claims.take(claim_id=claim.pk, by=by, seen=making.fresh(claim).version)


def say(claim: Claim, by: User, body: str = "Which table?") -> None:
    comments.comment(claim_id=claim.pk, by=by, key=uuid4(), body=body)


def other(claim: Claim) -> Claim:
    return claim.article.claims.get(number=2)


class TestNothing:
    def test_nothing_new_is_no_answer(self, sheet: OpenPage) -> None:
        assert sheet.ask(204) == ""

    def test_it_costs_few_queries(self, sheet: OpenPage, django_assert_num_queries: Any) -> None:
        sheet.ask(204)
        with django_assert_num_queries(QUERIES):
            sheet.ask(204)

    def test_ones_own_work_is_no_news(self, sheet: OpenPage, claim: Claim, reviewer: User) -> None:
        take(claim, reviewer)
        answer = sheet.ask()
        assert "While you have this claim open" not in answer
        assert "· changed" not in answer


class TestChanges:
    def test_a_colleagues_work_is_shown_in_list_text_and_counters(
        self, sheet: OpenPage, claim: Claim, second_reviewer: User
    ) -> None:
        take(other(claim), second_reviewer)
        answer = sheet.ask()
        for part in ('id="row-2"', 'id="line-1"', 'id="summary"', "Claim 2: Checking.", "· changed", "Clear</button>"):
            assert part in answer
        assert 'id="row-1"' not in answer
        assert 'id="card"' not in answer, "what lies open is left alone"
        assert sheet.ask(204) == "", "told once"

    def test_what_becomes_visible_late_is_told_all_the_same(
        self, sheet: OpenPage, claim: Claim, second_reviewer: User
    ) -> None:
        take(other(claim), second_reviewer)
        Claim.objects.filter(number=2).update(updated_at=timezone.now() - timedelta(seconds=20))
        assert 'id="row-2"' in sheet.ask()

    def test_the_line_that_a_claim_has_left_is_drawn_again(
        self, sheet: OpenPage, claim: Claim, second_reviewer: User
    ) -> None:
        start = making.TEXT.index(making.PLAIN)
        end = start + len(making.PLAIN)
        take(claim, second_reviewer)
        Claim.objects.filter(pk=claim.pk).update(start=start, end=end, spans=[[start, end]])
        answer = sheet.ask()
        assert 'id="line-0"' in answer
        assert 'id="line-1"' in answer

    def test_what_was_changed_before_the_page_was_drawn_is_no_news(
        self, claim: Claim, second_reviewer: User, reviewer: User, editor: User, login: making.Login
    ) -> None:
        take(claim, second_reviewer)
        sheet = OpenPage(login(reviewer), other(claim))
        assert sheet.ask(204) == ""
        say(claim, editor, "@reviewer?")
        assert "· changed" not in sheet.ask()

    def test_a_new_claim_brings_the_whole_list(self, sheet: OpenPage, claim: Claim) -> None:
        making.claim(claim.passage, "four per cent in May", number=3)
        answer = sheet.ask()
        assert 'id="rows"' in answer
        assert 'id="row-3"' in answer

    def test_many_changes_are_counted(self, sheet: OpenPage, claim: Claim, second_reviewer: User) -> None:
        for number in range(3, 8):
            take(making.claim(claim.passage, making.ATTRIBUTED, number=number), second_reviewer)
        assert "5 claims changed." in sheet.ask()


class TestOneReadingForAll:
    """What one viewer's question made the desk read, the next one's is answered from: but for what is theirs alone."""

    @pytest.fixture
    def colleague(self, sheet: OpenPage, claim: Claim, editor: User) -> OpenPage:
        colleague = OpenPage(_logged_in(editor), claim)
        colleague.ask(204)
        sheet.ask()  # that the colleague is here
        return colleague

    def test_the_next_viewer_costs_few_queries(
        self,
        sheet: OpenPage,
        colleague: OpenPage,
        claim: Claim,
        second_reviewer: User,
        django_assert_num_queries: Any,
    ) -> None:
        colleague.ask()  # that the first is here
        take(other(claim), second_reviewer)
        with django_assert_num_queries(QUERIES + QUERIES_OF_NEWS + QUERIES_OF_A_READING):
            assert 'id="row-2"' in sheet.ask()
        with django_assert_num_queries(QUERIES + QUERIES_OF_NEWS):
            assert 'id="row-2"' in colleague.ask()

    def test_a_change_in_between_is_read(
        self, sheet: OpenPage, colleague: OpenPage, claim: Claim, second_reviewer: User
    ) -> None:
        take(other(claim), second_reviewer)
        assert "</span> 1 checking" in sheet.ask()
        take(claim, second_reviewer)
        assert "</span> 2 checking" in colleague.ask()

    def test_each_sees_what_is_theirs_alone(
        self, sheet: OpenPage, colleague: OpenPage, claim: Claim, reviewer: User
    ) -> None:
        take(other(claim), reviewer)
        for_the_reviewer, for_the_editor = sheet.ask(), colleague.ask()
        assert re.search(r'id="row-2" class="[^"]* mine"', for_the_reviewer)
        assert re.search(r'id="row-2" class="[^"]*"', for_the_editor)
        assert not re.search(r'id="row-2" class="[^"]* mine"', for_the_editor)
        assert "Only editors of this desk can clear" in for_the_reviewer
        assert "Only editors of this desk can clear" not in for_the_editor
        assert "· changed" not in for_the_reviewer
        assert "· changed" in for_the_editor

    def test_a_blind_verdict_that_its_author_has_been_told_of_stays_hidden(
        self, sheet: OpenPage, colleague: OpenPage, claim: Claim, reviewer: User
    ) -> None:
        Desk.objects.update(blind_from=Priority.LOW)
        making.at(other(claim), Status.SUBMITTED, by=reviewer)
        assert Verdict.objects.get().blind
        for answer in (sheet.ask(), colleague.ask()):
            assert 'id="row-2"' in answer
            assert "Confirmed" not in answer


class TestTheOpenClaim:
    def test_its_card_says_who_did_what(self, sheet: OpenPage, claim: Claim, second_reviewer: User) -> None:
        take(claim, second_reviewer)
        answer = sheet.ask()
        assert f'id="card-news-{claim.pk}"' in answer
        assert "second-reviewer took the claim." in answer
        assert 'id="card"' not in answer
        assert sheet.ask(204) == "", "told once"

    def test_ones_own_act_on_another_page_is_not_told_and_not_asked_about_again(
        self, sheet: OpenPage, claim: Claim, reviewer: User
    ) -> None:
        say(claim, reviewer)
        assert "card-news" not in sheet.ask()
        assert sheet.ask(204) == ""

    def test_a_comment_is_a_change_too(self, sheet: OpenPage, claim: Claim, editor: User) -> None:
        say(claim, editor)
        assert "editor commented." in sheet.ask()

    def test_a_claim_of_another_article_is_none(self, sheet: OpenPage, claim: Claim, reviewer: User) -> None:
        sheet.claim = str(making.article(claim.desk, reviewer).claims.all()[0].pk)
        assert sheet.ask(204) == ""
        assert Presence.objects.get(user=reviewer).claim is None


class TestPresence:
    @pytest.fixture
    def colleague(self, claim: Claim, second_reviewer: User) -> OpenPage:
        return OpenPage(_logged_in(second_reviewer), other(claim))

    def test_who_is_here_and_on_which_claim(self, sheet: OpenPage, colleague: OpenPage) -> None:
        colleague.ask(204)
        answer = sheet.ask()
        assert 'data-who="second-reviewer" data-on="2"' in answer
        assert "reviewer is here, on <a" in answer
        assert 'data-who="reviewer"' in colleague.ask()

    def test_nobody_is_told_of_themselves(self, sheet: OpenPage) -> None:
        sheet.ask(204)
        assert sheet.ask(204) == ""

    def test_whoever_falls_silent_is_gone(self, sheet: OpenPage, colleague: OpenPage) -> None:
        colleague.ask(204)
        sheet.ask()
        Presence.objects.update(seen_at=timezone.now() - timedelta(minutes=1))
        answer = sheet.ask()
        assert 'id="here"' in answer
        assert "second-reviewer" not in answer

    def test_it_is_written_seldom(self, sheet: OpenPage) -> None:
        sheet.ask(204)
        before = Presence.objects.get().seen_at
        sheet.ask(204)
        assert Presence.objects.get().seen_at == before
        Presence.objects.update(seen_at=before - timedelta(seconds=10))
        sheet.ask(204)
        assert Presence.objects.get().seen_at >= before

    def test_a_page_that_is_drawn_shows_who_is_here(
        self, colleague: OpenPage, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        colleague.ask(204)
        assert 'data-who="second-reviewer"' in login(reviewer).get(claim.get_absolute_url()).content.decode()


class TestTheArticle:
    def test_a_new_draft_is_told_and_ends_the_asking(self, sheet: OpenPage, claim: Claim, editor: User) -> None:
        old = claim.draft
        upload = Upload.objects.create(name="bridge.txt", content=b"x", size=1, sha256="0" * 64)
        new = Draft.objects.create(
            article=claim.article,
            number=2,
            upload=upload,
            text=old.text,
            length=old.length,
            sha256=old.sha256,
            created_by=editor,
        )
        Job.objects.create(draft=new)
        assert sheet.ask(204) == "", "not before it is read"
        Job.objects.filter(draft=new).update(state=JobState.DONE)
        assert "Draft 2 is here." in sheet.ask(286)

    def test_a_clearance_is_told_and_its_end(self, sheet: OpenPage, claim: Claim, editor: User) -> None:
        cleared = Clearance.objects.create(article=claim.article, draft=claim.draft, by=editor)
        assert "The article is cleared." in sheet.ask()
        assert sheet.ask(204) == ""
        cleared.withdrawn_at, cleared.withdrawn_by, cleared.reason = timezone.now(), editor, "A slip."
        cleared.save()
        assert "The article is open again." in sheet.ask()


class TestNotices:
    def test_the_count_in_the_bar_follows(self, sheet: OpenPage, claim: Claim, editor: User) -> None:
        say(other(claim), editor, "@reviewer?")
        answer = sheet.ask()
        assert 'id="bell"' in answer
        assert re.search(r"unread: </span>\s*1\s*</span>", answer)
        assert sheet.ask(204) == ""


class TestWhoAsks:
    def test_another_desks_article_does_not_exist(self, sheet: OpenPage, stranger: User) -> None:
        sheet.client.force_login(stranger)
        assert sheet.client.get(sheet.url, headers=HTMX).status_code == 404

    def test_whoever_is_logged_out_is_told_so(self, sheet: OpenPage) -> None:
        sheet.client.logout()
        assert sheet.client.get(sheet.url, headers=HTMX).status_code == 401

    def test_opened_as_a_page_it_leads_to_the_article(self, sheet: OpenPage, article: Article) -> None:
        answer = sheet.client.get(sheet.url)
        assert answer.status_code == 302
        assert answer.headers["Location"] == reverse("article-detail", args=[article.pk])

    @pytest.mark.parametrize("spoiled", ["since=x", "since=999999999999999999", "state=1", "draft=-1", "rows="])
    def test_what_no_page_of_ours_asks_is_refused(self, spoiled: str, sheet: OpenPage) -> None:
        name = spoiled.partition("=")[0]
        sheet.url = re.sub(rf"{name}=[^&]*", spoiled, sheet.url)
        assert sheet.client.get(sheet.url, headers=HTMX).status_code == 400

    def test_it_is_read_by_get_alone(self, sheet: OpenPage) -> None:
        assert sheet.client.post(sheet.url).status_code == 405


def test_the_claims_own_page_asks_too(claim: Claim, reviewer: User, second_reviewer: User, login: making.Login) -> None:
    sheet = OpenPage(login(reviewer), claim)
    sheet._draw(login(reviewer).get(reverse("claim-detail", args=[claim.pk])).content.decode())  # noqa: SLF001
    take(claim, second_reviewer)
    answer = sheet.ask()
    assert "second-reviewer took the claim." in answer
    assert 'id="row-1"' not in answer


def test_a_status_is_told_in_words(sheet: OpenPage, claim: Claim, second_reviewer: User, editor: User) -> None:
    making.at(other(claim), Status.SETTLED, by=second_reviewer, signer=editor)
    assert "Claim 2: Confirmed." in sheet.ask()
