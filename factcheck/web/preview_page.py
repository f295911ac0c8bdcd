"""A preview, ready to be shown: what is kept of each text, what is left out, and what becomes of claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Any

from factcheck import ingest
from factcheck.ingest import Outlook
from factcheck.models import Article, Claim, Draft, HeldUpload, Preview, User
from factcheck.models.choices import Status
from factcheck.text.alignment import Alignment
from factcheck.text.buttons import is_button
from factcheck.text.pages import page
from factcheck.text.paragraphs import paragraphs
from factcheck.text.removal import Block, shown
from factcheck.text.wording import Kind, Piece

from .comparison import Comparison, compare
from .new_article import NewArticleForm

FOLDED = 4  # so many paragraphs in a row that are no part of the article are folded away
MOST_FOLDED = 200  # of these, so many are shown


class Part(StrEnum):
    """What a paragraph is to the draft; what is set aside stays in its text and carries no claims."""

    KEPT = "kept"
    ASIDE = "set aside"
    GONE = "left out"


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs of one kind that follow each other; where `is_folded`, `more` are not even shown."""

    part: Part
    blocks: Sequence[Block]
    is_folded: bool = False
    more: int = 0

    @property
    def number(self) -> int:
        return len(self.blocks) + self.more


@dataclass(frozen=True, slots=True)
class Shown:
    """One text: what the draft would be, and around it what would not be in it. Words are counted.

    `published_on` is the day that a new article takes from the text.
    """

    held: HeldUpload
    title: str
    published_on: date | None
    runs: Sequence[Run]
    kept: int
    aside: int
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
    return [_shown(held, preview) for held in preview.uploads.defer("content").order_by("place")]


def _shown(held: HeldUpload, preview: Preview) -> Shown:
    title = preview.words.get("title", "").strip() or held.title
    day = None if preview.article_id or preview.words.get("published_on") else held.published_on
    parts = list(_left_out(held)) if held.whole else list(_set_aside(held.text))
    aside = [piece for part, block in parts for piece in block if part == Part.ASIDE]
    gone = [piece for _, block in parts for piece in block if piece.kind == Kind.GONE]
    kept = len(held.text.split())
    return Shown(held, title, day, list(_runs(parts)), kept, _words(aside), _words(gone))


def _words(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.words.split()) for piece in pieces)


def _left_out(held: HeldUpload) -> Iterator[tuple[Part, Block]]:
    for block in shown(held.whole, held.text):
        yield Part.GONE if all(piece.kind == Kind.GONE for piece in block) else Part.KEPT, block


def _set_aside(text: str) -> Iterator[tuple[Part, Block]]:
    """Of a page that was pasted whole, its lines around the article, as the extraction will find them."""
    lines = [block.of(text) for block in paragraphs(text)]
    around = page([" ".join(line.split()) for line in lines])
    for number, line in enumerate(lines):
        is_aside = is_button(line) or (around is not None and not around.holds(number))
        yield Part.ASIDE if is_aside else Part.KEPT, [Piece(Kind.KEPT, line)]


def _runs(parts: Iterable[tuple[Part, Block]]) -> Iterator[Run]:
    for part, group in groupby(parts, key=lambda one: one[0]):
        blocks = [block for _, block in group]
        if part != Part.KEPT and len(blocks) >= FOLDED:
            yield Run(part, blocks[:MOST_FOLDED], is_folded=True, more=max(0, len(blocks) - MOST_FOLDED))
        else:
            yield Run(part, blocks)


def foresee(article: Article, text: str) -> Foreseen:
    """What storing the text as the next draft would change."""
    newest = article.drafts.latest("number")
    alignment = Alignment(newest.text, text)
    claims = list(article.claims.exclude(status=Status.DROPPED).prefetch_related("links").order_by("number"))
    # They stand in the newest draft that has been read.
    where = next((claim.draft_id for claim in claims), newest.pk)
    aligned = alignment if where == newest.pk else Alignment(Draft.objects.get(pk=where).text, text)
    outlooks = ingest.foresee(claims, aligned, fixes=ingest.accepted_fixes(claims))
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
