"""Between a form that hands something in and its preview: nothing that was typed or uploaded is lost on the way."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse

from factcheck import ingest
from factcheck.models import Article, Desk, Draft, Preview, User
from factcheck.text.identifiers import number

from . import keeping
from .handing_in import HandingInForm, Reading, read_files


def initial(named: str, typed: Mapping[str, str], *, by: User, article: Article | None = None) -> dict[str, Any]:
    """What the form begins with: the words of the named preview, or of that whose change was broken off; and what was
    `typed` since. Without any, what was typed and not sent.
    """
    broken_off = typed.get("preview", "")
    preview = _waiting(named or broken_off, by, article)
    if preview is None:
        return {name: words for name, words in typed.items() if name != "preview"}
    since = typed if broken_off == str(preview.pk) else {}
    return {"desk": preview.desk_id, **preview.words, **since, "preview": preview.pk, "key": preview.key}


def _waiting(named: str, by: User, article: Article | None) -> Preview | None:
    pk = number(named)
    return Preview.objects.for_user(by).waiting().filter(pk=pk, article=article).first() if pk else None


def hold(
    form: HandingInForm,
    reading: Reading,
    *,
    desk: Desk,
    article: Article | None = None,
    seen: int | None = None,
    without: Collection[str] = ("preview",),
) -> Preview:
    """The form's words are kept with it, `without` these. Raises TooManyWaiting, with a sentence for the person."""
    words = {name: value for name, value in keeping.words(form.data).items() if name not in without}
    key = form.cleaned_data.get("key") or uuid4()
    return ingest.hold(
        reading.handed,
        by=form.by,
        desk=desk,
        article=article,
        seen=seen,
        key=key,
        words=words,
        refused=reading.refused,
    )


def hold_files(form: HandingInForm, *, desk: Desk, article: Article | None = None, seen: int | None = None) -> None:
    """Keep the files of a form that did not do its work, and offer them on it: they cannot be filled in again."""
    reading = read_files(form)
    if not reading.handed:
        return
    with suppress(ingest.TooManyWaiting):
        preview = hold(form, reading, desk=desk, article=article, seen=seen, without=("preview", "text", "url"))
        held = preview.uploads.order_by("place").values_list("pk", flat=True)
        form.amend(preview=[str(preview.pk)], held=[str(pk) for pk in held])
        form.offer(preview)


def following(request: HttpRequest, stored: Sequence[Draft]) -> str:
    """The address of what was stored: the article, or the list with a word on it."""
    if len(stored) == 1:
        return reverse("article-detail", args=[stored[0].article_id])
    messages.success(request, f"{len(stored)} articles are uploaded and being read.")
    return reverse("article-list")
