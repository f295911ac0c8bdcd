"""Which claims a file holds, and why there are none."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from factcheck.models import Anchor, Article, Claim, Desk, Draft, User, Verdict
from factcheck.models.choices import Standing, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to export. Nothing chosen: every claim of the person's desks."""

    user: User
    desk: Desk | None = None
    article: Article | None = None
    draft: Draft | None = None  # an older one of the article's; the claims then are those that stood in it, as they did
    statuses: tuple[Status, ...] = ()
    since: date | None = None  # both days included, and both about the verdict
    until: date | None = None

    def scope(self) -> QuerySet[Claim]:
        """The claims that the choice is made from; of other desks none, whatever was asked for."""
        claims = Claim.objects.for_user(self.user)
        if self.desk:
            claims = claims.filter(desk=self.desk)
        if self.draft:
            return claims.filter(Q(draft=self.draft) | Exists(self._anchors))
        return claims.filter(article=self.article) if self.article else claims

    @property
    def _anchors(self) -> QuerySet[Anchor]:
        return Anchor.objects.filter(claim=OuterRef("pk"), draft=self.draft)

    def _in(self, *statuses: Status) -> Q:
        now = Q(status__in=statuses)
        if self.draft is None:
            return now
        return Q(Exists(self._anchors.filter(status__in=statuses))) | (now & ~Q(Exists(self._anchors)))

    def claims(self) -> QuerySet[Claim]:
        claims = self.scope()
        if self.statuses:
            claims = claims.filter(self._in(*self.statuses))
        if self.since or self.until:
            claims = claims.filter(Exists(self._verdicts()))
        return claims

    def settled(self) -> QuerySet[Claim]:
        """Of these, the settled ones: what may be told outside of the desk."""
        return self.claims().filter(self._in(Status.SETTLED))

    def _verdicts(self) -> QuerySet[Verdict]:
        verdicts = Verdict.objects.filter(claim=OuterRef("pk"), standing=Standing.CURRENT).in_sight_of(None)
        if self.since:
            verdicts = verdicts.filter(created_at__gte=_midnight(self.since))
        if self.until:
            verdicts = verdicts.filter(created_at__lt=_midnight(self.until + timedelta(days=1)))
        return verdicts


@dataclass(frozen=True, slots=True)
class Count:
    """`why_empty` is itself empty unless nothing is chosen; `settled`: how many of the chosen ones are."""

    chosen: int
    of: int
    why_empty: str
    settled: int = 0


def count(choice: Choice) -> Count:
    chosen, of = choice.claims().count(), choice.scope().count()
    why_empty = "" if chosen else f"0 of {of}: {_why(choice, of)}"
    return Count(chosen, of, why_empty, choice.settled().count() if chosen else 0)


def _why(choice: Choice, of: int) -> str:
    if not of:
        return "no claims yet"
    if choice.statuses and not replace(choice, since=None, until=None).claims().exists():
        return "none " + " or ".join(_adjective(status) for status in choice.statuses)
    return "none with a verdict from these days"


def _adjective(status: Status) -> str:
    return "waiting to be signed off" if status == Status.SUBMITTED else status.label.lower()


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
