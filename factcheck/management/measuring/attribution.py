"""News articles with who says what: source, cue and content."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from factcheck.extraction.attribution.chains import Voice
from factcheck.extraction.passages.tiling import Stretch
from factcheck.extraction.pipeline import spoken
from factcheck.extraction.records import Link
from factcheck.management.measuring.figures import Figure
from factcheck.management.measuring.scoring import Row, rows, scored, written
from factcheck.text.cleaning import is_unseen
from factcheck.text.paragraphs import paragraphs
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

Spans = list[list[int]]

_SAID = re.compile(r"\b(?:said|says|told|added)\b")
_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*\b")
_REACH = 60


def take(folder: Path, scratch: Path) -> Iterator[Figure]:
    """By the voices that claims and reported statements are made of: these know where the content stands."""
    scorer, given = folder / "score_attribution.py", folder / "b_attribution" / "dev.jsonl"
    read = list(rows(given))
    ours = scored(scorer, given, written(scratch / "ours.jsonl", map(by_us, read)), "--boot", "0")
    baseline = scored(scorer, given, written(scratch / "baseline.jsonl", map(by_said, read)), "--boot", "0")
    for key, name, people, good, aim in (
        ("attr_part", "content ≥ .5 and right source, F1", 0.71, 0.52, 0.60),
        ("source_given_overlap", "right source, given the content", 0.95, 0.86, 0.92),
        ("content_part50", "content ≥ .5, F1", None, None, None),
    ):
        yield Figure(name, ours[key]["F1"], baseline[key]["F1"], people, good, aim)


def by_us(row: Row) -> Row:
    """An attribution for each speaker of each sentence: all that this speaker is said to say in it.

    A quotation that runs on without a word of saying belongs to the attribution that names its speaker; where nobody
    does, it is one attribution a paragraph. Spans count in the cleaned text; they are laid back over the row's where
    the two differ.
    """
    text, found = spoken(row["text"])
    heard = [
        (number, link, spans) for number, (_, voices) in enumerate(found) for link, spans in _contents(*found[number])
    ]
    named = [(number, link, list(spans)) for number, link, spans in heard if link.cue_span]
    for number, link, spans in heard:
        if link.cue_span:
            continue
        same = [other for other in named if other[1].span == link.span]
        if not link.span:
            same = [other for other in same if _are_one_paragraph(found, other[0], number)]
        nearest = min(same, key=lambda other: abs(other[0] - number), default=None)
        if nearest:
            nearest[2].extend(spans)
        else:
            named.append((number, link, list(spans)))
    attributions = [
        {"content": sorted(spans), "source": [link.span.pair] if link.span else [], "cue": _cue(link)}
        for _, link, spans in named
    ]
    return {"doc_id": row["doc_id"], "attributions": _laid_over(row["text"], text, attributions)}


def _are_one_paragraph(found: list[tuple[Stretch, list[Voice]]], one: int, other: int) -> bool:
    """Whether two sentences stand in one paragraph."""
    return found[one][0].paragraph == found[other][0].paragraph


def _contents(stretch: Stretch, voices: list[Voice]) -> Iterator[tuple[Link, Spans]]:
    """Each speaker of a sentence with what is said, from the parts of those they report on outwards."""
    content: dict[Link, Spans] = {}
    for voice in voices:
        inner: Spans = []
        for link in voice.chain:
            spans = content.setdefault(link, [])
            spans += [stretch.sentence.span_of(part).pair for part in voice.parts if part[1] > part[0]]
            spans += inner
            inner = [*inner, *_own(link)]
    yield from content.items()


def _own(link: Link) -> Spans:
    return ([link.span.pair] if link.span else []) + _cue(link)


def _cue(link: Link) -> Spans:
    return [link.cue_span.pair] if link.cue_span else []


def _laid_over(wanted: str, text: str, attributions: list[Row]) -> list[Row]:
    """Places of the cleaned text as places of the given one, by counting what cleaning leaves as it is."""
    if wanted == text:
        return attributions
    places = [number for number, character in enumerate(wanted) if _stays(character)]
    count = [0]
    for character in text:
        count.append(count[-1] + _stays(character))
    if count[-1] != len(places):
        return []

    def moved(spans: Spans) -> Spans:
        return [[places[count[start]], places[count[end] - 1] + 1] for start, end in spans]

    return [{role: moved(spans) for role, spans in attribution.items()} for attribution in attributions]


def _stays(character: str) -> bool:
    """Whether cleaning leaves one character for it: white space is pressed, and accents join their letters."""
    return not (character.isspace() or is_unseen(character) or unicodedata.combining(character))


def by_said(row: Row) -> Row:
    """Each sentence with a verb of saying, whole."""
    text = row["text"]
    found = [span for paragraph in paragraphs(text) for span in sentences(text, paragraph)]
    return {"doc_id": row["doc_id"], "attributions": [a for span in found for a in _said_in(text, span)]}


def _said_in(text: str, sentence: Span) -> Iterator[Row]:
    """Names beside the first "said", and the longer side of it as what was said."""
    cue = _SAID.search(text, sentence.start, sentence.end)
    if cue is None:
        return
    before, behind = [sentence.start, cue.start()], [cue.end(), sentence.end]
    content = max(before, behind, key=lambda side: side[1] - side[0])
    names = [
        *_CAPITALS.finditer(text, max(sentence.start, cue.start() - _REACH), min(sentence.end, cue.end() + _REACH))
    ]
    nearest = min(names, key=lambda name: max(cue.start() - name.end(), name.start() - cue.end()), default=None)
    yield {"content": [content], "source": [list(nearest.span())] if nearest else [], "cue": [list(cue.span())]}
