"""A sentence as the rules see it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.extraction.lexicon.forms import lemma
from factcheck.extraction.parser.parse import Parse
from factcheck.extraction.parser.reading import parses
from factcheck.extraction.tagging import Token, tagged
from factcheck.text.quotes import Quote
from factcheck.text.spans import Span

Part = tuple[int, int]
"""A stretch of a sentence by the numbers of its tokens: from the first up to, not including, the second."""

FINITE_TAGS = frozenset({"FINITE", "MD", "DO"})
NEVER_FINITE = frozenset({"be", "been", "being", "having"})


@dataclass(frozen=True)
class Sentence:
    """The article's text, the sentence's place in it, its tokens, and for each token whether it stands in
    quotes.
    """

    text: str
    span: Span
    tokens: Sequence[Token]
    quoted: Sequence[bool]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def whole(self) -> Part:
        """All of it."""
        return (0, len(self.tokens))

    @cached_property
    def parse(self) -> Parse:
        """What hangs on what, by the numbers of the tokens; `parse_together` does many at a time, and faster."""
        return next(parses([(self.text, self.places)]))

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where each token stands."""
        return [(token.start, token.end) for token in self.tokens]

    @property
    def is_parsed(self) -> bool:
        """Whether the parse is there already."""
        return "parse" in self.__dict__

    # Rules ask for these hundreds of times a sentence: they are laid out once.
    @cached_property
    def _tags(self) -> list[str]:
        return [token.tag for token in self.tokens]

    @cached_property
    def _lows(self) -> list[str]:
        return [token.low for token in self.tokens]

    @cached_property
    def _lemmas(self) -> list[str]:
        return [lemma(low) for low in self._lows]

    def tag(self, number: int) -> str:
        """The tag of a token, or nothing beyond the edges."""
        return self._tags[number] if 0 <= number < len(self._tags) else ""

    def low(self, number: int) -> str:
        """The word in lower case, or nothing beyond the edges."""
        return self._lows[number] if 0 <= number < len(self._lows) else ""

    def lemma(self, number: int) -> str:
        """The base form of a verb, or nothing beyond the edges."""
        return self._lemmas[number] if 0 <= number < len(self._lemmas) else ""

    def span_of(self, part: Part) -> Span:
        """The characters of a part, from its first word to its last."""
        return Span(self.tokens[part[0]].start, self.tokens[part[1] - 1].end)

    def words_of(self, part: Part) -> str:
        """The part as written, on one line."""
        return " ".join(self.span_of(part).of(self.text).split()) if part[1] > part[0] else ""

    def is_finite(self, number: int) -> bool:
        """Whether the token is a verb that can carry a sentence; beyond the edges there is none."""
        if not 0 <= number < len(self.tokens):
            return False
        token = self.tokens[number]
        if token.tag in {"BE", "HAVE"}:
            return token.low not in NEVER_FINITE
        if not self.is_parsed:  # the parser, slow to load, knows English alone
            return token.tag in FINITE_TAGS
        return (token.tag in FINITE_TAGS and number not in self._participles) or number in self._verbs_by_parse

    @cached_property
    def _participles(self) -> frozenset[int]:
        """What looks like a verb and hangs on the subject of another: “a report published in May found …”."""
        parse = self.parse
        return frozenset(
            number
            for number, tag in enumerate(self._tags)
            if tag == "FINITE"
            and parse.tags[number] == "VBN"
            and parse.relations[number] == "acl"
            and parse.relations[parse.heads[number]] in {"nsubj", "nsubj:pass"}
            and not parse.children(number, "aux", "aux:pass", "nsubj", "nsubj:pass")
        )

    @cached_property
    def _verbs_by_parse(self) -> frozenset[int]:
        """The verbs with a subject that the words alone do not show: “a third of pupils skip breakfast”."""
        parse = self.parse
        return frozenset(
            number
            for number, tag in enumerate(self._tags)
            if tag in _MAY_BE_VERBS
            and parse.tags[number] in _PRESENT_OR_PAST
            and parse.coarse[number] == "VERB"
            and any(child < number for child in parse.children(number, "nsubj"))
        )

    def finite(self, part: Part) -> Iterator[int]:
        """The tokens of a part that can carry a sentence, from left to right."""
        return (number for number in range(*part) if self.is_finite(number))

    def has_finite(self, part: Part) -> bool:
        """Whether a part can be a clause."""
        return next(self.finite(part), None) is not None

    def trimmed(self, part: Part) -> Part:
        """The part without marks and empty connecting words at its edges."""
        start, end = part
        while start < end and self.tokens[start].tag in _EDGES_BEFORE:
            start += 1
        while end > start and self.tokens[end - 1].tag in _EDGES_BEHIND:
            end -= 1
        return (start, end)


_MAY_BE_VERBS = frozenset({"NOUN", "PART"})
_PRESENT_OR_PAST = frozenset({"VBD", "VBZ", "VBP"})
_EDGES_BEFORE = frozenset({"COMMA", "STOP", "MARK", "CLOSE", "CC"})
_EDGES_BEHIND = frozenset({"COMMA", "STOP", "MARK", "OPEN", "CC"})


def parse_together(sentences: Iterable[Sentence]) -> None:
    """Parses those that are not parsed yet, some at a time."""
    left = [sentence for sentence in sentences if not sentence.is_parsed]
    for sentence, parse in zip(left, parses((sentence.text, sentence.places) for sentence in left), strict=True):
        sentence.__dict__["parse"] = parse


def read_sentence(text: str, span: Span, quotes: Sequence[Quote]) -> Sentence:
    """The sentence at a place of the text, given the quotations of its paragraph."""
    tokens = tagged(text, span)
    starts = [quote.outer.start for quote in quotes]
    quoted = []
    for token in tokens:
        last = bisect_right(starts, token.start) - 1
        quoted.append(last >= 0 and quotes[last].outer.holds(token.span))
    return Sentence(text, span, tokens, quoted)
