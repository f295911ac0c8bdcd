"""In whose eyes something is so, where no verb of saying rules it: “in the view of X, P”, “P, to hear X tell it”."""

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.frames import SHORTEST_SPEECH_TOKENS, Frame, is_the_writer
from factcheck.extraction.sentence import Part, Sentence
from factcheck.text.wordlists import words

_VIEWS = words("view opinion words eyes telling estimation reckoning judgment judgement account")
_OWN = words("my our your")


def viewpoint(sentence: Sentence, part: Part) -> Frame | None:
    """“In X's view, P”, “in the words of X, P”, “P, to hear X tell it”; what stands beside is what X holds."""
    for start in range(*part):
        if sentence.quoted[start] != sentence.quoted[part[0]]:
            continue
        found = _in_the_view(sentence, part, start) or _to_hear(sentence, part, start)
        if found is not None:
            cue, source, end = found
            sides = (sentence.trimmed((part[0], start)), sentence.trimmed((end, part[1])))
            content = tuple(side for side in sides if side[1] - side[0] >= SHORTEST_SPEECH_TOKENS)
            is_said = any(sentence.has_finite(side) for side in content)
            return Frame(cue, source, None, content) if is_said and not is_the_writer(sentence, source) else None
    return None


def _in_the_view(sentence: Sentence, part: Part, start: int) -> tuple[Part, Part, int] | None:
    """“in Weber's view,”, “in the view of Weber,”, apart from the rest: the cue, the source, and where it ends."""
    if sentence.low(start) not in {"in", "by"} or not _begins(sentence, part, start):
        return None
    end = next((k for k in range(start + 2, min(start + 12, part[1])) if sentence.tag(k) in {"COMMA", "STOP"}), part[1])
    for noun in range(start + 2, end):
        if sentence.low(noun) not in _VIEWS:
            continue
        if noun == end - 1 and sentence.tag(noun - 1) in {"GEN", "POSS"} and sentence.low(noun - 1) not in _OWN:
            owner = noun - 1 if sentence.tag(noun - 1) == "GEN" else noun
            return (noun, noun + 1), (start + 1, owner), end
        is_of = noun == start + 2 and sentence.low(start + 1) == "the" and sentence.low(noun + 1) == "of"
        source = speakers.right_of(sentence, noun + 2, end) if is_of else None
        return ((noun, noun + 1), source, end) if source and source[1] == end else None
    return None


def _to_hear(sentence: Sentence, part: Part, start: int) -> tuple[Part, Part, int] | None:
    """“to hear X tell it”."""
    if sentence.low(start) != "to" or sentence.low(start + 1) != "hear" or not _begins(sentence, part, start):
        return None
    tell = next((k for k in range(start + 3, min(start + 12, part[1] - 1)) if sentence.low(k) == "tell"), None)
    if tell is None or sentence.low(tell + 1) != "it":
        return None
    return (start + 1, start + 2), (start + 2, tell), tell + 2


def _begins(sentence: Sentence, part: Part, start: int) -> bool:
    return start == part[0] or sentence.tag(start - 1) in {"COMMA", "CC"}
