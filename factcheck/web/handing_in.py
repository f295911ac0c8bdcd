"""The part of a form by which something is handed in: pasted, as files, or by its address on the web."""

from dataclasses import dataclass, field
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from factcheck import ingest
from factcheck.ingest import Handed
from factcheck.intake import EXTENSIONS, MOST_CHARACTERS, IntakeError
from factcheck.models import HeldUpload, Preview, User
from factcheck.text.identifiers import number

from . import uploads
from .keeping import Kept

ONE_WAY = "Paste a text, give an address, or choose files: one of these. Empty the others."


class Files(forms.ClearableFileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, _data: Any, files: Any, name: str) -> "list[UploadedFile[Any]]":
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class FilesField(forms.FileField):
    """Any number of files; empty and unreadable ones are refused by name, one by one, by `read`."""

    widget = Files

    def clean(self, data: Any, _initial: Any = None) -> "list[UploadedFile[Any]]":
        return list(data or [])


class HeldField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # generic in its stubs alone
    """Files that an earlier look has left here: a browser cannot be told to choose them again."""

    def label_from_instance(self, held: Any) -> str:
        return str(held.name)


class HandingInForm(forms.Form):
    """`preview` is the one that the form goes back to, `key` names the request."""

    keep: Kept | None = None  # where its words are kept while they are typed
    reading: "Reading | None" = None  # of what it handed in: a PDF may take its reader half a minute

    text = forms.CharField(
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "maxlength": MOST_CHARACTERS}),
        label="Text",
    )
    url = forms.URLField(
        required=False,
        max_length=2000,
        assume_scheme="https",
        label="Address of a page",
        help_text="The desk fetches it once, now. The site sees that somebody here reads it.",
    )
    held = HeldField(
        HeldUpload.objects.none(),
        required=False,
        label="Files that are here already",
        help_text="Those without a tick are left out.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "One of the files is no longer here. Choose it again."},
    )
    file = FilesField(required=False, label="Files", widget=Files(attrs={"accept": ",".join(sorted(EXTENSIONS))}))
    preview = forms.IntegerField(required=False, widget=forms.HiddenInput)
    key = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        if not settings.FETCH_PAGES:
            del self.fields["url"]
        self.offer(self._preview())

    def _preview(self) -> Preview | None:
        named = number(str(self.data.get("preview", "") if self.is_bound else self.initial.get("preview", "")))
        return Preview.objects.for_user(self.by).waiting().filter(pk=named).first() if named else None

    def offer(self, preview: Preview | None) -> None:
        """The preview's files, to be taken along without being chosen again."""
        self.back_to = preview
        held = cast("HeldField", self.fields["held"])
        files = preview.uploads.all() if preview and preview.is_of_files else HeldUpload.objects.none()
        held.queryset = files.order_by("place").only("preview", "name")
        self.initial["held"] = [one.pk for one in held.queryset]

    def amend(self, **sent: list[str]) -> None:
        """Let the page that comes back have these in the place of what was sent."""
        data = cast("QueryDict", self.data).copy()
        for name, values in sent.items():
            data.setlist(name, values)
        self.data = data

    @property
    def holds_files(self) -> bool:
        return bool(self.initial["held"])

    def clean(self) -> dict[str, Any]:
        ways = [
            bool(self.cleaned_data.get("text", "").strip()),
            bool(self.cleaned_data.get("url")),
            bool(self.files_in),
        ]
        if not any(ways) and not {"text", "url", "held"} & set(self.errors):
            self.add_error(
                "text", f"Paste a text, {'give an address, ' if 'url' in self.fields else ''}or choose a file."
            )
        if sum(ways) > 1:
            self.add_error("text", ONE_WAY)
        return self.cleaned_data

    @property
    def way(self) -> str:
        """The field by which something was handed in."""
        if self.files_in:
            return "file"
        return "url" if self.cleaned_data.get("url") else "text"

    @property
    def files_in(self) -> list[Any]:
        return [*self.cleaned_data.get("held", ()), *self.cleaned_data.get("file", ())]


@dataclass(slots=True)
class Reading:
    """What could be read of a form, and why the rest could not, a sentence each."""

    handed: list[Handed] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def read(form: HandingInForm) -> Reading:
    """Read what was handed in, once; what cannot be read is refused with its sentence, and the others go on."""
    if form.reading is None:
        form.reading = _read_all(form)
    return form.reading


def _read_all(form: HandingInForm) -> Reading:
    reading = Reading()
    for source in form.files_in or [form.cleaned_data.get("url") or form.cleaned_data["text"]]:
        try:
            reading.handed.append(_read(source, form))
        except IntakeError as error:
            reading.refused.append(str(error))
    return reading


def read_files(form: HandingInForm) -> Reading:
    """As `read`, of the files alone: whatever else is wrong with the form, they need not be chosen again."""
    return read(form) if form.files_in else Reading()


def _read(source: Any, form: HandingInForm) -> Handed:
    if isinstance(source, HeldUpload):
        return ingest.handed_in(HeldUpload.objects.get(pk=source.pk))
    if isinstance(source, str):
        return ingest.page(source) if form.cleaned_data.get("url") else ingest.pasted(source)
    if sentence := uploads.refusal(source):
        raise IntakeError(sentence)
    source.seek(0)
    return ingest.file(source.name or "file", source.read())
