"""A preview, ready to be shown: what is kept of each text, what is left out, and what becomes of claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from factcheck import ingest
from factcheck.ingest import Outlook
from factcheck.models import Article, Claim, Draft, HeldUpload, Preview, User
from factcheck.models.choices import Status
from factcheck.text.alignment import Alignment
from factcheck.text.removal import Block, shown
from factcheck.text.wording import Kind

from .comparison import Comparison, compare
from .new_article import NewArticleForm

FOLDED = 4  # so many paragraphs in a row that are left out are folded away
MOST_FOLDED = 200  # of these, so many are shown


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs that follow each other; where `is_folded`, all of them are left out, and `more` are not even shown."""

    blocks: Sequence[Block]
    is_folded: bool = False
    more: int = 0

    @property
    def number(self) -> int:
        return len(self.blocks) + self.more


@dataclass(frozen=True, slots=True)
class Shown:
    """One text: what the draft would be, and around it what would not be in it. Words are counted."""

    held: HeldUpload
    title: str
    runs: Sequence[Run]
    kept: int
    gone: int


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What the words alone say of an article's claims, and of its text."""

    comparison: Comparison
    counts: Sequence[tuple[Outlook, int]]
    others: Sequence[tuple[Claim, Outlook]]


def form_of(preview: Preview, user: User) -> NewArticleForm:
    """The form of a new article as it was sent."""
    uploads = list(preview.uploads.values_list("pk", flat=True)) if preview.is_of_files else []
    return NewArticleForm(
        {**preview.words, "desk": preview.desk_id, "preview": preview.pk, "held": uploads, "key": preview.key}, by=user
    )


def texts(preview: Preview) -> list[Shown]:
    title = preview.words.get("title", "").strip()
    return [_shown(held, title) for held in preview.uploads.defer("content").order_by("place")]


def _shown(held: HeldUpload, title: str) -> Shown:
    blocks = shown(held.whole, held.text)
    gone = sum(len(piece.words.split()) for block in blocks for piece in block if piece.kind == Kind.GONE)
    return Shown(held, title or held.title, list(_runs(blocks)), len(held.text.split()), gone)


def _runs(blocks: Sequence[Block]) -> Iterator[Run]:
    for is_gone, group in groupby(blocks, key=_is_gone):
        members = list(group)
        if is_gone and len(members) >= FOLDED:
            yield Run(members[:MOST_FOLDED], is_folded=True, more=max(0, len(members) - MOST_FOLDED))
        else:
            yield Run(members)


def _is_gone(block: Block) -> bool:
    return all(piece.kind == Kind.GONE for piece in block)


def foresee(article: Article, text: str) -> Foreseen:
    """What storing the text as the next draft would change."""
    newest = article.drafts.latest("number")
    alignment = Alignment(newest.text, text)
    claims = list(article.claims.exclude(status=Status.DROPPED).prefetch_related("links").order_by("number"))
    # They stand in the newest draft that has been read.
    where = next((claim.draft_id for claim in claims), newest.pk)
    aligned = alignment if where == newest.pk else Alignment(Draft.objects.get(pk=where).text, text)
    outlooks = ingest.foresee(claims, aligned)
    counted = [outlook for _, outlook in outlooks]
    return Foreseen(
        comparison=compare(alignment),
        counts=[(outlook, number) for outlook in Outlook if (number := counted.count(outlook))],
        others=[(claim, outlook) for claim, outlook in outlooks if outlook != Outlook.KEPT],
    )


def context(preview: Preview, user: User, problem: str = "") -> dict[str, Any]:
    found = texts(preview)
    foreseen = foresee(preview.article, found[0].held.text) if preview.article else None
    said = [] if preview.article else form_of(preview, user).said()
    return {"preview": preview, "texts": found, "foreseen": foreseen, "said": said, "problem": problem}
