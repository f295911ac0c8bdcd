"""What the verbs that shape and describe a claim are sent, in a panel of their own in the card's place."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from factcheck.models import Claim, Draft, User
from factcheck.models.choices import ClaimKind, Priority, Verb
from factcheck.text.identifiers import number
from factcheck.text.spans import Span
from factcheck.workflow import permissions
from factcheck.workflow.attribution import Saying
from factcheck.workflow.describing import MOST_LINKS
from factcheck.workflow.shaping import LONGEST_WORDING, Part

from .quoting import QuotingForm, stretches, words_field
from .verb_form import SeenForm

MOST_PARTS = 4
ONE_A_LINE = "Exactly as they stand there, one stretch a line."
STANDS_ALONE = "One sentence that can be read, and checked, on its own."


def wording_field(**options: Any) -> forms.CharField:
    return forms.CharField(
        label=options.pop("label", "Wording"),
        max_length=LONGEST_WORDING,
        widget=forms.Textarea(attrs={"rows": 2, **options.pop("attrs", {})}),
        error_messages={"required": "Say in one sentence what is claimed."},
        **options,
    )


class PanelForm(SeenForm):
    """A form that takes the card's place; `panel` names the template of its fields, empty: one after the other."""

    panel: ClassVar[str] = "claims/_fields.html"
    told: ClassVar[str] = ""  # what it does, in a sentence under its title
    press: ClassVar[str] = "Save"  # what its button says

    @property
    def url_name(self) -> str:
        return f"claim-{self.verb}"


class ShapingForm(PanelForm, QuotingForm):
    """Quotes words of the claim's draft; those of the claim itself, and then of its line, are meant first."""

    def __init__(self, data: Any = None, *, claim: Claim, verb: Verb, **options: Any) -> None:
        self.draft: Draft = claim.draft
        own = [Span(*span) for span in claim.spans]
        self.near = [own, [Span(claim.passage.start, claim.passage.end)]]
        initial = {"seen": claim.version, **self.as_it_is(claim), **(options.pop("initial", None) or {})}
        super().__init__(data, claim=claim, verb=verb, initial=initial, **options)

    def as_it_is(self, claim: Claim) -> dict[str, Any]:
        return {"text": claim.text, "words": stretches(claim.draft, self.near[0])}


class EditForm(ShapingForm):
    panel = "claims/_edit.html"

    text = wording_field(help_text=STANDS_ALONE, attrs={"data-focus-after-swap": "now"})
    words = words_field(help_text=f"{ONE_A_LINE} Add a line, or take one away.")

    def clean(self) -> dict[str, Any]:
        self.spans = self.spans_of("words")
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["seen"], "text": self.cleaned_data["text"], "spans": self.spans}


class SplitForm(ShapingForm):
    """`text_1` and `words_1` and so on: what is left empty makes no part."""

    panel = "claims/_split.html"
    press = "Split"
    told = "The first part stays this claim. Each other part becomes a new claim, said by the same people."

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for place in range(1, MOST_PARTS + 1):
            attrs = {"data-focus-after-swap": "now"} if place == 1 else {}
            self.fields[f"text_{place}"] = wording_field(required=False, attrs=attrs)
            self.fields[f"words_{place}"] = words_field(required=False, help_text=ONE_A_LINE)

    def as_it_is(self, claim: Claim) -> dict[str, Any]:
        return {"text_1": claim.text, "words_1": stretches(claim.draft, self.near[0])}

    @property
    def pairs(self) -> list[tuple[int, forms.BoundField, forms.BoundField]]:
        return [(place, self[f"text_{place}"], self[f"words_{place}"]) for place in range(1, MOST_PARTS + 1)]

    def clean(self) -> dict[str, Any]:
        self.parts = [part for place in range(1, MOST_PARTS + 1) if (part := self._part(place))]
        return self.cleaned_data

    def _part(self, place: int) -> Part | None:
        text, words = (self.cleaned_data.get(f"{name}_{place}", "").strip() for name in ("text", "words"))
        if not text and not words:
            return None
        if not text:
            self.add_error(f"text_{place}", "Say in one sentence what this part claims.")
        if not words:
            self.add_error(f"words_{place}", "Copy the words of the text that this part stands on.")
        return Part(text, self.spans_of(f"words_{place}"))

    def arguments(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["seen"], "parts": self.parts}


