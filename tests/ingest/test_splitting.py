"""A draft becomes passages and claims: mapped faithfully, written whole and once, and only under a lease."""

import threading
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, connection
from pytest_django import Settings

from factcheck import ingest
from factcheck.extraction.records import Candidate, Extraction, Link, Passage, Reported, Signal
from factcheck.ingest import leases, reading
from factcheck.models import Claim, ClaimEvent, Desk, Draft, Job, User
from factcheck.models import Link as StoredLink
from factcheck.models.choices import JobState, Priority, Status
from factcheck.text.spans import Span
from factcheck.workflow import claims
from factcheck.workflow.timeline import timeline
from tests import making

TEXT = "Rain fell, Ann said.\n\nIt was lovely. Ben told the paper that most bridges and roads were shut."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ANN = Link("Ann", span("Ann"), None, "said", span("said"), None)
BEN = Link("Ben", span("Ben"), "the mayor", "told", span("told"), "the paper")
NOBODY = Link(None, None, None, None, None, None)
SAYS = Extraction(
    TEXT,
    "Rain fell, Ann said.",
    "7",
    (
        Passage(span("Rain fell, Ann said."), "headline", checkable=True, reason=None),
        Passage(span("It was lovely."), "sentence", checkable=False, reason="opinion"),
        Passage(span(TEXT[TEXT.index("Ben") :]), "sentence", checkable=True, reason=None),
    ),
    (
        Candidate(
            "Most bridges were shut", (span("most bridges"), span("were shut")), 2, "state", 1, False, (), (), ()
        ),
        Candidate(
            "Most roads were shut",
            (span("roads were shut"), span("most")),
            2,
            "quantity",
            0.75,
            ambiguous=True,
            added=("roads",),
            signals=(Signal("figures", "most", 0.5),),
            attribution=(NOBODY, BEN),
        ),
        Candidate("Rain fell", (span("Rain fell"),), 0, "event", 0.25, False, (), (), (ANN,)),
    ),
    (Reported(1, (ANN, BEN)),),
    "Some of it is odd.",
)


@pytest.fixture
def draft(desk: Desk, editor: User) -> Draft:
    return making.unsplit(desk, editor, text=TEXT)


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read", lambda _text, tick: SAYS)  # noqa: ARG005 - as `read`


def numbered(draft: Draft) -> list[Claim]:
    return list(Claim.objects.filter(draft=draft).order_by("number"))


@pytest.mark.usefixtures("says")
class TestMapping:
    def test_passages_tile_the_draft(self, draft: Draft) -> None:
        assert ingest.split(draft.pk)
        rows = draft.passages.order_by("index").values_list("index", "paragraph", "kind", "reason")
        assert list(rows) == [(0, 1, "headline", ""), (1, 2, "sentence", "opinion"), (2, 2, "sentence", "")]

    def test_claims_are_numbered_in_reading_order(self, draft: Draft) -> None:
        ingest.split(draft.pk)
        assert [(claim.number, claim.text) for claim in numbered(draft)] == [
            (1, "Rain fell"),
            (2, "Most bridges were shut"),
            (3, "Most roads were shut"),
        ]

    def test_a_claim_stands_on_its_words(self, draft: Draft) -> None:
        ingest.split(draft.pk)
        claim = numbered(draft)[2]
        assert claim.quote == "most … roads were shut"
        assert (claim.start, claim.end) == (claim.spans[0][0], claim.spans[1][1])
        assert (claim.kind, claim.checkworthiness, claim.ambiguous) == ("quantity", 0.75, True)
        assert claim.signals == [{"name": "figures", "words": "most", "weight": 0.5}]
        assert claim.added == ["roads"]
        assert (claim.status, claim.priority, claim.assignee) == (Status.OPEN, Priority.NORMAL, None)
        assert (claim.desk_id, claim.passage.index) == (draft.article.desk_id, 2)

    def test_the_chain_is_kept_innermost_first(self, draft: Draft) -> None:
        ingest.split(draft.pk)
        inner, outer = numbered(draft)[2].links.order_by("depth")
        assert (inner.who, inner.start, inner.cue) == ("", None, "")
        assert (outer.who, outer.role, outer.cue, outer.to) == ("Ben", "the mayor", "told", "the paper")
        assert TEXT[outer.start : outer.end] == "Ben"
        assert TEXT[outer.cue_start : outer.cue_end] == "told"

    def test_what_is_reported_and_not_checkable_stays_with_its_passage(self, draft: Draft) -> None:
        ingest.split(draft.pk)
        reported = draft.passages.get(index=1).reported
        assert [[link["who"] for link in chain] for chain in reported] == [["Ann", "Ben"]]
        assert TEXT[slice(*reported[0][0]["cue_span"])] == "said"
        assert draft.passages.get(index=0).reported == []

    def test_the_job_is_done_and_the_draft_knows_its_reader(self, draft: Draft) -> None:
        ingest.split(draft.pk)
        job = Job.objects.get(draft=draft)
        assert (job.state, job.claims_found, job.sentences_done, job.sentences_total) == (JobState.DONE, 3, 3, 3)
        assert job.finished_at is not None
        assert job.leased_until is None
        draft.refresh_from_db()
        assert (draft.extractor_version, draft.remark) == ("7", "Some of it is odd.")

    def test_history_names_the_program(self, draft: Draft) -> None:
        ingest.split(draft.pk)
        (line,) = timeline(numbered(draft)[0])
        assert (line.sentence, line.by_machine) == ("The machine (extractor 7) found this claim in the text.", True)

    def test_a_second_run_changes_nothing(self, draft: Draft, reviewer: User) -> None:
        ingest.split(draft.pk)
        claims.take(claim_id=numbered(draft)[0].pk, by=reviewer, seen=1)
        before = ClaimEvent.objects.count()
        assert ingest.split(draft.pk) is False
        assert ClaimEvent.objects.count() == before
        assert numbered(draft)[0].assignee == reviewer

    def test_the_database_refuses_a_second_writing(self, draft: Draft) -> None:
        ingest.split(draft.pk)
        Job.objects.filter(draft=draft).update(state=JobState.QUEUED)
        with pytest.raises(IntegrityError):
            ingest.split(draft.pk)


