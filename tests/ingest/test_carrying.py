"""A newer draft arrives: what people made of unchanged claims stays, changed ones are rechecked, gone ones dropped."""

import threading
from collections.abc import Sequence

import pytest
from django.db import connection

from factcheck import ingest
from factcheck.extraction.records import Candidate, Extraction
from factcheck.ingest import carrying, splitting
from factcheck.models import Anchor, Article, Claim, ClaimEvent, Draft, Job, Link, Passage, User, changing
from factcheck.models.choices import Act, Carry, Dismissal, JobState, Status
from factcheck.workflow import claims, verdicts
from factcheck.workflow.errors import Stale
from factcheck.workflow.timeline import timeline
from factcheck.workflow.transitions import TRANSITIONS
from tests import making
from tests.making import ATTRIBUTED, OPINION, PLAIN, TEXT
from tests.redrafting import MINISTER, found, read, redraft

SAID = "Unemployment fell to four per cent in May"
BRIDGE = "The bridge opened in 1932"


def quote(claim: Claim) -> str:
    return making.fresh(claim).quote


def test_what_is_sent_to_recheck_is_what_the_table_says() -> None:
    assert TRANSITIONS[Carry.TEXT_CHANGED].sources == carrying.BEGUN


class TestUnchanged:
    @pytest.fixture
    def moved(self) -> str:
        """The same sentences in another order, with a new one before them."""
        return f"It rained all day.\n\n{OPINION}\n\n{PLAIN} {ATTRIBUTED}"

    def both(self, text: str) -> tuple[Candidate, ...]:
        return found(text, SAID, by=MINISTER), found(text, BRIDGE), found(text, "It rained all day")

    @pytest.mark.parametrize(
        "status", [Status.OPEN, Status.CHECKING, Status.SUBMITTED, Status.DISPUTED, Status.SETTLED]
    )
    def test_a_claim_keeps_everything_that_people_made_of_it(
        self,
        status: Status,
        article: Article,
        claim: Claim,
        editor: User,
        reviewer: User,
        second_reviewer: User,
        moved: str,
    ) -> None:
        before = making.at(claim, status, by=reviewer, signer=second_reviewer)
        draft = redraft(article, editor, moved, *self.both(moved))
        after = making.fresh(claim)
        assert (after.draft, after.quote, after.number) == (draft, SAID, 1)
        kept = ["status", "assignee", "version", "text", "note", "checkworthiness", "kind"]
        assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
        assert after.passage.draft == draft
        assert after.passage.start <= after.start < after.passage.end

    def test_only_what_is_new_becomes_a_claim_and_is_numbered_on(
        self, article: Article, editor: User, moved: str
    ) -> None:
        redraft(article, editor, moved, *self.both(moved))
        assert [(claim.number, claim.text) for claim in article.claims.order_by("number")] == [
            (1, SAID),
            (2, BRIDGE),
            (3, "It rained all day"),
        ]

    def test_its_speakers_are_where_they_stand_now(self, article: Article, editor: User, moved: str) -> None:
        redraft(article, editor, moved, *self.both(moved))
        link = Link.objects.get(claim__number=1)
        assert moved[link.start : link.end] == "the minister"

    def test_where_it_stood_is_kept(self, article: Article, claim: Claim, editor: User, moved: str) -> None:
        old = claim.draft
        redraft(article, editor, moved, *self.both(moved))
        anchor = Anchor.objects.get(claim=claim, draft=old)
        assert TEXT[anchor.start : anchor.end] == anchor.text == SAID
        assert (anchor.status, anchor.passage.draft) == (Status.OPEN, old)

    def test_history_says_so(self, article: Article, claim: Claim, editor: User, moved: str) -> None:
        redraft(article, editor, moved, *self.both(moved), version="7")
        newest = timeline(claim)[0]
        assert (newest.sentence, newest.by_machine) == ("This claim stands unchanged in draft 2.", True)

    def test_a_verdict_being_written_meanwhile_can_be_sent(
        self, article: Article, claim: Claim, editor: User, reviewer: User, moved: str
    ) -> None:
        open_page = making.at(claim, Status.CHECKING, by=reviewer)
        draft = redraft(article, editor, moved, *self.both(moved))
        assert making.fresh(claim).version == open_page.version
        assert making.submit(claim, reviewer).draft == draft

    def test_another_reader_that_words_it_otherwise_changes_nothing(self, article: Article, editor: User) -> None:
        text = f"{TEXT} More."
        redraft(article, editor, text, found(text, BRIDGE, said="the old bridge opened in 1932"), version="8")
        assert article.claims.get(number=2).text == BRIDGE
        assert article.claims.count() == 2

    def test_a_claim_of_several_spans_needs_all_of_them(self, article: Article, claim: Claim, editor: User) -> None:
        Claim.objects.filter(pk=claim.pk).update(spans=[[0, 12], [35, 41]], start=0, end=41)
        text = f"It rained. {TEXT}"
        redraft(article, editor, text)
        assert quote(claim) == "Unemployment … in May"
        assert making.fresh(claim).version == claim.version

    def test_what_a_person_cut_otherwise_is_not_found_again(
        self, article: Article, claim: Claim, editor: User, reviewer: User
    ) -> None:
        start = TEXT.index("four per cent")
        with changing(verb="edit", by=reviewer):
            Claim.objects.filter(pk=claim.pk).update(
                spans=[[start, start + 13]], start=start, end=start + 13, text="Four per cent", machine_text=SAID
            )
        text = f"It rained. {TEXT}"
        redraft(article, editor, text, found(text, SAID, by=MINISTER), found(text, BRIDGE))
        assert article.claims.count() == 2
        assert (making.fresh(claim).text, quote(claim)) == ("Four per cent", "four per cent")

    def test_what_a_person_added_is_carried_too(self, article: Article, editor: User, reviewer: User) -> None:
        third = article.drafts.get().passages.get(index=2)
        mine = making.claim(third, "a wonderful day", number=3, added_by=reviewer)
        redraft(article, editor, f"{OPINION} {PLAIN}")
        assert (making.fresh(mine).draft.number, quote(mine)) == (2, "a wonderful day")

    def test_dismissed_stays_dismissed(
        self, article: Article, claim: Claim, editor: User, reviewer: User, moved: str
    ) -> None:
        making.at(claim, Status.DISMISSED, by=reviewer)
        redraft(article, editor, moved, *self.both(moved))
        after = making.fresh(claim)
        assert (after.status, after.dismissal, after.draft.number) == (Status.DISMISSED, Dismissal.TRIVIAL, 2)


