"""The ordeal of many articles whose workers are killed, and what has to be true of them afterwards."""

import random
import time
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from factcheck import ingest, tasks
from factcheck.models import Claim, ClaimEvent, Desk, Draft, Job, JobEvent, Link, Passage, User
from factcheck.models.choices import Act, JobState
from tests.ingest.extractions import SECONDS, plain
from tests.worker import Worker, wait_for

SAMPLE = Path(settings.BASE_DIR) / "seeds" / "000_65e93feecc888cc5.txt"
SLOW = "tests.ingest.extractions:walking"


def survive(worker: Worker, desk: Desk, editor: User, *, articles: int, kills: int) -> str:
    """Hand articles in, kill the worker again and again, and check that each article is whole; returns the figures."""
    began = time.monotonic()
    drafts = hand_in(desk, editor, articles)
    kill_again_and_again(worker, drafts, kills)
    assert wait_for(lambda: unfinished(drafts) == 0, 60)
    retried = try_failed_ones_again(drafts, editor)
    assert wait_for(lambda: unfinished(drafts) == 0, 20)
    check(drafts)
    seconds = time.monotonic() - began
    return f"{articles} articles, {kills} kills, {tries(drafts)} tries, {retried} tried again by hand, {seconds:.0f} s"


def hand_in(desk: Desk, editor: User, count: int) -> list[Draft]:
    drafts = []
    for _ in range(count):
        draft = ingest.upload(desk=desk, by=editor, name=SAMPLE.name, data=SAMPLE.read_bytes())
        tasks.enqueue_split(draft.pk)
        drafts.append(draft)
    return drafts


def kill_again_and_again(worker: Worker, drafts: Sequence[Draft], kills: int) -> None:
    """Kill the worker while it splits, a different moment each time; each fourth time only its first process."""
    moments = random.Random(7)  # noqa: S311 - not a secret
    taken = 0
    for number in range(kills):
        # Of the jobs that run, some are the dead worker's.
        assert wait_for(lambda before=taken: tries(drafts) > before, 20), f"idle before kill {number + 1}"  # type: ignore[misc]
        time.sleep(moments.uniform(0, SECONDS))
        worker.kill_head() if number % 4 == 3 else worker.kill()
        taken = tries(drafts)
        worker.start()


def tries(drafts: Sequence[Draft]) -> int:
    """How often a worker has taken one of them."""
    return sum(Job.objects.filter(draft__in=drafts).values_list("token", flat=True))


def try_failed_ones_again(drafts: list[Draft], editor: User) -> int:
    """As an editor would, where a worker was killed three times over one article; says how many there were."""
    stopped = failed(drafts)
    for job in stopped:
        assert "try again" in job.error
        tasks.enqueue_split(ingest.retry(article_id=job.draft.article_id, by=editor).pk)
    return len(stopped)


def unfinished(drafts: Sequence[Draft]) -> int:
    return Job.objects.filter(draft__in=drafts).exclude(state__in=[JobState.DONE, JobState.FAILED]).count()


def failed(drafts: Sequence[Draft]) -> list[Job]:
    return list(Job.objects.filter(draft__in=drafts, state=JobState.FAILED).select_related("draft"))


def check(drafts: Sequence[Draft]) -> None:
    """Each draft holds exactly what the extraction says of it, written once."""
    states = Job.objects.filter(draft__in=drafts).values_list("state", flat=True)
    assert list(states) == [JobState.DONE] * len(drafts)
    for draft in drafts:
        says = plain(draft.text)
        assert Passage.objects.filter(draft=draft).count() == len(says.passages)
        stored = Claim.objects.filter(draft=draft).order_by("number")
        assert sorted(stored.values_list("text", "start", "end")) == sorted(
            (said.text, min(said.spans).start, max(span.end for span in said.spans)) for said in says.candidates
        )
        assert [claim.number for claim in stored] == list(range(1, len(says.candidates) + 1))
        assert Link.objects.filter(claim__draft=draft).count() == len(says.candidates)
    claims = Claim.objects.filter(draft__in=drafts)
    events = ClaimEvent.objects.filter(pgh_obj__in=claims)
    assert events.count() == claims.count()
    assert set(events.values_list("pgh_context__verb", flat=True)) <= {str(Act.EXTRACT)}
    finished = JobEvent.objects.filter(draft__in=drafts, state=JobState.DONE)
    assert sorted(finished.values_list("draft", flat=True)) == sorted(draft.pk for draft in drafts)
