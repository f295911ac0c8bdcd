"""What somebody hands in, stored as an article with its first draft, the original bytes and a job to split it."""

import hashlib
from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from factcheck import intake
from factcheck.models import Article, Desk, Draft, Job, Upload, User, changing
from factcheck.models.choices import Act, Sensitivity
from factcheck.text.cleaning import clean
from factcheck.text.fingerprints import fingerprint

PASTED = "pasted text"


class Details(TypedDict, total=False):
    """What the editor may say about an article; without a title, the text's own is taken."""

    title: str
    byline: str
    source_url: str
    deadline: datetime | None
    note: str
    sensitivity: str


def upload(*, desk: Desk, by: User, name: str, data: bytes, **details: Unpack[Details]) -> Draft:
    """Store a file as an article's first draft, waiting to be split.

    Raises IntakeError, with a sentence for the person, before anything is stored.
    """
    return _store(intake.read(name, data), name, data, desk=desk, by=by, details=details)


def paste(*, desk: Desk, by: User, text: str, **details: Unpack[Details]) -> Draft:
    """As `upload`, for text that somebody pasted; it is kept as UTF-8."""
    return _store(intake.read_pasted(text), PASTED, text.encode(errors="replace"), desk=desk, by=by, details=details)


def _store(read: intake.Text, name: str, data: bytes, *, desk: Desk, by: User, details: Details) -> Draft:
    with transaction.atomic(), changing(verb=Act.UPLOAD, by=by):
        article = Article.objects.create(
            desk=desk,
            title=_line(details.get("title", ""), 300) or _line(read.title, 300),
            byline=_line(details.get("byline", ""), 200),
            source_url=details.get("source_url", ""),
            deadline=details.get("deadline"),
            note=clean(details.get("note", "")),
            sensitivity=details.get("sensitivity", Sensitivity.NORMAL),
            created_by=by,
        )
        original = Upload.objects.create(
            name=_line(name, 255), content=data, size=len(data), sha256=hashlib.sha256(data).hexdigest()
        )
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
