"""The road from text to claims."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from factcheck.extraction.assertion import Assertion
from factcheck.extraction.attribution.chains import Voice, stances_beside, voices
from factcheck.extraction.attribution.quotations import is_quotation, with_speakers
from factcheck.extraction.attribution.transcripts import turns
from factcheck.extraction.checkability.reasons import question_only, reason_against
from factcheck.extraction.kinds import kind_of
from factcheck.extraction.passages.tiling import Stretch, stretches
from factcheck.extraction.propositions.decomposition import statements
from factcheck.extraction.propositions.statements import Statement, spans_of, wording
from factcheck.extraction.records import Candidate, Extraction, Passage, PassageKind, Reason, Reported
from factcheck.extraction.references.mentions import Mentions
from factcheck.extraction.register import Register, register_of
from factcheck.extraction.sentence import parse_together
from factcheck.extraction.signals.words import Judgement, judged
from factcheck.extraction.signals.worth import worth
from factcheck.extraction.version import EXTRACTOR_VERSION
from factcheck.text.cleaning import clean
from factcheck.text.wordlists import words

__all__ = ["EXTRACTOR_VERSION", "NOT_ENGLISH", "PARTLY_ENGLISH", "Progress", "extract", "spoken"]

Progress = Callable[[int, int, int], None]
"""Called with (sentences done, sentences in all, claims found)."""

LONGEST_TITLE_CHARACTERS = 200
NOT_ENGLISH = (
    "This text does not look like English: its sentences stand as claims just as they are, and nobody is named as "
    "saying them."
)
PARTLY_ENGLISH = (
    "Some sentences of this text do not look like English: they stand as claims just as they are, and who says so in "
    "them is not named."
)
_FURNITURE: frozenset[PassageKind] = frozenset({"credit", "dateline", "boilerplate", "fragment"})
_COPULAS = words("is are was were")


def extract(text: str, *, progress: Progress | None = None) -> Extraction:
    """The passages and claims of a text; the same text always gives the same.

    The text is cleaned first, which leaves cleaned text as it is; spans count the code points of `Extraction.text`.
    Each sentence in another language than English that is no question is a claim as it stands, without speakers; the
    note says so.
    Time and memory grow in step with the length.
    """
    text, found = spoken(text)
    copulas = frozenset(_COPULAS & set(text.split()))
    reader = _Reader(copulas, register=register_of(found))
    for number, (stretch, of_one) in enumerate(found):
        if progress:
            progress(number, len(found), len(reader.candidates))
        reader.read(number, stretch, of_one)
    if progress:
        progress(len(found), len(found), len(reader.candidates))
    return Extraction(
        text=text,
        title=_title(text, [stretch for stretch, _ in found]),
        version=EXTRACTOR_VERSION,
        passages=tuple(reader.passages),
        candidates=tuple(reader.candidates),
        reported=tuple(reader.reported),
        note=_note([stretch for stretch, _ in found]),
    )


def spoken(text: str) -> tuple[str, list[tuple[Stretch, list[Voice]]]]:
    """The cleaned text, and its stretches each with the voices that speak in it."""
    text = clean(text)
    found = list(stretches(text))
    parse_together(stretch.sentence for stretch in found if stretch.in_english and stretch.kind not in _FURNITURE)
    heard = [_voices(stretch) if stretch.in_english else _one_voice(stretch) for stretch in found]
    if any(stretch.in_english for stretch in found):
        heard = turns(found, with_speakers(found, heard))
    return text, list(zip(found, heard, strict=True))


def _voices(stretch: Stretch) -> list[Voice]:
    if stretch.kind in _FURNITURE:
        return []
    states = voices(stretch.sentence)
    return [*states, *stances_beside(stretch.sentence, states)]


def _one_voice(stretch: Stretch) -> list[Voice]:
    """The article's own: who speaks cannot be told in a language whose words the rules do not know."""
    return [] if stretch.kind in _FURNITURE or not len(stretch.sentence) else [Voice((stretch.sentence.whole,), ())]


def _speaker(stretch: Stretch, voice: Voice, statement: Statement) -> Voice:
    """An aside in what is reported is the writer's own, unless it stands within the quotation marks."""
    is_written = statement.is_aside and not any(stretch.sentence.quoted[number] for number in statement.numbers[:1])
    return replace(voice, chain=()) if is_written else voice


