"""What is said by nobody in particular: “reportedly”, “it is said that P”, “the jury was told that P”."""

from factcheck.extraction.attribution.circumstances import past_hearer
from factcheck.extraction.attribution.frames import Frame, cues, is_passive
from factcheck.extraction.attribution.speech import clause_follows
from factcheck.extraction.attribution.subjects import named_by
from factcheck.extraction.lexicon.cues import HEARSAY, IMPERSONAL, TOLD
from factcheck.extraction.sentence import Part, Sentence

_SUBJECTS = ("nsubj:pass", "nsubj", "expl")
_NOT_TOLD = frozenset({"MD", "NEG", "TO"})
_OPENS_CLAUSE = frozenset({"DET", "POSS", "NAME", "NOUN", "PRON", "NUM"})
_OPENS_RELATIVE = frozenset({"who", "which"})


def hearsay(sentence: Sentence, part: Part) -> Frame | None:
    """“reportedly”: somebody says so, and the article does not name anybody."""
    for number in range(*part):
        if sentence.low(number) in HEARSAY:
            return _in_relative_clause(sentence, part, number) or _in_clause(sentence, part, number)
    return None


def _in_clause(sentence: Sentence, part: Part, number: int) -> Frame | None:
    start = _clause_start(sentence, number, part[0])
    rest = sentence.trimmed((part[0], start))
    halves = ((start, number), (number + 1, part[1]))
    content = tuple(half for half in halves if half[1] > half[0])
    return (
        Frame((number, number + 1), None, None, content, (rest,) if rest[1] - rest[0] > 2 else ()) if content else None
    )


def _in_relative_clause(sentence: Sentence, part: Part, number: int) -> Frame | None:
    """“The driver, who allegedly drank, fled”: nobody doubts that he fled."""
    opening = number - 1
    if sentence.low(opening) not in _OPENS_RELATIVE or sentence.tag(opening - 1) != "COMMA" or opening - 1 <= part[0]:
        return None
    end = next((k for k in range(number, part[1]) if sentence.tag(k) == "COMMA"), part[1])
    noun = named_by(sentence, sentence.parse.heads[sentence.parse.heads[number]])
    if not part[0] <= noun[0] < noun[1] <= opening:
        return None
    beside = tuple(side for side in ((part[0], opening - 1), (end + 1, part[1])) if side[1] > side[0])
    return Frame((number, number + 1), None, None, (noun, (number + 1, end)), aside=beside)


def _clause_start(sentence: Sentence, number: int, floor: int) -> int:
    for back in range(number - 1, floor, -1):
        if sentence.tag(back) == "COMMA" and sentence.low(back + 1) in {"and", "but", "while"}:
            return back + 2
    return floor


def told(sentence: Sentence, part: Part) -> Frame | None:
    """“It is said that P”, “The jury was told (by X) that P”: who says so is not named, unless behind “by”."""
    for cue in cues(sentence, part, IMPERSONAL | TOLD):
        if not is_passive(sentence, cue, part[0]) or sentence.quoted[cue] != sentence.quoted[part[0]]:
            continue
        subject = next((n for n in sentence.parse.children(cue, *_SUBJECTS) if part[0] <= n < cue), None)
        if subject is None or any(sentence.tag(k) in _NOT_TOLD for k in range(subject, cue)):
            continue
        hearer = named_by(sentence, subject)
        is_impersonal = sentence.low(subject) == "it" and sentence.lemma(cue) in IMPERSONAL
        if not is_impersonal and (sentence.lemma(cue) not in TOLD or not _opens(sentence, part, hearer)):
            continue
        return _said_to(sentence, part, cue, None if is_impersonal else hearer)
    return None


def _opens(sentence: Sentence, part: Part, hearer: Part) -> bool:
    """Whether nothing but a time or a place stands before who is told."""
    before = (part[0], hearer[0])
    return before[0] == before[1] or (sentence.tag(before[1] - 1) == "COMMA" and not sentence.has_finite(before))


def _said_to(sentence: Sentence, part: Part, cue: int, hearer: Part | None) -> Frame | None:
    agent = next(iter(sentence.parse.children(cue, "obl:agent")), None)
    source = named_by(sentence, agent) if agent is not None else None
    behind = source[1] if source else cue + 1
    start = past_hearer(sentence, behind, part[1]) or behind
    has_that = sentence.tag(start) == "THAT"
    content = (start + 1, part[1]) if has_that else (start, part[1])
    is_clause = has_that or (hearer is not None and sentence.tag(start) in _OPENS_CLAUSE)
    if not is_clause or not clause_follows(sentence, content):
        return None
    return Frame((cue, cue + 1), source, hearer, (content,))
