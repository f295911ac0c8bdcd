"""What the extraction says of a text. Every span points into `Extraction.text`."""

from dataclasses import dataclass
from typing import Any, Literal

from factcheck.text.spans import Span

PassageKind = Literal["sentence", "headline", "caption", "credit", "dateline", "boilerplate", "fragment"]
Reason = Literal[
    "opinion", "prediction", "intention", "question", "instruction", "definition", "vague", "not-a-sentence"
]
ClaimKind = Literal["statistic", "quantity", "event", "state", "quotation", "comparison", "causal", "schedule"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text, and whether it holds something to check; if not, ``reason`` says why."""

    span: Span
    kind: PassageKind
    checkable: bool
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker in a chain of attribution.

    ``who`` are the words naming the speaker and ``span`` where they stand, in this sentence or another; both
    are None for a speaker the article does not name. ``role`` is the office given with a name ("the UK
    Foreign Secretary"), ``cue`` the verb or phrase ("told", "according to") and None where a quotation
    follows on, ``to`` the publication or body told.
    """

    who: str | None
    span: Span | None
    role: str | None
    cue: str | None
    cue_span: Span | None
    to: str | None

    def as_json(self) -> dict[str, Any]:
        """Field by field."""
        return {
            "who": self.who,
            "span": self.span.pair if self.span else None,
            "role": self.role,
            "cue": self.cue,
            "cue_span": self.cue_span.pair if self.cue_span else None,
            "to": self.to,
        }


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that made a claim more or less worth checking: its name, the words that set it off, its
    weight.

    The sentence for the reader stands in `signals.catalogue.SENTENCES` under the name.
    """

    name: str
    words: str
    weight: float

    def as_json(self) -> dict[str, Any]:
        """Field by field."""
        return {"name": self.name, "words": self.words, "weight": self.weight}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement to check, readable on its own.

    ``text`` is its wording, ``spans`` the characters of the article it stands on, in order; ``added`` the
    words of the article that were put in so that it reads alone; ``ambiguous`` says that a reference in it
    could not be resolved. ``passage`` is the index of its passage, ``checkworthiness`` runs from 0 to 1, and
    ``attribution`` from the innermost speaker outwards; it is empty when the article says it in its own
    voice.
    """

    text: str
    spans: tuple[Span, ...]
    passage: int
    kind: ClaimKind
    checkworthiness: float
    ambiguous: bool
    added: tuple[str, ...]
    signals: tuple[Signal, ...]
    attribution: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported statement that cannot be checked itself; that it was said, and by whom, still can."""

    passage: int
    attribution: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything said of one text.

    ``passages`` tile it: they are in order, do not overlap, carry no white space at their edges, and every
    character that is no white space belongs to exactly one. ``note`` is a sentence for the reader about the text as a
    whole, or empty.
    """

    text: str
    title: str
    version: str
    passages: tuple[Passage, ...]
    candidates: tuple[Candidate, ...]
    reported: tuple[Reported, ...]
    note: str = ""
