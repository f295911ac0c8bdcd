"""What is told of a noun beside the sentence's own business: “the report, which cost a million, says …”."""

from typing import NamedTuple

from factcheck.extraction.sentence import Part, Sentence

_STANDS_FOR = frozenset({"which", "who"})


class Aside(NamedTuple):
    """Where the aside ends, and the noun and clause that it states; nothing where it states nothing."""

    end: int
    parts: tuple[Part, ...]


def aside_behind(sentence: Sentence, noun: Part, ceiling: int) -> Aside:
    """The aside that a comma right behind a noun opens, or an empty one."""
    comma = noun[1]
    opening = comma + 1
    is_relative = sentence.tag(opening) == "REL"
    is_aside = is_relative or sentence.tag(opening) == "PART" or sentence.low(opening) == "including"
    if sentence.tag(comma) != "COMMA" or opening >= ceiling or not is_aside:
        return Aside(comma, ())
    end = next((k for k in range(opening, ceiling) if sentence.tag(k) in {"COMMA", "STOP"}), ceiling)
    verb = opening + 2 if sentence.tag(opening + 1) == "ADV" else opening + 1
    states = sentence.low(opening) in _STANDS_FOR and sentence.is_finite(verb)
    return Aside(end, (noun, (opening + 1, end)) if states else ())
