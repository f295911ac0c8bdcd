"""What a form carries unseen: what its page was showing, and the name of the request."""

from uuid import uuid4

from django import forms

from factcheck.workflow.errors import OUT_OF_DATE

STALE = dict.fromkeys(["required", "invalid"], OUT_OF_DATE)


def seen_field() -> forms.IntegerField:
    """The version of what is changed, or the number of the draft, that the page was showing."""
    return forms.IntegerField(min_value=1, widget=forms.HiddenInput, error_messages=STALE)


def key_field() -> forms.UUIDField:
    """By which a request that is repeated is known, so that nothing is stored twice."""
    return forms.UUIDField(initial=uuid4, widget=forms.HiddenInput, error_messages=STALE)
