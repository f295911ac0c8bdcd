"""The next draft of an article, as an editor hands it in: pasted, or as one file."""

from typing import Any
from uuid import uuid4

from django import forms

from factcheck import ingest
from factcheck.intake import EXTENSIONS, MOST_CHARACTERS, IntakeError
from factcheck.models import Article, Draft, User

from . import uploads
from .keeping import Kept
from .verb_form import OUT_OF_DATE


class NewDraftForm(forms.Form):
    """`seen` is the number of the newest draft that the page was showing, `key` names the request."""

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "maxlength": MOST_CHARACTERS}),
        help_text="Paste the whole new text, also where it did not change.",
    )
    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        help_text="Or a file, up to 5 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(sorted(EXTENSIONS))}),
    )
    key = forms.UUIDField(initial=uuid4, widget=forms.HiddenInput, error_messages={"required": OUT_OF_DATE})
    seen = forms.IntegerField(min_value=1, widget=forms.HiddenInput, error_messages={"required": OUT_OF_DATE})

    keep: Kept

    def clean(self) -> dict[str, Any]:
        pasted, file = bool(self.cleaned_data.get("text", "").strip()), self.cleaned_data.get("file")
        if not pasted and not file:
            self.add_error("text", "Paste a text, or choose a file.")
        if pasted and file:
            self.add_error("text", "Either paste a text or choose a file. The file has to be chosen again.")
        return self.cleaned_data


def store(form: NewDraftForm, article: Article, *, by: User) -> Draft:
    """Raises IntakeError and NotNext, each with a sentence for the person."""
    sent = form.cleaned_data
    common: dict[str, Any] = {"article": article, "by": by, "seen": sent["seen"], "key": sent["key"]}
    file = sent["file"]
    if file is None:
        return ingest.repaste(text=sent["text"], **common)
    if sentence := uploads.refusal(file):
        raise IntakeError(sentence)
    file.seek(0)
    return ingest.redraft(name=file.name or "file", data=file.read(), **common)
