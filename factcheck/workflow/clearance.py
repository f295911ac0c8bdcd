"""How far an article is from publication: its state, its blockers, and the proof that every line was read."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.models import Article, Claim, Clearance, Draft, Job, LineAnswer, Passage, User, Verdict, Waiver
from factcheck.models.choices import ArticleState, JobState, Said, Standing, Status

UNSAID = frozenset({Said.MISATTRIBUTED, Said.NOT_FOUND})
DONE = frozenset({Status.SETTLED, Status.DISMISSED, Status.DROPPED})
WAITING = frozenset(Status) - DONE  # to name these lets PostgreSQL take any index that begins with the status
UNREAD = "No claim, and no reason why there is none"
UNFINISHED = "The newest draft is not read yet"


@dataclass(frozen=True, slots=True)
class Blocker:
    """What stands between the article and its publication, and why: a claim, a line that nobody read, or neither."""

    why: str
    claim: Claim | None = None
    line: Passage | None = None
    waiver: Waiver | LineAnswer | None = None

    @property
    def waived_because(self) -> str:
        return self.waiver.note if isinstance(self.waiver, LineAnswer) else self.waiver.reason if self.waiver else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How many sentences are read: each either states why it carries no claim, or has all of its claims done."""

    read: int
    total: int


@dataclass(frozen=True)
class Stand:
    """An article as it stands: its newest draft, the claims and verdicts in it, and what was waived.

    `verdicts` maps a claim's id to its current verdict, with the rating at hand; `waivers`, to its newest waiver;
    `answers`, the words of a line to what a person says of it.
    """

    draft: Draft
    passages: Sequence[Passage]
    claims: Sequence[Claim]
    verdicts: dict[int, Verdict]
    waivers: dict[int, Waiver]
    answers: dict[str, LineAnswer]

    @cached_property
    def blockers(self) -> list[Blocker]:
        """What is not waived."""
        return [blocker for blocker in self._all if blocker.waiver is None]

    @cached_property
    def waived(self) -> list[Blocker]:
        return [blocker for blocker in self._all if blocker.waiver]

    @cached_property
    def _all(self) -> list[Blocker]:
        unfinished = [] if self.draft.job.state == JobState.DONE else [Blocker(UNFINISHED)]
        told = [(line, self.answer(line)) for line in unread(self.passages, self.claims)]
        lines = [Blocker(UNREAD, line=line, waiver=answer) for line, answer in told if not answer or not answer.reason]
        found = [(claim, why(claim, self.verdicts.get(claim.pk), self.draft)) for claim in self.claims]
        return unfinished + lines + [Blocker(why, claim, waiver=self._waiver(claim)) for claim, why in found if why]

    @property
    def reading(self) -> Reading:
        told = {place for place, line in enumerate(self.passages) if (answer := self.answer(line)) and answer.reason}
        return reading(self.passages, self.claims, told)

    def answer(self, line: Passage) -> LineAnswer | None:
        """What a person says of the line."""
        return self.answers.get(self.draft.text[line.start : line.end]) if self.answers else None

    def _waiver(self, claim: Claim) -> Waiver | None:
        """It holds for the claim as it was then."""
        waiver = self.waivers.get(claim.pk)
        return waiver if waiver and waiver.version == claim.version else None


def stand(article: Article) -> Stand:
    """Read anew, in a fixed number of queries."""
    draft = article.drafts.select_related("job").order_by("-number")[0]
    claims = list(article.claims.exclude(status=Status.DROPPED).order_by("number"))
    current = Verdict.objects.filter(claim__article=article, standing=Standing.CURRENT).select_related("rating")
    return Stand(
        draft,
        list(draft.passages.order_by("index")),
        claims,
        {verdict.claim_id: verdict for verdict in current},
        waivers(claims),
        answers(article),
    )


def waivers(claims: Iterable[Claim]) -> dict[int, Waiver]:
    """Claim id to its newest waiver."""
    given = Waiver.objects.filter(claim__in=claims).select_related("by").order_by("pk")
    return {waiver.claim_id: waiver for waiver in given}


