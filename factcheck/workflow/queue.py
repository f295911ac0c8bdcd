"""What a person can do next: the lanes of a desk, narrowed by what they ask for, most urgent first, paged by key."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import Exists, F, FloatField, OuterRef, Q, QuerySet, TextChoices, Value
from django.db.models.expressions import OrderBy
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThanOrEqual, TupleLessThanOrEqual
from django.utils import timezone

from factcheck.models import Claim, Desk, User, Verdict
from factcheck.models.choices import Standing, Status

from .clearance import WAITING, tell_frozen

PAGE_SIZE = 50
MOST_COUNTED = 1000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
RANK = Tuple(F("priority"), F("checkworthiness"))
DEADLINE = F("article__deadline")
MOST_URGENT: list[str | OrderBy] = ["-priority", "-checkworthiness", DEADLINE.asc(nulls_last=True), "pk"]
LEAST_URGENT: list[str | OrderBy] = ["priority", "checkworthiness", DEADLINE.desc(nulls_first=True), "-pk"]


class Lane(TextChoices):
    MINE = "mine", "Mine"
    TO_SIGN_OFF = "to-sign-off", "To sign off"
    UNASSIGNED = "unassigned", "Unassigned"
    DISPUTED = "disputed", "Disputed"
    RECHECK = "recheck", "Recheck"
    DUE_TODAY = "due-today", "Due today"


class Due(TextChoices):
    OVERDUE = "overdue", "Overdue"
    TODAY = "today", "Today"
    WEEK = "week", "In the next 7 days"
    NONE = "none", "No deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What of a lane is asked for. Nothing: all of it."""

    kind: str = ""
    priority: int | None = None
    article: int | None = None
    assignee: int | None = None
    words: str = ""
    due: str = ""
    worth: float | None = None  # at least

    def of(self, claims: QuerySet[Claim]) -> QuerySet[Claim]:
        equal = {
            "kind": self.kind,
            "priority": self.priority,
            "article": self.article,
            "assignee": self.assignee,
            "checkworthiness__gte": self.worth,
        }
        claims = claims.filter(**{name: value for name, value in equal.items() if value not in {"", None}})
        claims = with_words(claims, self.words) if self.words else claims
        return claims.filter(_due(Due(self.due))) if self.due else claims


@dataclass(frozen=True, slots=True)
class Key:
    """Where a page ends: the place of its last claim in the order."""

    priority: int
    checkworthiness: float
    deadline: datetime | None
    claim_id: int

    def __str__(self) -> str:
        due = "" if self.deadline is None else (self.deadline - EPOCH) // timedelta(microseconds=1)
        return f"{self.priority}_{self.checkworthiness!r}_{due}_{self.claim_id}"

    @classmethod
    def of(cls, claim: Claim) -> Self:
        return cls(claim.priority, claim.checkworthiness, claim.article.deadline, claim.pk)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """None where the text is no key: the first page is a fair answer to a mangled address."""
        try:
            priority, checkworthiness, due, claim_id = text.split("_")
            deadline = EPOCH + timedelta(microseconds=int(due)) if due else None
            return cls(int(priority[:9]), float(checkworthiness), deadline, int(claim_id[:18]))
        except (ValueError, OverflowError):
            return None

    @property
    def after(self) -> Q:
        """The claims that come later in the order."""
        sooner = Q(article__deadline__gt=self.deadline) | Q(article__deadline=None) if self.deadline else Q(pk=None)
        return self._split(
            Q(priority__lt=self.priority), Q(checkworthiness__lt=self.checkworthiness), sooner, Q(pk__gt=self.claim_id)
        ) & Q(TupleLessThanOrEqual(RANK, self._rank))  # lets the index start at the right place

    @property
    def before(self) -> Q:
        """The claims that come earlier in the order."""
        later = Q(article__deadline__lt=self.deadline) if self.deadline else Q(article__deadline__isnull=False)
        return self._split(
            Q(priority__gt=self.priority), Q(checkworthiness__gt=self.checkworthiness), later, Q(pk__lt=self.claim_id)
        ) & Q(TupleGreaterThanOrEqual(RANK, self._rank))  # as above

    @property
    def _rank(self) -> tuple[Value, Value]:
        return Value(self.priority), Value(self.checkworthiness, output_field=FloatField())

    def _split(self, priority: Q, worth: Q, deadline: Q, claim: Q) -> Q:
        """Each part decides where all parts before it are equal."""
        same_deadline = Q(article__deadline=self.deadline) if self.deadline else Q(article__deadline__isnull=True)
        same_worth = Q(priority=self.priority, checkworthiness=self.checkworthiness)
        return (
            priority
            | (Q(priority=self.priority) & worth)
            | (same_worth & deadline)
            | (same_worth & same_deadline & claim)
        )


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims there are; counting stops at `MOST_COUNTED`, so that a long lane costs no more to show."""

    number: int

    def __str__(self) -> str:
        return f"{MOST_COUNTED - 1}+" if self.number >= MOST_COUNTED else str(self.number)


@dataclass(frozen=True, slots=True)
class Page:
    claims: list[Claim]
    after: Key | None  # None: this is the last page


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a claim stands among those that a person goes through; `before` is None once it is not one of them."""

    before: Count | None
    total: Count
    previous: Claim | None
    next: Claim | None

    @property
    def number(self) -> str:
        """From 1; empty where the claim is not among them."""
        return "" if self.before is None else str(Count(self.before.number + 1))


