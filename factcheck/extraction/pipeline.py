"""The road from text to claims."""

from collections.abc import Callable

from factcheck.extraction.records import Candidate, Extraction, Passage
from factcheck.extraction.version import EXTRACTOR_VERSION
from factcheck.text.cleaning import clean
from factcheck.text.paragraphs import paragraphs
from factcheck.text.sentences import sentences

__all__ = ["EXTRACTOR_VERSION", "extract"]

Progress = Callable[[int, int, int], None]
"""Called with (sentences done, sentences in all, claims found)."""


def extract(text: str, *, progress: Progress | None = None) -> Extraction:
    """The passages and claims of a text; the same text always gives the same.

    The text is cleaned first, which leaves cleaned text as it is; spans count the code points of
    `Extraction.text`.
    """
    text = clean(text)
    spans = [sentence for paragraph in paragraphs(text) for sentence in sentences(text, paragraph)]
    candidates: list[Candidate] = []
    for number, span in enumerate(spans):
        if progress:
            progress(number, len(spans), len(candidates))
        words = " ".join(span.of(text).split())
        candidates.append(
            Candidate(
                words, (span,), number, "state", 0.5, ambiguous=False, added=(), signals=(), attribution=()
            )
        )
    if progress:
        progress(len(spans), len(spans), len(candidates))
    passages = tuple(Passage(span, "sentence", checkable=True, reason=None) for span in spans)
    title = text.split("\n", 1)[0][:200]
    return Extraction(text, title, EXTRACTOR_VERSION, passages, tuple(candidates), ())
