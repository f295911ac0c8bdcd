"""The articles of a person's desks: the list of them, how far each is, and who may upload and try again."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Substr

from factcheck.models import Article, Claim, Clearance, Job, LineAnswer, Passage, User, Verdict, Waiver
from factcheck.models.article import PROSE
from factcheck.models.choices import ArticleState, JobState, Role, Standing, Status

from .clearance import DONE, UNSAID
from .permissions import lacking

PAGE_SIZE = 30
WORKING = (Status.CHECKING, Status.RECHECK)
# The order in which a bar of claims is drawn: what is done, what is on its way, what waits.
BAR = (
    *(Status.SETTLED, Status.SUBMITTED, Status.DISPUTED, Status.CHECKING, Status.RECHECK, Status.OPEN),
    *(Status.DISMISSED, Status.DROPPED),
)
UPLOAD = "upload articles"
NEW_DRAFT = "hand in a new draft"
CLEAR = "clear and reopen articles, and note corrections"
RETRY = "have an article read again"
ORIGINAL = "download the original"


class Sort(TextChoices):
    NEWEST = "newest", "Newest first"
    DUE = "due", "Due first"
    TITLE = "title", "By title"

    @classmethod
    def _missing_(cls, _value: object) -> "Sort":
        return cls.NEWEST


ORDER: dict[Sort, tuple[Any, ...]] = {
    Sort.NEWEST: ("-pk",),
    Sort.DUE: (F("deadline").asc(nulls_last=True), "-pk"),
    Sort.TITLE: ("title", "-pk"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What of the list is asked for, and in which order. Nothing: all of it, newest first."""

    desk: str = ""
    state: str = ""
    words: str = ""
    sort: Sort = Sort.NEWEST


@dataclass(slots=True)
class Row:
    """An article of the list; its claims are counted by status, in the order of `BAR`."""

    article: Article
    state: ArticleState
    counts: dict[Status, int] = field(default_factory=dict)
    people: list[User] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def settled(self) -> int:
        return self.counts.get(Status.SETTLED, 0)


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[Row]
    after: int | None  # the last one's id, for the next page; None: this is the last page

    @property
    def moving(self) -> bool:
        """Whether one of them will soon look different by itself."""
        return any(row.state == ArticleState.PROCESSING for row in self.rows)


def refusal(user: User, desk_id: int, what: str) -> str:
    """An empty string for yes, or the sentence why this person may not do `what`."""
    return lacking(user, desk_id, Role.EDITOR, what)


def page(user: User, asked: Filter, after: int | None = None, size: int = PAGE_SIZE) -> Page:
    """The next `size` articles, those that come after the one with the id `after`."""
    articles = _filtered(user, asked)
    if after and (last := Article.objects.for_user(user).filter(pk=after).first()):
        articles = articles.filter(_beyond(last, asked.sort))
    found = list(articles.order_by(*ORDER[asked.sort]).select_related("desk")[: size + 1])
    rows = [Row(article, ArticleState(article.state)) for article in found[:size]]
    _count({row.article.pk: row for row in rows})
    return Page(rows, rows[-1].article.pk if len(found) > size else None)


def _beyond(last: Article, sort: Sort) -> Q:
    """What comes after this article in the order."""
    older = Q(pk__lt=last.pk)
    match sort:
        case Sort.TITLE:
            return Q(title__gt=last.title) | Q(title=last.title) & older
        case Sort.DUE if last.deadline:
            return Q(deadline__gt=last.deadline) | Q(deadline=last.deadline) & older | Q(deadline=None)
        case Sort.DUE:
            return Q(deadline=None) & older
        case _:
            return older


def _filtered(user: User, asked: Filter) -> QuerySet[Any]:
    job = Job.objects.filter(draft__article=OuterRef("pk")).order_by("-draft__number")
    newest = {"newest_job": Subquery(job.values("state")[:1]), "newest_draft": Subquery(job.values("draft")[:1])}
    articles: QuerySet[Any] = Article.objects.for_user(user).annotate(**newest).annotate(state=_state())
    if asked.desk:
        articles = articles.filter(desk__slug=asked.desk)
    if asked.state:
        articles = articles.filter(state=asked.state)
    for word in asked.words.split():
        articles = articles.filter(title__icontains=word)
    return articles


def _state() -> Case:
    """`clearance.state`, as the database works it out."""
    cleared = Clearance.objects.filter(article=OuterRef("pk"), withdrawn_at=None)
    return Case(
        When(Exists(cleared), then=Value(ArticleState.CLEARED)),
        When(newest_job=JobState.FAILED, then=Value(ArticleState.FAILED)),
        When(~Q(newest_job=JobState.DONE), then=Value(ArticleState.PROCESSING)),
        When(Exists(_undone()) | Exists(_blocked()) | Exists(_unread()), then=Value(ArticleState.IN_REVIEW)),
        default=Value(ArticleState.READY),
        output_field=CharField(),
    )


def _undone() -> QuerySet[Claim]:
    waived = Waiver.objects.filter(claim=OuterRef("pk"), version=OuterRef("version"))
    return Claim.objects.filter(~Exists(waived), article=OuterRef("pk")).exclude(status__in=DONE)


def _blocked() -> QuerySet[Verdict]:
    waived = Waiver.objects.filter(claim=OuterRef("claim"), version=OuterRef("claim__version"))
    begin, length = F("claim__start") + 1, F("claim__end") - F("claim__start")
    fixed = Q(fix_accepted=True, suggested_fix=F("stands_now"))
    return (
        Verdict.objects.alias(stands_now=Substr("claim__draft__text", begin, length))
        .filter(~Exists(waived), claim__article=OuterRef("pk"), claim__status=Status.SETTLED)
        .filter(Q(said__in=UNSAID) | (Q(rating__blocks_clearance=True) & ~fixed), standing=Standing.CURRENT)
    )


def _unread() -> QuerySet[Passage]:
    on_it = Claim.objects.filter(draft=OuterRef("draft"), start__lt=OuterRef("end"), end__gt=OuterRef("start"))
    sentences = Passage.objects.filter(draft=OuterRef("newest_draft"), kind__in=PROSE, reason="")
    words = Substr(OuterRef("draft__text"), OuterRef("start") + 1, OuterRef("end") - OuterRef("start"))
    answered = LineAnswer.objects.filter(article=OuterRef("draft__article"), words=words)
    return sentences.filter(~Exists(on_it.exclude(status=Status.DROPPED)), ~Exists(answered))


def _count(rows: dict[int, Row]) -> None:
    """Two queries, however many rows."""
    counted = Claim.objects.filter(article__in=rows).values("article", "status").annotate(number=Count("pk"))
    for claims in sorted(counted, key=lambda claims: BAR.index(Status(claims["status"]))):
        rows[claims["article"]].counts[Status(claims["status"])] = claims["number"]
    working = Claim.objects.filter(article__in=rows, status__in=WORKING, assignee__isnull=False).values(
        "article", "assignee"
    )
    working = working.distinct().order_by("assignee")
    people = User.objects.in_bulk({claim["assignee"] for claim in working})
    for claim in working:
        rows[claim["article"]].people.append(people[claim["assignee"]])
