"""How a person likes to work, as they choose it on the page; and their keys, for every template."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from factcheck.models import Preferences
from factcheck.models.choices import Notice
from factcheck.workflow.keys import COMMANDS, Command, active_keys, chosen_keys


class KeysForm(forms.Form):
    """A field for each command, named as the command is; empty: no key."""

    on = forms.BooleanField(required=False, label="Use single keys")

    def __init__(self, data: Any = None, *, preferences: Preferences) -> None:
        keys = chosen_keys(preferences)
        super().__init__(data, initial={"on": preferences.keys_on, **keys}, auto_id="keys-%s")
        for command in COMMANDS:
            widget = forms.TextInput(attrs={"maxlength": 1, "autocomplete": "off", "autocapitalize": "none"})
            self.fields[command.name] = forms.CharField(required=False, label=command.label, widget=widget)

    @property
    def groups(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The commands by the part of the desk in which they work."""
        for group, commands in groupby(COMMANDS, key=lambda command: command.group):
            yield group, [self[command.name] for command in commands]

    def arguments(self) -> dict[str, Any]:
        """What the verb is called with."""
        keys = dict(self.cleaned_data)
        return {"on": keys.pop("on"), "keys": keys}


class NoticesForm(forms.Form):
    """What the person is told, and whether by e-mail too."""

    wanted = forms.MultipleChoiceField(
        choices=Notice, required=False, label="What you are told", widget=forms.CheckboxSelectMultiple
    )
    mailed = forms.MultipleChoiceField(
        choices=Notice, required=False, label="By e-mail too", widget=forms.CheckboxSelectMultiple
    )
    digest = forms.BooleanField(required=False, label="Mail me at all")

    def __init__(self, data: Any = None, *, preferences: Preferences) -> None:
        wanted = [notice for notice in Notice.values if notice not in preferences.muted]
        mailed = [notice for notice in Notice.values if notice not in preferences.unmailed]
        initial = {"wanted": wanted, "mailed": mailed, "digest": preferences.digest}
        super().__init__(data, initial=initial, auto_id="notices-%s")

    @property
    def rows(self) -> Iterator[tuple[str, Any, Any]]:
        """For each notice its words and its two boxes."""
        for (_, label), told, mailed in zip(Notice.choices, self["wanted"], self["mailed"], strict=True):
            yield label, told, mailed


def own_keys(request: HttpRequest) -> dict[str, Any]:
    """For every template: `keys`, command → key of the person who asks, and `key_groups`, the list of them."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    keys: Any = SimpleLazyObject(lambda: active_keys(user))
    return {"keys": keys, "key_groups": SimpleLazyObject(lambda: _groups(keys))}


def _groups(keys: dict[str, str]) -> list[tuple[str, list[tuple[Command, str]]]]:
    """What works, by group, each with its key."""
    working = [(command, keys[command.name]) for command in COMMANDS if command.name in keys]
    return [(group, list(pairs)) for group, pairs in groupby(working, key=lambda pair: pair[0].group)]
