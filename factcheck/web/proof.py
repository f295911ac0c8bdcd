"""The proof of a draft, ready to be printed: every line of its text, its claims, and how far they are."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from factcheck.models import Article, Claim, Clearance, Correction, Draft, Job, LineAnswer, Passage, Verdict
from factcheck.models.choices import ArticleState, JobState, Reason, Standing, Status
from factcheck.templatetags.marks import status_mark
from factcheck.text.segments import Segment, lanes, segments
from factcheck.text.spans import Span
from factcheck.workflow import clearance, clearing

GONE = frozenset({Status.DISMISSED, Status.DROPPED})
LANES = 6  # underlines below each other; from the fourth on, the line is set wider


@dataclass(frozen=True)
class Row:
    """A claim as the list and the text show it, each several times."""

    claim: Claim
    verdict: Verdict | None
    lane: int
    url: str

    @cached_property
    def number(self) -> int:
        return self.claim.number

    @cached_property
    def classes(self) -> str:
        """Of the status, and of the rating where one counts."""
        return f"is-{self.claim.status} {self.look}"

    @cached_property
    def look(self) -> str:
        return f"tone-{self._told.rating.tone}" if self._told else ""

    @cached_property
    def mark(self) -> str:
        return self._told.rating.mark if self._told else status_mark(self.claim.status)

    @cached_property
    def label(self) -> str:
        return self._told.rating.label if self._told else self.claim.get_status_display()

    @property
    def _told(self) -> Verdict | None:
        """The verdict, once it counts."""
        return self.verdict if self.claim.status == Status.SETTLED else None


@dataclass(frozen=True, slots=True)
class Tag:
    """A claim's number and mark, printed before its words; `again` where the claim goes on after a gap."""

    row: Row
    again: bool

    @property
    def printed(self) -> str:
        return f"{self.row.number}" if self.again else f"{self.row.number}{self.row.mark}"

    @property
    def told(self) -> str:
        return f"Claim {self.row.number}{', continued' if self.again else ''}, {self.row.label}"

    @property
    def classes(self) -> str:
        return f"{self.row.classes} again" if self.again else self.row.classes


@dataclass(frozen=True)
class Piece:
    """Words on which the same claims stand."""

    words: str
    rows: list[Row]
    begins: list[Tag]

    @cached_property
    def inmost(self) -> Row:
        return min(self.rows, key=lambda row: row.claim.end - row.claim.start)


@dataclass(frozen=True)
class Line:
    """A passage as it is printed: a numbered sentence, or what it is instead; `answer`: what a person says of it."""

    passage: Passage
    number: int | None
    text: str
    rows: list[Row]
    answer: LineAnswer | None = None

    @property
    def name(self) -> str:
        return f"sentence {self.number}" if self.number else f"this {self.passage.get_kind_display().lower()}"

    @property
    def depth(self) -> int:
        """How many underlines lie below each other here."""
        return max((row.lane + 1 for row in self.rows), default=0)

    @cached_property
    def pieces(self) -> list[Piece]:
        whole = Span(self.passage.start, self.passage.end)
        spans = [(row, Span(*span)) for row in self.rows for span in row.claim.spans]
        return [_piece(self.text, segment, spans) for segment in segments(whole, [span for _, span in spans])]

    @cached_property
    def remark(self) -> str:
        """Why nothing is to be checked here, and who is reported to say it; empty where claims say enough."""
        if not self.passage.is_prose:
            return self.passage.get_kind_display().lower()
        if self.answer and self.answerable:
            return self._told(self.answer)
        reason = Reason(self.passage.reason).label.lower() if self.passage.reason and not self._answered else ""
        who = " and ".join(chain for chain in map(_chain, self.passage.reported) if chain)
        if who:
            return f"{reason or 'also'} said by {who}: not checkable"
        return f"{reason}: not checkable" if reason else self._silence

    @property
    def answerable(self) -> bool:
        """Whether it is for a person to say why there is no claim: one that stands here says enough."""
        return self.passage.is_prose and all(row.claim.status in GONE for row in self.rows)

    @staticmethod
    def _told(answer: LineAnswer) -> str:
        if not answer.reason:
            return f"not read: waived by {answer.by}"
        return f"{Reason(answer.reason).label.lower()}: not checkable, says {answer.by}"

    @property
    def _answered(self) -> bool:
        """Whether somebody found a claim where the extraction saw none."""
        return any(row.claim.added_by_id and row.claim.status != Status.DISMISSED for row in self.rows)

    @property
    def _silence(self) -> str:
        return "" if any(piece.rows for piece in self.pieces) else "no claim found"


@dataclass(frozen=True, slots=True)
class Part:
    """One colour of the bar of counts."""

    status: Status
    start: int
    width: int


