"""The words that name a speaker, to the left or the right of a cue."""

from factcheck.extraction.attribution.subjects import own_subject, told_verb
from factcheck.extraction.lexicon.grammar import TIMES
from factcheck.extraction.sentence import Part, Sentence

_NOMINAL = frozenset({"NAME", "NOUN", "DET", "POSS", "ADJ", "NUM", "GEN", "PREP", "OPEN", "CLOSE", "PART", "ING", "TO"})
_HEADS = frozenset({"NAME", "NOUN", "NUM", "PRON", "POSS", "CLOSE", "ADJ", "DET"})
_BETWEEN = frozenset({"ADV", "NEG", "HAVE", "MD"})
LONGEST_SPEAKER_TOKENS = 30
_LEADING_PREPOSITIONS = frozenset(
    {"in", "on", "at", "during", "after", "before", "by", "for", "under", "from", "ahead", "of"}
)


def before(sentence: Sentence, cue: int, floor: int) -> Part | None:
    """Who stands before the cue: its subject by the parse, else by the words right before it.

    The words decide too where the parser begins the subject behind an "and", or at a preposition, that belongs to it.
    """
    source = _before(sentence, cue, floor)
    if source is None or sentence.tag(source[0]) != "PREP":
        return source
    comma = next((k for k in range(*source) if sentence.tag(k) == "COMMA"), None)
    is_name = comma is not None and sentence.tag(comma + 1) in {"NAME", "POSS", "PRON"}
    return (comma + 1, source[1]) if comma is not None and is_name else source


def _before(sentence: Sentence, cue: int, floor: int) -> Part | None:
    by_words = left_of(sentence, cue, floor)
    found = own_subject(sentence, cue, (floor, cue))
    if found is None or told_verb(sentence, found) is not None:
        return by_words
    is_half = sentence.tag(found[0] - 1) == "CC" or sentence.tag(found[0]) == "PREP"
    if by_words and by_words[0] < found[0] and is_half:
        return by_words
    found = (_without_circumstance(sentence, *found) or found[0], found[1])
    longer = with_name_before(sentence, found, floor)
    return found if _holds_circumstance(sentence, (longer[0], found[0])) else longer


def _holds_circumstance(sentence: Sentence, part: Part) -> bool:
    """Whether more than an office stands there: “in Rome after the vote, Weber said”."""
    return any(
        sentence.tag(number) in {"PREP", "ING", "PART", "SUB"} and sentence.low(number) != "of"
        for number in range(*part)
    )


def left_of(sentence: Sentence, cue: int, floor: int) -> Part | None:
    """The subject that ends right before the cue and the cue's helpers ("has also"), not reaching below
    ``floor``.
    """
    end = cue
    while end > floor and sentence.tag(end - 1) in _BETWEEN:
        end -= 1
    if end > floor and sentence.tag(end - 1) == "COMMA":
        return _before_apposition(sentence, end - 1, floor)
    start = _nominal_start(sentence, end, floor)
    if start is None:
        return None
    return with_name_before(sentence, (start, end), floor)


def right_of(sentence: Sentence, start: int, ceiling: int) -> Part | None:
    """The noun phrase, with its apposition, that begins at ``start``."""
    end = _nominal_end(sentence, start, ceiling)
    if end == start:
        return None
    closing = next((k for k in range(end + 1, min(ceiling, end + 16)) if sentence.tag(k) in {"COMMA", "STOP"}), ceiling)
    between = (end + 1, closing)
    is_apposition = (
        sentence.tag(end) == "COMMA"
        and between[1] > between[0]
        and sentence.tag(end + 1) in {"DET", "NOUN", "NAME", "POSS", "ADJ"}
        and not sentence.has_finite(between)
        and not any(sentence.quoted[k] for k in range(*between))
        and all(sentence.tag(k) in _NOMINAL | {"CC"} for k in range(*between))
    )
    return (start, closing) if is_apposition else (start, end)


def up_to_comma(sentence: Sentence, start: int, ceiling: int) -> Part | None:
    """A noun phrase that fills all the room to the next comma: "Afghan Ambassador to the United States H.
    Mohib".
    """
    closing = next((k for k in range(start, min(ceiling, start + 16)) if sentence.tag(k) == "COMMA"), None)
    if closing is None or any(sentence.tag(k) not in _NOMINAL | {"CC"} for k in range(start, closing)):
        return None
    whole = right_of(sentence, closing - 1, ceiling)
    return (start, max(closing, whole[1])) if whole and start < closing else None


def _nominal_start(sentence: Sentence, end: int, floor: int) -> int | None:
    """Where the noun phrase ending before ``end`` begins."""
    if (
        end <= floor
        or sentence.tag(end - 1) not in _HEADS
        or sentence.quoted[end - 1] != sentence.quoted[min(end, len(sentence) - 1)]
    ):
        return None
    if sentence.tag(end - 1) == "PRON":
        return end - 1
    start = end
    while start > floor and end - start < LONGEST_SPEAKER_TOKENS and _belongs(sentence, start - 1, end, floor):
        start -= 1
    return _without_circumstance(sentence, start, end)


