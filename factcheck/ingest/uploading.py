"""What somebody hands in, stored as a draft, of a new article or the next of one, with the original bytes and a job."""

import hashlib
from datetime import datetime
from typing import TypedDict, Unpack
from uuid import UUID, uuid4, uuid5

from django.db import IntegrityError, transaction

from factcheck import intake
from factcheck.models import Article, Desk, Draft, Job, Upload, User, changing
from factcheck.models.choices import Act, Sensitivity
from factcheck.text.cleaning import clean
from factcheck.text.fingerprints import fingerprint

PASTED = "pasted text"
CLEARED = "This article is cleared. An editor can reopen it."


class NotNext(Exception):
    """The draft does not follow the one that the page was showing; `str()` is a sentence for the person."""


class Details(TypedDict, total=False):
    """What the editor may say about an article; what is left out is taken from the text."""

    title: str
    byline: str
    source_url: str
    deadline: datetime | None
    note: str
    sensitivity: str


def upload(
    *, desk: Desk, by: User, name: str, data: bytes, key: UUID | None = None, **details: Unpack[Details]
) -> Draft:
    """Store a file as an article's first draft, waiting to be split.

    `key` names the request: repeated with the same bytes, it returns the draft that it stored before.
    Raises IntakeError, with a sentence for the person, before anything is stored.
    """
    return _once(intake.read(name, data), name, data, key, desk=desk, by=by, details=details)


def paste(*, desk: Desk, by: User, text: str, key: UUID | None = None, **details: Unpack[Details]) -> Draft:
    """As `upload`, for text that somebody pasted; it is kept as UTF-8."""
    data = text.encode(errors="replace")
    return _once(intake.read_pasted(text), PASTED, data, key, desk=desk, by=by, details=details)


def redraft(*, article: Article, by: User, seen: int, name: str, data: bytes, key: UUID | None = None) -> Draft:
    """Store a file as the draft after the one with the number `seen`, waiting to be split.

    `key` as in `upload`. Raises IntakeError, and NotNext where that draft is no longer the newest or cannot change.
    """
    return _next(intake.read(name, data), name, data, key, article=article, by=by, seen=seen)


def repaste(*, article: Article, by: User, seen: int, text: str, key: UUID | None = None) -> Draft:
    """As `redraft`, for text that somebody pasted."""
    data = text.encode(errors="replace")
    return _next(intake.read_pasted(text), PASTED, data, key, article=article, by=by, seen=seen)


def _next(
    read: intake.Text, name: str, data: bytes, key: UUID | None, *, article: Article, by: User, seen: int
) -> Draft:
    original = _original(name, data, key)
    with transaction.atomic(), changing(verb=Act.NEW_DRAFT, by=by):
        Article.objects.select_for_update().get(pk=article.pk)  # one new draft at a time, and none while it is cleared
        if earlier := article.drafts.filter(upload__key=original.key, created_by=by).first():
            return earlier
        newest = article.drafts.latest("number")
        if sentence := _refusal(article, newest, read, seen):
            raise NotNext(sentence)
        original.save(force_insert=True)
        return _draft(article, original, read, by=by, number=newest.number + 1)


def _refusal(article: Article, newest: Draft, read: intake.Text, seen: int) -> str:
    if article.clearances.filter(withdrawn_at=None).exists():
        return CLEARED
    if newest.number != seen:
        return (
            f"{newest.created_by} has added draft {newest.number} meanwhile. Compare yours with it, then send it again."
        )
    if newest.sha256 == fingerprint(read.text):
        return f"This is word for word draft {newest.number}. Nothing was stored."
    return ""


def _original(name: str, data: bytes, key: UUID | None) -> Upload:
    digest = hashlib.sha256(data).hexdigest()
    return Upload(
        name=_line(name, 255),
        content=data,
        size=len(data),
        sha256=digest,
        key=uuid5(key, digest) if key else uuid4(),  # one request may carry several files
    )


def _once(
    read: intake.Text, name: str, data: bytes, key: UUID | None, *, desk: Desk, by: User, details: Details
) -> Draft:
    original = _original(name, data, key)
    try:
        return _store(read, original, desk=desk, by=by, details=details)
    except IntegrityError:
        earlier = Draft.objects.filter(upload__key=original.key, created_by=by, article__desk=desk).first()
        if earlier is None:
            raise
        return earlier


def _store(read: intake.Text, original: Upload, *, desk: Desk, by: User, details: Details) -> Draft:
    with transaction.atomic(), changing(verb=Act.UPLOAD, by=by):
        article = Article.objects.create(
            desk=desk,
            title=_line(details.get("title", ""), 300) or _line(read.title, 300),
            byline=_line(details.get("byline", ""), 200) or _line(read.byline, 200),
            source_url=details.get("source_url", "") or read.source_url,
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
        created_by=by,
    )
    Job.objects.create(draft=draft)
    return draft


def _line(words: str, length: int) -> str:
    """The words on one line, without what no database takes, and no longer than its column."""
    return " ".join(clean(words).split())[:length]
