"""The next draft of an article, as an editor hands it in."""

from typing import Any

from django import forms

from .handing_in import HandingInForm
from .verb_form import OUT_OF_DATE


class NewDraftForm(HandingInForm):
    """`seen` is the number of the newest draft that the page was showing."""

    seen = forms.IntegerField(min_value=1, widget=forms.HiddenInput, error_messages={"required": OUT_OF_DATE})

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["key"].required = True
        self.fields["key"].error_messages["required"] = OUT_OF_DATE
        self.fields["text"].help_text = "Paste the whole new text, also where it did not change."
        self.fields["file"].help_text = "One file, up to 5 MB."

    def clean(self) -> dict[str, Any]:
        super().clean()
        if len(self.files_in) > 1:
            self.add_error("held" if self.holds_files else "file", "A draft is one text. Choose one file.")
        return self.cleaned_data
