"""What a person can do next: the lanes of a desk, ordered by priority, paged by key."""

from dataclasses import dataclass
from typing import Self

from django.db.models import Exists, OuterRef, Q, QuerySet, TextChoices

from factcheck.models import Claim, Desk, User, Verdict
from factcheck.models.choices import Standing, Status

PAGE_SIZE = 50
MOST_COUNTED = 1000


class Lane(TextChoices):
    MINE = "mine", "Mine"
    TO_SIGN_OFF = "to-sign-off", "To sign off"
    UNASSIGNED = "unassigned", "Unassigned"


@dataclass(frozen=True, slots=True)
class Key:
    """Where a page ends: the place of its last claim in the order."""

    priority: int
    checkworthiness: float
    claim_id: int

    def __str__(self) -> str:
        return f"{self.priority}_{self.checkworthiness!r}_{self.claim_id}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """None where the text is no key: the first page is a fair answer to a mangled address."""
        try:
            priority, checkworthiness, claim_id = text.split("_")
            return cls(int(priority), float(checkworthiness), int(claim_id))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims a lane holds; counting stops at `MOST_COUNTED`, so that a long lane costs no more to show."""

    number: int

    def __str__(self) -> str:
        return f"{MOST_COUNTED - 1}+" if self.number >= MOST_COUNTED else str(self.number)


@dataclass(frozen=True, slots=True)
class Page:
    claims: list[Claim]
    after: Key | None  # None: this is the last page


def lane(desk: Desk, user: User, which: Lane) -> QuerySet[Claim]:
    """The claims of one lane, unordered."""
    claims = Claim.objects.filter(desk=desk)
    match which:
        case Lane.MINE:
            return claims.filter(assignee=user, status__in=[Status.CHECKING, Status.RECHECK])
        case Lane.TO_SIGN_OFF:
            own = Verdict.objects.filter(claim=OuterRef("pk"), standing=Standing.CURRENT).filter(
                Q(author=user) | Q(sign_offs__reviewer=user)
            )
            return claims.filter(~Exists(own), status=Status.SUBMITTED)
        case Lane.UNASSIGNED:
            return claims.filter(status=Status.OPEN)


def count(desk: Desk, user: User, which: Lane) -> Count:
    return Count(lane(desk, user, which)[:MOST_COUNTED].count())


def page(claims: QuerySet[Claim], after: Key | None, size: int = PAGE_SIZE) -> Page:
    """The next `size` claims in order: priority, then check-worthiness, then age."""
    if after:
        claims = claims.filter(
            Q(priority__lt=after.priority)
            | Q(priority=after.priority, checkworthiness__lt=after.checkworthiness)
            | Q(priority=after.priority, checkworthiness=after.checkworthiness, pk__gt=after.claim_id),
            priority__lte=after.priority,  # lets the index start at the right place
        )
    rows = list(
        claims.order_by("-priority", "-checkworthiness", "pk").select_related("article", "assignee")[: size + 1]
    )
    full = len(rows) > size
    last = rows[size - 1] if full else None
    return Page(rows[:size], Key(last.priority, last.checkworthiness, last.pk) if last else None)
