"""What the forms of all verbs have in common."""

from typing import Any

from django import forms

from factcheck.models import Claim
from factcheck.models.choices import Verb
from factcheck.workflow.errors import Invalid

from .hidden import key_field, seen_field
from .keeping import Kept


class VerbForm(forms.Form):
    """Nothing but the press of a button. `keep`: where its words are kept while they are typed."""

    keep: Kept | None = None

    def __init__(self, data: Any = None, *, claim: Claim, verb: Verb, **options: Any) -> None:
        self.claim = claim
        self.verb = verb
        super().__init__(data, auto_id=f"{verb}-%s", **options)

    def arguments(self) -> dict[str, Any]:
        """What the verb is called with."""
        return self.cleaned_data

    def written(self) -> list[tuple[str, str]]:
        """What the person wrote and chose, field by field, to be kept in sight where the verb did not happen."""
        shown = [(str(field.label), _words(field)) for field in self.visible_fields()]
        return [(label, words) for label, words in shown if words]


class SeenForm(VerbForm):
    seen = seen_field()


class KeyForm(VerbForm):
    key = key_field()


def say(form: forms.BaseForm, invalid: Invalid) -> None:
    """Each sentence beside its field; that of no field above the form."""
    for name, sentence in invalid.fields.items():
        form.add_error(name or None, sentence)


def _words(field: forms.BoundField) -> str:
    value = field.value()
    choices = {str(key): str(label) for key, label in getattr(field.field, "choices", [])}
    return choices.get(str(value), str(value)) if value else ""