class TestChanged:
    FIVE = "Unemployment fell to five per cent in May"

    @pytest.fixture
    def text(self) -> str:
        return TEXT.replace("four", "five")

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (Status.OPEN, Status.OPEN),
            (Status.CHECKING, Status.RECHECK),
            (Status.SUBMITTED, Status.RECHECK),
            (Status.DISPUTED, Status.RECHECK),
            (Status.SETTLED, Status.RECHECK),
        ],
    )
    def test_it_gets_the_new_words_and_what_was_done_is_to_be_rechecked(
        self,
        before: Status,
        after: Status,
        article: Article,
        claim: Claim,
        editor: User,
        reviewer: User,
        second_reviewer: User,
        text: str,
    ) -> None:
        stood = making.at(claim, before, by=reviewer, signer=second_reviewer)
        redraft(article, editor, text, found(text, self.FIVE, by=MINISTER), found(text, BRIDGE))
        now = making.fresh(claim)
        assert (now.status, now.text, now.quote) == (after, self.FIVE, self.FIVE)
        assert (now.assignee, now.version) == (stood.assignee, stood.version + 1)
        assert article.claims.count() == 2

    def test_a_third_draft_leaves_a_recheck_a_recheck(
        self, article: Article, claim: Claim, editor: User, reviewer: User, second_reviewer: User, text: str
    ) -> None:
        making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
        redraft(article, editor, text, found(text, self.FIVE, by=MINISTER), found(text, BRIDGE))
        third = text.replace("five", "six")
        redraft(article, editor, third, found(third, "Unemployment fell to six per cent in May", by=MINISTER))
        assert (making.fresh(claim).status, making.fresh(claim).draft.number) == (Status.RECHECK, 3)
        assert list(claim.anchors.order_by("draft").values_list("status", flat=True)) == ["settled", "recheck"]

    def test_the_verdict_stays_of_the_draft_it_was_given_on(
        self, article: Article, claim: Claim, editor: User, reviewer: User, second_reviewer: User, text: str
    ) -> None:
        making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
        redraft(article, editor, text, found(text, self.FIVE, by=MINISTER))
        assert verdicts.current(claim).draft.number == 1
        line = timeline(claim)[0]
        assert (line.sentence, line.status, line.by_machine) == ("The text changed in draft 2.", "Recheck", True)

    def test_a_verdict_being_written_meanwhile_is_stale(
        self, article: Article, claim: Claim, editor: User, reviewer: User, text: str
    ) -> None:
        page = making.at(claim, Status.CHECKING, by=reviewer)
        redraft(article, editor, text, found(text, self.FIVE, by=MINISTER))
        with pytest.raises(Stale):
            claims.release(claim_id=claim.pk, by=reviewer, seen=page.version)

    def test_the_same_words_by_another_speaker_are_another_claim_to_check(
        self, article: Article, claim: Claim, editor: User, reviewer: User, second_reviewer: User
    ) -> None:
        making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
        text = TEXT.replace("the minister", "the mayor")
        redraft(article, editor, text, found(text, SAID, by=("the mayor", "said")), found(text, BRIDGE))
        now = making.fresh(claim)
        assert (now.status, now.text) == (Status.RECHECK, SAID)
        assert [link.who for link in now.links.all()] == ["the mayor"]

    def test_the_same_words_denied_are_to_be_rechecked(
        self, article: Article, editor: User, reviewer: User, second_reviewer: User
    ) -> None:
        bridge = article.claims.get(number=2)
        making.at(bridge, Status.SETTLED, by=reviewer, signer=second_reviewer)
        text = TEXT.replace(
            "The bridge opened in 1932.", "It is not true what was said, that The bridge opened in 1932."
        )
        redraft(article, editor, text, found(text, SAID, by=MINISTER))
        assert making.fresh(bridge).status == Status.RECHECK

    def test_the_same_sentence_about_something_else_is_to_be_rechecked(self, article: Article, editor: User) -> None:
        bridge = article.claims.get(number=2)
        text = f"{TEXT} More."
        redraft(article, editor, text, found(text, BRIDGE, said="the tunnel opened in 1932"))
        assert making.fresh(bridge).text == "the tunnel opened in 1932"
        assert making.fresh(bridge).version == bridge.version + 1

    def test_what_a_person_added_gets_the_words_that_took_its_place(
        self, article: Article, editor: User, reviewer: User
    ) -> None:
        mine = making.claim(article.claims.get(number=2).passage, "opened in 1932", number=3, added_by=reviewer)
        claims.take(claim_id=mine.pk, by=reviewer, seen=mine.version)
        text = TEXT.replace("1932", "1933")
        redraft(article, editor, text, found(text, "The bridge opened in 1933"))
        now = making.fresh(mine)
        assert (now.status, now.text, now.quote) == (Status.RECHECK, "opened in 1933", "opened in 1933")

    def test_a_dismissed_claim_whose_words_changed_is_a_new_claim(
        self, article: Article, claim: Claim, editor: User, reviewer: User, text: str
    ) -> None:
        making.at(claim, Status.DISMISSED, by=reviewer)
        redraft(article, editor, text, found(text, self.FIVE, by=MINISTER), found(text, BRIDGE))
        assert making.fresh(claim).status == Status.DROPPED
        assert article.claims.get(number=3).status == Status.OPEN
        assert Anchor.objects.get(claim=claim).status == Status.DISMISSED


