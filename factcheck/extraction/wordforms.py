"""What a word can be, by its form alone."""

from factcheck.extraction.lexicon import forms
from factcheck.extraction.lexicon import grammar as g

_QUOTES = frozenset("\"“”„«»‘’'") | {"''"}
_ENDS = frozenset(".!?…")
_CLOSED = {
    **dict.fromkeys(g.ADVERBS, "ADV"),
    **dict.fromkeys(g.ADJECTIVES, "ADJ"),
    **dict.fromkeys(g.NUMBER_WORDS, "NUM"),
    **dict.fromkeys(g.DETERMINERS, "DET"),
    **dict.fromkeys(g.OBJECT_PRONOUNS | g.SUBJECT_PRONOUNS, "PRON"),
    **dict.fromkeys(g.POSSESSIVES, "POSS"),
    **dict.fromkeys(g.PREPOSITIONS, "PREP"),
    **dict.fromkeys(g.COORDINATORS, "CC"),
    **dict.fromkeys(g.SUBORDINATORS, "SUB"),
    **dict.fromkeys(g.RELATIVES, "REL"),
    **dict.fromkeys(g.MODALS, "MD"),
    **dict.fromkeys(g.BE, "BE"),
    **dict.fromkeys(g.HAVE, "HAVE"),
    **dict.fromkeys(g.DO, "DO"),
    **dict.fromkeys(g.NEGATIONS, "NEG"),
    **dict.fromkeys(("this", "these", "those"), "DET"),
    **dict.fromkeys(("’s", "'s"), "GEN"),
    **dict.fromkeys("([", "OPEN"),
    **dict.fromkeys(")]", "CLOSE"),
    "to": "TO",
    ",": "COMMA",
    "that": "THAT",
    "there": "PRON",
}


def tag_by_form(word: str, *, is_first: bool) -> str:
    """The tag that the form alone suggests; "VERB?" and "THAT" are left to the neighbours.

    ``is_first`` says that the word opens its sentence, where a capital means nothing.
    """
    low = word.lower()
    closed = _CLOSED.get(low)
    if closed:
        return "NAME" if not is_first and _reads_as_name(word, closed) else closed
    if not word[0].isalnum():
        return _mark(word)
    if word[0].isdigit() or word[0] in "$£€¥":
        return "NUM"
    if word[0].isupper() and not (is_first and low in forms.FORMS):
        return "NAME"
    if low in forms.FORMS:
        return "VERB?"
    return _by_ending(low)


def _reads_as_name(word: str, closed: str) -> bool:
    """Whether a capital makes a name of a small word: "the IS group", "the Foreign Secretary", "on May 3"."""
    if word.isupper() and len(word) > 1:
        return word in {"US", "IS", "IT", "WHO", "UN"}
    return word[0].isupper() and (closed in {"ADJ", "NUM", "MD"} or word == "First")


def _mark(word: str) -> str:
    if word in _QUOTES:
        return "QUOTE"
    if word[0] in _ENDS:
        return "STOP"
    return "NUM" if word[0] in "$£€¥" else "MARK"


def _by_ending(low: str) -> str:
    if low.endswith("ly") and len(low) > 4:
        return "ADV"
    if low.endswith(g.ADJECTIVE_ENDINGS):
        return "ADJ"
    if low.endswith("ing") and len(low) > 5:
        return "ING"
    if low.endswith("ed") and len(low) > 4 and not low.endswith("eed"):
        return "VERB?"
    return "NOUN"
