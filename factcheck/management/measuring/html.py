"""Saved web pages: how much of the article is read, and how little else."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml.html import document_fromstring

from factcheck.intake.errors import IntakeError
from factcheck.intake.html import from_html
from factcheck.management.measuring.figures import Figure
from factcheck.management.measuring.scoring import Row, rows, scored, written


def take(folder: Path, scratch: Path) -> Iterator[Figure]:
    """In runs of four words. The set leaves out the headline, and so does this."""
    scorer, given = folder / "score_html.py", folder / "d_html" / "gold.jsonl"
    pages = {row["id"]: folder / "d_html" / "pages" / f"{row['id']}.html.gz" for row in rows(given)}
    ours = scored(scorer, given, written(scratch / "ours.jsonl", _read(pages, by_us)))
    baseline = scored(scorer, given, written(scratch / "baseline.jsonl", _read(pages, by_words)))
    yield Figure("words of the article, F1", ours["F1"], baseline["F1"], None, 0.961, 0.97)
    yield Figure("pages that gave nothing", ours["empty"], baseline["empty"])


def _read(pages: dict[str, Path], read: Callable[[bytes], str]) -> Iterator[Row]:
    for name, path in pages.items():
        yield {"id": name, "articleBody": read(gzip.decompress(path.read_bytes()))}


def by_us(page: bytes) -> str:
    """The article as intake reads it; nothing where it refuses the page."""
    try:
        raw = from_html(page, "page.html")
    except IntakeError:
        return ""
    return raw.text.removeprefix(raw.title) if raw.title else raw.text


def by_words(page: bytes) -> str:
    """All that stands between the tags, but for scripts and styles."""
    tree = document_fromstring(page)
    for unseen in list(tree.iter("script", "style")):
        unseen.drop_tree()
    return " ".join(tree.text_content().split())
