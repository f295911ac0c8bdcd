"""Who has an article open, and on which claim they are. As of some seconds ago; nothing hangs on it."""

from datetime import timedelta

from django.utils import timezone

from factcheck.models import Presence, User

HERE = timedelta(seconds=20)  # silent for longer: gone
AGAIN = timedelta(seconds=8)  # as often is it written down that somebody is still there


def here(article_id: int) -> list[Presence]:
    """Everybody who has the article open, by name."""
    rows = Presence.objects.filter(article=article_id, seen_at__gt=timezone.now() - HERE)
    return list(rows.select_related("user", "claim").order_by("user__username"))


def note(*, article_id: int, by: User, claim_id: int | None, among: list[Presence]) -> None:
    """The person is there, on this claim; `among` is what `here` says, so that little is written."""
    own = next((row for row in among if row.user_id == by.pk), None)
    now = timezone.now()
    if own and own.claim_id == claim_id and own.seen_at > now - AGAIN:
        return
    Presence.objects.bulk_create(
        [Presence(article_id=article_id, user=by, claim_id=claim_id, seen_at=now)],
        update_conflicts=True,
        unique_fields=["article", "user"],
        update_fields=["claim", "seen_at"],
    )
