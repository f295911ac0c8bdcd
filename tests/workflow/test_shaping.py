"""Adding, editing, splitting and merging."""

from itertools import pairwise
from threading import Barrier

import pytest
from django.db import connection

from factcheck.models import Article, Claim, Draft, Link, User
from factcheck.models.choices import ClaimKind, Dismissal, JobState, Priority, Status
from factcheck.text.finding import occurrences
from factcheck.text.spans import Span
from factcheck.workflow import claims, shaping
from factcheck.workflow.attribution import Saying
from factcheck.workflow.errors import Invalid, Refused, Stale
from factcheck.workflow.shaping import Part
from factcheck.workflow.timeline import timeline
from tests import making
from tests.workflow.test_verdicts import run_together


def words(claim: Claim | Draft, *stretches: str) -> list[Span]:
    text = claim.text if isinstance(claim, Draft) else claim.draft.text
    return [span for stretch in stretches for span in occurrences(text, stretch)[:1]]


def last(claim: Claim) -> str:
    return timeline(claim)[0].sentence


@pytest.fixture
def draft(article: Article) -> Draft:
    return article.drafts.get()


@pytest.fixture
def other(article: Article) -> Claim:
    return article.claims.get(number=2)


class TestAdding:
    def test_it_is_an_open_claim_with_the_next_number(self, draft: Draft, reviewer: User) -> None:
        claim = shaping.add(
            draft_id=draft.pk,
            by=reviewer,
            text=" It was a \n wonderful day ",
            spans=words(draft, "wonderful day"),
            kind=ClaimKind.STATE,
            priority=Priority.HIGH,
            chain=[Saying("the minister", cue="said"), Saying("the tabloid")],
        )
        assert (claim.number, claim.status, claim.text) == (3, Status.OPEN, "It was a wonderful day")
        assert (claim.added_by, claim.quote, claim.priority) == (reviewer, "wonderful day", Priority.HIGH)
        assert claim.passage.reason == "opinion"
        assert last(claim) == "reviewer added this claim from the text."

    def test_who_says_so_is_found_in_the_text_where_it_stands_there(self, draft: Draft, reviewer: User) -> None:
        chain = [Saying("the minister", cue="said"), Saying("the tabloid")]
        claim = shaping.add(
            draft_id=draft.pk,
            by=reviewer,
            text="It was",
            spans=words(draft, "It was"),
            kind=ClaimKind.STATE,
            chain=chain,
        )
        minister, tabloid = claim.links.order_by("depth")
        assert draft.text[minister.start : minister.end] == "the minister"
        assert draft.text[minister.cue_start : minister.cue_end] == "said"
        assert (tabloid.who, tabloid.start) == ("the tabloid", None)

    def test_the_same_request_twice_is_one_claim(self, draft: Draft, reviewer: User) -> None:
        made = {
            shaping.add(
                draft_id=draft.pk, by=reviewer, text="It was", spans=words(draft, "It was"), kind=ClaimKind.STATE
            ).pk
            for _ in range(2)
        }
        assert len(made) == 1

    def test_a_stretch_over_two_lines_becomes_one_on_each(self, draft: Draft, reviewer: User) -> None:
        span = Span(draft.text.index("in 1932"), draft.text.index(" wonderful"))
        claim = shaping.add(draft_id=draft.pk, by=reviewer, text="Both", spans=[span], kind=ClaimKind.STATE)
        assert claim.quote == "in 1932. … It was a"

    def test_places_count_characters_and_not_bytes(self, article: Article, reviewer: User) -> None:
        text = "🌉🌉 Cafe\u0301 owners paid €5."
        draft = making.unsplit(article.desk, reviewer, text=text)
        draft.job.state = JobState.DONE
        draft.job.save()
        making.passage(draft, text, index=0)
        claim = shaping.add(
            draft_id=draft.pk, by=reviewer, text="They paid", spans=words(draft, "paid €5"), kind=ClaimKind.QUANTITY
        )
        assert claim.quote == "paid €5"
        assert claim.spans == [[16, 23]]

    @pytest.mark.parametrize("spans", [[], [Span(5, 5)], [Span(5000, 6000)]])
    def test_it_stands_on_words_of_the_text(self, spans: list[Span], draft: Draft, reviewer: User) -> None:
        with pytest.raises(Invalid, match="Name the words in the text"):
            shaping.add(draft_id=draft.pk, by=reviewer, text="It was", spans=spans, kind=ClaimKind.STATE)

    @pytest.mark.parametrize(("text", "why"), [(" ", "in one sentence"), ("x" * 1001, "too long")])
    def test_it_says_something_and_not_too_much(self, text: str, why: str, draft: Draft, reviewer: User) -> None:
        with pytest.raises(Invalid, match=why):
            shaping.add(draft_id=draft.pk, by=reviewer, text=text, spans=words(draft, "It was"), kind=ClaimKind.STATE)

    def test_readers_and_strangers_add_nothing(self, draft: Draft, reader: User, stranger: User) -> None:
        for nobody in (reader, stranger):
            with pytest.raises(Refused, match="Only reviewers and editors"):
                shaping.add(
                    draft_id=draft.pk, by=nobody, text="It was", spans=words(draft, "It was"), kind=ClaimKind.STATE
                )

    def test_a_draft_that_is_still_being_read_gets_none(self, draft: Draft, reviewer: User) -> None:
        draft.job.state = JobState.QUEUED
        draft.job.save()
        with pytest.raises(Refused, match="still being read"):
            shaping.add(
                draft_id=draft.pk, by=reviewer, text="It was", spans=words(draft, "It was"), kind=ClaimKind.STATE
            )

    @pytest.mark.django_db(transaction=True)
    def test_two_at_once_get_two_numbers(self, draft: Draft, reviewer: User, second_reviewer: User) -> None:
        together = Barrier(2)

        def send(by: User) -> None:
            together.wait(timeout=10)
            try:
                shaping.add(draft_id=draft.pk, by=by, text="It was", spans=words(draft, "It was"), kind=ClaimKind.STATE)
            finally:
                connection.close()

        run_together(lambda: send(reviewer), lambda: send(second_reviewer))
        assert sorted(draft.claims.values_list("number", flat=True)) == [1, 2, 3, 4]


