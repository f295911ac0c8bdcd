"""One act on many claims of a desk: what it would do to each; then to each by itself, by the verb for one claim."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet, TextChoices

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Dismissal, Priority, Role, Status, Verb

from . import claims as verbs
from . import clearance, describing, permissions
from .errors import OUT_OF_DATE, Invalid, Refused, Stale
from .queue import MOST_URGENT

MOST = 500
BULK = "change many claims at once"
MEANWHILE = "Somebody changed it meanwhile; it was left as it is."


class Deed(TextChoices):
    """What can be done to many claims at once."""

    ASSIGN = "assign", "Assign"
    DISMISS = "dismiss", "Dismiss"
    PRIORITISE = "prioritise", "Set priority"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A deed with what goes with it; complete by `missing`."""

    deed: Deed
    to: User | None = None
    reason: str = ""
    note: str = ""
    priority: Priority | None = None

    @property
    def verb(self) -> Verb:
        return Verb(self.deed.value)

    @property
    def outcome(self) -> str:
        """What becomes of each claim, of a wish that is complete."""
        match self.deed:
            case Deed.ASSIGN:
                return f"assigned to {self.to}"
            case Deed.PRIORITISE:
                return f"{self.priority.label.lower() if self.priority else 'no'} priority"
            case Deed.DISMISS:
                note = f", “{self.note}”" if self.note else ""
                return f"dismissed, “{Dismissal(self.reason).label}”{note}"

    @property
    def missing(self) -> dict[str, str]:
        """Field to sentence, for what has to be said first."""
        match self.deed:
            case Deed.ASSIGN:
                return {} if self.to else {"to": "Choose a reviewer."}
            case Deed.PRIORITISE:
                return {} if self.priority else {"priority": "Choose a priority."}
            case Deed.DISMISS:
                return self._reason_missing

    @property
    def _reason_missing(self) -> dict[str, str]:
        if self.reason not in Dismissal.values or self.reason == Dismissal.MERGED:
            return {"reason": "Choose a reason from the list."}
        if self.reason == Dismissal.OTHER and not self.note.strip():
            return {"note": "Say in a few words why these claims are dismissed."}
        return {}

    def is_so(self, claim: Claim) -> bool:
        """Whether the claim is already as wished: sent twice, an act is done once."""
        match self.deed:
            case Deed.ASSIGN:
                return claim.status == Status.CHECKING and claim.assignee == self.to
            case Deed.PRIORITISE:
                return claim.priority == self.priority
            case Deed.DISMISS:
                return claim.status == Status.DISMISSED

    def act(self, claim: Claim, by: User, seen: int) -> None:
        """Raises what the verb raises."""
        given: dict[str, Any] = {"claim_id": claim.pk, "by": by, "seen": seen}
        match self.deed:
            case Deed.ASSIGN:
                verbs.assign(**given, to=self.to)  # type: ignore[arg-type] # `missing` has seen to it
            case Deed.DISMISS:
                verbs.dismiss(**given, reason=self.reason, note=self.note)
            case Deed.PRIORITISE:
                describing.prioritise(**given, priority=self.priority)  # type: ignore[arg-type] # as above


@dataclass(frozen=True, slots=True)
class Left:
    """A claim that is left as it is, and why."""

    claim: Claim
    why: str


@dataclass(slots=True)
class Sorted:
    """What an act does, or did: to which claims, and to which not."""

    changed: list[Claim] = field(default_factory=list)
    same: list[Claim] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def check(desk: Desk, by: User, wish: Wish) -> None:
    """Raises `Refused` for whoever is no editor here, and `Invalid` where something is missing."""
    if sentence := permissions.lacking(by, desk.pk, Role.EDITOR, BULK):
        raise Refused(sentence)
    if wish.missing:
        raise Invalid(wish.missing)
    if wish.to and not verbs.reviewers(desk.pk).filter(pk=wish.to.pk).exists():
        raise Invalid({"to": f"{wish.to} is not a reviewer of this desk."})


def plan(claims: QuerySet[Claim], wish: Wish, *, desk: Desk, by: User) -> Sorted:
    """What would happen to the first `MOST` of them, the most urgent first. Raises `Refused` and `Invalid`."""
    check(desk, by, wish)
    chosen = list(claims.filter(desk=desk).order_by(*MOST_URGENT).select_related("article", "desk", "assignee")[:MOST])
    clearance.tell_frozen(chosen)
    planned = Sorted()
    for claim in chosen:
        _sort(planned, claim, wish.is_so(claim), permissions.refusal(by, claim, wish.verb))
    return planned


def apply(seen: Sequence[tuple[int, int]], wish: Wish, *, desk: Desk, by: User) -> Sorted:
    """Do it to each claim by itself: `seen` pairs an id with the version that the plan showed. Raises as `plan`."""
    check(desk, by, wish)
    versions = dict(seen[:MOST])
    found = Claim.objects.filter(desk=desk, pk__in=versions).order_by(*MOST_URGENT)
    done = Sorted()
    for claim in found.select_related("article", "assignee"):
        same = wish.is_so(claim)
        _sort(done, claim, same, "" if same else _refusal(claim, wish, by, versions[claim.pk]))
    return done


def _refusal(claim: Claim, wish: Wish, by: User, seen: int) -> str:
    """Why the verb did not happen; empty: it did."""
    try:
        wish.act(claim, by, seen)
    except Stale:
        return MEANWHILE
    except (Refused, Invalid) as refused:
        return str(refused)
    return ""


def _sort(into: Sorted, claim: Claim, same: bool, why: str) -> None:
    if same:
        into.same.append(claim)
    elif why:
        into.left.append(Left(claim, why))
    else:
        into.changed.append(claim)


def pairs(claims: Iterable[Claim]) -> str:
    """Ids with their versions, as a form carries them: `12:3 15:1`."""
    return " ".join(f"{claim.pk}:{claim.version}" for claim in claims)


def unpaired(text: str) -> list[tuple[int, int]]:
    """Raises `Invalid` where the text is not one of `pairs`."""
    try:
        return [(int(pk[:18]), int(version[:9])) for pk, version in (pair.split(":") for pair in text.split()[:MOST])]
    except ValueError as error:
        raise Invalid({"seen": OUT_OF_DATE}) from error
