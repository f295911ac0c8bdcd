"""Who says so: the chain of a claim, told in words and found again in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.models import Claim, Link
from factcheck.text.finding import occurrences
from factcheck.text.spans import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """One link of a chain: who said it, in which role, with which cue ("told"), and to whom."""

    who: str
    role: str = ""
    cue: str = ""
    to: str = ""

    def __str__(self) -> str:
        return self.who or "somebody"


def tell(claim: Claim, chain: Sequence[Saying]) -> None:
    """Replace the claim's chain, innermost first. Words that the draft has get their place in it, others none."""
    claim.links.all().delete()
    Link.objects.bulk_create(_link(claim, depth, saying) for depth, saying in enumerate(chain))


def _link(claim: Claim, depth: int, saying: Saying) -> Link:
    who, cue = (nearest(claim, words) for words in (saying.who, saying.cue))
    return Link(
        claim=claim,
        depth=depth,
        who=saying.who,
        start=who.start if who else None,
        end=who.end if who else None,
        role=saying.role,
        cue=saying.cue,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        to=saying.to,
    )


def nearest(claim: Claim, words: str) -> Span | None:
    """Where the draft has these words closest to the claim."""
    found = occurrences(claim.draft.text, words)
    return min(found, key=lambda span: _gap(span, claim), default=None)


def _gap(span: Span, claim: Claim) -> int:
    return max(0, claim.start - span.end, span.start - claim.end)
