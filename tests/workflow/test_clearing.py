"""Waiving, clearing, reopening, correcting: an editor's acts on an article, and what they forbid."""

import threading
from collections.abc import Callable
from functools import partial
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from factcheck.ingest import NotNext
from factcheck.models import Article, Claim, Clearance, Correction, Job, Passage, User, Verdict
from factcheck.models.choices import ArticleState, JobState, Role, Status, Verb
from factcheck.workflow import articles, claims, clearance, clearing, comments, fixing, permissions, verdicts
from factcheck.workflow.errors import Invalid, Refused, Stale
from tests import making
from tests.redrafting import redraft

CLEARED = "This article is cleared. An editor can reopen it."


@pytest.fixture
def other(article: Article) -> Claim:
    return article.claims.get(number=2)


@pytest.fixture
def ready(article: Article, claim: Claim, other: Claim, reviewer: User, second_reviewer: User) -> Article:
    """Settled, dismissed, and every line read: nothing stands in the way."""
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    making.at(other, Status.DISMISSED, by=reviewer)
    return article


@pytest.fixture
def cleared(ready: Article, editor: User) -> Article:
    clear(ready, editor)
    return ready


def clear(article: Article, by: User, *, seen: int = 1) -> Clearance:
    return clearing.clear(article_id=article.pk, by=by, seen=seen)


def reopen(article: Article, by: User, reason: str = "The office revised the figure.") -> Clearance:
    seen = Clearance.objects.filter(article=article).order_by("pk").last()
    return clearing.reopen(article_id=article.pk, by=by, seen=seen.pk if seen else 1, reason=reason)


def waive(claim: Claim, by: User, reason: str = "The editor-in-chief knows.") -> None:
    clearing.waive(claim_id=claim.pk, by=by, seen=making.fresh(claim).version, key=uuid4(), reason=reason)


def in_list(article: Article, by: User) -> ArticleState:
    (row,) = articles.page(by, articles.Filter()).rows
    assert articles.page(by, articles.Filter(state=row.state)).rows, "the filter agrees with the list"
    return row.state


def stands(article: Article, by: User) -> ArticleState:
    """The article's state, as Python and the database work it out; they agree."""
    now = clearance.stand(article)
    cleared = clearance.clearance_of(article) is not None
    state = clearance.state(now.draft.job, len(now.blockers), cleared=cleared)
    assert state == in_list(article, by)
    return state


class TestClear:
    def test_nothing_in_the_way(self, ready: Article, editor: User) -> None:
        assert stands(ready, editor) == ArticleState.READY
        given = clear(ready, editor)
        assert (given.by, given.draft.number) == (editor, 1)
        assert stands(ready, editor) == ArticleState.CLEARED

    def test_what_is_in_the_way_is_listed(self, article: Article, editor: User) -> None:
        with pytest.raises(clearing.Blocked) as refused:
            clear(article, editor)
        assert str(refused.value) == "2 blockers stand between this article and its publication."
        assert [blocker.claim for blocker in refused.value.blockers] == list(article.claims.order_by("number"))
        assert not Clearance.objects.exists()

    def test_a_line_that_nobody_read_is_in_the_way(self, ready: Article, editor: User) -> None:
        Passage.objects.filter(index=2).update(reason="")
        assert stands(ready, editor) == ArticleState.IN_REVIEW
        with pytest.raises(clearing.Blocked) as refused:
            clear(ready, editor)
        [blocker] = refused.value.blockers
        assert (blocker.line.index if blocker.line else 0, blocker.why) == (2, clearance.UNREAD)

    def test_a_claim_that_reaches_over_a_line_answers_for_it(self, ready: Article, other: Claim, editor: User) -> None:
        Passage.objects.filter(index=2).update(reason="")
        Claim.objects.filter(pk=other.pk).update(end=len(making.TEXT), spans=[[other.start, len(making.TEXT)]])
        assert stands(ready, editor) == ArticleState.READY

    def test_a_newest_draft_that_is_not_read_is_in_the_way(self, ready: Article, editor: User) -> None:
        Job.objects.update(state=JobState.QUEUED)
        with pytest.raises(clearing.Blocked) as refused:
            clear(ready, editor)
        assert [blocker.why for blocker in refused.value.blockers] == [clearance.UNFINISHED]

    def test_it_is_of_the_draft_that_the_editor_read(self, ready: Article, editor: User) -> None:
        redraft(ready, editor, making.TEXT.replace("It was", "It is"))
        with pytest.raises(Refused, match="Draft 2 has come meanwhile"):
            clear(ready, editor, seen=1)

    def test_twice_is_once(self, cleared: Article, editor: User, desk_admin: User) -> None:
        assert clear(cleared, editor) == Clearance.objects.get()
        with pytest.raises(Refused, match="editor has cleared this article already"):
            clear(cleared, desk_admin)

    @pytest.mark.parametrize("who", ["reader", "reviewer", "stranger"])
    def test_it_is_for_editors(self, who: str, ready: Article, request: pytest.FixtureRequest) -> None:
        with pytest.raises(Refused, match="Only editors of this desk"):
            clear(ready, request.getfixturevalue(who))


