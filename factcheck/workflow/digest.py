"""What a person has not read yet, by e-mail: one mail a person and round.

What is unpublished is confidential: a mail names people and claim numbers, and nothing of an article.
"""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from factcheck.models import Notification, User

from .keys import preferences_of
from .notices import sentence

log = logging.getLogger(__name__)

MOST_LINES = 50
NEWS = timedelta(days=2)  # what waited longer, in a digest that was turned off, is no news


def send() -> None:
    """Mail everybody who has something to read; safe to repeat, and one address that fails keeps nobody waiting."""
    waiting = User.objects.filter(is_active=True, pk__in=_unmailed().values("user")).exclude(email="")
    for user in waiting.exclude(preferences__digest=False).order_by("pk"):
        try:
            _mail(user)
        except (SMTPException, OSError) as error:
            log.warning("no digest for %s, who is mailed in the next round: %s", user.username, error)


def _unmailed() -> QuerySet[Notification]:
    """Of desks that the person is still on."""
    return Notification.objects.filter(
        read_at=None,
        mailed_at=None,
        created_at__gt=timezone.now() - NEWS,
        article__desk__memberships__user=F("user"),
    )


@transaction.atomic
def _mail(user: User) -> None:
    """Marked as mailed where the mail is out; a second round at the same time finds these rows taken."""
    wanted = ~Q(notice__in=preferences_of(user).unmailed)
    rows = _unmailed().filter(wanted, user=user).select_related("claim", "by").order_by("pk")
    found = list(rows.select_for_update(of=("self",), skip_locked=True))
    if not found:
        return
    context = {
        "lines": [(sentence(row), _link(row)) for row in found[:MOST_LINES]],
        "more": len(found[MOST_LINES:]),
        "all": f"{settings.DESK_URL}{reverse('notification-list')}",
        "preferences": f"{settings.DESK_URL}{reverse('preferences')}#notices-of-mine",
    }
    words = render_to_string("notifications/digest.txt", context)
    number = "1 notification" if len(found) == 1 else f"{len(found)} notifications"
    send_mail(f"[Factcheck] {number}", words, None, [user.email])
    Notification.objects.filter(pk__in=[row.pk for row in found]).update(mailed_at=timezone.now())


def _link(row: Notification) -> str:
    path = row.claim.get_absolute_url() if row.claim else reverse("article-detail", args=[row.article_id])
    return f"{settings.DESK_URL}{path}"
