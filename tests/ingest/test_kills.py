"""Workers killed in the middle of their work: nothing is lost, nothing comes twice, nothing is half there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.models import Desk, Job, User
from factcheck.models.choices import JobState
from tests.ingest import trial
from tests.worker import Worker, wait_for

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("worker")]


@pytest.fixture
def worker_settings() -> dict[str, str]:
    return {"SPLIT_LEASE_SECONDS": "2"}


@pytest.mark.parametrize("extraction", [trial.SLOW], indirect=True)
def test_twenty_kills_over_forty_articles(
    worker: Worker, desk: Desk, editor: User, record_property: Callable[[str, object], None]
) -> None:
    record_property("figures", trial.survive(worker, desk, editor, articles=40, kills=20))


@pytest.mark.parametrize("extraction", [trial.SLOW], indirect=True)
def test_a_worker_that_wakes_up_late_writes_nothing(worker: Worker, desk: Desk, editor: User, tmp_path: Path) -> None:
    drafts = trial.hand_in(desk, editor, 6)
    running = Job.objects.filter(state=JobState.RUNNING)
    assert wait_for(lambda: running.count() == 2, 20)
    worker.freeze()
    held = list(running.values_list("draft", flat=True))
    (tmp_path / "second").mkdir()
    second = Worker(tmp_path / "second", worker.environment)
    try:
        second.start()
        assert wait_for(lambda: trial.unfinished(drafts) == 0, 30)
    finally:
        worker.thaw()
        worker.stop()  # it ends what it has begun
        second.stop()
    trial.check(drafts)
    assert held
    assert all(token >= 2 for token in Job.objects.filter(draft__in=held).values_list("token", flat=True))
    assert worker.said("somebody else has it now") == len(held)
