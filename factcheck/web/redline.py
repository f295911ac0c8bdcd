"""A draft with its suggested fixes drawn into it, and one sentence with the fix that is being typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.export.redline import Tracked
from factcheck.models import Claim, Draft, Passage
from factcheck.text.wording import Kind, Piece, changes
from factcheck.workflow.fixes import Fix


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the text; where `fix` is not None, the words that it changes, with the new ones."""

    pieces: list[Piece]
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Redline:
    """`paragraphs` are the text, `beside` the fixes that overlap one drawn into it, each with its words alone."""

    paragraphs: list[list[Run]]
    beside: list[Run]
    fixes: list[Fix]


def read(draft: Draft, fixes: Sequence[Fix]) -> Redline:
    """`fixes` are in the order of the text."""
    drawn: list[Fix] = []
    beside: list[Run] = []
    for fix in fixes:
        if len(fix.claim.spans) > 1 or (drawn and fix.start < drawn[-1].end):
            beside.append(_run(draft.text, fix))
        else:
            drawn.append(fix)
    runs = list(_runs(draft.text, drawn))
    return Redline(list(_paragraphs(runs)), beside, list(fixes))


def tracked(redline: Redline) -> Iterator[list[Tracked]]:
    """The paragraphs for a file; the fixes that stand beside come after them, one a paragraph."""
    for runs in redline.paragraphs:
        yield [words for run in runs for words in _tracked(run)]
    for run in redline.beside:
        yield _tracked(run)


def _tracked(run: Run) -> list[Tracked]:
    if run.fix is None:
        return [Tracked(piece) for piece in run.pieces]
    verdict = run.fix.verdict
    return [Tracked(piece, str(verdict.author), verdict.created_at) for piece in run.pieces]


def sentence(claim: Claim, words: str) -> list[Piece]:
    """The claim's sentence as it is and as it would be with these words in the place of the claim's."""
    passage: Passage = claim.passage
    text, start, end = claim.draft.text, min(passage.start, claim.start), max(passage.end, claim.end)
    changed = changes(text[claim.start : claim.end], words.strip())
    around = Piece(Kind.KEPT, text[start : claim.start]), Piece(Kind.KEPT, text[claim.end : end])
    return [piece for piece in (around[0], *changed, around[1]) if piece.words]


def _runs(text: str, fixes: Sequence[Fix]) -> Iterator[Run]:
    place = 0
    for fix in fixes:
        yield Run([Piece(Kind.KEPT, text[place : fix.start])])
        yield _run(text, fix)
        place = fix.end
    yield Run([Piece(Kind.KEPT, text[place:])])


def _run(text: str, fix: Fix) -> Run:
    return Run(changes(text[fix.start : fix.end], fix.words), fix)


def _paragraphs(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Cut at empty lines of the text; a fix is never cut."""
    current: list[Run] = []
    for run in runs:
        if run.fix:
            current.append(run)
            continue
        first, *others = run.pieces[0].words.split("\n\n")
        current.append(Run([Piece(Kind.KEPT, first)]))
        for words in others:
            yield current
            current = [Run([Piece(Kind.KEPT, words)])]
    yield current
