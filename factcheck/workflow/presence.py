"""Who has an article open, and on which claim they are. As of some seconds ago; nothing hangs on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from factcheck.models import Presence, User

HERE = timedelta(seconds=24)  # silent for longer: gone
AGAIN = timedelta(seconds=9)  # as often is it written down that somebody is still there


@dataclass(frozen=True, slots=True)
class Place:
    """The claim that a person was on when they were last seen."""

    claim_id: int | None
    seen_at: datetime


def others(article_id: int, user: User) -> list[Presence]:
    """Everybody else who has the article open, by name."""
    rows = Presence.objects.filter(article=article_id, seen_at__gt=timezone.now() - HERE).exclude(user=user)
    return list(rows.select_related("user", "claim").order_by("user__username"))


def note(*, article_id: int, by: User, claim_id: int | None, last: Place | None) -> None:
    """The person is there, on this claim; `last` is where they were noted, so that little is written."""
    now = timezone.now()
    if last and last.claim_id == claim_id and last.seen_at > now - AGAIN:
        return
    if last and Presence.objects.filter(article=article_id, user=by).update(claim=claim_id, seen_at=now):
        return
    Presence.objects.bulk_create(
        [Presence(article_id=article_id, user=by, claim_id=claim_id, seen_at=now)],
        update_conflicts=True,
        unique_fields=["article", "user"],
        update_fields=["claim", "seen_at"],
    )