class TestGone:
    def test_it_is_dropped_and_stays_with_the_draft_that_had_it(
        self, article: Article, claim: Claim, editor: User, reviewer: User, second_reviewer: User
    ) -> None:
        old = claim.draft
        making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
        redraft(article, editor, PLAIN, found(PLAIN, BRIDGE))
        now = making.fresh(claim)
        assert (now.status, now.draft, now.quote, now.assignee) == (Status.DROPPED, old, SAID, None)
        line = timeline(claim)[0]
        assert (line.sentence, line.status) == ("The passage is gone from draft 2.", "Dropped")
        assert claim.verdicts.count() == 1

    def test_in_a_third_draft_it_is_not_looked_for(self, article: Article, claim: Claim, editor: User) -> None:
        redraft(article, editor, PLAIN, found(PLAIN, BRIDGE))
        redraft(article, editor, TEXT, found(TEXT, SAID, by=MINISTER), found(TEXT, BRIDGE))
        assert making.fresh(claim).draft.number == 1
        assert [one.number for one in article.claims.filter(draft__number=3).order_by("number")] == [2, 3]


class TestSafety:
    def test_a_second_run_changes_nothing(self, article: Article, editor: User) -> None:
        draft = redraft(article, editor, PLAIN, found(PLAIN, BRIDGE))
        before = list(Claim.objects.order_by("pk").values())
        assert read(draft, found(PLAIN, BRIDGE)) is False
        assert list(Claim.objects.order_by("pk").values()) == before

    def test_a_failed_reading_leaves_the_claims_where_they_are(
        self, article: Article, claim: Claim, editor: User
    ) -> None:
        draft = ingest.repaste(article=article, by=editor, seen=1, text=PLAIN)
        Job.objects.filter(draft=draft).update(state=JobState.FAILED, error="It went wrong.")
        assert making.fresh(claim).draft.number == 1
        assert article.claims.count() == 2

    def test_a_writing_that_breaks_off_leaves_the_claims_where_they_are(
        self, article: Article, claim: Claim, editor: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_rows: object, **_options: object) -> None:
            raise RuntimeError("gone")

        monkeypatch.setattr(splitting, "_finish", fail)
        with pytest.raises(RuntimeError):
            redraft(article, editor, PLAIN, found(PLAIN, BRIDGE))
        assert making.fresh(claim).status == Status.OPEN
        assert not Anchor.objects.exists()
        assert Passage.objects.filter(draft__number=2).count() == 0

    def test_a_draft_that_was_overtaken_takes_no_claims_back(self, article: Article, editor: User) -> None:
        second = ingest.repaste(article=article, by=editor, seen=1, text=PLAIN)
        redraft(article, editor, f"{PLAIN} {OPINION}", found(f"{PLAIN} {OPINION}", BRIDGE))
        assert read(second, found(PLAIN, BRIDGE))
        assert article.claims.get(number=2).draft.number == 3
        assert article.claims.count() == 2
        assert second.passages.count() == 1

    @pytest.mark.django_db(transaction=True)
    def test_whoever_saves_while_the_claims_are_carried_waits_for_it(
        self, article: Article, claim: Claim, editor: User, reviewer: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        outcome: list[object] = []

        def take() -> None:
            try:
                outcome.append(claims.take(claim_id=claim.pk, by=reviewer, seen=claim.version).draft_id)
            except Stale:
                outcome.append("stale")
            finally:
                connection.close()

        person = threading.Thread(target=take)

        def meanwhile(draft: Draft, extraction: Extraction, passages: Sequence[Passage]) -> list[Candidate]:
            new = carrying.carry(draft, extraction, passages)
            person.start()
            person.join(0.5)
            assert outcome == [], "the claim is locked"
            return new

        monkeypatch.setattr(splitting, "carry", meanwhile)
        text = TEXT.replace("four", "five")
        redraft(article, editor, text, found(text, TestChanged.FIVE, by=MINISTER))
        person.join()
        assert outcome == ["stale"]

    def test_the_context_of_history_names_the_reader(self, article: Article, claim: Claim, editor: User) -> None:
        redraft(article, editor, PLAIN, found(PLAIN, BRIDGE), version="9")
        context = ClaimEvent.objects.filter(pgh_obj=claim).latest("pgh_id").pgh_context
        assert (context["verb"], context["program"]) == (Carry.PASSAGE_GONE, "extractor 9")
        events = ClaimEvent.objects.filter(pgh_obj__in=article.claims.filter(number=2))
        assert events.latest("pgh_id").pgh_context["verb"] == Act.CARRY
