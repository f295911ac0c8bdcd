"""Where paragraphs begin and end."""

import re

from factcheck.text.spans import Span, trimmed

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?![ ]*\n))*")
_LINE = re.compile(r"[^\n]+")
ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
# A line as long as this was most likely broken by the program that saved it, and not by its writer.
WRAPPED_LINE_CHARACTERS = 50


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a cleaned text, in order, without white space at their edges; together they hold all
    its words.

    An empty line ends a paragraph. A single line break ends it too, unless the block looks hard-wrapped.
    """
    found: list[Span] = []
    for block in _BLOCK.finditer(text):
        lines = [trimmed(text, *line.span()) for line in _LINE.finditer(text, *block.span())]
        lines = [line for line in lines if line.end > line.start]
        if _is_wrapped(text, lines):
            found.append(Span(lines[0].start, lines[-1].end))
        else:
            found.extend(lines)
    return found


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Long lines of about one length, most of which stop in the middle of a sentence."""
    broken = lines[:-1]
    if not broken or min(line.end - line.start for line in broken) < WRAPPED_LINE_CHARACTERS:
        return False
    longest = max(line.end - line.start for line in broken)
    midway = sum(not ENDED.search(line.of(text)[-6:]) for line in broken)
    return longest <= 2 * WRAPPED_LINE_CHARACTERS and 2 * midway >= len(broken)
