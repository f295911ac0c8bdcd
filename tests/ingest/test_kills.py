"""Workers killed in the middle of their work: nothing is lost, nothing comes twice, nothing is half there."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from factcheck import ingest, tasks
from factcheck.models import Desk, Draft, Job, User
from factcheck.models.choices import JobState
from tests.ingest import outcome
from tests.ingest.extractions import SECONDS
from tests.worker import Worker, wait_for

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("worker")]

ARTICLES = 40
KILLS = 20
SAMPLE = Path(settings.BASE_DIR) / "seeds" / "000_65e93feecc888cc5.txt"


def hand_in(desk: Desk, editor: User, count: int) -> list[Draft]:
    drafts = []
    for _ in range(count):
        draft = ingest.upload(desk=desk, by=editor, name=SAMPLE.name, data=SAMPLE.read_bytes())
        tasks.enqueue_split(draft.pk)
        drafts.append(draft)
    return drafts


def kill_again_and_again(worker: Worker, kills: int) -> None:
    """Kill the worker while it splits, a different moment each time; each fourth time only its first process."""
    moments = random.Random(7)  # noqa: S311 - not a secret
    for number in range(kills):
        assert wait_for(lambda: Job.objects.filter(state=JobState.RUNNING).exists(), 20), (
            f"idle before kill {number + 1}"
        )
        time.sleep(moments.uniform(0, SECONDS))
        worker.kill_head() if number % 4 == 3 else worker.kill()
        worker.start()


def try_failed_ones_again(drafts: list[Draft], editor: User) -> int:
    """As an editor would, where a worker was killed three times over one article; says how many there were."""
    failed = outcome.failed(drafts)
    for job in failed:
        assert "try again" in job.error
        tasks.enqueue_split(ingest.retry(article_id=job.draft.article_id, by=editor).pk)
    return len(failed)


@pytest.mark.parametrize("extraction", ["tests.ingest.extractions:extract"], indirect=True)
def test_twenty_kills_over_forty_articles(
    worker: Worker, desk: Desk, editor: User, record_property: Callable[[str, object], None]
) -> None:
    began = time.monotonic()
    drafts = hand_in(desk, editor, ARTICLES)
    kill_again_and_again(worker, KILLS)
    assert wait_for(lambda: outcome.unfinished(drafts) == 0, 60)
    retried = try_failed_ones_again(drafts, editor)
    assert wait_for(lambda: outcome.unfinished(drafts) == 0, 20)
    outcome.check(drafts)
    tries = sum(Job.objects.values_list("token", flat=True))
    seconds = time.monotonic() - began
    record_property("figures", f"{KILLS} kills, {tries} tries, {retried} tried again by hand, {seconds:.0f} s")