def _belongs(sentence: Sentence, number: int, end: int, floor: int) -> bool:
    if sentence.quoted[number] and not sentence.quoted[end - 1]:
        return False
    tag = sentence.tag(number)
    if tag in _NOMINAL:
        return not (tag in {"PART", "ING"} and sentence.tag(number + 1) not in {"PREP", "NAME", "NOUN", "DET"})
    if tag == "CC":
        return sentence.low(number) in {"and", "or"} and sentence.tag(number - 1) in {"NAME", "NOUN"} and number > floor
    if tag == "COMMA":
        return _parts_a_list(sentence, number, end)
    return tag == "MARK" and sentence.low(number) in {"-", "&", "/"}


def _parts_a_list(sentence: Sentence, comma: int, end: int) -> bool:
    """ "the United States, Turkey and Saudi Arabia": a name on both sides and an "and" further on."""
    if sentence.tag(comma - 1) != "NAME" or sentence.tag(comma + 1) != "NAME":
        return False
    return any(sentence.low(k) == "and" for k in range(comma + 1, min(end, comma + 8)))


def _without_circumstance(sentence: Sentence, start: int, end: int) -> int | None:
    """The start behind a time or place that stands before the subject without a comma: "On Tuesday Obama
    said".
    """
    if sentence.low(start) not in _LEADING_PREPOSITIONS:
        while start < end and sentence.tag(start) in {"PREP", "TO", "CC", "CLOSE", "GEN", "MARK"}:
            start += 1
        return start if start < end else None
    for number in range(start + 1, end - 1):
        behind_time = sentence.low(number) in TIMES and sentence.low(number + 1) not in TIMES
        if behind_time or (
            sentence.tag(number + 1) in {"DET", "POSS"} and sentence.tag(number) in {"NOUN", "NAME", "NUM"}
        ):
            return number + 1
    return None


def with_name_before(sentence: Sentence, part: Part, floor: int) -> Part:
    """ "Philip Hammond, the UK Foreign Secretary said": the name before a comma belongs to the office behind
    it.
    """
    start = part[0]
    if (
        start - 1 <= floor
        or sentence.tag(start - 1) != "COMMA"
        or sentence.tag(start) not in {"DET", "NOUN", "POSS", "NAME"}
    ):
        return part
    name = start - 1
    while name > floor and sentence.tag(name - 1) in {"NAME", "ADJ"} and not sentence.quoted[name - 1]:
        name -= 1
    is_name = name < start - 1 and (
        name == floor or sentence.tag(name - 1) in {"COMMA", "QUOTE", "STOP", "CC", "THAT", "GEN", "NOUN"}
    )
    if is_name and sentence.tag(name - 1) in {"GEN", "NOUN"}:
        name = _nominal_start(sentence, start - 1, floor) or name
    is_place = sentence.tag(name - 1) == "PREP" if name else False
    return (name, part[1]) if is_name and not is_place else part


def _before_apposition(sentence: Sentence, comma: int, floor: int) -> Part | None:
    """ "Fuad Basya, spokesman for the military, said": back over the apposition to the name before it."""
    opening = comma - 1
    while opening > floor and sentence.tag(opening) != "COMMA" and comma - opening < LONGEST_SPEAKER_TOKENS:
        if sentence.quoted[opening]:
            return None
        opening -= 1
    if sentence.tag(opening) != "COMMA" or opening <= floor:
        return None
    inside = (opening + 1, comma)
    if sentence.has_finite(inside) and sentence.tag(opening + 1) != "REL":
        return None
    start = _nominal_start(sentence, opening, floor)
    if start is None:
        return None
    is_circumstance = sentence.tag(opening + 1) in {"PREP", "TO", "ING", "PART", "SUB", "REL"}
    return (start, opening if is_circumstance else comma)


def _nominal_end(sentence: Sentence, start: int, ceiling: int) -> int:
    end = start
    if sentence.tag(start) == "PRON":
        return start + 1
    while end < ceiling and end - start < LONGEST_SPEAKER_TOKENS and _goes_on(sentence, end, start):
        end += 1
    while end > start and sentence.tag(end - 1) in {"PREP", "TO", "CC", "ADV", "OPEN", "DET", "MARK"}:
        end -= 1
    return end


def _goes_on(sentence: Sentence, number: int, start: int) -> bool:
    if sentence.quoted[number] != sentence.quoted[start]:
        return False
    tag = sentence.tag(number)
    if tag == "PREP":
        return (
            number > start
            and sentence.low(number) in {"of", "for", "at", "from", "with"}
            and sentence.low(number + 1) not in TIMES
        )
    if tag == "CC":
        return sentence.low(number) == "and" and sentence.tag(number + 1) in {"NAME", "NOUN", "DET"}
    if tag in {"ING", "PART", "TO"}:
        return False
    return (tag in _NOMINAL and sentence.low(number) not in TIMES) or (
        tag == "MARK" and sentence.low(number) in {"-", "&", "/"}
    )
