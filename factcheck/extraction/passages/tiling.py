"""A text divided into passages that leave nothing over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.extraction.language import is_english, is_foreign
from factcheck.extraction.passages.furniture import furniture_kind, leading, trailing_credit
from factcheck.extraction.records import PassageKind
from factcheck.extraction.sentence import Sentence, read_sentence
from factcheck.text.pages import page
from factcheck.text.paragraphs import paragraphs
from factcheck.text.quotes import Quote, quotes
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span, trimmed

_ENDED = re.compile(r"[.!?…。！？:;][\"'”’‘»)\]\s]*$")
_SHOWN = re.compile(
    r"\b(?:is|are|was|were) (?:seen|shown|pictured)\b|\bpictured\b|\((?:left|right|centre|center)\)|"
    r"\bfile (?:photo|picture)\b|\bin this (?:\w+ ){0,4}(?:photo|picture|image)\b",
    re.IGNORECASE,
)
LONGEST_HEADLINE_WORDS = 30
_TOP_PARAGRAPHS = 4


@dataclass(frozen=True)
class Stretch:
    """A passage before anybody asked whether it can be checked: its kind, its paragraph, its sentence as read, and
    whether the rules of English apply to it.
    """

    span: Span
    kind: PassageKind
    paragraph: int
    sentence: Sentence
    quotes: Sequence[Quote]
    in_english: bool = True


def stretches(text: str) -> Iterator[Stretch]:
    """The passages of a cleaned text, in order; every character that is no white space lies in exactly one."""
    in_english = is_english(text)
    blocks = paragraphs(text)
    around = page([" ".join(block.of(text).split()) for block in blocks])
    first, last = (around.first, around.behind - 1) if around else (0, len(blocks) - 1)
    seen_headline = seen_story = False
    for number, block in enumerate(blocks):
        if around and not around.holds(number):
            yield _outside(text, block, number)
            continue
        ahead = blocks[number + 1].of(text)[:300] if number < last else ""
        place = _Place(number, number - first, number == last, seen_headline, seen_story, ahead)
        is_read = in_english and not is_foreign(block.of(text))
        found = [
            stretch if is_read and not is_foreign(stretch.span.of(text)) else replace(stretch, in_english=False)
            for stretch in _of_paragraph(text, block, place)
        ]
        seen_headline = seen_headline or any(stretch.kind == "headline" for stretch in found)
        seen_story = seen_story or any(stretch.kind == "sentence" for stretch in found)
        yield from found


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the article a paragraph stands; `depth` counts the paragraphs before it, those of a page around the
    article left out.
    """

    number: int
    depth: int
    is_last: bool
    behind_headline: bool
    behind_story: bool
    next_words: str


def _outside(text: str, block: Span, number: int) -> Stretch:
    """A paragraph of the page around an article."""
    return _stretch(text, block, furniture_kind(block.of(text)) or "boilerplate", number, ())


def _of_paragraph(text: str, block: Span, place: _Place) -> Iterator[Stretch]:
    line = block.of(text)
    kind = furniture_kind(line)
    if kind:
        yield _stretch(text, block, kind, place.number, ())
        return
    lead = leading(line)
    start = block.start
    if lead:
        head = trimmed(text, block.start, block.start + lead[0])
        yield _stretch(text, head, lead[1], place.number, ())
        start = trimmed(text, head.end, block.end).start
    tail = trailing_credit(text[start : block.end])
    end = start + tail if tail is not None else block.end
    body = trimmed(text, start, end)
    is_caption = (lead is not None and lead[1] == "credit") or tail is not None
    yield from _body(text, body, place, is_caption=is_caption)
    if tail is not None:
        yield _stretch(text, trimmed(text, end, block.end), "credit", place.number, ())


def _body(text: str, body: Span, place: _Place, *, is_caption: bool) -> Iterator[Stretch]:
    marks = quotes(text, body)
    spans = sentences(text, body)
    for span in spans:
        kind = furniture_kind(span.of(text)) if len(spans) > 1 else None
        sentence = read_sentence(text, span, marks)
        settled = kind or _kind(sentence, place, alone=len(spans) == 1, is_caption=is_caption)
        yield Stretch(span, settled, place.number, sentence, marks)


def _stretch(text: str, span: Span, kind: PassageKind, paragraph: int, marks: Sequence[Quote]) -> Stretch:
    return Stretch(span, kind, paragraph, read_sentence(text, span, marks), marks)


def _kind(sentence: Sentence, place: _Place, *, alone: bool, is_caption: bool) -> PassageKind:
    line = sentence.span.of(sentence.text)
    ended = bool(_ENDED.search(line[-12:]))
    has_verb = sentence.has_finite(sentence.whole)
    if is_caption or (_SHOWN.search(line) and alone and (not place.behind_story or not ended)):
        return "caption"
    if not any(character.isalpha() for character in line):
        return "fragment"
    if alone and not ended:
        return _unended(sentence, place, has_verb=has_verb)
    if alone and line[:1].islower() and not has_verb and not place.behind_story:
        return "caption"
    is_bare = not has_verb and len(line.split()) <= 3 and not line.endswith(("?", "!", "”", '"'))
    is_all = place.is_last and not place.number and " " in line  # whoever pastes this alone means it as a sentence
    return "fragment" if is_bare and alone and not is_all else "sentence"


def _unended(sentence: Sentence, place: _Place, *, has_verb: bool) -> PassageKind:
    """A line without a full stop: a headline at the top or over a section, a caption, a sentence, or a piece
    of one.
    """
    length = len(sentence.span.of(sentence.text).split())
    if not place.behind_headline and not place.behind_story and length <= LONGEST_HEADLINE_WORDS:
        return "headline" if length > 1 else "fragment"
    if not has_verb and not place.behind_story and place.depth <= _TOP_PARAGRAPHS:
        return "caption"
    if place.is_last or not place.next_words:
        return "sentence" if has_verb and length > 5 else "fragment"
    if length <= LONGEST_HEADLINE_WORDS // 2 and _ENDED.search(place.next_words) and _is_titled(sentence):
        return "headline"
    return "sentence" if has_verb else "fragment"


def _is_titled(sentence: Sentence) -> bool:
    """Whether its longer words carry capitals, or a verb makes it a line of its own."""
    long_words = [token.word for token in sentence.tokens if len(token.word) > 3 and token.word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in long_words)
    return bool(long_words) and (2 * capitals >= len(long_words) or sentence.has_finite(sentence.whole))
