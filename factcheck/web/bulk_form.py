"""An act on many claims, as the queue's form sends it."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms

from factcheck.models import Desk, User
from factcheck.models.choices import Priority
from factcheck.workflow import claims
from factcheck.workflow.bulk import Deed, Wish
from factcheck.workflow.errors import Invalid

from .forms import DISMISSALS


class BulkForm(forms.Form):
    """What is missing is said by the act, which knows the rules; the form only reads."""

    deed = forms.ChoiceField(choices=Deed.choices, label="With these claims")
    to = forms.ModelChoiceField(User.objects.none(), required=False, label="Assign to", empty_label="Choose a reviewer")
    priority = forms.TypedChoiceField(
        choices=[("", "Choose a priority"), *Priority.choices], required=False, coerce=int, empty_value=None
    )
    reason = forms.ChoiceField(choices=DISMISSALS, required=False, label="Reason for dismissing")
    note = forms.CharField(required=False, label="Note", max_length=1000)

    def __init__(self, data: Mapping[str, Any] | None = None, *, desk: Desk) -> None:
        super().__init__(data, auto_id="bulk-%s")
        field = cast("forms.ModelChoiceField[User]", self.fields["to"])
        field.queryset = claims.reviewers(desk.pk)

    def wish(self) -> Wish:
        """Raises `Invalid` with the form's own sentences."""
        if not self.is_valid():
            raise Invalid({name: " ".join(map(str, errors)) for name, errors in self.errors.items()})
        sent = self.cleaned_data
        return Wish(
            deed=Deed(sent["deed"]),
            to=sent["to"],
            reason=sent["reason"],
            note=sent["note"],
            priority=Priority(sent["priority"]) if sent["priority"] else None,
        )