class TestEditing:
    def test_the_machines_wording_is_kept_beside_the_persons(self, claim: Claim, reviewer: User) -> None:
        machine = claim.text
        spans = words(claim, "Unemployment fell", "in May")
        shaping.edit(claim_id=claim.pk, by=reviewer, seen=claim.version, text="Unemployment fell in May", spans=spans)
        edited = making.fresh(claim)
        assert (edited.text, edited.machine_text) == ("Unemployment fell in May", machine)
        assert edited.quote == "Unemployment fell … in May"
        assert last(claim) == (
            f"reviewer changed the wording, which was “{machine}” and the words of the text that it stands on."
        )
        shaping.edit(claim_id=claim.pk, by=reviewer, seen=edited.version, text=machine, spans=spans)
        assert making.fresh(claim).machine_text == "", "back to what the machine said"

    def test_of_what_the_machine_added_only_what_is_still_there_counts(self, claim: Claim, reviewer: User) -> None:
        Claim.objects.filter(pk=claim.pk).update(added=["in Spain", "in 2015"], ambiguous=True)
        spans = [Span(*span) for span in claim.spans]
        shaping.edit(claim_id=claim.pk, by=reviewer, seen=claim.version, text="Unemployment fell in Spain", spans=spans)
        edited = making.fresh(claim)
        assert (edited.added, edited.ambiguous) == (["in Spain"], False)

    def test_a_change_of_nothing_is_none(self, claim: Claim, reviewer: User) -> None:
        spans = [Span(*span) for span in claim.spans]
        with pytest.raises(Invalid, match="Nothing is changed"):
            shaping.edit(claim_id=claim.pk, by=reviewer, seen=claim.version, text=claim.text, spans=spans)

    def test_a_claim_moves_to_the_line_of_its_first_words(self, claim: Claim, other: Claim, reviewer: User) -> None:
        spans = words(claim, "The bridge", "opened in 1932")
        shaping.edit(claim_id=claim.pk, by=reviewer, seen=claim.version, text=claim.text, spans=spans)
        assert making.fresh(claim).passage == other.passage

    def test_not_from_under_a_colleague(self, claim: Claim, reviewer: User, second_reviewer: User) -> None:
        taken = making.at(claim, Status.CHECKING, by=reviewer)
        with pytest.raises(Refused, match="reviewer is checking this claim"):
            shaping.edit(
                claim_id=claim.pk, by=second_reviewer, seen=taken.version, text="x", spans=words(claim, "fell")
            )

    def test_not_under_a_verdict(self, claim: Claim, reviewer: User) -> None:
        submitted = making.at(claim, Status.SUBMITTED, by=reviewer)
        with pytest.raises(Refused, match="Send it back first"):
            shaping.edit(claim_id=claim.pk, by=reviewer, seen=submitted.version, text="x", spans=words(claim, "fell"))


class TestSplitting:
    def parts(self, claim: Claim) -> list[Part]:
        pairs = {"Unemployment fell": ["Unemployment fell"], "It was May": ["in May"]}
        return [Part(text, words(claim, *stretches)) for text, stretches in pairs.items()]

    def test_the_first_part_stays_and_the_second_is_a_claim_of_its_own(self, claim: Claim, reviewer: User) -> None:
        taken = making.at(claim, Status.CHECKING, by=reviewer)
        stays, new = shaping.split(claim_id=claim.pk, by=reviewer, seen=taken.version, parts=self.parts(claim))
        assert (stays.pk, stays.quote, stays.text) == (claim.pk, "Unemployment fell", "Unemployment fell")
        assert (new.number, new.quote, new.split_from) == (3, "in May", stays)
        assert (new.status, new.assignee) == (Status.CHECKING, reviewer)
        assert list(new.links.values_list("who", "cue")) == [("the minister", "said")]

    def test_history_tells_it_on_both(self, claim: Claim, reviewer: User) -> None:
        for part in shaping.split(claim_id=claim.pk, by=reviewer, seen=claim.version, parts=self.parts(claim)):
            assert last(part) == "reviewer split claim 1 into claims 1 and 3."

    def test_it_takes_two_parts(self, claim: Claim, reviewer: User) -> None:
        with pytest.raises(Invalid, match="second part"):
            shaping.split(claim_id=claim.pk, by=reviewer, seen=claim.version, parts=self.parts(claim)[:1])

    def test_a_stale_page_splits_nothing(self, claim: Claim, reviewer: User) -> None:
        with pytest.raises(Stale):
            shaping.split(claim_id=claim.pk, by=reviewer, seen=claim.version + 1, parts=self.parts(claim))
        assert Claim.objects.count() == 2


