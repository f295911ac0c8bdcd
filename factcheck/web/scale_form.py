"""A rating scale as it is written: its name, and a row of fields for each answer."""

from typing import Any

from django import forms
from django.forms import formset_factory

from factcheck.models import Desk, Rating, RatingScale, User
from factcheck.models.choices import Mark, Tone
from factcheck.workflow import administering, unsent
from factcheck.workflow.scales import MOST, Answer, answers

from .desk_forms import SeenDesk

EMPTY_ROWS = 2
FORM = "write-scale"  # the name under which its words are kept while they are typed


class AnswerForm(forms.Form):
    """One answer. A row of which nothing is filled in is none; neither is one whose label is taken away."""

    code = forms.SlugField(max_length=40, required=False, widget=forms.HiddenInput)
    place = forms.IntegerField(min_value=1, max_value=99, required=False, label="Place")
    label = forms.CharField(max_length=60, required=False, label="Label")
    meaning = forms.CharField(max_length=300, required=False, label="Meaning", widget=forms.Textarea(attrs={"rows": 2}))
    tone = forms.ChoiceField(choices=Tone, initial=Tone.NEUTRAL, label="Colour")
    mark = forms.ChoiceField(choices=Mark, initial=Mark.DASH, label="Sign")
    value = forms.TypedChoiceField(
        choices=[("", "None"), *((number, str(number)) for number in range(1, 6))],
        coerce=int,
        empty_value=None,
        required=False,
        label="Truth value",
    )
    needs_citation = forms.BooleanField(required=False, initial=True, label="Needs a citation")
    blocks_clearance = forms.BooleanField(required=False, label="Stands in the way of publication")

    def clean(self) -> dict[str, Any]:
        label, meaning = self.cleaned_data.get("label", ""), self.cleaned_data.get("meaning", "")
        if label and not meaning and "meaning" not in self.errors:
            self.add_error("meaning", "Say what this answer means: reviewers read it beside the label.")
        if meaning and not label and not self.cleaned_data.get("code"):
            self.add_error("label", "Give this answer a label.")
        return self.cleaned_data

    @property
    def answer(self) -> Answer | None:
        """Of a valid row; None for one that is no answer."""
        if not self.cleaned_data.get("label"):
            return None
        sent = dict(self.cleaned_data)
        del sent["place"]
        return Answer(**sent)


AnswerFormSet = formset_factory(AnswerForm, extra=EMPTY_ROWS, max_num=MOST + EMPTY_ROWS, absolute_max=MOST + EMPTY_ROWS)


class ScaleForm(SeenDesk):
    """The name, with the rows as `rows`."""

    name = forms.CharField(
        max_length=80,
        required=False,
        label="Name",
        help_text="A scale of this desk that has this name gets a new version.",
    )

    def __init__(self, data: Any = None, *, desk: Desk, base: RatingScale) -> None:
        own = base.owner_id == desk.pk
        super().__init__(
            data, desk=desk, initial={"name": base.name if own else f"{base.name}, our own"}, auto_id="scale-%s"
        )
        begun = [
            {**{name: getattr(answer, name) for name in Answer.__dataclass_fields__}, "place": place}
            for place, answer in enumerate(answers(base), 1)
        ]
        self.rows = AnswerFormSet(data, initial=begun, prefix="answer")

    def is_valid(self) -> bool:
        return super().is_valid() and self.rows.is_valid()

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned_data, "written": self.written}

    @property
    def written(self) -> list[Answer]:
        """Of a valid form: the answers, in the order of their places."""
        rows = [(row.cleaned_data.get("place") or 99, row.answer) for row in self.rows.forms if row.answer]
        return [answer for _, answer in sorted(rows, key=lambda row: row[0]) if answer]

    @property
    def preview(self) -> list[Rating]:
        """The answers as a card shows them; nothing is stored."""
        return [
            Rating(label=answer.label, meaning=answer.meaning, tone=answer.tone, mark=answer.mark)
            for answer in self.written
        ]


def kept_words(desk: Desk, base: RatingScale, user: User) -> dict[str, Any] | None:
    """What the person has written of a scale that begins with this one, and not saved; None: nothing."""
    row = unsent.of(user, None).get(FORM)
    if row is None or (row.words.get("desk"), row.words.get("base")) != (desk.slug, str(base.pk)):
        return None
    return {**row.words, "seen": str(administering.version(desk))}
