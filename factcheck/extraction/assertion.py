"""A statement with what the checks ask about it."""

from dataclasses import dataclass
from functools import cached_property

from factcheck.extraction.propositions.clauses import Numbers, first_finite
from factcheck.extraction.records import Link, PassageKind
from factcheck.extraction.sentence import Sentence
from factcheck.extraction.signals.words import Judgement


@dataclass(frozen=True)
class Assertion:
    """``text`` is the statement's wording, ``numbers`` its tokens in the sentence, ``chain`` who says so.

    ``kind`` is the passage's; ``is_quoted`` says that it stands in quotation marks, ``asks`` that it is a request;
    ``judgement`` is what the words of the sentence sound like, where the text is no news; ``is_plain`` says that
    nothing in the text marks a speaker either.
    """

    text: str
    sentence: Sentence
    numbers: Numbers
    chain: tuple[Link, ...]
    kind: PassageKind
    is_quoted: bool = False
    asks: bool = False
    judgement: Judgement | None = None
    is_plain: bool = False

    @cached_property
    def low(self) -> str:
        """The wording in lower case, with straight apostrophes."""
        return self.text.lower().replace("’", "'")

    @cached_property
    def verb(self) -> int | None:
        """The place in ``numbers`` of the verb that carries the statement."""
        return first_finite(self.sentence, self.numbers)

    @cached_property
    def verb_low(self) -> str:
        """That verb in lower case, with a straight apostrophe; empty where there is none."""
        return self.sentence.low(self.numbers[self.verb]).replace("’", "'") if self.verb is not None else ""

    @cached_property
    def subject_low(self) -> str:
        """The word right before that verb, in lower case."""
        return self.sentence.low(self.numbers[self.verb - 1]) if self.verb else ""

    @cached_property
    def behind_verb(self) -> str:
        """What follows that verb, in lower case."""
        if self.verb is None:
            return ""
        words = (self.sentence.low(number) for number in self.numbers[self.verb + 1 :])
        return " ".join(words).replace("’", "'")
