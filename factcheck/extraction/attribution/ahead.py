"""The speaker ahead of the words: “X said (that) P”, “X told Y P”, “as X said, P”."""

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.asides import Aside, aside_behind
from factcheck.extraction.attribution.circumstances import past_circumstances, past_hearer
from factcheck.extraction.attribution.deeds import speaker_goes_on
from factcheck.extraction.attribution.frames import (
    OPENS_CIRCUMSTANCE,
    Frame,
    cues,
    hearer,
    is_passive,
    is_the_writer,
    short_nominal,
)
from factcheck.extraction.attribution.speech import clause_follows, is_speech
from factcheck.extraction.attribution.subjects import named_by, shared_subject
from factcheck.extraction.lexicon.cues import DENYING, PLAIN, SAYING, WITH_HEARER
from factcheck.extraction.sentence import Part, Sentence

_PREDICATES = frozenset({"BE", "MD", "HAVE", "FINITE"})
_CONCEDES = frozenset({"although", "though", "while", "whereas"})
_GOING_ON = frozenset({"go", "continue", "proceed", "begin", "start"})
_TOLD = frozenset({"VBD", "VBZ", "VBP"})
_OPEN = frozenset({"if", "whether"})
"""Before these and a speaker nothing is reported: “asked if she believes P”, “if the figures show P”."""
_CONTRASTS = frozenset({"but", "while", "whereas", "although", "though", "and", "which"})


def ahead(sentence: Sentence, part: Part) -> Frame | None:
    """“X said (that) P”, “X told Y P”, “as X said, P”."""
    for cue in cues(sentence, part, SAYING):
        frame = _at(sentence, part, cue)
        if frame is not None:
            return frame
    return None


def _at(sentence: Sentence, part: Part, cue: int) -> Frame | None:
    if not _can_report(sentence, part, cue) or _is_said_aside(sentence, part, cue):
        return None
    source = _subject_of(sentence, part, cue)
    if source is None or sentence.low(source[0] - 1) in _OPEN:
        return None
    if sentence.low(source[0] - 1) == "what" and sentence.tag(cue + 1) not in _PREDICATES:
        return None
    if source[0] - 1 > part[0] and sentence.tag(cue + 1) in _PREDICATES:
        opening = sentence.low(source[0] - 1)
        if opening == "what":
            return _what_somebody_calls(sentence, part, cue, source)
        if opening in {"which", "who", "that"}:
            return _which_somebody_says(sentence, part, cue, source)
    return _reported_clause(sentence, part, cue, source)


def _can_report(sentence: Sentence, part: Part, cue: int) -> bool:
    """A verb in use that states, not denied, not passive, and not inside a quotation of the part's own voice."""
    if sentence.lemma(cue) in DENYING or (sentence.quoted[cue] and not sentence.quoted[part[0]]):
        return False
    is_verb = sentence.tag(cue) not in {"NOUN", "BASE"} or sentence.parse.tags[cue] in {"VBD", "VBZ", "VBP"}
    is_verb = (is_verb or _is_gone_on_to(sentence, cue)) and not _is_asked(sentence, cue)
    return is_verb and not _is_denied(sentence, cue, part[0]) and not is_passive(sentence, cue, part[0])


def _is_asked(sentence: Sentence, cue: int) -> bool:
    """“The clerk, asked about the figures, left”: a participle between commas, of what others did to the clerk."""
    if sentence.tag(cue - 1) != "COMMA" or sentence.lemma(cue) not in WITH_HEARER:
        return False
    comma = next((k for k in range(cue + 1, len(sentence)) if sentence.tag(k) == "COMMA"), cue)
    return not sentence.has_finite((cue + 1, comma)) and sentence.is_finite(comma + 1) and comma > cue


def _is_said_aside(sentence: Sentence, part: Part, cue: int) -> bool:
    """“Weber, who said P, recalled that Q”: Q comes first, and the aside is divided by itself."""
    parse = sentence.parse
    noun = parse.heads[cue]
    verb = parse.heads[noun]
    is_aside = parse.relations[cue] == "acl:relcl" and parse.relations[noun] == "nsubj"
    return is_aside and cue < verb < part[1] and sentence.lemma(verb) in SAYING


def _is_gone_on_to(sentence: Sentence, cue: int) -> bool:
    """“Weber went on to say”: who does this says it."""
    parse = sentence.parse
    above = parse.heads[cue]
    is_real = sentence.is_finite(above) and parse.lemmas[above] in _GOING_ON and parse.tags[above] in _TOLD
    return sentence.tag(cue - 1) == "TO" and is_real and not _is_denied(sentence, above, 0)


def _subject_of(sentence: Sentence, part: Part, cue: int) -> Part | None:
    """Who reports: the noun phrase before the cue, or before the "who" that stands there; never the speaker's "I"."""
    source = speakers.before(sentence, cue, part[0])
    if source is None and sentence.tag(cue - 1) == "REL" and cue - 1 > part[0]:
        source = speakers.left_of(sentence, cue - 1, part[0])
    if source is None:
        source = _shared(sentence, cue)
    return None if source is None or is_the_writer(sentence, source) else source


def _shared(sentence: Sentence, cue: int) -> Part | None:
    """“X left and said P”: the subject that the cue has in common with the verb before it, by the parse."""
    source = shared_subject(sentence, cue) if sentence.tag(cue) != "ING" else None
    if source is None or source[1] > cue or sentence.quoted[source[0]] != sentence.quoted[cue]:
        return None
    return source


