"""What is handed in waits, private to whoever did, until it is stored as drafts or given up."""

from collections.abc import Mapping, Sequence
from typing import Any, Unpack
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from factcheck.intake import Text
from factcheck.models import Article, Desk, Details, Draft, HeldUpload, Preview, User

from .handing_in import Handed
from .uploading import one_line, store_first, store_next

MOST_WAITING = 10  # of one person


class TooManyWaiting(Exception):
    """The person has to store or give up another one first; `str()` is a sentence for them."""


def hold(
    handed: Sequence[Handed],
    *,
    by: User,
    desk: Desk,
    key: UUID,
    words: Mapping[str, str],
    article: Article | None = None,
    seen: int | None = None,
    refused: Sequence[str] = (),
) -> Preview:
    """Keep what was handed in, in the place of what the same form has handed in before. Raises TooManyWaiting."""
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).get(pk=by.pk)  # the person's requests, one after the other
        by.previews.over().delete()
        by.previews.filter(key=key).delete()
        if by.previews.waiting().count() >= MOST_WAITING:
            raise TooManyWaiting(
                f"{MOST_WAITING} previews of yours are waiting, the most there can be. Store or give up one of them."
            )
        preview = Preview.objects.create(
            user=by, desk=desk, article=article, key=key, seen=seen, words=dict(words), refused=list(refused)
        )
        for place, one in enumerate(handed):
            _held(preview, place, one).save(force_insert=True)
    return preview


def _held(preview: Preview, place: int, handed: Handed) -> HeldUpload:
    read = handed.read
    return HeldUpload(
        preview=preview,
        place=place,
        name=one_line(handed.name, 255),
        content=handed.data,
        size=len(handed.data),
        sha256=handed.sha256,
        text=read.text,
        title=one_line(read.title, 300),
        byline=one_line(read.byline, 200),
        source_url=read.source_url,
        published_on=read.published_on,
        whole=read.whole,
        unseen=read.unseen,
        unread=read.unread,
    )


def handed_in(held: HeldUpload) -> Handed:
    """As it was handed in and read; nothing is read again."""
    read = Text(
        text=held.text,
        title=held.title,
        byline=held.byline,
        source_url=held.source_url,
        published_on=held.published_on,
        whole=held.whole,
        unseen=held.unseen,
        unread=held.unread,
    )
    return Handed(held.name, bytes(held.content), read)


def store(preview: Preview, *, by: User, **details: Unpack[Details]) -> list[Draft]:
    """Store each of its texts as a draft, waiting to be split. Repeated, it returns the drafts that it stored before.

    `details` are those of a new article. Raises NotNext as `store_next` does, and Preview.DoesNotExist where it was
    given up meanwhile.
    """
    with transaction.atomic():
        preview = Preview.objects.select_for_update(of=("self",)).select_related("article", "desk").get(pk=preview.pk)
        uploads = list(preview.uploads.select_related("draft").order_by("place"))
        if preview.stored_at:
            return [held.draft for held in uploads if held.draft]
        drafts = [_store(preview, held, by=by, details=details) for held in uploads]
        preview.stored_at = timezone.now()
        preview.words = {}
        preview.save(update_fields=["stored_at", "words"])
    return drafts


def _store(preview: Preview, held: HeldUpload, *, by: User, details: Any) -> Draft:
    handed = handed_in(held)
    if preview.article:
        draft = store_next(handed, article=preview.article, by=by, seen=preview.seen or 0, key=preview.key)
    else:
        draft = store_first(handed, desk=preview.desk, by=by, key=preview.key, **details)
    held.draft, held.content, held.text, held.whole = draft, b"", "", ""
    held.save(update_fields=["draft", "content", "text", "whole"])
    return draft


def give_up(preview: Preview) -> bool:
    """Forget it, and its bytes with it. False: it was stored meanwhile, and stays so."""
    with transaction.atomic():
        waiting = Preview.objects.waiting().select_for_update(of=("self",)).filter(pk=preview.pk).first()
        if waiting:
            waiting.delete()
    return waiting is not None


def expire() -> int:
    """Forget what has waited for longer than it may; how many were."""
    _, gone = Preview.objects.over().delete()
    return gone.get("factcheck.Preview", 0)
