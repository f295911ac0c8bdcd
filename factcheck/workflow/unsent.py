"""Words that a person has typed and not sent: kept for that person alone, until the form has done what it is for."""

import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from factcheck.intake.limits import MOST_CHARACTERS
from factcheck.models import (
    Article,
    Citation,
    Claim,
    Comment,
    Correction,
    LineAnswer,
    Passage,
    Unsent,
    Upload,
    User,
    Verdict,
)

from .changes import alone
from .errors import Invalid

MOST_KEPT = MOST_CHARACTERS + 50_000  # a whole article, and what is said of it
UPLOAD = "upload"
# What a form stores under its `key`: words that arrive after it did its work are not kept again.
STORES: dict[str, Any] = {
    "submit": Verdict,
    "second": Verdict,
    "adjudicate": Verdict,
    "cite": Citation,
    "comment": Comment,
    "correct": Correction,
    "read-line": LineAnswer,
    "waive-line": LineAnswer,
    "new-draft": Upload,
    UPLOAD: Upload,
}

# What a form can be about, and what that is called.
KINDS = {"claim": Claim, "article": Article, "line": Passage}
About = Claim | Article | Passage | None


def keep(
    *, by: User, form: str, about: About, words: Mapping[str, str], key: UUID | None = None, version: int | None = None
) -> Unsent | None:
    """Keep the words of a form, in the place of what was kept of it before. None: the form has done its work.

    `version` is that of the claim that the page was showing. Raises `Invalid` where the words are too many to keep.
    """
    if sum(map(len, words.values())) > MOST_KEPT:
        raise Invalid({"words": f"Too much to keep: at most {MOST_KEPT:,} characters."})
    if key is None or form not in STORES:
        return _keep(by, form, about, words, version)
    with alone(key):  # sent while the form is at work, the words wait for what becomes of it
        return None if _is_stored(form, key, words) else _keep(by, form, about, words, version)


def _is_stored(form: str, key: UUID, words: Mapping[str, str]) -> bool:
    if STORES[form] is Upload:
        text = words.get("text", "").encode(errors="replace")
        key = Upload.key_in(key, hashlib.sha256(text).hexdigest())
    stored: bool = STORES[form].objects.filter(key=key).exists()
    return stored


def _keep(by: User, form: str, about: About, words: Mapping[str, str], version: int | None) -> Unsent:
    row, _ = Unsent.objects.update_or_create(
        user=by, form=form, **_place(about), defaults={"words": words, "version": version}
    )
    return row


def discard(*, by: User, form: str, about: About) -> None:
    """The form has done its work, or its words are no longer wanted."""
    Unsent.objects.filter(user=by, form=form, **_place(about)).delete()


def of(user: User, about: About) -> dict[str, Unsent]:
    """What the person has not sent about this, by form."""
    return {row.form: row for row in Unsent.objects.filter(user=user, **_place(about))}


def _place(about: About) -> dict[str, Any]:
    return {name: about if isinstance(about, kind) else None for name, kind in KINDS.items()}
