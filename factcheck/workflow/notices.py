"""What people are told: written by the verbs, in their own transaction, so that what did not happen is not told of."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from factcheck.models import Claim, Membership, Notification, Preferences, User
from factcheck.models.choices import Notice, Role, Status

PAGE_SIZE = 50
MOST_COUNTED = 100
DUE_SOON = timedelta(hours=4)
SENTENCES = {
    Notice.ASSIGNED: "{who} assigned {claim} to you.",
    Notice.MENTIONED: "{who} mentioned you in a comment on {claim}.",
    Notice.SENT_BACK: "{who} sent your verdict on {claim} back.",
    Notice.DISPUTED: "{who} judged {claim} differently from you.",
    Notice.DUE_SOON: "An article with claims of yours is due soon.",
}
NAME = re.compile(r"(?<![\w@.+-])@([\w.+-]*\w)")  # a username, without the full stop that ends the sentence


def tell(notice: Notice, claim: Claim, *people: User, by: User, words: str = "") -> None:
    """Tell these people of what `by` does to the claim.

    Nobody is told of their own act, nor of a desk that they have left, nor of what they have turned off.
    """
    told = _listening(claim.desk_id, notice, [person.pk for person in people if person.pk != by.pk])
    Notification.objects.bulk_create(
        Notification(notice=notice, user_id=user, article_id=claim.article_id, claim=claim, by=by, words=words)
        for user in told
    )


def mention(claim: Claim, *, by: User, words: str) -> None:
    """Tell the members of the desk whom the words name as @username; every other name is only text."""
    if names := mentioned(words):
        tell(Notice.MENTIONED, claim, *members(claim.desk_id).filter(username__in=names), by=by, words=words)


def mentioned(words: str) -> set[str]:
    return set(NAME.findall(words))


def members(desk_id: int) -> QuerySet[User]:
    """Those who can be named in a comment."""
    return User.objects.filter(memberships__desk=desk_id, is_active=True).order_by("username")


def warn(now: datetime | None = None) -> None:
    """Tell whoever has claims in an article that is due soon, once per person and article; safe to repeat."""
    now = now or timezone.now()
    warned = Notification.objects.filter(notice=Notice.DUE_SOON, user=OuterRef("assignee"), article=OuterRef("article"))
    busy = Claim.objects.filter(
        ~Exists(warned),
        article__deadline__range=(now, now + DUE_SOON),
        status__in=[Status.CHECKING, Status.RECHECK],
        assignee__isnull=False,
    )
    for article, desk, user in set(busy.values_list("article", "desk", "assignee")):
        Notification.objects.bulk_create(
            [
                Notification(notice=Notice.DUE_SOON, user_id=told, article_id=article)
                for told in _listening(desk, Notice.DUE_SOON, [user])
            ],
            ignore_conflicts=True,
        )


def _listening(desk_id: int, notice: Notice, users: Iterable[int]) -> Iterable[int]:
    """Those of the users who are on the desk and have not turned the notice off."""
    members = Membership.objects.filter(desk=desk_id, user__in=users, user__is_active=True, role__gte=Role.READER)
    return members.exclude(user__preferences__muted__contains=[notice]).values_list("user", flat=True)


def told(user: User) -> QuerySet[Notification]:
    """Everything that the person is told of the desks that they are on."""
    return Notification.objects.filter(user=user, article__desk__in=user.roles)


def page(user: User, before: int | None = None, size: int = PAGE_SIZE) -> tuple[list[Notification], int | None]:
    """The next `size`, newest first, older than the id `before`; and the last one's id where there are more."""
    rows = told(user).select_related("article__desk", "claim", "by").order_by("-pk")
    found = list((rows.filter(pk__lt=before) if before else rows)[: size + 1])
    return found[:size], found[size - 1].pk if len(found) > size else None


def unread(user: User) -> int:
    """How many the person has not looked at; counting stops at `MOST_COUNTED`."""
    return told(user).filter(read_at=None)[:MOST_COUNTED].count()


def read(user: User, *, up_to: int | None = None, only: int | None = None) -> None:
    """Mark as read: `only` one, or all up to the newest that the page was showing."""
    which = Q(pk=only) if only is not None else Q(pk__lte=up_to)
    Notification.objects.filter(which, user=user, read_at=None).update(read_at=timezone.now())


def sentence(row: Notification) -> str:
    """What happened, in words that give nothing of the article away."""
    claim = f"claim {row.claim.number}" if row.claim else "the article"
    return SENTENCES[Notice(row.notice)].format(who=row.by, claim=claim)


def choose(*, by: User, wanted: Collection[str], mailed: Collection[str], digest: bool) -> Preferences:
    """What the person is told from now on, and what of it is mailed too where they have not read it."""
    chosen = {
        "muted": [notice for notice in Notice.values if notice not in wanted],
        "unmailed": [notice for notice in Notice.values if notice not in mailed],
        "digest": digest,
    }
    preferences, _ = Preferences.objects.update_or_create(user=by, defaults=chosen)
    return preferences