class Others(forms.MultipleChoiceField):
    """Claims, each with the version that the page was showing: `17:3`. Which of them can be is the verb's business."""

    def valid_value(self, value: Any) -> bool:
        return re.fullmatch(r"[0-9]{1,15}:[0-9]{1,9}", str(value)) is not None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that another can take in."""

    claim: Claim
    overlaps: bool
    value: str  # as the form names it
    chosen: bool


class MergeForm(PanelForm):
    panel = "claims/_merge.html"
    press = "Merge"
    told = "This claim takes in others: their words, copies of their evidence. They are dismissed as merged into it."

    others = Others(
        widget=forms.CheckboxSelectMultiple,
        label="Other claims",
        error_messages=dict.fromkeys(["required", "invalid_choice"], "Choose at least one other claim."),
    )
    text = wording_field(label="Wording of the merged claim", help_text=STANDS_ALONE)

    def __init__(self, *args: Any, claim: Claim, **options: Any) -> None:
        super().__init__(*args, claim=claim, **options)
        self.initial.setdefault("text", claim.text)

    def arguments(self) -> dict[str, Any]:
        pairs = [value.split(":") for value in self.cleaned_data["others"]]
        others = {int(pk): int(version) for pk, version in pairs}
        return {"seen": self.cleaned_data["seen"], "text": self.cleaned_data["text"], "others": others}

    def candidates(self, user: User) -> list[Candidate]:
        """The claims that it can take in, nearest first."""
        claims = self.claim.draft.claims.exclude(pk=self.claim.pk).select_related("assignee").order_by("start", "pk")
        free = [claim for claim in claims if not permissions.refusal(user, claim, Verb.MERGE)]
        own = Span(self.claim.start, self.claim.end)
        free.sort(key=lambda claim: max(0, claim.start - own.end, own.start - claim.end))
        return [_candidate(claim, own, self["others"].value() or []) for claim in free]

    def preview(self) -> list[tuple[int, str]]:
        """The number and the words of each claim that is chosen, in the order of the text."""
        chosen = (number(value.split(":")[0]) for value in self["others"].value() or [])
        known = [self.claim.pk, *(pk for pk in chosen if pk is not None)]
        return [(one.number, one.quote) for one in self.claim.draft.claims.filter(pk__in=known).order_by("start")]


class ChangeKindForm(PanelForm):
    kind = forms.ChoiceField(choices=ClaimKind, widget=forms.RadioSelect, error_messages={"required": "Choose a kind."})

    def __init__(self, *args: Any, claim: Claim, **options: Any) -> None:
        super().__init__(*args, claim=claim, **options)
        self.initial.setdefault("kind", claim.kind)

    def arguments(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["seen"], "kind": ClaimKind(self.cleaned_data["kind"])}


class PrioritiseForm(PanelForm):
    told = "The queue begins with what is most urgent."

    priority = forms.TypedChoiceField(
        choices=Priority, coerce=int, widget=forms.RadioSelect, error_messages={"required": "Choose a priority."}
    )

    def __init__(self, *args: Any, claim: Claim, **options: Any) -> None:
        super().__init__(*args, claim=claim, **options)
        self.initial.setdefault("priority", claim.priority)

    def arguments(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["seen"], "priority": Priority(self.cleaned_data["priority"])}


class ChainFields(forms.Form):
    """`who_1`, `role_1`, `cue_1`, `to_1` and so on, innermost first; `order_1` puts them in another order."""

    def add_links(self, links: int) -> None:
        self.links = min(links, MOST_LINKS)
        for place in range(1, self.links + 1):
            self.fields[f"who_{place}"] = _line("Who", 300)
            self.fields[f"role_{place}"] = _line("In which role", 300)
            self.fields[f"cue_{place}"] = _line("Cue, such as “told”", 100)
            self.fields[f"to_{place}"] = _line("To whom", 300)
            self.fields[f"order_{place}"] = forms.IntegerField(
                required=False, label="Place in the chain", min_value=1, max_value=MOST_LINKS, initial=place
            )

    @property
    def rows(self) -> list[tuple[int, list[forms.BoundField]]]:
        names = ["who", "role", "cue", "to", "order"]
        return [(place, [self[f"{name}_{place}"] for name in names]) for place in range(1, self.links + 1)]

    def chain(self) -> list[Saying]:
        """What was filled in, in its order; a row without any words is none."""
        sent = [(self._order(place), place, self._saying(place)) for place in range(1, self.links + 1)]
        return [saying for _, _, saying in sorted(sent, key=lambda row: row[:2]) if any(map(str.strip, _parts(saying)))]

    def _order(self, place: int) -> int:
        return self.cleaned_data.get(f"order_{place}") or place

    def _saying(self, place: int) -> Saying:
        return Saying(*(self.cleaned_data.get(f"{name}_{place}", "") for name in ("who", "role", "cue", "to")))


class CorrectChainForm(PanelForm, ChainFields):
    panel = "claims/_correct_chain.html"
    told = "The first link stands closest to the claim. A row that is emptied is taken away; all: the article says so."

    def __init__(self, *args: Any, claim: Claim, **options: Any) -> None:
        links = list(claim.links.order_by("depth"))
        stored = {
            f"{name}_{place}": getattr(link, name)
            for place, link in enumerate(links, 1)
            for name in ("who", "role", "cue", "to")
        }
        super().__init__(*args, claim=claim, **{**options, "initial": {**stored, **(options.get("initial") or {})}})
        self.add_links(len(links) + 2)
        self.fields["who_1"].widget.attrs["data-focus-after-swap"] = "now"

    def arguments(self) -> dict[str, Any]:
        return {"seen": self.cleaned_data["seen"], "chain": self.chain()}


def _candidate(claim: Claim, own: Span, chosen: Collection[str]) -> Candidate:
    value = f"{claim.pk}:{claim.version}"
    return Candidate(claim, own.touches(Span(claim.start, claim.end)), value, value in chosen)


def _line(label: str, longest: int) -> forms.CharField:
    return forms.CharField(required=False, label=label, max_length=longest)


def _parts(saying: Saying) -> tuple[str, str, str, str]:
    return saying.who, saying.role, saying.cue, saying.to
