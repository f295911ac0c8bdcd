"""The details of an article as an editor gives them: when it is handed in, and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from factcheck.models import DETAILS, Article
from factcheck.models.choices import Sensitivity

from .hidden import seen_field


class DetailsForm(forms.ModelForm):  # type: ignore[type-arg] # generic in its stubs alone
    source_url = forms.URLField(label="Source URL", required=False, max_length=2000, assume_scheme="https")

    class Meta:
        model = Article
        fields = DETAILS
        widgets = {
            "published_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "deadline": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "note": forms.Textarea(attrs={"rows": 2}),
        }
        error_messages = {"title": {"required": "Give the article a title."}}


class DescribeForm(DetailsForm):
    """`seen` is the version of the article that the page was showing."""

    seen = seen_field()


@dataclass(frozen=True, slots=True)
class Detail:
    """One of an article's details, ready to be printed; no words: nothing is said."""

    label: str
    words: str


def detail(form: forms.BaseForm, name: str, value: Any) -> Detail:
    return Detail(str(form.fields[name].label), Sensitivity(value).label if name == "sensitivity" else _words(value))


def _words(value: Any) -> str:
    match value:
        case datetime():
            return date_format(timezone.localtime(value), "j M Y, H:i")
        case date():
            return date_format(value, "j M Y")
        case _:
            return str(value or "")


def differing(article: Article, words: Mapping[str, Any]) -> list[Detail]:
    """The details that stand otherwise than in these words of the form, as they stand."""
    form = DetailsForm(words, instance=Article())
    form.full_clean()
    others = [name for name, said in form.cleaned_data.items() if said != getattr(article, name)]
    return [detail(form, name, getattr(article, name)) for name in others]
