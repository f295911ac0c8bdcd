"""What one is told: newest first, page by page, read one by one or all at once."""

from typing import Any

import pytest
from django.urls import reverse

from factcheck.models import Article, Claim, Membership, Notification, User
from factcheck.models.choices import Notice
from factcheck.workflow import notices
from tests import making
from tests.web.claims.questions import HTMX

LIST, FOLLOW, READ, READ_ALL = (reverse(f"notification-{name}") for name in ("list", "follow", "read", "read-all"))
WORDS = "Which table is this from?"


def tell(claim: Claim, to: User, by: User, times: int = 1) -> Notification:
    for _ in range(times):
        notices.tell(Notice.MENTIONED, claim, to, by=by, words=WORDS)
    return Notification.objects.filter(user=to).latest("pk")


def unread(user: User) -> int:
    return Notification.objects.filter(user=user, read_at=None).count()


class TestList:
    def test_it_says_who_did_what_where(self, claim: Claim, reviewer: User, editor: User, login: making.Login) -> None:
        tell(claim, reviewer, editor)
        page = login(reviewer).get(LIST).content.decode()
        for words in ("editor mentioned you in a comment on claim 1.", WORDS, claim.article.title, "Go to claim 1"):
            assert words in page
        assert "New</strong>" in page

    def test_nothing_says_what_will_come(self, reviewer: User, login: making.Login) -> None:
        assert "Nothing to tell you" in login(reviewer).get(LIST).content.decode()

    def test_it_is_paged_by_key_newest_first(
        self, claim: Claim, reviewer: User, editor: User, login: making.Login
    ) -> None:
        tell(claim, reviewer, editor, times=notices.PAGE_SIZE + 1)
        first = Notification.objects.earliest("pk")
        page = login(reviewer).get(LIST).content.decode()
        assert f'id="notification-{first.pk}"' not in page
        assert f'href="?before={first.pk + 1}"' in page
        assert f'id="notification-{first.pk}"' in login(reviewer).get(f"{LIST}?before={first.pk + 1}").content.decode()

    @pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "²"])
    def test_a_mangled_address_shows_the_first_page(self, before: str, reviewer: User, login: making.Login) -> None:
        assert login(reviewer).get(LIST, {"before": before}).status_code == 200

    @pytest.mark.parametrize("times", [1, 30])
    def test_it_takes_as_many_queries_for_many_as_for_one(
        self,
        times: int,
        claim: Claim,
        reviewer: User,
        editor: User,
        login: making.Login,
        django_assert_num_queries: Any,
    ) -> None:
        tell(claim, reviewer, editor, times=times)
        client = login(reviewer)
        with django_assert_num_queries(6):  # session, person, roles, the rows, the count in the bar, the keys
            client.get(LIST)

    def test_the_bar_counts_what_is_unread(
        self, claim: Claim, reviewer: User, editor: User, login: making.Login
    ) -> None:
        tell(claim, reviewer, editor, times=3)
        page = login(reviewer).get(reverse("queue")).content.decode()
        assert "unread: </span>3</span>" in page

    def test_another_persons_and_another_desks_are_not_there(
        self, claim: Claim, reviewer: User, second_reviewer: User, editor: User, login: making.Login
    ) -> None:
        tell(claim, reviewer, editor)
        assert WORDS not in login(second_reviewer).get(LIST).content.decode()
        Membership.objects.filter(user=reviewer).delete()
        assert WORDS not in login(reviewer).get(LIST).content.decode()


class TestReading:
    def test_following_one_leads_there_and_reads_it(
        self, claim: Claim, reviewer: User, editor: User, login: making.Login
    ) -> None:
        row = tell(claim, reviewer, editor, times=2)
        answer = login(reviewer).post(FOLLOW, {"which": row.pk})
        assert answer.status_code == 303
        assert answer["Location"] == claim.get_absolute_url()
        assert unread(reviewer) == 1

    def test_what_is_about_an_article_leads_to_the_article(
        self, article: Article, reviewer: User, login: making.Login
    ) -> None:
        row = Notification.objects.create(user=reviewer, notice=Notice.DUE_SOON, article=article)
        assert "An article with claims of yours is due soon." in login(reviewer).get(LIST).content.decode()
        answer = login(reviewer).post(FOLLOW, {"which": row.pk})
        assert answer["Location"] == reverse("article-detail", args=[article.pk])

    def test_one_is_marked_in_place(self, claim: Claim, reviewer: User, editor: User, login: making.Login) -> None:
        row = tell(claim, reviewer, editor, times=2)
        page = login(reviewer).post(READ, {"which": row.pk}, headers=HTMX).content.decode()
        assert f'id="notification-{row.pk}"' in page
        assert "Mark as read" not in page
        assert 'id="bell"' in page
        assert unread(reviewer) == 1

    def test_without_a_script_it_leads_back(
        self, claim: Claim, reviewer: User, editor: User, login: making.Login
    ) -> None:
        row = tell(claim, reviewer, editor)
        assert login(reviewer).post(READ, {"which": row.pk})["Location"] == LIST

    def test_all_are_those_that_the_page_showed(
        self, claim: Claim, reviewer: User, editor: User, login: making.Login
    ) -> None:
        shown = tell(claim, reviewer, editor, times=2)
        tell(claim, reviewer, editor)
        login(reviewer).post(READ_ALL, {"up_to": shown.pk})
        assert unread(reviewer) == 1

    @pytest.mark.parametrize("url", [FOLLOW, READ])
    def test_another_persons_does_not_exist(
        self, url: str, claim: Claim, reviewer: User, second_reviewer: User, editor: User, login: making.Login
    ) -> None:
        row = tell(claim, reviewer, editor)
        assert login(second_reviewer).post(url, {"which": row.pk}).status_code == 404
        login(second_reviewer).post(READ_ALL, {"up_to": row.pk})
        assert unread(reviewer) == 1

    @pytest.mark.parametrize("url", [FOLLOW, READ, READ_ALL])
    def test_it_is_sent_by_post_alone(self, url: str, reviewer: User, login: making.Login) -> None:
        assert login(reviewer).get(url).status_code == 405

    @pytest.mark.parametrize("url", [FOLLOW, READ, READ_ALL])
    def test_nothing_sent_is_nothing_done(self, url: str, reviewer: User, login: making.Login) -> None:
        assert login(reviewer).post(url, {"which": "x", "up_to": "x"})["Location"] == LIST
