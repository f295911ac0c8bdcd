"""From an upload to its claims in the database, through a real worker, beside the extraction alone in the same run."""

import time
from collections.abc import Callable
from statistics import median

import pytest

from factcheck import ingest, tasks
from factcheck.extraction.pipeline import extract
from factcheck.models import Desk, Job, User
from factcheck.models.choices import JobState
from tests.ingest.trial import SAMPLE
from tests.worker import Worker

ROUNDS = 20
SLOWEST_MS = 250  # beyond the extraction itself, for the sample and for each time its length
PATIENCE_SECONDS = 60


@pytest.mark.parametrize("times", [1, 12], ids=["the sample", "twelve times the sample"])
@pytest.mark.django_db(transaction=True)
def test_upload_to_claims(worker: Worker, desk: Desk, editor: User, say: Callable[[str], None], times: int) -> None:
    text = "\n\n".join([SAMPLE.read_text(encoding="utf-8")] * times)
    (
        hand_in(desk, editor, text),
        hand_in(desk, editor, text),
    )  # both of the worker's processes have loaded what they need
    whole = [hand_in(desk, editor, text) for _ in range(ROUNDS)]
    alone = [extraction(text) for _ in range(ROUNDS)]
    usual, alone_usual = median(whole) * 1000, median(alone) * 1000
    say(
        f"{len(text.split()):,} words: upload to claims {usual:.0f} ms, at most {max(whole) * 1000:.0f} ms; "
        f"the extraction alone {alone_usual:.0f} ms; ratio {usual / alone_usual:.2f}"
    )
    assert usual - alone_usual < SLOWEST_MS * times


def hand_in(desk: Desk, editor: User, text: str) -> float:
    """Seconds from the upload to its claims."""
    began = time.perf_counter()
    draft = ingest.paste(desk=desk, by=editor, text=text)
    tasks.enqueue_split(draft.pk)
    done = Job.objects.filter(draft=draft, state=JobState.DONE)
    while not done.exists():
        assert time.perf_counter() - began < PATIENCE_SECONDS
        time.sleep(0.002)
    return time.perf_counter() - began


def extraction(text: str) -> float:
    began = time.perf_counter()
    extract(text)
    return time.perf_counter() - began