@pytest.mark.usefixtures("says")
def test_a_writing_that_breaks_off_leaves_nothing_behind(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_rows: object, **_options: object) -> None:
        raise OperationalError("the connection is gone")

    monkeypatch.setattr(StoredLink.objects, "bulk_create", fail)
    with pytest.raises(OperationalError):
        ingest.split(draft.pk)
    assert not draft.passages.exists()
    assert not numbered(draft)
    assert Job.objects.get(draft=draft).state == JobState.RUNNING  # until the lease is over and the sweep finds it


def test_the_real_extraction_in_its_child(draft: Draft) -> None:
    assert ingest.split(draft.pk)
    assert draft.passages.exists()
    assert numbered(draft)


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("endless", "Splitting this article took longer than 0.2 minutes. The text is kept"),
        ("greedy", "Splitting this article took more memory than the 512 MB it may have. The text is kept"),
        ("broken", "The program that splits articles failed on this one (KeyError in extractions.py"),
        ("dying", "The program that splits articles failed on this one (the child ended with SIGSEGV)"),
        ("changing", "The program that splits articles changed this text"),
    ],
)
def test_what_goes_wrong_is_told_and_counted(
    draft: Draft, target: str, sentence: str, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SPLIT_TIME_SECONDS, settings.SPLIT_MEMORY_MB = 12, 512
    monkeypatch.setattr(reading, "TARGET", f"tests.ingest.extractions:{target}")
    monkeypatch.setattr(reading, "_own", threading.local())
    assert ingest.split(draft.pk) is False
    job = Job.objects.get(draft=draft)
    assert (job.state, job.attempts) == (JobState.QUEUED, 1)
    assert job.error.startswith(sentence)
    assert TEXT[:20] not in job.error
    assert not draft.passages.exists()


def test_progress_reaches_the_job_while_it_runs(
    draft: Draft, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SPLIT_LEASE_SECONDS, settings.SPLIT_TIME_SECONDS = 1, 3
    monkeypatch.setattr(reading, "TARGET", "tests.ingest.extractions:endless")
    monkeypatch.setattr(reading, "_own", threading.local())
    ingest.split(draft.pk)
    job = Job.objects.get(draft=draft)
    assert (job.sentences_done, job.sentences_total, job.claims_found) == (3, 10, 2)
    assert job.token == 1  # the lease was renewed: it is shorter than the run


def test_a_worker_that_lost_its_lease_writes_nothing(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_text: str, *, tick: Any) -> Extraction:
        Job.objects.filter(draft=draft).update(token=2)  # somebody else took it
        return SAYS

    monkeypatch.setattr(reading, "read", read)
    assert ingest.split(draft.pk) is False
    assert not draft.passages.exists()
    assert Job.objects.get(draft=draft).state == JobState.RUNNING


def test_a_worker_that_lost_its_lease_stops_reading(
    draft: Draft, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SPLIT_LEASE_SECONDS = 0.4
    monkeypatch.setattr(reading, "TARGET", "tests.ingest.extractions:endless")
    monkeypatch.setattr(reading, "_own", threading.local())
    take = leases.take

    def take_and_lose(draft_id: int) -> leases.Lease | None:
        lease = take(draft_id)
        Job.objects.filter(draft=draft_id).update(token=99)
        return lease

    monkeypatch.setattr(leases, "take", take_and_lose)
    assert ingest.split(draft.pk) is False
    assert Job.objects.get(draft=draft).token == 99


@pytest.mark.usefixtures("says")
@pytest.mark.django_db(transaction=True)
def test_of_ten_at_once_one_splits(draft: Draft) -> None:
    results: list[bool] = []

    def run() -> None:
        try:
            results.append(ingest.split(draft.pk))
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False] * 9 + [True]
    assert len(numbered(draft)) == 3
