"""What somebody hands in, stored as an article with its first draft, the original bytes and a job to split it."""

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


def _once(
    read: intake.Text, name: str, data: bytes, key: UUID | None, *, desk: Desk, by: User, details: Details
) -> Draft:
    digest = hashlib.sha256(data).hexdigest()
    original = Upload(
        name=_line(name, 255),
        content=data,
        size=len(data),
        sha256=digest,
        key=uuid5(key, digest) if key else uuid4(),  # one request may carry several files
    )
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
        draft = Draft.objects.create(
            article=article,
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
