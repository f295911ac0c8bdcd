"""When, where and in what somebody said so, between the verb and the words: “said on Monday in Rome (that) P”."""

from factcheck.extraction.attribution.speech import clause_follows
from factcheck.extraction.lexicon.grammar import SUBJECT_PRONOUNS, TIMES
from factcheck.extraction.sentence import Sentence

LONGEST_CIRCUMSTANCES_TOKENS = 14
_BEGIN = frozenset({"PREP", "TO", "NAME", "ADV"})
_BEFORE_NOUNS = frozenset({"PREP", "TO", "CC", "DET", "POSS"})
_BEFORE_SPEECH = frozenset({"QUOTE", "THAT"})
_BREAKS = frozenset({"COMMA", "STOP", "SUB", "REL"})
_SUBJECTS = SUBJECT_PRONOUNS - {"you", "it"}
_OPENS_TIME = frozenset({"after", "before", "during", "until", "late", "early"})


def past_circumstances(sentence: Sentence, start: int, ceiling: int) -> int:
    """Where the words begin behind them; ``start`` where none stand there.

    What follows has to show where they end: "that", a quotation, a colon, or a clause behind a time.
    """
    if sentence.tag(start) == "COMMA":
        return _past_insertion(sentence, start, ceiling)
    return past_hearer(sentence, start + 1, ceiling) or start if _begins(sentence, start) else start


def _past_insertion(sentence: Sentence, start: int, ceiling: int) -> int:
    """“claimed, without evidence, that P”."""
    for number in range(start + 1, min(ceiling, start + LONGEST_CIRCUMSTANCES_TOKENS)):
        if sentence.tag(number) == "COMMA" and sentence.tag(number + 1) == "THAT":
            return number + 1
        if sentence.is_finite(number) or sentence.tag(number) in _BREAKS | _BEFORE_SPEECH:
            break
    return start


def past_hearer(sentence: Sentence, start: int, ceiling: int) -> int:
    """The same behind who is told, whose name may go on: “told the paper of record on Monday that P”; 0 for no end."""
    for number in range(start, min(ceiling, start + LONGEST_CIRCUMSTANCES_TOKENS)):
        tag = sentence.tag(number)
        if tag in _BEFORE_SPEECH or sentence.low(number) == ":":
            return number
        if tag == "COMMA" and sentence.tag(number + 1) in _BEFORE_SPEECH and not sentence.quoted[number]:
            return number + 1
        if sentence.is_finite(number) or tag in _BREAKS:
            break
        if _opens_clause(sentence, number) and clause_follows(sentence, (number, ceiling)):
            return number
    return 0


def _begins(sentence: Sentence, start: int) -> bool:
    """“in Rome”, “Monday”, “late Monday”, “this week”, “after a lunch”."""
    if sentence.tag(start) in _BEGIN or sentence.low(start) in _OPENS_TIME:
        return True
    return sentence.low(start) in TIMES or sentence.low(start + 1) in TIMES


def _opens_clause(sentence: Sentence, number: int) -> bool:
    """Whether a subject can begin there: behind a time, or a pronoun that is one, and behind no preposition."""
    if sentence.tag(number - 1) in _BEFORE_NOUNS or sentence.low(number) in TIMES:
        return False
    behind_time = sentence.low(number - 1) in TIMES and sentence.tag(number) not in {"PREP", "TO", "ADV", "GEN", "SUB"}
    return behind_time or (sentence.low(number) in _SUBJECTS and not _hangs_on_noun(sentence, number))


def _hangs_on_noun(sentence: Sentence, number: int) -> bool:
    """“statements he had made”."""
    return sentence.parse.relations[sentence.parse.heads[number]].startswith("acl")