def lane(desk: Desk, user: User, which: Lane) -> QuerySet[Claim]:
    """The claims of one lane, unordered."""
    claims = Claim.objects.filter(desk=desk)
    match which:
        case Lane.MINE:
            return claims.filter(assignee=user, status__in=[Status.CHECKING, Status.RECHECK])
        case Lane.TO_SIGN_OFF:
            judged = Verdict.objects.filter(claim=OuterRef("pk"), standing=Standing.CURRENT)
            # One after the other: most of what is a person's own is their own verdict, and then nothing more is read.
            own = [{"author": user}, {"sign_offs__reviewer": user}, {"seconds__author": user}]
            return claims.filter(*(~Exists(judged.filter(**how)) for how in own), status=Status.SUBMITTED)
        case Lane.UNASSIGNED:
            return claims.filter(status=Status.OPEN)
        case Lane.DISPUTED:
            return claims.filter(status=Status.DISPUTED)
        case Lane.RECHECK:
            return claims.filter(status=Status.RECHECK)
        case Lane.DUE_TODAY:
            return claims.filter(status__in=WAITING, article__deadline__lt=midnight(1))


def narrowed(desk: Desk, user: User, which: Lane, asked: Filter) -> QuerySet[Claim]:
    """The claims of a lane that pass the filter. What cannot be is not looked for: that would read the whole lane."""
    nobody = which == Lane.UNASSIGNED and asked.assignee
    never = which == Lane.DUE_TODAY and asked.due == Due.NONE
    # A submitted claim is in the hands of whoever wrote its verdict, and nobody signs that off for themselves.
    own = which == Lane.TO_SIGN_OFF and asked.assignee == user.pk
    claims = lane(desk, user, which)
    return claims.none() if nobody or never or own else asked.of(claims)


def count(claims: QuerySet[Claim]) -> Count:
    return Count(claims.order_by()[:MOST_COUNTED].count())


def page(claims: QuerySet[Claim], after: Key | None, size: int = PAGE_SIZE) -> Page:
    """The next `size` claims in order: priority, then check-worthiness, then deadline, then age."""
    if after:
        claims = claims.filter(after.after)
    rows = list(claims.order_by(*MOST_URGENT).select_related("article", "assignee")[: size + 1])
    tell_frozen(rows)
    full = len(rows) > size
    return Page(rows[:size], Key.of(rows[size - 1]) if full else None)


def place(claims: QuerySet[Claim], claim: Claim) -> Place:
    """Where the claim stands among `claims`, and its neighbours there; it need not be one of them any more."""
    key = Key.of(claim)
    earlier = claims.filter(key.before)
    return Place(
        before=count(earlier) if claims.filter(pk=claim.pk).exists() else None,
        total=count(claims),
        previous=earlier.order_by(*LEAST_URGENT).first(),
        next=claims.filter(key.after).order_by(*MOST_URGENT).first(),
    )


def following(claims: QuerySet[Claim], claim: Claim) -> Claim | None:
    """The one of `claims` to go on with after this one: the next in order, or else the first again."""
    others = claims.exclude(pk=claim.pk).order_by(*MOST_URGENT).select_related("article")
    return others.filter(Key.of(claim).after).first() or others.first()


def with_words(claims: QuerySet[Claim], words: str) -> QuerySet[Claim]:
    """Those with all of the words, in any of their forms; quotation marks, “or” and a minus as on the web."""
    vector = SearchVector("text", config="english")
    return claims.alias(vector=vector).filter(vector=SearchQuery(words, config="english", search_type="websearch"))


def midnight(days: int) -> datetime:
    """When the day begins that is `days` from today, where the desk is."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)


def _due(due: Due) -> Q:
    match due:
        case Due.OVERDUE:
            return Q(article__deadline__lt=timezone.now())
        case Due.TODAY:
            return Q(article__deadline__gte=midnight(0), article__deadline__lt=midnight(1))
        case Due.WEEK:
            return Q(article__deadline__gte=midnight(0), article__deadline__lt=midnight(7))
        case Due.NONE:
            return Q(article__deadline__isnull=True)
