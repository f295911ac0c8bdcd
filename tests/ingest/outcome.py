"""What has to be true of articles after all that happened to their workers."""

from collections.abc import Sequence

from factcheck.extraction.pipeline import extract
from factcheck.models import Claim, ClaimEvent, Draft, Job, JobEvent, Passage
from factcheck.models.choices import Act, JobState


def unfinished(drafts: Sequence[Draft]) -> int:
    return Job.objects.filter(draft__in=drafts).exclude(state__in=[JobState.DONE, JobState.FAILED]).count()


def failed(drafts: Sequence[Draft]) -> list[Job]:
    return list(Job.objects.filter(draft__in=drafts, state=JobState.FAILED).select_related("draft"))


def check(drafts: Sequence[Draft]) -> None:
    """Each draft holds exactly what the extraction says of it, written once."""
    states = Job.objects.filter(draft__in=drafts).values_list("state", flat=True)
    assert list(states) == [JobState.DONE] * len(drafts)
    for draft in drafts:
        says = extract(draft.text)
        assert Passage.objects.filter(draft=draft).count() == len(says.passages)
        stored = Claim.objects.filter(draft=draft).order_by("number")
        assert sorted(stored.values_list("text", "start", "end")) == sorted(
            (said.text, min(said.spans).start, max(span.end for span in said.spans)) for said in says.candidates
        )
        assert [claim.number for claim in stored] == list(range(1, len(says.candidates) + 1))
    claims = Claim.objects.filter(draft__in=drafts)
    events = ClaimEvent.objects.filter(pgh_obj__in=claims)
    assert events.count() == claims.count()
    assert set(events.values_list("pgh_context__verb", flat=True)) <= {str(Act.SPLIT)}
    finished = JobEvent.objects.filter(draft__in=drafts, state=JobState.DONE)
    assert sorted(finished.values_list("draft", flat=True)) == sorted(draft.pk for draft in drafts)
