"""The main job on real servers, from an upload to a row of CSV; the worker killed on the way, the broker away."""

import csv
import io
import time
from collections.abc import Callable
from uuid import uuid4

import pytest

from factcheck import ingest, tasks
from factcheck.export import csv as export
from factcheck.export.choice import Choice
from factcheck.models import Desk, Job, User
from factcheck.models.choices import JobState, Role, Status
from tests import making
from tests.ingest import trial
from tests.services.line import Line
from tests.worker import Worker, wait_for


def person(desk: Desk, role: Role) -> User:
    return making.member(desk, f"{role.name.lower()}-{uuid4().hex[:12]}", role)


def is_done(draft_id: int) -> bool:
    return Job.objects.get(draft=draft_id).state == JobState.DONE


def test_from_upload_to_csv(worker: Worker, desk: Desk, record_property: Callable[[str, object], None]) -> None:
    editor, first, second = (person(desk, role) for role in (Role.EDITOR, Role.REVIEWER, Role.REVIEWER))
    draft = ingest.upload(desk=desk, by=editor, name=trial.SAMPLE.name, data=trial.SAMPLE.read_bytes())
    began = time.monotonic()
    tasks.enqueue_split(draft.pk)
    assert wait_for(lambda: is_done(draft.pk), 20)
    record_property("figures", f"split {time.monotonic() - began:.2f} s after the upload")
    claim = draft.article.claims.filter(text__icontains="per cent of Russian air strikes").first()
    assert claim is not None
    making.at(claim, Status.SETTLED, by=first, signer=second)
    written = b"".join(export.verdicts(Choice(user=editor, article=draft.article).claims()))
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert len(rows) == draft.article.claims.count()
    (row,) = [row for row in rows if row["claim_id"] == str(claim.pk)]
    assert (row["status"], row["rating"], row["reviewer"]) == ("settled", "confirmed", str(first))
    assert row["signed_off_by"] == str(second)


@pytest.mark.parametrize("worker", [trial.SLOW], indirect=True)
def test_kills(worker: Worker, desk: Desk, record_property: Callable[[str, object], None]) -> None:
    editor = person(desk, Role.EDITOR)
    record_property("figures", trial.survive(worker, desk, editor, articles=20, kills=10))


def test_uploaded_while_the_broker_is_away_and_split_once_it_is_back(worker: Worker, line: Line, desk: Desk) -> None:
    editor = person(desk, Role.EDITOR)
    first = ingest.paste(desk=desk, by=editor, text="The bridge opened in 1932.")
    tasks.enqueue_split(first.pk)
    assert wait_for(lambda: is_done(first.pk), 20)
    line.cut()
    second = ingest.paste(desk=desk, by=editor, text="The bridge closed in 1999.")
    began = time.monotonic()
    tasks.enqueue_split(second.pk)
    assert time.monotonic() - began < 3
    assert Job.objects.get(draft=second).published_at is None
    time.sleep(3)
    line.mend()
    assert wait_for(lambda: is_done(second.pk), 40)
    third = ingest.paste(desk=desk, by=editor, text="The bridge opened again in 2001.")
    tasks.enqueue_split(third.pk)
    assert Job.objects.get(draft=third).published_at is not None
    assert wait_for(lambda: is_done(third.pk), 20)
