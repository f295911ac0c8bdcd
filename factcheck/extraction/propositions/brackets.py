"""“Ada Berg (born in 1967) is a judge”: what stands in brackets behind a name stands aside from what is said of it."""

from collections.abc import Iterator

from factcheck.extraction.propositions.clauses import Numbers
from factcheck.extraction.sentence import Sentence

_OPEN, _CLOSE = "(", ")"


def without_brackets(sentence: Sentence, numbers: Numbers) -> Numbers:
    """The statement without brackets behind a name, and without the comma that they left between subject and verb."""
    gone: set[int] = set()
    for start, end in _behind_names(sentence, numbers):
        gone |= set(range(start, end))
        if (
            sentence.tag(end) == "COMMA"
            and sentence.is_finite(end + 1)
            and all(sentence.tag(n) != "COMMA" for n in numbers if n < start)
        ):
            gone.add(end)
    return tuple(n for n in numbers if n not in gone) if gone else numbers


def bracketed(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """Each name with its brackets, where a figure stands in them."""
    return [
        (*_name(sentence, numbers, start), *range(start, end))
        for start, end in _behind_names(sentence, numbers)
        if any(any(map(str.isdigit, sentence.tokens[n].word)) for n in range(start, end))
    ]


def _behind_names(sentence: Sentence, numbers: Numbers) -> Iterator[tuple[int, int]]:
    inside, end = set(numbers), 0
    for number in numbers:
        if sentence.low(number) != _OPEN or number < end or not _is_behind_name(sentence, number):
            continue
        end = _closing(sentence, number)
        if end and number - 1 in inside and all(n in inside for n in range(number, end)):
            yield number, end


def _is_behind_name(sentence: Sentence, number: int) -> bool:
    before = number - 2 if sentence.tag(number - 1) == "QUOTE" else number - 1
    return sentence.tag(before) == "NAME"


def _closing(sentence: Sentence, number: int) -> int:
    """Behind the bracket that closes this one; 0 where none does."""
    depth = 0
    for n in range(number, len(sentence)):
        depth += {_OPEN: 1, _CLOSE: -1}.get(sentence.low(n), 0)
        if depth == 0:
            return n + 1
    return 0


def _name(sentence: Sentence, numbers: Numbers, end: int) -> Numbers:
    start = end
    while start - 1 in numbers and sentence.tag(start - 1) in {"NAME", "DET"} and sentence.tag(start) != "DET":
        start -= 1
    return tuple(range(start, end))