def _reported_clause(sentence: Sentence, part: Part, cue: int, source: Part) -> Frame | None:
    start, to = content_start(sentence, cue, part[1])
    end = _content_end(sentence, start, _main_clause(sentence, source, start, part[1]))
    if not is_speech(sentence, cue, (start, end)):
        return None
    beside = aside_behind(sentence, source, cue) if source[1] < cue else Aside(source[1], ())
    before = _preamble(sentence, part, (source[0], beside.end), cue)
    is_deed = end < part[1] and speaker_goes_on(sentence, start, end)
    behind = (end, end) if is_deed else sentence.trimmed((end, part[1]))
    is_speech_too = bool(beside.parts) and _reports(sentence, beside.parts[1])
    told_of = (source[0], beside.end) if is_speech_too else (end, end)
    rest = tuple(side for side in (before, told_of, behind) if side[1] - side[0] > 2)
    aside = (source, (end + 1, part[1])) if is_deed else () if is_speech_too else beside.parts
    return Frame((cue, cue + 1), source, to, ((start, end),), rest, aside=aside)


def _reports(sentence: Sentence, part: Part) -> bool:
    found = ((cue, content_start(sentence, cue, part[1])[0]) for cue in cues(sentence, part, SAYING))
    return any(is_speech(sentence, cue, (start, part[1])) for cue, start in found)


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
    noun = rest[1] - 1
    is_noun = sentence.parse.coarse[noun] in {"NOUN", "PROPN"}
    about = named_by(sentence, noun) if is_noun else speakers.left_of(sentence, rest[1], part[0])
    return Frame((cue, cue + 1), source, None, (about, (cue + 1, part[1])), (rest,)) if about else None


def _preamble(sentence: Sentence, part: Part, source: Part, cue: int) -> Part:
    """What stands before the speaker, when it is a statement of its own (“although P, X said”); with a verb that shares
    its subject, all of it.
    """
    joint = _joint(sentence, source[1], cue)
    if joint is not None:
        return sentence.trimmed((part[0], joint))
    before = sentence.trimmed((part[0], source[0]))
    if sentence.low(before[0]) in _CONCEDES and sentence.has_finite(before):
        return before[0] + 1, before[1]
    opens_alone = sentence.tag(before[0]) not in OPENS_CIRCUMSTANCE | {"ADV"}
    if sentence.tag(before[1] - 1) in {"SUB", "REL"}:  # “…, when X said”
        before = sentence.trimmed((before[0], before[1] - 1))
    return before if opens_alone and sentence.has_finite(before) else (before[0], before[0])


def _joint(sentence: Sentence, behind: int, cue: int) -> int | None:
    """The “and” between a verb of the speaker and the cue: “X left and then said P”."""
    if not sentence.has_finite((behind, cue)):
        return None
    return next((k for k in range(cue - 1, behind, -1) if sentence.tag(k) == "CC"), None)


def _is_denied(sentence: Sentence, cue: int, floor: int) -> bool:
    """Who has not said something has said nothing."""
    return any(
        sentence.tag(k) == "NEG" or sentence.low(k).endswith(("n’t", "n't")) for k in range(max(floor, cue - 3), cue)
    )


def content_start(sentence: Sentence, cue: int, ceiling: int) -> tuple[int, Part | None]:
    """Where what is said begins behind the cue, and who is told."""
    start, to = cue + 1, None
    if sentence.lemma(cue) in WITH_HEARER and sentence.tag(start) not in {"THAT", "QUOTE", "COMMA"}:
        to = short_nominal(sentence, start, ceiling)
        if to is not None:
            start = past_hearer(sentence, to[1], ceiling) or to[1]
    else:
        start, to = _over_circumstances(sentence, cue, start, ceiling)
    while start < ceiling and (sentence.tag(start) in {"COMMA", "MARK", "THAT"} or sentence.low(start) == ":"):
        start += 1
    return start, to


def _over_circumstances(sentence: Sentence, cue: int, start: int, ceiling: int) -> tuple[int, Part | None]:
    """Past "on Tuesday" or "in an interview with the paper", and who is told there."""
    behind = past_circumstances(sentence, start, ceiling)
    return behind, hearer(sentence, cue, behind) if behind > start else None


def _content_end(sentence: Sentence, start: int, ceiling: int) -> int:
    """Up to where another speaker, or the writer, takes over: “…, but Y says …”."""
    for number in range(start, ceiling - 2):
        tag = sentence.tag(number)
        if speaker_goes_on(sentence, start, number) and sentence.quoted[start] == sentence.quoted[number]:
            return number
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


def _main_clause(sentence: Sentence, source: Part, start: int, ceiling: int) -> int:
    """The comma at which a clause of saying that hangs on another ends: “while X says P, Q”, “with X saying P, Q”."""
    if sentence.tag(start - 1) == "COMMA" or not _hangs_on(sentence, source[0] - 1):
        return ceiling
    commas = (number for number in range(start, ceiling) if sentence.tag(number) == "COMMA")
    return next((number for number in commas if clause_follows(sentence, (number + 1, ceiling))), ceiling)


def _hangs_on(sentence: Sentence, number: int) -> bool:
    return sentence.tag(number) == "SUB" or sentence.low(number) in {"as", "with", "if"}


def _another_speaks(sentence: Sentence, start: int, ceiling: int) -> bool:
    for cue in cues(sentence, (start, min(ceiling, start + 14)), SAYING):
        source = speakers.left_of(sentence, cue, start)
        return (cue == start and sentence.lemma(cue) in PLAIN) or (source is not None and source[0] <= start + 1)
    return False