class TestCleared:
    @pytest.mark.usefixtures("cleared")
    def test_every_verb_on_its_claims_is_refused_with_the_sentence(self, claim: Claim, editor: User) -> None:
        allowed = permissions.allowed(editor, making.fresh(claim))
        talk = {Verb.COMMENT, Verb.RESOLVE}
        assert {allowed[verb.name.lower()] for verb in set(Verb) - talk} == {CLEARED}
        assert {allowed[verb.name.lower()] for verb in talk} == {""}

    @pytest.mark.usefixtures("cleared")
    def test_what_is_tried_all_the_same_is_refused(
        self, claim: Claim, other: Claim, editor: User, reviewer: User
    ) -> None:
        with pytest.raises(Refused, match=CLEARED):
            verdicts.reopen(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version, reason="No.")
        with pytest.raises(Refused, match=CLEARED):
            claims.restore(claim_id=other.pk, by=reviewer, seen=making.fresh(other).version)

    @pytest.mark.usefixtures("cleared")
    def test_people_can_go_on_talking(self, claim: Claim, reviewer: User) -> None:
        comments.comment(claim_id=claim.pk, by=reviewer, key=uuid4(), body="Well done.")

    def test_no_new_draft(self, cleared: Article, editor: User) -> None:
        with pytest.raises(NotNext, match=CLEARED):
            redraft(cleared, editor, "It rained.")

    @pytest.mark.usefixtures("cleared")
    def test_the_database_lets_nothing_through(self, claim: Claim) -> None:
        with pytest.raises(IntegrityError, match="the article is cleared"), transaction.atomic():
            Claim.objects.filter(pk=claim.pk).update(text="Something else")

    def test_another_article_goes_on(self, cleared: Article, editor: User, reviewer: User) -> None:
        free = making.article(cleared.desk, editor, title="Another").claims.get(number=1)
        claims.take(claim_id=free.pk, by=reviewer, seen=free.version)


class TestReopen:
    def test_what_stood_still_moves_again(self, cleared: Article, claim: Claim, editor: User) -> None:
        taken_back = reopen(cleared, editor)
        assert (taken_back.withdrawn_by, taken_back.reason) == (editor, "The office revised the figure.")
        assert Clearance.objects.count() == 1, "the row stays"
        assert stands(cleared, editor) == ArticleState.READY
        verdicts.reopen(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version, reason="Look again.")

    def test_it_can_be_cleared_once_more(self, cleared: Article, editor: User) -> None:
        reopen(cleared, editor)
        clear(cleared, editor)
        assert Clearance.objects.count() == 2

    def test_it_needs_a_reason(self, cleared: Article, editor: User) -> None:
        with pytest.raises(Invalid):
            reopen(cleared, editor, " ")

    def test_what_is_not_cleared_cannot_be_reopened(self, ready: Article, editor: User) -> None:
        with pytest.raises(Refused, match="This article is not cleared"):
            reopen(ready, editor)


class TestWaive:
    def test_an_editor_publishes_in_spite_of_it(
        self, article: Article, claim: Claim, other: Claim, editor: User, reviewer: User
    ) -> None:
        making.at(other, Status.DISMISSED, by=reviewer)
        waive(claim, editor)
        assert stands(article, editor) == ArticleState.READY
        [waived] = clearance.stand(article).waived
        assert waived.waiver
        assert (waived.claim, waived.why, waived.waiver.by) == (claim, "Open", editor)
        clear(article, editor)

    def test_a_rating_that_blocks_can_be_waived(
        self, article: Article, claim: Claim, other: Claim, editor: User, reviewer: User, second_reviewer: User
    ) -> None:
        making.at(other, Status.DISMISSED, by=reviewer)
        making.at(claim, Status.CHECKING, by=reviewer)
        making.submit(claim, reviewer, rating="wrong")
        making.sign_off(claim, second_reviewer)
        assert stands(article, editor) == ArticleState.IN_REVIEW
        waive(claim, editor)
        assert stands(article, editor) == ArticleState.READY

    def test_any_change_of_the_claim_ends_it(
        self, article: Article, claim: Claim, other: Claim, editor: User, reviewer: User
    ) -> None:
        making.at(other, Status.DISMISSED, by=reviewer)
        waive(claim, editor)
        claims.take(claim_id=claim.pk, by=reviewer, seen=claim.version)
        assert stands(article, editor) == ArticleState.IN_REVIEW

    @pytest.mark.usefixtures("ready")
    def test_where_nothing_blocks_there_is_nothing_to_waive(self, claim: Claim, editor: User) -> None:
        with pytest.raises(Refused, match="Nothing about this claim stands in the way"):
            waive(claim, editor)

    def test_it_needs_a_reason_and_the_claim_as_it_is(self, claim: Claim, editor: User) -> None:
        with pytest.raises(Invalid):
            waive(claim, editor, "  ")
        with pytest.raises(Stale):
            clearing.waive(claim_id=claim.pk, by=editor, seen=99, key=uuid4(), reason="So be it.")

    def test_sent_twice_it_is_one(self, claim: Claim, editor: User) -> None:
        key = uuid4()
        both = [
            clearing.waive(claim_id=claim.pk, by=editor, seen=claim.version, key=key, reason="So be it.")
            for _ in range(2)
        ]
        assert both[0] == both[1]


