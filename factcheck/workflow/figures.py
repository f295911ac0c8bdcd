"""How a desk is doing: its verdicts over time, what waits, how long a verdict takes, how far two people agree.

Verdicts that are hidden until a second one is in are counted once it is.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, LiteralString

from django.db import connection
from django.db.models import Count, Exists, F, FloatField, OuterRef, Q, QuerySet, TextChoices
from django.db.models.functions import Cast, Extract, Trunc
from django.utils import timezone

from factcheck.models import Claim, Desk, Rating, Verdict
from factcheck.models.choices import ClaimKind, Opinion, Priority

from .clearance import DONE

FEW = 30  # pairs of verdicts, below which kappa says little
# One reading of the verdicts for all kinds together and for each.
PERCENTILES: LiteralString = """
SELECT kind, count(*), percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY hours)
FROM ({}) first (kind, hours) GROUP BY GROUPING SETS ((), (kind)) HAVING count(*) > 0
ORDER BY kind IS NOT NULL, count(*) DESC, kind
"""
AGES = [("Today", 1), ("1 to 3 days", 4), ("4 to 7 days", 8), ("8 to 30 days", 31), ("Longer", None)]


class Period(TextChoices):
    WEEK = "7", "Last 7 days"
    MONTH = "30", "Last 30 days"
    QUARTER = "90", "Last 90 days"
    YEAR = "365", "Last 365 days"
    ALL = "all", "All time"

    @property
    def since(self) -> datetime | None:
        return None if self == Period.ALL else timezone.now() - timedelta(days=int(self.value))

    @property
    def step(self) -> str:
        """The stretch of time that one column of the chart stands for."""
        return {"7": "day", "30": "day", "90": "week", "365": "month", "all": "month"}[self.value]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures are asked for, of which time, and of which kind of claim; an empty kind: all."""

    desk: Desk
    period: Period
    kind: str = ""

    def verdicts(self) -> QuerySet[Verdict]:
        verdicts = Verdict.objects.in_sight_of(None).filter(claim__desk=self.desk)
        if self.period.since:
            verdicts = verdicts.filter(created_at__gte=self.period.since)
        return verdicts.filter(claim__kind=self.kind) if self.kind else verdicts

    def claims(self) -> QuerySet[Claim]:
        claims = Claim.objects.filter(desk=self.desk)
        return claims.filter(kind=self.kind) if self.kind else claims


@dataclass(frozen=True, slots=True)
class Share:
    """So many verdicts of one rating."""

    label: str
    mark: str
    tone: str
    number: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The verdicts of one day, week or month, by rating."""

    begins: datetime
    shares: list[Share]

    @property
    def total(self) -> int:
        return sum(share.number for share in self.shares)


@dataclass(frozen=True, slots=True)
class Age:
    label: str
    number: int
    high: int  # of these, with high priority


@dataclass(frozen=True, slots=True)
class Wait:
    """From a claim's finding to its first verdict, in hours."""

    label: str
    number: int
    median: float
    slowest: float  # nine of ten took no longer


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `number` second verdicts; kappa is None where chance alone would always agree."""

    label: str
    number: int
    same: int
    kappa: float | None

    @property
    def percent(self) -> float:
        return 100 * self.same / self.number

    @property
    def is_thin(self) -> bool:
        return self.number < FEW


def over_time(scope: Scope) -> list[Stretch]:
    """Each verdict that was given, but for second ones."""
    given = scope.verdicts().exclude(opinion=Opinion.SECOND)
    by_stretch = given.annotate(begins=Trunc("created_at", scope.period.step)).values_list("rating", "begins")
    rows = list(by_stretch.annotate(number=Count("pk")))
    ratings = Rating.objects.in_bulk({rating for rating, _, _ in rows})  # joined here: to sort by words is slow
    numbers: Counter[tuple[datetime, int, str, str, str]] = Counter()
    for rating, begins, number in rows:
        look = ratings[rating]
        numbers[begins, look.order, look.label, look.mark, look.tone] += number
    stretches: dict[datetime, list[Share]] = {}
    for (begins, _, label, mark, tone), number in sorted(numbers.items()):
        stretches.setdefault(begins, []).append(Share(label, mark, tone, number))
    return [Stretch(begins, shares) for begins, shares in stretches.items()]


def open_by_age(scope: Scope) -> list[Age]:
    """Claims that wait for something, by how long ago they were found; whatever the period."""
    now, ages = timezone.now(), []
    counted: dict[str, Any] = {}
    younger = now + timedelta(days=1)
    for place, (_, days) in enumerate(AGES):
        of_age = Q(created_at__lt=younger)
        if days:
            younger = now - timedelta(days=days)
            of_age &= Q(created_at__gte=younger)
        counted[f"all_{place}"] = Count("pk", filter=of_age)
        counted[f"high_{place}"] = Count("pk", filter=of_age & Q(priority=Priority.HIGH))
    numbers = scope.claims().exclude(status__in=DONE).aggregate(**counted)
    for place, (label, _) in enumerate(AGES):
        ages.append(Age(label, numbers[f"all_{place}"], numbers[f"high_{place}"]))
    return ages if any(age.number for age in ages) else []


def time_to_verdict(scope: Scope) -> list[Wait]:
    """Of all claims, then by kind."""
    earlier = Verdict.objects.filter(claim=OuterRef("claim"), pk__lt=OuterRef("pk"))
    hours = Cast(Extract(F("created_at") - F("claim__created_at"), "epoch"), FloatField()) / 3600.0
    first = scope.verdicts().filter(~Exists(earlier)).annotate(hours=hours)
    query, parameters = first.values_list("claim__kind", "hours").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(PERCENTILES.format(query), parameters)
        rows = cursor.fetchall()
    return [Wait(ClaimKind(kind).label if kind else "All claims", number, *shares) for kind, number, shares in rows]


def agreement(scope: Scope) -> list[Agreement]:
    """Of first and second verdicts on the same claim, by rating: all, then by kind."""
    pairs = scope.verdicts().filter(opinion=Opinion.SECOND)
    rows = list(pairs.values_list("claim__kind", "beside__rating__code", "rating__code"))
    if not rows:
        return []
    kinds = Counter(kind for kind, _, _ in rows).most_common()
    by_kind = [_agreed(ClaimKind(name).label, [pair for kind, *pair in rows if kind == name]) for name, _ in kinds]
    return [_agreed("All claims", [pair for _, *pair in rows]), *by_kind]


def _agreed(label: str, pairs: list[list[str]]) -> Agreement:
    return Agreement(label, len(pairs), sum(one == two for one, two in pairs), kappa(pairs))


def kappa(pairs: Iterable[Iterable[str]]) -> float | None:
    """Cohen's: 1 is full agreement, 0 what chance would give. None where chance alone would always agree."""
    given = [tuple(pair) for pair in pairs]
    number = len(given)
    ones, twos = Counter(one for one, _ in given), Counter(two for _, two in given)
    seen = sum(one == two for one, two in given) / number
    by_chance = sum(ones[rating] * twos[rating] for rating in ones) / number**2
    return None if by_chance == 1 else (seen - by_chance) / (1 - by_chance)
