"""The verbs that describe a claim: of which kind it is, how urgent, and who says so."""

from collections.abc import Sequence

from factcheck.models import Claim, User
from factcheck.models.choices import ClaimKind, Priority, Verb

from .attribution import Saying, tell
from .changes import change, touch
from .errors import Invalid

MOST_LINKS = 8


def change_kind(*, claim_id: int, by: User, seen: int, kind: ClaimKind) -> Claim:
    reason = f"to {kind.label.lower()}"
    with change(claim_id, Verb.CHANGE_KIND, by=by, seen=seen, reason=reason) as claim:
        claim.kind = kind
        touch(claim, "kind")
        return claim


def prioritise(*, claim_id: int, by: User, seen: int, priority: Priority) -> Claim:
    """An editor says how urgent it is; the queue follows."""
    with change(claim_id, Verb.PRIORITISE, by=by, seen=seen, reason=priority.label.lower()) as claim:
        claim.priority = priority
        touch(claim, "priority")
        return claim


def correct_chain(*, claim_id: int, by: User, seen: int, chain: Sequence[Saying]) -> Claim:
    """Who says so, innermost first; nobody: the article itself does."""
    if len(chain) > MOST_LINKS:
        raise Invalid({"chain": f"A chain has at most {MOST_LINKS} links."})
    reason = " → ".join(map(str, chain)) or "the article itself"
    with change(claim_id, Verb.CORRECT_CHAIN, by=by, seen=seen, reason=reason) as claim:
        tell(claim, chain)
        touch(claim)
        return claim