class TestMerging:
    def merge(self, claim: Claim, other: Claim, by: User, text: str = "Both at once") -> list[Claim]:
        return shaping.merge(claim_id=claim.pk, by=by, seen=claim.version, others={other.pk: other.version}, text=text)

    def test_one_stays_with_the_words_of_both(self, claim: Claim, other: Claim, reviewer: User) -> None:
        Claim.objects.filter(pk=other.pk).update(priority=Priority.HIGH)
        stays, gone = self.merge(claim, other, reviewer)
        assert stays.quote == f"{claim.quote} … {other.quote.rstrip('.')}"
        assert (stays.text, stays.machine_text, stays.priority) == ("Both at once", claim.text, Priority.HIGH)
        assert (gone.status, gone.dismissal, gone.merged_into) == (Status.DISMISSED, Dismissal.MERGED, stays)

    def test_history_tells_it_on_both(self, claim: Claim, other: Claim, reviewer: User) -> None:
        for one in self.merge(claim, other, reviewer):
            assert last(one) == "reviewer merged claim 2 into claim 1."

    def test_evidence_comes_along_once(self, claim: Claim, other: Claim, reviewer: User) -> None:
        for one in (claim, other):
            making.at(one, Status.CHECKING, by=reviewer)
        for one, title in ((claim, "Both"), (other, "Both"), (other, "Registry")):
            making.cite(one, reviewer, title=title)
        self.merge(making.fresh(claim), making.fresh(other), reviewer)
        copy = claim.citations.get(title="Registry")
        assert copy.copied_from == other.citations.get(title="Registry")
        assert list(claim.citations.order_by("pk").values_list("title", flat=True)) == ["Both", "Registry"]

    def test_who_says_so_comes_along_where_nobody_did(self, claim: Claim, other: Claim, reviewer: User) -> None:
        self.merge(other, claim, reviewer)
        assert list(other.links.values_list("who", flat=True)) == ["the minister"]

    def test_what_was_merged_can_be_restored(self, claim: Claim, other: Claim, reviewer: User) -> None:
        _, gone = self.merge(claim, other, reviewer)
        claims.restore(claim_id=gone.pk, by=reviewer, seen=gone.version)
        back = making.fresh(other)
        assert (back.status, back.dismissal, back.merged_into) == (Status.OPEN, "", None)

    def test_it_takes_another_claim_of_the_same_draft(self, claim: Claim, reviewer: User) -> None:
        elsewhere = making.article(claim.desk, reviewer, title="Another").claims.get(number=1)
        for others in ({}, {claim.pk: claim.version}, {elsewhere.pk: elsewhere.version}, {10**9: 1}):
            with pytest.raises(Invalid, match="other claim"):
                shaping.merge(claim_id=claim.pk, by=reviewer, seen=claim.version, others=others, text="Both")

    def test_each_has_to_be_free_and_as_it_was_seen(
        self, claim: Claim, other: Claim, reviewer: User, second_reviewer: User
    ) -> None:
        taken = making.at(other, Status.CHECKING, by=second_reviewer)
        with pytest.raises(Stale):
            self.merge(claim, other, reviewer)
        with pytest.raises(Refused, match=r"Claim 2: second-reviewer is checking this claim\."):
            self.merge(claim, taken, reviewer)

    @pytest.mark.django_db(transaction=True)
    def test_of_two_that_would_swallow_each_other_one_stays(self, claim: Claim, other: Claim, reviewer: User) -> None:
        together, outcomes = Barrier(2), list[str]()

        def send(one: Claim, into: Claim) -> None:
            together.wait(timeout=10)
            try:
                self.merge(into, one, reviewer)
                outcomes.append("merged")
            except (Stale, Refused):
                outcomes.append("told")
            finally:
                connection.close()

        run_together(lambda: send(claim, other), lambda: send(other, claim))
        assert sorted(outcomes) == ["merged", "told"]
        assert Claim.objects.filter(status=Status.DISMISSED).count() == 1


def test_numbers_run_on_without_a_gap(claim: Claim, other: Claim, reviewer: User) -> None:
    parts = [Part(f"Part {number}", words(claim, "Unemployment")) for number in range(4)]
    made = shaping.split(claim_id=claim.pk, by=reviewer, seen=claim.version, parts=parts)
    numbers = [one.number for one in made[1:]]
    assert all(later == earlier + 1 for earlier, later in pairwise(numbers))
    assert Link.objects.filter(claim__in=made).count() == 4
