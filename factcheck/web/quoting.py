"""Fields in which words of a draft are quoted, one stretch a line, and found again in its text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from factcheck.models import Draft
from factcheck.text.finding import occurrences
from factcheck.text.spans import Span

CONTEXT = 60
MOST_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places where the words stand, with what stands around them."""

    start: int
    before: str
    words: str
    after: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Words that stand in several places; the radio buttons `name` ask which is meant."""

    name: str
    words: str
    places: list[Place]


class QuotingForm(forms.Form):
    """Its fields of quoted words are read by `spans_of`, in `clean`.

    `draft` is the text they have to stand in; where they do so more than once, the one place inside the first of `near`
    that holds exactly one is meant, or else the person is asked (`choices`).
    """

    draft: Draft
    near: Sequence[Sequence[Span]] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.choices: list[Choice] = []

    def spans_of(self, name: str) -> list[Span]:
        """Where the stretches of the field stand; what is wrong with them is added to the form's errors."""
        lines = [line for line in self.cleaned_data.get(name, "").splitlines() if line.strip()]
        found = [self._place(name, f"{name}_at_{place}", line) for place, line in enumerate(lines)]
        return [span for span in found if span]

    def _place(self, name: str, key: str, words: str) -> Span | None:
        found = occurrences(self.draft.text, words)
        if not found:
            self.add_error(name, f"“{words}” is not in the text. Copy the words exactly as they stand there.")
            return None
        told = next((span for span in found if str(span.start) == self.data.get(key)), None)
        span = told or _only(found) or self._nearest(found)
        if len(found) > 1 and (told or span is None):
            self.choices.append(Choice(key, words, [self._around(one, one == span) for one in found[:MOST_OFFERED]]))
        if span is None:
            self.add_error(name, f"“{words}” stands in the text {len(found)} times. Choose which place is meant.")
        return span

    def _nearest(self, found: list[Span]) -> Span | None:
        rings = (_only([one for one in found if any(one.touches(near) for near in ring)]) for ring in self.near)
        return next((span for span in rings if span), None)

    def _around(self, span: Span, chosen: bool) -> Place:
        text = self.draft.text
        before = text[max(0, span.start - CONTEXT) : span.start]
        return Place(span.start, before, span.of(text), text[span.end : span.end + CONTEXT], chosen)


def stretches(draft: Draft, spans: Iterable[Span]) -> str:
    """The words of the spans as the field shows them: one stretch a line."""
    return "\n".join(" ".join(span.of(draft.text).split()) for span in spans)


def words_field(label: str = "Words in the text", **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Copy the words of the text that the claim stands on."},
        **options,
    )


def _only(found: Sequence[Span]) -> Span | None:
    return found[0] if len(found) == 1 else None
