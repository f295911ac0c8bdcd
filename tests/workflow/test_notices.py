"""Who is told what: by the verbs, in their own transaction, and never of one's own act."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from factcheck.models import Article, Claim, Membership, Notification, Preferences, User
from factcheck.models.choices import Notice, Role, Status
from factcheck.workflow import claims, comments, notices
from factcheck.workflow.errors import Stale
from tests import making


def told(user: User) -> list[tuple[str, str]]:
    return [(row.notice, row.words) for row in Notification.objects.filter(user=user).order_by("pk")]


def say(claim: Claim, by: User, body: str) -> None:
    comments.comment(claim_id=claim.pk, by=by, key=uuid4(), body=body)


class TestVerbs:
    def test_whoever_is_given_a_claim_is_told(self, claim: Claim, editor: User, reviewer: User) -> None:
        claims.assign(claim_id=claim.pk, by=editor, seen=claim.version, to=reviewer)
        assert told(reviewer) == [(Notice.ASSIGNED, "")]
        row = Notification.objects.get()
        assert (row.by, row.claim, row.article) == (editor, claim, claim.article)

    def test_nobody_is_told_of_their_own_act(self, claim: Claim, editor: User) -> None:
        claims.assign(claim_id=claim.pk, by=editor, seen=claim.version, to=editor)
        say(claim, editor, "@editor looks at this")
        assert told(editor) == []

    def test_what_did_not_happen_is_not_told_of(self, claim: Claim, editor: User, reviewer: User) -> None:
        with pytest.raises(Stale):
            claims.assign(claim_id=claim.pk, by=editor, seen=claim.version + 1, to=reviewer)
        assert told(reviewer) == []

    def test_an_author_is_told_why_a_verdict_comes_back(
        self, claim: Claim, reviewer: User, second_reviewer: User
    ) -> None:
        making.at(claim, Status.SUBMITTED, by=reviewer)
        making.send_back(claim, second_reviewer, note="The table is of June.")
        assert told(reviewer) == [(Notice.SENT_BACK, "The table is of June.")]


class TestMentions:
    def test_whoever_is_named_is_told_once(self, claim: Claim, reviewer: User, editor: User, reader: User) -> None:
        say(claim, reviewer, "@editor, is this ours? Ask @reader. (@editor)")
        assert told(editor) == told(reader) == [(Notice.MENTIONED, "@editor, is this ours? Ask @reader. (@editor)")]

    def test_a_repeated_request_tells_once(self, claim: Claim, reviewer: User, editor: User) -> None:
        key = uuid4()
        for _ in range(2):
            comments.comment(claim_id=claim.pk, by=reviewer, key=key, body="@editor?")
        assert len(told(editor)) == 1

    def test_another_desks_people_are_not_named(self, claim: Claim, reviewer: User, stranger: User) -> None:
        say(claim, reviewer, "@stranger, and @nobody")
        assert told(stranger) == []

    @pytest.mark.parametrize(
        ("words", "names"),
        [
            ("@editor.", {"editor"}),
            ("@second-reviewer, and @a.b_c!", {"second-reviewer", "a.b_c"}),
            ("write to desk@paper.example", set()),
            ("@@editor or @ editor", set()),
            ("(@editor)", {"editor"}),
        ],
    )
    def test_a_name_ends_where_its_sentence_does(self, words: str, names: set[str]) -> None:
        assert notices.mentioned(words) == names


class TestDueSoon:
    @pytest.fixture(autouse=True)
    def _busy(self, claim: Claim, reviewer: User) -> None:
        making.at(claim, Status.CHECKING, by=reviewer)
        Article.objects.update(deadline=timezone.now() + timedelta(hours=1))

    def test_whoever_is_checking_is_told_once(self, reviewer: User, editor: User) -> None:
        for _ in range(2):
            notices.warn()
        assert told(reviewer) == [(Notice.DUE_SOON, "")]
        assert told(editor) == []

    @pytest.mark.parametrize("hours", [-1, 24])
    def test_it_is_told_when_there_is_still_time_and_little(self, reviewer: User, hours: int) -> None:
        Article.objects.update(deadline=timezone.now() + timedelta(hours=hours))
        notices.warn()
        assert told(reviewer) == []


class TestWhoListens:
    def test_what_is_turned_off_is_not_told(self, claim: Claim, editor: User, reviewer: User) -> None:
        Preferences.objects.create(user=reviewer, muted=[Notice.ASSIGNED])
        claims.assign(claim_id=claim.pk, by=editor, seen=claim.version, to=reviewer)
        say(claim, editor, "@reviewer?")
        assert [notice for notice, _ in told(reviewer)] == [Notice.MENTIONED]

    def test_whoever_leaves_the_desk_hears_no_more_of_it(self, claim: Claim, editor: User, reviewer: User) -> None:
        say(claim, editor, "@reviewer?")
        Membership.objects.filter(user=reviewer).delete()
        say(claim, editor, "@reviewer?")
        assert len(told(reviewer)) == 1
        assert notices.unread(User.objects.get(pk=reviewer.pk)) == 0

    def test_a_reader_can_be_named(self, claim: Claim, editor: User, reader: User) -> None:
        assert reader.role_on(claim.desk_id) == Role.READER
        say(claim, editor, "@reader?")
        assert notices.unread(reader) == 1
