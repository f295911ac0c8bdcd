"""Words and what kind of word each one is, as far as English can be told without a trained parser.

Rules decide by the word's form and its neighbours. A parser can take this module's place as long as it fills
`Token`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extraction.lexicon import forms
from factcheck.extraction.lexicon import grammar as g
from factcheck.extraction.lexicon.cues import SAYING
from factcheck.extraction.wordforms import tag_by_form
from factcheck.text.spans import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:(?-i:[A-Z])|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Rev|Hon|St|Jr|Sr|Inc|Co|"
    r"Corp|Ltd|Mt|No|vs)\."
    r"(?= [^\W_]|,)"
    r"|[$£€¥]?\d+(?:[.,:/-]\d+)*(?:%|st\b|nd\b|rd\b|th\b|s\b|[a-z]{1,2}\b)?"
    r"|(?:al|el|o)[-’'][^\W\d_][\w’'-]*"
    r"|[^\W_]+(?:[-.&][^\W_]+)*(?:[’'](?!s\b|re\b|ve\b|ll\b|m\b|d\b)[^\W_]+(?:-[^\W_]+)*)*"
    r"|[’'](?:s|re|ve|ll|m|d)\b"
    r"|\.{3}|…|--|''"
    r"|\S",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word or mark: where it stands, as written, in lower case, and its tag.

    Tags: NAME NOUN PRON DET POSS NUM ADJ ADV PREP CC SUB REL TO MD BE HAVE DO NEG FINITE BASE ING PART GEN
    (’s) COMMA STOP MARK QUOTE OPEN CLOSE.
    """

    start: int
    end: int
    word: str
    low: str
    tag: str

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)


def tagged(text: str, within: Span) -> list[Token]:
    """The words and marks of a stretch, in order, each with its tag."""
    raw = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, within.start, within.end)]
    raw = _stops_apart(raw)
    tokens = [
        Token(start, end, word, word.lower(), tag_by_form(word, is_first=number == 0))
        for number, (start, end, word) in enumerate(raw)
    ]
    return _Reader(tokens).read()


