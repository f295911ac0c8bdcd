"""Speakers set apart from their words: “WEBER: P” in a transcript, “P” — Anna Weber under a letter."""

from factcheck.extraction.attribution.frames import SHORTEST_SPEECH_TOKENS, Frame
from factcheck.extraction.sentence import Part, Sentence

LONGEST_NAME_TOKENS = 5
_DASHES = frozenset({"-", "--", "–", "—", "―"})


def labelled(sentence: Sentence, part: Part) -> Frame | None:
    """“WEBER: P”: a name in capitals before a colon at the head of a sentence."""
    start = 1 if sentence.tag(0) == "QUOTE" else 0
    end = start
    while end < part[1] and _shouts(sentence, end):
        end += 1
    if part[0] > 0 or not start < end <= start + LONGEST_NAME_TOKENS or sentence.low(end) != ":":
        return None
    if part[1] - end <= SHORTEST_SPEECH_TOKENS:
        return None
    return Frame((end, end + 1), (start, end), None, ((end + 1, part[1]),))


def _shouts(sentence: Sentence, number: int) -> bool:
    word = sentence.tokens[number].word
    return word.isupper() and len(word) > 1


def signed(sentence: Sentence, part: Part) -> Frame | None:
    """“P” — Anna Weber: a name behind a dash behind the closing mark, at the very end."""
    for dash in range(max(part[0] + 2, part[1] - 2 * LONGEST_NAME_TOKENS), part[1] - 1):
        if sentence.low(dash) in _DASHES and sentence.tag(dash - 1) == "QUOTE" and sentence.quoted[dash - 1]:
            name = sentence.trimmed((dash + 1, part[1]))
            is_name = all(sentence.tag(number) in {"NAME", "COMMA"} for number in range(*name))
            return Frame((dash, dash + 1), name, None, ((part[0], dash),)) if is_name and name[1] > name[0] else None
    return None