@dataclass(frozen=True)
class Proof:
    article: Article
    draft: Draft
    passages: list[Passage]
    rows: list[Row]

    @property
    def job(self) -> Job:
        return self.draft.job

    @cached_property
    def drafts(self) -> list[Draft]:
        """All of the article's, newest first, without their texts."""
        drafts = self.article.drafts.select_related("job", "created_by").defer("text")
        return list(drafts.order_by("-number"))

    @property
    def current(self) -> Draft | None:
        """The newest draft that is read: the claims are there."""
        return next((draft for draft in self.drafts if draft.job.state == JobState.DONE), None)

    @property
    def older(self) -> bool:
        return self.current is not None and self.draft.number < self.current.number

    @property
    def coming(self) -> Draft | None:
        """A newer draft than this one that is not read yet."""
        newest = self.drafts[0]
        return newest if newest.number > self.draft.number and not self.older else None

    @cached_property
    def clearances(self) -> list[Clearance]:
        return list(self.article.clearances.select_related("by", "draft").order_by("pk"))

    @property
    def cleared(self) -> Clearance | None:
        """The clearance that holds, if there is one."""
        return next((given for given in self.clearances if given.withdrawn_at is None), None)

    @property
    def blocked(self) -> str:
        """Why it cannot be cleared, as a sentence, or an empty string."""
        return str(clearing.Blocked(self.blockers)) if self.blockers else ""

    @cached_property
    def corrections(self) -> list[Correction]:
        """There is nothing to correct before the first clearance."""
        return list(self.article.corrections.select_related("by", "claim").order_by("pk")) if self.clearances else []

    @property
    def state(self) -> ArticleState:
        return clearance.state(self.job, len(self.blockers), cleared=self.cleared is not None)

    @property
    def paragraphs(self) -> Iterator[list[Line]]:
        for _, lines in groupby(self.lines, key=lambda line: line.passage.paragraph):
            yield list(lines)

    @cached_property
    def lines(self) -> list[Line]:
        number, lines, standing = 0, [], self._standing
        for place, passage in enumerate(self.passages):
            number += passage.is_prose
            sentence, answer = number if passage.is_prose else None, self.stand.answer(passage)
            lines.append(Line(passage, sentence, self.draft.text, standing[place], answer))
        return lines

    @property
    def _standing(self) -> dict[int, list[Row]]:
        """For each passage, by its place, the rows of the claims on it; bisected, for there may be thousands."""
        ends = [passage.end for passage in self.passages]
        standing: dict[int, list[Row]] = defaultdict(list)
        for row in self.rows:
            for place in range(bisect_right(ends, row.claim.start), len(ends)):
                if self.passages[place].start >= row.claim.end:
                    break
                standing[place].append(row)
        return standing

    def lines_of(self, claim: Claim) -> list[Line]:
        """The lines on which the claim stands."""
        return [line for line in self.lines if line.passage.start < claim.end and claim.start < line.passage.end]

    @cached_property
    def stand(self) -> clearance.Stand:
        claims = [row.claim for row in self.rows]
        verdicts = {row.claim.pk: row.verdict for row in self.rows if row.verdict}
        return clearance.Stand(
            self.draft,
            self.passages,
            claims,
            verdicts,
            clearance.waivers(claims),
            clearance.answers(self.article),
        )

    @property
    def blockers(self) -> list[clearance.Blocker]:
        return self.stand.blockers

    @property
    def reading(self) -> clearance.Reading:
        return self.stand.reading

    @property
    def counts(self) -> list[tuple[Status, int]]:
        """How many claims stand where; statuses without any are left out."""
        stands = [row.claim.status for row in self.rows]
        return [(status, count) for status in _ORDER if (count := stands.count(status))]

    @property
    def settled(self) -> int:
        return sum(row.claim.status == Status.SETTLED for row in self.rows)

    @property
    def parts(self) -> Iterator[Part]:
        start = 0
        for status, count in self.counts:
            yield Part(status, start, count)
            start += count

    @cached_property
    def by_number(self) -> dict[int, Row]:
        return {row.claim.number: row for row in self.rows}

    def beside(self, row: Row, step: int) -> Row | None:
        """The claim before it (-1) or after it (1) in the list; numbers may have gaps."""
        place = self.rows.index(row) + step
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def next_open(self, after: int) -> Row | None:
        """The next claim that nobody has taken, from here to the end and round again."""
        here = next((place for place, row in enumerate(self.rows) if row.claim.number == after), -1)
        round_again = [*self.rows[here + 1 :], *self.rows[: max(0, here)]]
        return next((row for row in round_again if row.claim.status == Status.OPEN), None)


_ORDER = [
    Status.SETTLED,
    Status.DISMISSED,
    Status.SUBMITTED,
    Status.CHECKING,
    Status.RECHECK,
    Status.DISPUTED,
    Status.OPEN,
    Status.DROPPED,
]


def read(article: Article, draft: Draft | None = None) -> Proof:
    """The proof of the newest draft, or of the one given, in a fixed number of queries."""
    draft = draft or article.drafts.select_related("job").order_by("-number")[0]
    claims = list(draft.claims.select_related("assignee").order_by("start", "end", "number"))
    standing = Verdict.objects.filter(claim__draft=draft, standing=Standing.CURRENT).in_sight_of(None)
    current = standing.select_related("rating", "author")
    verdicts = {verdict.claim_id: verdict for verdict in current}
    lane_of = lanes_of(claims)
    rows = [Row(claim, verdicts.get(claim.pk), lane_of[claim.pk], claim.get_absolute_url()) for claim in claims]
    return Proof(article, draft, list(draft.passages.order_by("index")), rows)


def lanes_of(claims: list[Claim]) -> dict[int, int]:
    """Claim id to the lane in which it is underlined."""
    reading_order = sorted(claims, key=lambda claim: (claim.start, -claim.end))
    found = lanes([Span(claim.start, claim.end) for claim in reading_order])
    return {claim.pk: lane % LANES for claim, lane in zip(reading_order, found, strict=True)}


def _piece(text: str, segment: Segment, spans: list[tuple[Row, Span]]) -> Piece:
    owners = [spans[index] for index in segment.owners]
    owners.sort(key=lambda owner: (owner[0].lane, owner[0].claim.number))
    begins = [Tag(row, span.start > row.claim.start) for row, span in owners if span.start == segment.span.start]
    begins.sort(key=lambda tag: tag.row.claim.number)
    return Piece(segment.span.of(text), [row for row, _ in owners], begins)


def _chain(links: list[dict[str, str | None]]) -> str:
    """Who says it, innermost first, and to whom."""
    who = [link.get("who") or "a speaker not named" for link in links]
    to = [links[-1].get("to")] if links else []
    return " → ".join(filter(None, [*who, *to]))