def answers(article: Article) -> dict[str, LineAnswer]:
    """Words of a line to the newest of what people said of it."""
    given = LineAnswer.objects.filter(article=article).select_related("by").order_by("pk")
    return {answer.words: answer for answer in given}


def clearance_of(article: Article) -> Clearance | None:
    """The one that holds now."""
    return article.clearances.filter(withdrawn_at=None).select_related("by", "draft").first()


def tell_frozen(claims: Sequence[Claim]) -> None:
    """Have each claim know whether its article is cleared, in one query."""
    cleared = Clearance.objects.filter(article__in={claim.article_id for claim in claims}, withdrawn_at=None)
    frozen = set(cleared.values_list("article", flat=True))
    for claim in claims:
        claim.is_frozen = claim.article_id in frozen


def state(job: Job, blockers: int, *, cleared: bool = False) -> ArticleState:
    if cleared:
        return ArticleState.CLEARED
    if job.state == JobState.FAILED:
        return ArticleState.FAILED
    if job.state != JobState.DONE:
        return ArticleState.PROCESSING
    return ArticleState.IN_REVIEW if blockers else ArticleState.READY


def why(claim: Claim, verdict: Verdict | None, draft: Draft) -> str:
    """Why the claim stands in the way, or an empty string; `draft` is the one that it is in."""
    if claim.status not in DONE:
        return Status(claim.status).label
    if claim.status != Status.SETTLED or verdict is None:
        return ""
    if verdict.said in UNSAID:
        return Said(verdict.said).label
    return verdict.rating.label if verdict.rating.blocks_clearance and not _fixed(claim, verdict, draft) else ""


def _fixed(claim: Claim, verdict: Verdict, draft: Draft) -> bool:
    """Whether the text has the words by now that the verdict asked for."""
    return bool(verdict.fix_accepted) and draft.text[claim.start : claim.end] == verdict.suggested_fix


def blocking(claim: Claim) -> str:
    """`why`, of one claim."""
    verdict = claim.verdicts.filter(standing=Standing.CURRENT).select_related("rating").first()
    return why(claim, verdict, claim.draft)


def waiving(_user: User, claim: Claim) -> str:
    """Why there is nothing to waive on this claim, or an empty string."""
    if not blocking(claim):
        return "Nothing about this claim stands in the way of publication."
    given = waivers([claim]).get(claim.pk)
    return f"{given.by} has waived this." if given and given.version == claim.version else ""


def unread(passages: Iterable[Passage], claims: Iterable[Claim]) -> list[Passage]:
    """Sentences on which no claim stands, and which state no reason."""
    starts = sorted((claim.start, claim.end) for claim in claims if claim.status != Status.DROPPED)
    furthest: list[int] = []  # how far the claims reach that begin at these places or before them
    for _, end in starts:
        furthest.append(max(end, furthest[-1] if furthest else 0))
    found = []
    for passage in passages:
        before = bisect_right(starts, (passage.end - 1, passage.end))
        if passage.is_prose and not passage.reason and not (before and furthest[before - 1] > passage.start):
            found.append(passage)
    return found


def reading(passages: Iterable[Passage], claims: Iterable[Claim], told: Collection[int] = ()) -> Reading:
    """`passages` in the order of the text; a claim may stand on words of several.

    `told` are the places of those of which a person says why they carry none.
    """
    passages = list(passages)
    starts = [passage.start for passage in passages]
    waiting, answered = set[int](), set[int]()
    for claim in claims:
        (answered if claim.status in DONE else waiting).update(_stands_on(claim, starts))
    sentences = [place for place, passage in enumerate(passages) if passage.is_prose]
    read = [place for place in sentences if place in answered or place in told or passages[place].reason]
    return Reading(len(set(read) - waiting), len(sentences))


def _stands_on(claim: Claim, starts: Sequence[int]) -> Iterator[int]:
    """The places of the passages, which begin at `starts`."""
    for start, end in claim.spans:
        yield from range(bisect_right(starts, start) - 1, bisect_left(starts, end))