class TestCorrect:
    def correct(self, article: Article, by: User, **said: object) -> Correction:
        words = {"what": "May became June.", "why": "The month was wrong.", "key": uuid4()} | said
        return clearing.correct(article_id=article.pk, by=by, **words)  # type: ignore[arg-type]

    def test_it_names_what_why_and_which_claim(self, cleared: Article, claim: Claim, editor: User) -> None:
        noted = self.correct(cleared, editor, claim_number=1)
        assert (noted.what, noted.why, noted.claim, noted.by) == (
            "May became June.",
            "The month was wrong.",
            claim,
            editor,
        )

    def test_sent_twice_it_is_one(self, cleared: Article, editor: User) -> None:
        key = uuid4()
        assert self.correct(cleared, editor, key=key) == self.correct(cleared, editor, key=key)

    @pytest.mark.parametrize("said", [{"what": " "}, {"why": ""}, {"claim_number": 9}])
    def test_what_is_missing_is_said(self, said: dict[str, object], cleared: Article, editor: User) -> None:
        with pytest.raises(Invalid) as incomplete:
            self.correct(cleared, editor, **said)
        assert set(incomplete.value.fields) == set(said)

    def test_before_the_first_clearance_there_is_nothing_to_correct(self, ready: Article, editor: User) -> None:
        with pytest.raises(Refused, match="has never been cleared"):
            self.correct(ready, editor)


class TestFixes:
    def test_a_fix_that_is_in_the_text_blocks_no_longer(
        self, article: Article, claim: Claim, other: Claim, editor: User, reviewer: User, second_reviewer: User
    ) -> None:
        making.at(claim, Status.DISMISSED, by=reviewer)
        making.at(other, Status.CHECKING, by=reviewer)
        fix = "The bridge opened in 1932"
        making.submit(other, reviewer, rating="confirmed-change-wording", suggested_fix=fix, said="")
        making.sign_off(other, second_reviewer)
        assert stands(article, editor) == ArticleState.IN_REVIEW
        fixing.accept_fix(claim_id=other.pk, by=editor, seen=making.fresh(other).version)
        assert stands(article, editor) == ArticleState.READY, "the text says so already"
        Verdict.objects.filter(claim=other).update(fix_accepted=False)
        assert stands(article, editor) == ArticleState.IN_REVIEW


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    """Two people, two connections: one wins, and the other is told."""

    def in_another_connection(self, act: Callable[[], object]) -> tuple[threading.Thread, list[str]]:
        outcome: list[str] = []

        def run() -> None:
            try:
                act()
                outcome.append("done")
            except Refused as refused:
                outcome.append(str(refused))
            finally:
                connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        return thread, outcome

    def test_clearing_waits_for_a_colleague_who_reopens_a_claim(
        self, ready: Article, claim: Claim, editor: User, desk_admin: User
    ) -> None:
        with transaction.atomic():
            verdicts.reopen(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version, reason="Look again.")
            thread, outcome = self.in_another_connection(lambda: clear(ready, desk_admin))
            thread.join(0.5)
            assert outcome == [], "it waits"
        thread.join()
        assert outcome == ["One blocker stands between this article and its publication."]
        assert stands(ready, editor) == ArticleState.IN_REVIEW

    def test_a_colleague_who_reopens_a_claim_waits_for_the_clearing(
        self, ready: Article, claim: Claim, editor: User, desk_admin: User
    ) -> None:
        version = making.fresh(claim).version
        with transaction.atomic():
            clear(ready, desk_admin)
            thread, outcome = self.in_another_connection(
                lambda: verdicts.reopen(claim_id=claim.pk, by=editor, seen=version, reason="Look again.")
            )
            thread.join(0.5)
            assert outcome == [], "it waits"
        thread.join()
        assert outcome == [CLEARED]
        assert making.fresh(claim).status == Status.SETTLED
        assert stands(ready, editor) == ArticleState.CLEARED

    def test_a_new_claim_waits_too(self, ready: Article, claim: Claim, editor: User) -> None:
        outcome: list[str] = []

        def add() -> None:
            try:
                making.claim(claim.passage, "four per cent", number=3)
                outcome.append("added")
            except IntegrityError:
                outcome.append("refused")
            finally:
                connection.close()

        with transaction.atomic():
            clear(ready, editor)
            thread = threading.Thread(target=add)
            thread.start()
            thread.join(0.5)
            assert outcome == []
        thread.join()
        assert outcome == ["refused"]

    def test_of_ten_editors_who_clear_at_once_one_does(self, ready: Article) -> None:
        editors = [making.member(ready.desk, f"editor-{number}", Role.EDITOR) for number in range(10)]
        waiting = [self.in_another_connection(partial(clear, ready, one)) for one in editors]
        for thread, _ in waiting:
            thread.join()
        others = f"{Clearance.objects.get().by} has cleared this article already."
        assert sorted(outcome[0] for _, outcome in waiting) == ["done", *[others] * 9]
