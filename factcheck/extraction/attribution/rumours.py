"""What is said by nobody in particular."""

from factcheck.extraction.attribution.frames import Frame
from factcheck.extraction.lexicon.cues import HEARSAY
from factcheck.extraction.sentence import Part, Sentence


def hearsay(sentence: Sentence, part: Part) -> Frame | None:
    """“reportedly”: somebody says so, and the article does not name anybody."""
    for number in range(*part):
        if sentence.low(number) in HEARSAY:
            start = _clause_start(sentence, number, part[0])
            rest = sentence.trimmed((part[0], start))
            halves = ((start, number), (number + 1, part[1]))
            content = tuple(half for half in halves if half[1] > half[0])
            if not content:
                return None
            return Frame((number, number + 1), None, None, content, (rest,) if rest[1] - rest[0] > 2 else ())
    return None


def _clause_start(sentence: Sentence, number: int, floor: int) -> int:
    for back in range(number - 1, floor, -1):
        if sentence.tag(back) == "COMMA" and sentence.low(back + 1) in {"and", "but", "while"}:
            return back + 2
    return floor
