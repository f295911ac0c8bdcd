"""What a desk admin is asked for: who is on the desk, and its rules."""

from typing import Any, cast

from django import forms

from factcheck.models import Desk, RatingScale
from factcheck.models.choices import Priority, Role
from factcheck.workflow import administering, scales

from .hidden import STALE

NUMBERS = [(0, "Nobody"), (1, "One colleague"), (2, "Two colleagues")]


class DeskForm(forms.Form):
    def arguments(self) -> dict[str, Any]:
        """What the verb is called with."""
        return self.cleaned_data

    def renew(self) -> None:
        """The desk has changed since: what was written stays, and can be sent again."""


class SeenDesk(DeskForm):
    """Compared with the version of the desk that the page was showing."""

    seen = forms.IntegerField(widget=forms.HiddenInput, error_messages=STALE)

    def __init__(self, data: Any = None, *, desk: Desk, **options: Any) -> None:
        self.desk = desk
        options["initial"] = {"seen": administering.version(desk), **options.get("initial", {})}
        super().__init__(data, **options)

    def renew(self) -> None:
        self.data = {**self.data, "seen": str(administering.version(self.desk))}


class AddMemberForm(DeskForm):
    username = forms.CharField(
        max_length=150,
        label="User name",
        error_messages={"required": "Say whom: their user name."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    role = forms.TypedChoiceField(choices=Role, coerce=int, initial=Role.REVIEWER)


class RoleForm(DeskForm):
    role = forms.TypedChoiceField(choices=Role, coerce=int, error_messages={"required": "Choose a role."})
    hand_back = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def ask_again(self) -> None:
        """Whoever presses once more has read what becomes of the claims."""
        if "hand_back" in self.errors:
            self.data = {**self.data, "hand_back": "yes"}


class RulesForm(SeenDesk):
    low = forms.TypedChoiceField(choices=NUMBERS, coerce=int, label="Low priority")
    normal = forms.TypedChoiceField(choices=NUMBERS, coerce=int, label="Normal priority")
    high = forms.TypedChoiceField(choices=NUMBERS, coerce=int, label="High priority")
    blind_from = forms.TypedChoiceField(
        choices=[
            ("", "Never"),
            (Priority.HIGH.value, "Claims of high priority"),
            (Priority.NORMAL.value, "Claims of normal and high priority"),
            (Priority.LOW.value, "All claims"),
        ],
        coerce=int,
        empty_value=None,
        required=False,
        label="Judged twice, blind",
        help_text="A second reviewer judges before the first verdict is shown. It counts as a signature if both agree.",
    )

    def __init__(self, data: Any = None, *, desk: Desk, **options: Any) -> None:
        signed = [desk.sign_offs_low, desk.sign_offs, desk.sign_offs_high]
        numbers = [desk.sign_offs if number is None else number for number in signed]
        initial = dict(zip(["low", "normal", "high"], numbers, strict=True)) | {"blind_from": desk.blind_from}
        super().__init__(data, desk=desk, initial=initial, auto_id="rules-%s", **options)


class ChooseScaleForm(SeenDesk):
    scale = forms.TypedChoiceField(
        coerce=int,
        widget=forms.RadioSelect,
        label="Scale",
        error_messages={
            "required": "Choose a scale from the list.",
            "invalid_choice": "Choose a scale from the list.",
        },
    )

    def __init__(self, data: Any = None, *, desk: Desk, **options: Any) -> None:
        super().__init__(data, desk=desk, initial={"scale": desk.scale_id}, auto_id="scale-%s", **options)
        self.scales: list[RatingScale] = scales.choices(desk)
        field = cast("forms.TypedChoiceField", self.fields["scale"])
        field.choices = [(scale.pk, str(scale)) for scale in self.scales]
