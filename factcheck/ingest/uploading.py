"""What somebody has handed in, stored as a draft, of a new article or the next of one, with its bytes and a job."""

from typing import Unpack
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from factcheck import intake
from factcheck.models import CLEARED, Article, Desk, Details, Draft, Job, Upload, User, changing
from factcheck.models.choices import Act, Sensitivity
from factcheck.text.cleaning import clean
from factcheck.text.fingerprints import fingerprint

from . import handing_in
from .handing_in import Handed


class NotNext(Exception):
    """The draft does not follow the one that the page was showing; `str()` is a sentence for the person."""


def upload(
    *, desk: Desk, by: User, name: str, data: bytes, key: UUID | None = None, **details: Unpack[Details]
) -> Draft:
    """As `store_first`, for a file. Raises IntakeError, with a sentence for the person, before anything is stored."""
    return store_first(handing_in.file(name, data), desk=desk, by=by, key=key, **details)


def paste(*, desk: Desk, by: User, text: str, key: UUID | None = None, **details: Unpack[Details]) -> Draft:
    """As `upload`, for text that somebody pasted."""
    return store_first(handing_in.pasted(text), desk=desk, by=by, key=key, **details)


def repaste(*, article: Article, by: User, seen: int, text: str, key: UUID | None = None) -> Draft:
    """As `store_next`, for text that somebody pasted. Raises IntakeError too."""
    return store_next(handing_in.pasted(text), article=article, by=by, seen=seen, key=key)


def store_first(handed: Handed, *, desk: Desk, by: User, key: UUID | None = None, **details: Unpack[Details]) -> Draft:
    """Store it as an article's first draft, waiting to be split. What the details leave out is taken from the text.

    `key` names the request: repeated with the same bytes, it returns the draft that it stored before.
    """
    original = _original(handed, key)
    try:
        return _store(handed.read, original, desk=desk, by=by, details=details)
    except IntegrityError:
        earlier = Draft.objects.filter(upload__key=original.key, created_by=by, article__desk=desk).first()
        if earlier is None:
            raise
        return earlier


def store_next(handed: Handed, *, article: Article, by: User, seen: int, key: UUID | None = None) -> Draft:
    """Store it as the draft after the one with the number `seen`, waiting to be split.

    `key` as in `store_first`. Raises NotNext where that draft is no longer the newest or cannot change.
    """
    original = _original(handed, key)
    with transaction.atomic(), changing(verb=Act.NEW_DRAFT, by=by):
        Article.objects.select_for_update().get(pk=article.pk)  # one new draft at a time, and none while it is cleared
        if earlier := article.drafts.filter(upload__key=original.key, created_by=by).first():
            return earlier
        if sentence := refusal_of_next(article, handed.read, seen):
            raise NotNext(sentence)
        original.save(force_insert=True)
        return _draft(article, original, handed.read, by=by, number=seen + 1)


def refusal_of_next(article: Article, read: intake.Text, seen: int) -> str:
    """Why the text cannot follow the draft with this number, as a sentence; an empty string where it can."""
    newest = article.drafts.select_related("created_by").defer("text").latest("number")
    if article.clearances.filter(withdrawn_at=None).exists():
        return CLEARED
    if newest.number != seen:
        return (
            f"{newest.created_by} has added draft {newest.number} meanwhile. Compare yours with it, then send it again."
        )
    if newest.sha256 == fingerprint(read.text):
        return f"This is word for word draft {newest.number}. Nothing was stored."
    return ""


def _original(handed: Handed, key: UUID | None) -> Upload:
    return Upload(
        name=one_line(handed.name, 255),
        content=handed.data,
        size=len(handed.data),
        sha256=handed.sha256,
        key=Upload.key_in(key, handed.sha256) if key else uuid4(),
    )


def _store(read: intake.Text, original: Upload, *, desk: Desk, by: User, details: Details) -> Draft:
    with transaction.atomic(), changing(verb=Act.UPLOAD, by=by):
        article = Article.objects.create(
            desk=desk,
            title=one_line(details.get("title", ""), 300) or one_line(read.title, 300),
            byline=one_line(details.get("byline", ""), 200) or one_line(read.byline, 200),
            source_url=details.get("source_url", "") or read.source_url,
            published_on=details.get("published_on") or read.published_on,
            deadline=details.get("deadline"),
            note=clean(details.get("note", "")),
            sensitivity=details.get("sensitivity", Sensitivity.NORMAL),
            created_by=by,
        )
        original.save(force_insert=True)
        return _draft(article, original, read, by=by)


def _draft(article: Article, original: Upload, read: intake.Text, *, by: User, number: int = 1) -> Draft:
    draft = Draft.objects.create(
        article=article,
        number=number,
        upload=original,
        text=read.text,
        length=len(read.text),
        sha256=fingerprint(read.text),
        unread=read.unread,
        created_by=by,
    )
    Job.objects.create(draft=draft)
    return draft


def one_line(words: str, length: int) -> str:
    """The words on one line, without what no database takes, and no longer than its column."""
    return " ".join(clean(words).split())[:length]
