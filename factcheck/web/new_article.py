"""An article as an editor hands it in; each of several files is an article of its own."""

from typing import Any, cast

from django import forms

from factcheck import ingest
from factcheck.ingest import Handed
from factcheck.intake.limits import MOST_UPLOAD_BYTES, megabytes
from factcheck.models import DETAILS, Desk, Draft, User
from factcheck.models.choices import Role, Sensitivity

from . import lookups
from .details_form import Detail, DetailsForm, detail
from .handing_in import HandingInForm


class NewArticleForm(HandingInForm, DetailsForm):
    class Meta(DetailsForm.Meta):
        fields = ("desk", *DETAILS)

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, by=by, **options)
        desks = lookups.desks(by, Role.EDITOR)
        field = cast("forms.ModelChoiceField[Desk]", self.fields["desk"])
        field.queryset = Desk.objects.filter(pk__in=[desk.pk for desk in desks]).order_by("name")
        field.empty_label = None
        field.error_messages["invalid_choice"] = "Choose one of the desks that you are an editor of."
        if len(desks) == 1:
            field.widget, field.initial = forms.HiddenInput(), desks[0].pk
        self.fields["title"].required = False
        self.fields["title"].help_text = "Left empty, the headline is taken."
        self.fields["published_on"].help_text += " Left empty, the day that a web page states is taken."
        self.fields["text"].help_text = "Paste the whole article, with its headline."
        self.fields["file"].help_text = (
            "Plain text, Markdown, Word (.docx), PDF or saved web pages, "
            f"up to {megabytes(MOST_UPLOAD_BYTES)} MB each. Several files become one article each."
        )

    def clean(self) -> dict[str, Any]:
        super().clean()
        if len(self.files_in) > 1 and self.cleaned_data.get("title"):
            self.add_error("title", "Several files cannot share one title. Leave it empty, or send them one by one.")
        return self.cleaned_data

    def _post_clean(self) -> None:
        """What the model says is asked when the article is made, with the title that the text suggests."""

    def said(self) -> list[Detail]:
        """What the editor has said of the article, beside its title."""
        self.full_clean()
        told = {name: self.cleaned_data.get(name) for name in DETAILS if name != "title"}
        return [detail(self, name, value) for name, value in told.items() if value and value != Sensitivity.NORMAL]

    def details(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in DETAILS}


def store(form: NewArticleForm, handed: list[Handed]) -> list[Draft]:
    desk, key = form.cleaned_data["desk"], form.cleaned_data["key"]
    return [ingest.store_first(one, desk=desk, by=form.by, key=key, **form.details()) for one in handed]