def _note(found: Sequence[Stretch]) -> str:
    said = [stretch.in_english for stretch in found if stretch.kind not in _FURNITURE]
    if all(said):
        return ""
    return PARTLY_ENGLISH if any(said) else NOT_ENGLISH


def _title(text: str, found: Sequence[Stretch]) -> str:
    """The headline, else the first sentence."""
    by_kind = {stretch.kind: stretch for stretch in reversed(found)}
    chosen = by_kind.get("headline") or by_kind.get("sentence")
    line = " ".join(chosen.span.of(text).split()) if chosen else ""
    return line if len(line) <= LONGEST_TITLE_CHARACTERS else line[: LONGEST_TITLE_CHARACTERS - 1] + "…"


@dataclass
class _Reader:
    """Gathers what each passage gives, in order, and what the article has named so far."""

    copulas: frozenset[str]
    register: Register = "news"
    passages: list[Passage] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    mentions: Mentions = field(default_factory=Mentions)

    def read(self, number: int, stretch: Stretch, of_one: Sequence[Voice]) -> None:
        """One passage: its claims, or the reason why it has none."""
        if stretch.kind in _FURNITURE:
            self.passages.append(Passage(stretch.span, stretch.kind, checkable=False, reason="not-a-sentence"))
            return
        claims_before = len(self.candidates)
        resolved = self.mentions.heard(stretch.sentence, of_one) if stretch.in_english else of_one
        quoted = is_quotation(stretch)
        judgement = self._judgement(stretch)
        against = [
            found
            for voice in resolved
            if not voice.is_stance
            for statement in self._statements(stretch, voice)
            if (
                found := self._claim(
                    number, stretch, _speaker(stretch, voice, statement), statement, judgement, is_quoted=quoted
                )
            )
        ]
        checkable = len(self.candidates) > claims_before
        reason: Reason | None = None if checkable else next(iter(against), "vague")
        self.passages.append(Passage(stretch.span, stretch.kind, checkable=checkable, reason=reason))
        claimed = {candidate.attribution for candidate in self.candidates[claims_before:]}
        heard = (voice.chain for voice in resolved if not (voice.is_stance and claimed))
        chains = dict.fromkeys(chain for chain in heard if chain and chain not in claimed)
        self.reported += [Reported(number, chain) for chain in chains]
        if stretch.in_english:
            self.mentions.read(stretch.sentence, resolved)

    def _judgement(self, stretch: Stretch) -> Judgement | None:
        """What the words of a sentence sound like; in news they are not asked."""
        return judged(stretch.sentence) if self.register != "news" and stretch.in_english else None

    def _statements(self, stretch: Stretch, voice: Voice) -> list[Statement]:
        if stretch.in_english:
            return statements(stretch.sentence, voice.parts, self.copulas)
        return [Statement(tuple(range(*stretch.sentence.whole)))]

    def _claim(
        self,
        number: int,
        stretch: Stretch,
        voice: Voice,
        statement: Statement,
        judgement: Judgement | None,
        *,
        is_quoted: bool,
    ) -> Reason | None:
        """Adds the statement as a candidate, or says why it cannot be checked."""
        sentence = stretch.sentence
        as_written = wording(sentence, statement)
        assertion = Assertion(
            as_written,
            sentence,
            statement.numbers,
            voice.chain,
            stretch.kind,
            is_quoted=is_quoted,
            asks=voice.asks,
            judgement=judgement,
            is_plain=self.register == "plain",
        )
        reason = reason_against(assertion) if stretch.in_english else question_only(assertion)
        if reason:
            return reason
        alone = self.mentions.resolved(sentence, statement, voice) if stretch.in_english else statement
        checkworthiness, signals = worth(assertion)
        self.candidates.append(
            Candidate(
                text=wording(sentence, alone),
                spans=spans_of(sentence, alone),
                passage=number,
                kind=kind_of(assertion),
                checkworthiness=checkworthiness,
                ambiguous=alone.ambiguous,
                added=tuple(added.words for added in alone.added),
                signals=signals,
                attribution=voice.chain,
            )
        )
        return None
