"""One speaker, one cue, and what was said, inside a stretch of a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.attribution import speakers
from factcheck.extraction.lexicon.cues import (
    AFTER_SPEECH,
    ASKING,
    HEARSAY,
    INVERTED,
    NEVER_A_CHAIN,
    SAYING,
    WITH_HEARER,
)
from factcheck.extraction.sentence import Part, Sentence

SHORTEST_SPEECH_TOKENS = 2
_CUE_TAGS = frozenset({"FINITE", "PART", "BASE", "ING", "NOUN"})
_STOPS = frozenset({"COMMA", "STOP", "QUOTE", "MARK"})
_CONTRASTS = frozenset({"but", "while", "whereas", "although", "though", "and", "which"})


_NOBODY_ELSE = frozenset({"i", "we", "you", "it", "there", "me", "us", "him", "them"})
_OPENS_CIRCUMSTANCE = frozenset({"PREP", "SUB", "REL", "ING", "PART", "TO", "FINITE", "BASE"})


@dataclass(frozen=True, slots=True)
class Frame:
    """``source`` said ``content``; ``rest`` are the stretches beside it that the outer voice says.

    ``cue`` may be empty of a source ("reportedly"). ``asks`` marks a request: its content is no statement.
    """

    cue: Part
    source: Part | None
    to: Part | None
    content: tuple[Part, ...]
    rest: tuple[Part, ...] = ()
    asks: bool = False


def outermost(sentence: Sentence, part: Part) -> Frame | None:
    """The frame that holds all others of the part, or None when nobody is said to say it."""
    for find in (_behind, _according_to, _before, _request, _hearsay):
        frame = find(sentence, part)
        if frame is not None:
            return frame
    return None


def _cues(sentence: Sentence, part: Part, verbs: frozenset[str]) -> Iterator[int]:
    for number in range(*part):
        if sentence.tag(number) in _CUE_TAGS and sentence.lemma(number) in verbs:
            yield number


def _behind(sentence: Sentence, part: Part) -> Frame | None:
    """“P, X said”, “P, said X”, “P, X said, P”."""
    for cue in _cues(sentence, part, AFTER_SPEECH):
        if sentence.quoted[cue] and not sentence.quoted[part[0]]:
            continue
        frame = _inverted(sentence, part, cue) or _postposed(sentence, part, cue)
        if frame is not None:
            return frame
    return None


def _inverted(sentence: Sentence, part: Part, cue: int) -> Frame | None:
    if cue - part[0] < SHORTEST_SPEECH_TOKENS or sentence.tag(cue) not in {"FINITE", "PART", "NOUN"}:
        return None
    if not _closes_speech(sentence, cue, part[0]):
        return None
    source = speakers.right_of(sentence, cue + 1, part[1])
    if source is None or sentence.lemma(cue) not in INVERTED or not _ends_clause(sentence, source[1] - 1, part[1]):
        return None
    return _speech_around(sentence, part, (cue, cue + 1), source, after=source[1])


def _postposed(sentence: Sentence, part: Part, cue: int) -> Frame | None:
    source = speakers.left_of(sentence, cue, part[0])
    if source is None or sentence.tag(cue) == "ING" or source[0] - part[0] < SHORTEST_SPEECH_TOKENS:
        return None
    if not _closes_speech(sentence, source[0], part[0]) or not _ends_clause(sentence, cue, part[1]):
        return None
    if not (sentence.has_finite((part[0], source[0])) or sentence.quoted[part[0]]):
        return None
    if _quotes_next(sentence, cue) and not sentence.quoted[part[0]]:
        return None
    return _speech_around(sentence, part, (cue, cue + 1), source, after=cue + 1)


def _quotes_next(sentence: Sentence, cue: int) -> bool:
    """Whether a quotation opens right behind the cue: then what stands before is no speech of the same
    kind.
    """
    behind = cue + 2 if sentence.tag(cue + 1) in {"COMMA", "MARK"} else cue + 1
    return sentence.tag(behind) == "QUOTE"


def _closes_speech(sentence: Sentence, number: int, floor: int) -> bool:
    """Whether a comma, a quotation mark or the end of a question stands right before."""
    before = number - 1
    if before < floor:
        return False
    if sentence.tag(before) == "COMMA":
        return True
    if sentence.tag(before) != "QUOTE" and sentence.low(before) not in {"―", "—", "–"}:
        return False
    return sentence.quoted[before] or sentence.tag(before - 1) in {"COMMA", "STOP"}


def _ends_clause(sentence: Sentence, cue: int, ceiling: int) -> bool:
    """Behind the cue come the end, a pause, or circumstances without a clause ("in a statement", "the
    tabloid").
    """
    after = cue + 1
    if after >= ceiling or sentence.tag(after) in {"COMMA", "STOP"}:
        return True
    if sentence.tag(after) in {"THAT", "QUOTE", "MARK", "SUB", "REL"} and sentence.low(after) not in {
        "as",
        "after",
        "before",
        "when",
        "while",
    }:
        return False
    close = _pause(sentence, after, ceiling)
    if any(sentence.tag(k) == "THAT" for k in range(after, close)):
        return False
    return not sentence.has_finite((after, close)) or sentence.low(after) in {"as", "after", "before", "when", "while"}


def _pause(sentence: Sentence, start: int, ceiling: int) -> int:
    return next((k for k in range(start, ceiling) if sentence.tag(k) in {"COMMA", "STOP", "QUOTE"}), ceiling)


def _speech_around(sentence: Sentence, part: Part, cue: Part, source: Part, *, after: int) -> Frame:
    """The speech before the clause of saying, and the speech that goes on behind its circumstances."""
    first = (part[0], min(source[0], cue[0]))
    pause = _pause(sentence, after, part[1])
    to = _hearer(sentence, cue[0], min(pause, part[1])) if after == cue[1] else None
    second = sentence.trimmed((pause, part[1]))
    goes_on = second[1] - second[0] >= 2 and (sentence.quoted[second[0]] or _continues(sentence, second))
    content = (first, second) if goes_on else (first,)
    return Frame(cue, source, to, content)


def _continues(sentence: Sentence, second: Part) -> bool:
    if sentence.tag(second[0]) in {"CC", "FINITE"}:
        return sentence.has_finite(second)
    return sentence.tag(second[0]) not in _OPENS_CIRCUMSTANCE and _clause_follows(sentence, second)


def _hearer(sentence: Sentence, cue: int, ceiling: int) -> Part | None:
    """Whom a speaker told; for other cues whoever stands behind "to" or "in an interview with"."""
    if sentence.lemma(cue) in WITH_HEARER | ASKING:
        return _short_nominal(sentence, cue + 1, ceiling)
    for number in range(cue + 1, min(ceiling, cue + 8)):
        opens = sentence.tag(number) == "TO" or sentence.low(number) == "with"
        if opens and sentence.tag(number + 1) in {"DET", "NAME", "POSS"}:
            return _short_nominal(sentence, number + 1, ceiling)
    return None


def _short_nominal(sentence: Sentence, start: int, ceiling: int) -> Part | None:
    """One noun phrase without anything behind its head."""
    end = start
    while end < ceiling and sentence.tag(end) in {"DET", "POSS", "ADJ", "NUM"}:
        end += 1
    head = sentence.tag(end) if end < ceiling else ""
    while (
        end < ceiling
        and (sentence.tag(end) == head or sentence.tag(end) in {"NAME", "GEN"})
        and head in {"NAME", "NOUN", "PRON"}
    ):
        end += 1
        if head == "PRON":
            break
        if head == "NAME" and end < ceiling and sentence.tag(end) == "NOUN":
            head = "NOUN"
    return (start, end) if end > start and head in {"NAME", "NOUN", "PRON"} else None


def _according_to(sentence: Sentence, part: Part) -> Frame | None:
    for number in range(part[0], part[1] - 2):
        if (
            sentence.low(number) == "according"
            and sentence.tag(number + 1) == "TO"
            and sentence.quoted[number] == sentence.quoted[part[0]]
        ):
            return _around_according(sentence, part, number)
    return None


def _around_according(sentence: Sentence, part: Part, cue: int) -> Frame | None:
    source = speakers.up_to_comma(sentence, cue + 2, part[1]) or speakers.right_of(sentence, cue + 2, part[1])
    if source is None:
        return None
    before = sentence.trimmed((part[0], cue))
    after = sentence.trimmed((source[1], part[1]))
    if sentence.tag(before[1] - 1) == "REL" and before[1] - before[0] > 2:
        return Frame((cue, cue + 2), source, None, (after,), ((before[0], before[1] - 1),))
    content = tuple(side for side in (before, after) if side[1] - side[0] >= SHORTEST_SPEECH_TOKENS)
    return Frame((cue, cue + 2), source, None, content) if content else None


def _before(sentence: Sentence, part: Part) -> Frame | None:
    """“X said (that) P”, “X told Y P”, “as X said, P”."""
    for cue in _cues(sentence, part, SAYING):
        frame = _at(sentence, part, cue)
        if frame is not None:
            return frame
    return None


def _at(sentence: Sentence, part: Part, cue: int) -> Frame | None:
    if not _can_report(sentence, part, cue):
        return None
    source = _subject_of(sentence, part, cue)
    if source is None:
        return None
    if source[0] - 1 > part[0] and sentence.tag(cue + 1) in {"BE", "MD", "HAVE", "FINITE"}:
        opening = sentence.low(source[0] - 1)
        if opening == "what":
            return _what_somebody_calls(sentence, part, cue, source)
        if opening in {"which", "who", "that"}:
            return _which_somebody_says(sentence, part, cue, source)
    return _reported_clause(sentence, part, cue, source)


def _can_report(sentence: Sentence, part: Part, cue: int) -> bool:
    """A verb in use, not denied, not in the passive, and not inside a quotation of the part's own voice."""
    if sentence.quoted[cue] and not sentence.quoted[part[0]]:
        return False
    is_verb = sentence.tag(cue) not in {"NOUN", "BASE"}
    return is_verb and not _is_denied(sentence, cue, part[0]) and not _is_passive(sentence, cue, part[0])


def _subject_of(sentence: Sentence, part: Part, cue: int) -> Part | None:
    """Who reports: the noun phrase before the cue, or before the "who" that stands there; never the speaker's "I"."""
    source = speakers.left_of(sentence, cue, part[0])
    if source is None and sentence.tag(cue - 1) == "REL" and cue - 1 > part[0]:
        source = speakers.left_of(sentence, cue - 1, part[0])
    return None if source is None or _is_the_writer(sentence, source) else source


def _reported_clause(sentence: Sentence, part: Part, cue: int, source: Part) -> Frame | None:
    start, to = _content_start(sentence, cue, part[1])
    end = _content_end(sentence, start, part[1])
    if not _is_speech(sentence, cue, (start, end)):
        return None
    beside = (_preamble(sentence, part, source), sentence.trimmed((end, part[1])))
    rest = tuple(side for side in beside if side[1] - side[0] > 2)
    return Frame((cue, cue + 1), source, to, ((start, end),), rest)


def _what_somebody_calls(sentence: Sentence, part: Part, cue: int, source: Part) -> Frame:
    """“…, targeting what Moscow said were IS positions”: the phrase around "what" is Moscow's, the rest is not."""
    comma = next((k for k in range(source[0], part[0], -1) if sentence.tag(k) == "COMMA"), part[0])
    rest = ((part[0], comma),) if comma - part[0] > 2 else ()
    inner = sentence.trimmed((comma, source[0]))
    return Frame((cue, cue + 1), source, None, (inner, (cue + 1, part[1])), rest)


def _which_somebody_says(sentence: Sentence, part: Part, cue: int, source: Part) -> Frame | None:
    """“the emails, which the report said were careless”: what is said is said of the noun before."""
    end = source[0] - 1
    rest = sentence.trimmed((part[0], end))
    about = speakers.left_of(sentence, rest[1], part[0])
    return Frame((cue, cue + 1), source, None, (about, (cue + 1, part[1])), (rest,)) if about else None


def _preamble(sentence: Sentence, part: Part, source: Part) -> Part:
    """What stands before the speaker, when it is a statement of its own."""
    before = sentence.trimmed((part[0], source[0]))
    opens_alone = sentence.tag(before[0]) not in _OPENS_CIRCUMSTANCE | {"ADV"}
    return before if opens_alone and sentence.has_finite(before) else (before[0], before[0])


def _is_denied(sentence: Sentence, cue: int, floor: int) -> bool:
    """Who has not said something has said nothing."""
    return any(
        sentence.tag(k) == "NEG" or sentence.low(k).endswith(("n’t", "n't")) for k in range(max(floor, cue - 3), cue)
    )


def _is_passive(sentence: Sentence, cue: int, floor: int) -> bool:
    back = cue - 1
    while back >= floor and sentence.tag(back) in {"ADV", "NEG"}:
        back -= 1
    return back >= floor and sentence.tag(back) == "BE" and sentence.tag(cue) != "ING"


def _is_the_writer(sentence: Sentence, source: Part) -> bool:
    return sentence.low(source[0]) in _NOBODY_ELSE and source[1] - source[0] == 1


def _content_start(sentence: Sentence, cue: int, ceiling: int) -> tuple[int, Part | None]:
    start, to = cue + 1, None
    if sentence.lemma(cue) in WITH_HEARER and sentence.tag(start) not in {"THAT", "QUOTE", "COMMA"}:
        to = _short_nominal(sentence, start, ceiling)
        if to is not None:
            start = _past_place(sentence, to[1], ceiling)
    else:
        start, to = _over_circumstances(sentence, cue, start, ceiling)
    while start < ceiling and (sentence.tag(start) in {"COMMA", "MARK", "THAT"} or sentence.low(start) in {":", "how"}):
        start += 1
    return start, to


def _past_place(sentence: Sentence, start: int, ceiling: int) -> int:
    """Past "at the convention" when "that" follows it."""
    if sentence.tag(start) not in {"PREP", "TO"}:
        return start
    for number in range(start + 1, min(ceiling, start + 12)):
        if sentence.tag(number) in {"THAT", "QUOTE"}:
            return number
        if sentence.is_finite(number) or sentence.tag(number) == "STOP":
            break
    return start


def _over_circumstances(sentence: Sentence, cue: int, start: int, ceiling: int) -> tuple[int, Part | None]:
    """Past "on Tuesday" or "in an interview with the paper" when "that", a quotation or a comma follows
    it.
    """
    if sentence.tag(start) not in {"PREP", "TO", "NAME", "ADV"}:
        return start, None
    for number in range(start + 1, min(ceiling, start + 14)):
        if sentence.tag(number) in {"THAT", "QUOTE"} or sentence.low(number) == ":":
            return number, _hearer(sentence, cue, number)
        if sentence.is_finite(number) or sentence.tag(number) in {"COMMA", "STOP"}:
            break
    return start, None


def _content_end(sentence: Sentence, start: int, ceiling: int) -> int:
    """Up to where another speaker, or the writer, takes over: “…, but Y says …”."""
    for number in range(start, ceiling - 2):
        tag = sentence.tag(number)
        if (
            sentence.quoted[start]
            and tag == "COMMA"
            and not sentence.quoted[number]
            and sentence.tag(number + 1) == "ING"
        ):
            return number
        if tag == "COMMA" and sentence.low(number + 1) in _CONTRASTS and _another_speaks(sentence, number + 2, ceiling):
            return number
    return ceiling


def _another_speaks(sentence: Sentence, start: int, ceiling: int) -> bool:
    for cue in _cues(sentence, (start, min(ceiling, start + 14)), SAYING):
        source = speakers.left_of(sentence, cue, start)
        return cue == start or (source is not None and source[0] <= start + 1)
    return False


def _is_speech(sentence: Sentence, cue: int, content: Part) -> bool:
    """A clause or a quotation; a bare noun ("announced a plan") is what somebody did, not what somebody
    said.
    """
    start, end = content
    if end - start < SHORTEST_SPEECH_TOKENS:
        return False
    if any(sentence.quoted[k] and not sentence.quoted[cue] for k in range(start, min(start + 2, end))):
        return end - start > 3 and (
            sentence.lemma(cue) not in NEVER_A_CHAIN or sentence.tag(start - 1) in {"COMMA", "MARK"}
        )
    return sentence.has_finite(content) and _is_clause_of(sentence, cue, content)


def _is_clause_of(sentence: Sentence, cue: int, content: Part) -> bool:
    """Whether the words behind a cue are what it reports, with or without a "that"."""
    start = content[0]
    has_that = sentence.tag(start - 1) == "THAT"
    verb = sentence.lemma(cue)
    if verb in NEVER_A_CHAIN:
        return has_that and start == cue + 2
    if has_that or sentence.tag(start) in {"TO", "COMMA", "STOP"}:
        return has_that
    if sentence.tag(start) == "SUB":
        return verb in {"say", "add"}
    if sentence.tag(start) == "PREP":
        return _circumstance_first(sentence, content)
    return _clause_follows(sentence, content)


def _circumstance_first(sentence: Sentence, content: Part) -> bool:
    """“They estimated by 2050, demand would …”: a comma, and a clause behind it."""
    comma = next((k for k in range(content[0], min(content[1], content[0] + 8)) if sentence.tag(k) == "COMMA"), None)
    return comma is not None and _clause_follows(sentence, (comma + 1, content[1]))


def _clause_follows(sentence: Sentence, content: Part) -> bool:
    """A subject with its verb, before anything that opens a clause of another kind."""
    if sentence.tag(content[0]) == "PRON" and sentence.tag(content[0] + 1) in {"COMMA", "STOP"}:
        return False
    for number in range(*content):
        if sentence.is_finite(number):
            return number > content[0] or sentence.tag(number) != "FINITE"
        if sentence.tag(number) in {"REL", "SUB", "STOP", "THAT"}:
            return False
    return False


def _request(sentence: Sentence, part: Part) -> Frame | None:
    """“X urged Y to …”: what is asked for is no statement."""
    for cue in _cues(sentence, part, ASKING):
        if (
            sentence.tag(cue) != "FINITE"
            or sentence.quoted[cue] != sentence.quoted[part[0]]
            or _is_passive(sentence, cue, part[0])
        ):
            continue
        source = speakers.left_of(sentence, cue, part[0])
        behind = cue + 2 if sentence.low(cue + 1) in {"on", "upon"} else cue + 1
        to = speakers.right_of(sentence, behind, part[1])
        start = to[1] if to else cue + 1
        while sentence.tag(start) in {"NEG", "ADV"}:
            start += 1
        if source is not None and to is not None and sentence.tag(start) == "TO":
            if _is_the_writer(sentence, source):
                source = None
            return Frame((cue, cue + 1), source, to, ((start, part[1]),), (), asks=True)
    return None


def _hearsay(sentence: Sentence, part: Part) -> Frame | None:
    """“reportedly”: somebody says so, and the article does not name anybody."""
    for number in range(*part):
        if sentence.low(number) in HEARSAY:
            start = _clause_start(sentence, number, part[0])
            rest = sentence.trimmed((part[0], start))
            halves = ((start, number), (number + 1, part[1]))
            content = tuple(half for half in halves if half[1] > half[0])
            return Frame((number, number + 1), None, None, content, (rest,) if rest[1] - rest[0] > 2 else ())
    return None


def _clause_start(sentence: Sentence, number: int, floor: int) -> int:
    for back in range(number - 1, floor, -1):
        if sentence.tag(back) == "COMMA" and sentence.low(back + 1) in {"and", "but", "while"}:
            return back + 2
    return floor
