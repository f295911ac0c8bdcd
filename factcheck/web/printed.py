"""The fact-check file of an article, as it is printed: every claim of its newest read draft, and what was decided."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from factcheck.models import (
    SIGNATURES,
    Article,
    Citation,
    Claim,
    Clearance,
    Correction,
    Draft,
    LineAnswer,
    Link,
    Passage,
    SignOff,
    Verdict,
    Waiver,
)
from factcheck.models.choices import JobState, Standing, Status
from factcheck.workflow import clearance
from factcheck.workflow.clearance import Reading

EVIDENCE = Prefetch(
    "citations", Citation.objects.select_related("attachment").defer("attachment__content").order_by("pk")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with the verdict that counts, what it rests on, and who stands behind it."""

    claim: Claim
    quote: str
    chain: list[Link]
    verdict: Verdict | None
    citations: list[Citation]
    sign_offs: list[SignOff]
    waiver: Waiver | None


@dataclass(frozen=True)
class File:
    article: Article
    draft: Draft
    entries: list[Entry]

    @property
    def settled(self) -> int:
        return sum(entry.claim.status == Status.SETTLED for entry in self.entries)

    @cached_property
    def clearance(self) -> Clearance | None:
        return clearance.clearance_of(self.article)

    @cached_property
    def reading(self) -> Reading:
        """How many sentences of this draft are read."""
        claims = [entry.claim for entry in self.entries]
        return clearance.Stand(self.draft, self.passages, claims, {}, {}, self.answers).reading

    @cached_property
    def passages(self) -> list[Passage]:
        return list(self.draft.passages.order_by("index"))

    @cached_property
    def answers(self) -> dict[str, LineAnswer]:
        return clearance.answers(self.article)

    @property
    def lines(self) -> list[LineAnswer]:
        """What people said of lines of this draft that carry no claim, in the order of the text."""
        words = [self.draft.text[line.start : line.end] for line in self.passages]
        return [self.answers[said] for said in words if said in self.answers]

    @cached_property
    def corrections(self) -> list[Correction]:
        return list(self.article.corrections.select_related("by", "claim").order_by("pk"))


def read(article: Article) -> File:
    """In a fixed number of queries; a verdict that somebody may not see is not in it."""
    drafts = article.drafts.order_by("-number")
    draft = drafts.filter(job__state=JobState.DONE).first() or drafts[0]
    claims = list(draft.claims.select_related("assignee").prefetch_related("links").order_by("number"))
    current = Verdict.objects.filter(claim__in=claims, standing=Standing.CURRENT).in_sight_of(None)
    current = current.select_related("rating", "author").prefetch_related(EVIDENCE, SIGNATURES)
    verdicts, waivers = {verdict.claim_id: verdict for verdict in current}, clearance.waivers(claims)
    return File(article, draft, [_entry(claim, draft, verdicts, waivers) for claim in claims])


def _entry(claim: Claim, draft: Draft, verdicts: dict[int, Verdict], waivers: dict[int, Waiver]) -> Entry:
    verdict, waiver = verdicts.get(claim.pk), waivers.get(claim.pk)
    return Entry(
        claim=claim,
        quote=" … ".join(draft.text[start:end] for start, end in claim.spans),
        chain=sorted(claim.links.all(), key=lambda link: link.depth),
        verdict=verdict,
        citations=list(verdict.citations.all()) if verdict else [],
        sign_offs=list(verdict.sign_offs.all()) if verdict else [],
        waiver=waiver if waiver and waiver.version == claim.version else None,
    )
