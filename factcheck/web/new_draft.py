"""The next draft of an article, as an editor hands it in."""

from typing import Any

from factcheck.intake.limits import MOST_UPLOAD_BYTES, megabytes

from .handing_in import HandingInForm
from .hidden import key_field, seen_field


class NewDraftForm(HandingInForm):
    """`seen` is the number of the newest draft that the page was showing."""

    seen = seen_field()
    key = key_field()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].help_text = "Paste the whole new text, also where it did not change."
        self.fields["file"].help_text = f"One file, up to {megabytes(MOST_UPLOAD_BYTES)} MB."

    def clean(self) -> dict[str, Any]:
        super().clean()
        if len(self.files_in) > 1:
            self.add_error("held" if self.holds_files else "file", "A draft is one text. Choose one file.")
        return self.cleaned_data
