"""What an editor hands in, pasted or as files; each file is an article of its own."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile

from factcheck import ingest
from factcheck.intake import EXTENSIONS, MOST_CHARACTERS, IntakeError
from factcheck.models import Article, Desk, Draft, User
from factcheck.models.choices import Role

from . import lookups, uploads
from .keeping import Kept


class Files(forms.ClearableFileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, _data: Any, files: Any, name: str) -> "list[UploadedFile[Any]]":
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class FilesField(forms.FileField):
    """Any number of files; empty and unreadable ones are refused by name, one by one, by `store`."""

    widget = Files

    def clean(self, data: Any, _initial: Any = None) -> "list[UploadedFile[Any]]":
        return list(data or [])


class NewArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    keep: Kept | None = None  # where its words are kept while they are typed

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "maxlength": MOST_CHARACTERS}),
        label="Text",
        help_text="Paste the whole article, with its headline.",
    )
    file = FilesField(
        required=False,
        label="Files",
        help_text="Plain text, Markdown, Word (.docx), PDF or saved web pages, up to 5 MB each. "
        "Several files become one article each.",
        widget=Files(attrs={"accept": ",".join(sorted(EXTENSIONS))}),
    )
    key = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    source_url = forms.URLField(label="Source URL", required=False, max_length=2000, assume_scheme="https")

    class Meta:
        model = Article
        fields = ["desk", "title", "byline", "source_url", "deadline", "note", "sensitivity"]
        widgets = {
            "deadline": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "note": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        desks = lookups.desks(by, Role.EDITOR)
        field = self.fields["desk"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        field.queryset = Desk.objects.filter(pk__in=[desk.pk for desk in desks]).order_by("name")
        field.empty_label = None
        field.error_messages["invalid_choice"] = "Choose one of the desks that you are an editor of."
        if len(desks) == 1:
            field.widget, field.initial = forms.HiddenInput(), desks[0].pk
        self.fields["title"].required = False
        self.fields["title"].help_text = "Left empty, the headline is taken."

    def clean(self) -> dict[str, Any]:
        pasted, files = bool(self.cleaned_data.get("text", "").strip()), self.cleaned_data.get("file", [])
        if not pasted and not files:
            self.add_error("text", "Paste a text, or choose a file.")
        if pasted and files:
            self.add_error("text", "Either paste a text or choose files. Files have to be chosen again.")
        if len(files) > 1 and self.cleaned_data.get("title"):
            self.add_error("title", "Several files cannot share one title. Leave it empty, or send them one by one.")
        return self.cleaned_data

    def _post_clean(self) -> None:
        """What the model says is asked when the article is made, with the title that the text suggests."""


@dataclass(slots=True)
class Outcome:
    stored: list[Draft] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # a sentence each


def store(form: NewArticleForm) -> Outcome:
    """Store what was handed in; what cannot be read is refused with its sentence, and the others go on."""
    outcome = Outcome()
    sent = dict(form.cleaned_data)
    text, files = sent.pop("text"), sent.pop("file")
    for file in files or [None]:
        try:
            outcome.stored.append(_store(file, text, by=form.by, **sent))
        except IntakeError as error:
            outcome.refused.append(str(error))
    return outcome


def _store(file: "UploadedFile[Any] | None", text: str, **details: Any) -> Draft:
    if file is None:
        return ingest.paste(text=text, **details)
    if sentence := uploads.refusal(file):
        raise IntakeError(sentence)
    file.seek(0)
    return ingest.upload(name=file.name or "file", data=file.read(), **details)