def _stops_apart(raw: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The full stop behind "U.S." at the very end is the sentence's own."""
    if raw and len(raw[-1][2]) > 2 and raw[-1][2].endswith(".") and raw[-1][2] != "...":
        start, end, word = raw[-1]
        return [*raw[:-1], (start, end - 1, word[:-1]), (end - 1, end, ".")]
    return raw


_NOUN_LEADS = frozenset({"DET", "POSS", "ADJ", "PREP", "GEN"})
_OBJECT_STARTS = frozenset(
    {"DET", "POSS", "PRON", "TO", "THAT", "REL", "NUM", "NAME", "ADJ", "ADV", "SUB", "QUOTE", "NEG"}
)
_NOMINAL_LEADS = frozenset({"DET", "POSS", "GEN", "ADJ"})
_SUBJECT_ENDS = frozenset({"NOUN", "NAME", "CLOSE", "COMMA", "THAT", "NUM"})
_SKIPPED = frozenset({"ADV", "NEG", "QUOTE"})
_NOMINAL_STARTS = frozenset({"DET", "POSS", "NAME", "NOUN", "NUM"})
_CLAUSE_STARTS = frozenset({"SUB", "REL", "THAT", "CC", "MARK", "STOP", "OPEN", "CLOSE"})


class _Reader:
    """Settles, from left to right, the words whose form leaves it open whether they are verbs."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.has_finite = False
        self.comma_since = False

    def read(self) -> list[Token]:
        for number, token in enumerate(self.tokens):
            tag = token.tag
            if tag == "VERB?":
                tag = self._verb(number, token)
            elif tag == "ING" and self._before(number) in {"DET", "POSS", "GEN", "ADJ"}:
                tag = "NOUN"
            elif tag == "GEN" and self._is_contracted(number):
                tag = "BE"
            elif tag == "THAT":
                tag = self._that(number)
            if tag != token.tag:
                self.tokens[number] = token._replace(tag=tag)
            self._keep_count(number, tag, token)
        return self.tokens

    def _keep_count(self, number: int, tag: str, token: Token) -> None:
        """Remembers whether the clause has its verb; a verb of saying opens a clause without a word of its
        own.
        """
        if tag == "COMMA":
            self.comma_since = True
        elif tag in _CLAUSE_STARTS or (tag == "FINITE" and forms.lemma(token.low) in SAYING):
            self.has_finite = False
        elif (
            (tag == "ING" and number and self.tokens[number - 1].tag == "SUB")
            or tag in {"FINITE", "MD", "DO"}
            or (tag in {"BE", "HAVE"} and token.low not in g.NOT_FINITE)
        ):
            self.has_finite, self.comma_since = True, False

    def _before(self, number: int) -> str:
        """The tag of the word before, over adverbs and marks of quotation."""
        number -= 1
        while number >= 0 and self.tokens[number].tag in _SKIPPED:
            number -= 1
        return self.tokens[number].tag if number >= 0 else ""

    def _after(self, number: int) -> Token | None:
        return self.tokens[number + 1] if number + 1 < len(self.tokens) else None

    def _is_contracted(self, number: int) -> bool:
        """Whether it is "it’s late" and not "the minister’s house": a pronoun, "that" or "there" stands
        before.
        """
        before = self.tokens[number - 1] if number else None
        return before is not None and (before.tag in {"PRON", "REL", "THAT", "DET"} and before.low != "one")

    def _that(self, number: int) -> str:
        """A determiner before a noun behind a preposition or at the start, else a conjunction or a
        pronoun.
        """
        before = self._before(number)
        after = self._after(number)
        if number and self.tokens[number - 1].low == "out":  # “pointed out that”
            return "THAT"
        if before in {"PREP", "TO", ""} and after is not None and after.tag in {"NOUN", "ADJ", "VERB?"}:
            return "DET"
        if after is not None and (after.tag in {"BE", "MD", "GEN"}) and before in {"", "CC", "COMMA", "STOP", "QUOTE"}:
            return "PRON"
        return "THAT"

    def _verb(self, number: int, token: Token) -> str:
        possible = forms.FORMS.get(token.low) or frozenset({"PAST", "PART"})
        before = self._before(number)
        helped = self._behind_helper(possible, before)
        if helped:
            return helped
        if "ING" in possible:
            return "NOUN" if before in _NOMINAL_LEADS else "ING"
        if before in {"PRON", "REL"} and possible & {"PAST", "S", "BASE"}:
            return "FINITE"
        if "PAST" in possible or "PART" in possible:
            return self._past(number, possible, before)
        return self._present(number, token, possible, before)

    def _behind_helper(self, possible: frozenset[str], before: str) -> str | None:
        """What a form is behind "will", "to", "was" or "has", if such a word stands before it."""
        if before in {"MD", "DO", "TO"} and "BASE" in possible:
            return "BASE"
        if before == "HAVE" and "PART" in possible:
            return "PART"
        return self._behind_be(possible) if before == "BE" else None

    @staticmethod
    def _behind_be(possible: frozenset[str]) -> str:
        if "PART" in possible:
            return "PART"
        if "ING" in possible:
            return "ING"
        return "FINITE" if "PAST" in possible else "NOUN"

    def _past(self, number: int, possible: frozenset[str], before: str) -> str:
        after = self._after(number)
        if before in _NOUN_LEADS and "PAST" in possible:
            return "ADJ" if possible & {"PART", "BASE"} else "FINITE"
        if not possible >= {"PAST", "PART"}:
            return "FINITE" if "PAST" in possible else "PART"
        return self._past_or_participle(after.low if after else "", after.tag if after else "", before)

    def _past_or_participle(self, next_low: str, next_tag: str, before: str) -> str:
        """Of "the base used by them" and "they used the base": one form, two readings."""
        if next_low == "by":
            return "PART"
        if before == "COMMA" and (self.has_finite or next_tag in {"PREP", "TO"}):
            return "FINITE" if next_tag in _NOMINAL_STARTS else "PART"
        if before == "NUM" and next_tag == "NOUN":
            return "ADJ"
        return "PART" if self.has_finite and not self.comma_since else "FINITE"

    def _present(self, number: int, token: Token, possible: frozenset[str], before: str) -> str:
        is_sure = token.low in forms.SURE
        if before in _NOUN_LEADS or (before == "NUM" and not is_sure):
            return "NOUN"
        if before in {"COMMA", "CC"} and is_sure and "S" in possible:
            return "FINITE"
        if before not in _SUBJECT_ENDS:
            return "BASE" if before in {"CC", ""} and is_sure and "BASE" in possible else "NOUN"
        if is_sure and forms.lemma(token.low) in SAYING and self._leads_on(number, token) and not self.has_finite:
            return "FINITE"
        is_third = is_sure and "S" in possible and before in {"NOUN", "NAME"}
        if self.has_finite and (self.comma_since or not is_third):
            return "NOUN"
        return "FINITE" if self._agrees(number, possible) and (is_sure or self._leads_on(number, token)) else "NOUN"

    def _leads_on(self, number: int, token: Token) -> bool:
        """Whether what follows can be the object of a verb."""
        after = self._after(number)
        return after is not None and (after.tag in _OBJECT_STARTS or self._is_cue(number, token, after))

    def _is_cue(self, number: int, token: Token, after: Token) -> bool:
        """A verb of saying that leads on to what is said: a noun's clause, or a quotation behind a comma."""
        if forms.lemma(token.low) not in SAYING:
            return False
        quotes_next = number + 2 < len(self.tokens) and self.tokens[number + 2].tag == "QUOTE"
        return after.tag in {"NOUN", "ADJ"} or (after.tag == "COMMA" and quotes_next)

    def _agrees(self, number: int, possible: frozenset[str]) -> bool:
        """In "the minister denies" and "ministers deny" one of the two words carries the s."""
        subject = self.tokens[number - 1]
        ends_in_s = subject.low.endswith("s") and not subject.low.endswith(("ss", "us", "is"))
        plural = ends_in_s or subject.low in forms.PLURALS
        if subject.tag in {"COMMA", "CLOSE", "THAT", "ADV"}:
            return True
        if subject.tag == "NAME":
            return "S" in possible or plural
        return plural if "BASE" in possible else "S" in possible and not plural


def cut(tokens: Sequence[Token], text: str) -> str:
    """The words of some neighbouring tokens as written, on one line."""
    return " ".join(text[tokens[0].start : tokens[-1].end].split()) if tokens else ""
