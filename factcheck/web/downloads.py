"""Answers that are files: handed to the disk and never shown, whatever is in them."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from factcheck.models import Article, Upload


def headers(*parts: str, kind: str) -> dict[str, str]:
    """Of a file whose name is made of these parts, but for empty ones, and of its `kind`."""
    return _saved_as(f"{'-'.join(filter(None, parts))}.{kind}")


def slug(article: Article) -> str:
    """The article's title as a part of a file's name; empty where it has no Latin letter."""
    return slugify(article.title)[:60]


def download(upload: Upload) -> HttpResponse:
    """Byte for byte as it came, under its name."""
    name = upload.name if "." in upload.name else f"{upload.name}.txt"
    return HttpResponse(bytes(upload.content), content_type="application/octet-stream", headers=_saved_as(name))


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment"}
