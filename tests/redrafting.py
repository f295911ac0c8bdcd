"""How tests come by a newer draft, read by an extraction that says what the test wants it to."""

from unittest.mock import patch

from factcheck import ingest
from factcheck.extraction.records import Candidate, Extraction, Link, Passage
from factcheck.ingest import reading
from factcheck.models import Article, Draft, User
from factcheck.text.paragraphs import paragraphs
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

MINISTER = ("the minister", "said")


def redraft(article: Article, by: User, text: str, *found: Candidate, version: str = "") -> Draft:
    """The next draft, pasted and read."""
    newest = article.drafts.latest("number")
    draft = ingest.repaste(article=article, by=by, seen=newest.number, text=text)
    assert read(draft, *found, version=version)
    return draft


def read(draft: Draft, *found: Candidate, version: str = "") -> bool:
    """Have the draft read; what is found is as it is, whatever the text says."""
    says = Extraction(draft.text, "", version, tuple(passages(draft.text)), found, ())
    with patch.object(reading, "read", lambda _text, tick: says):  # noqa: ARG005 - as `read`
        return ingest.split(draft.pk)


def passages(text: str) -> list[Passage]:
    spans = [span for paragraph in paragraphs(text) for span in sentences(text, paragraph)]
    return [Passage(span, "sentence", checkable=True, reason=None) for span in spans]


def found(text: str, *words: str, said: str = "", by: tuple[str, str] | None = None) -> Candidate:
    """A statement that stands on these words, worded so or `said` otherwise, by a speaker with a cue."""
    spans = tuple(_span(text, part) for part in words)
    chain = [Link(by[0], _span(text, by[0]), None, by[1], _span(text, by[1]), None)] if by else []
    place = next(number for number, passage in enumerate(passages(text)) if passage.span.end > spans[0].start)
    return Candidate(said or " ".join(words), spans, place, "state", 0.5, False, (), (), tuple(chain))


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
