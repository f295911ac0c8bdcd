"""The details of an article as an editor gives them: when it is handed in, and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from factcheck.models import DETAILS, Article

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
    """One of an article's details as it stands, ready to be printed; empty: nothing is said."""

    label: str
    value: Any


def differing(article: Article, words: Mapping[str, Any]) -> list[Detail]:
    """The details that stand otherwise than in these words of the form, as they stand."""
    form = DetailsForm(words, instance=Article())
    form.full_clean()
    others = [name for name, said in form.cleaned_data.items() if said != getattr(article, name)]
    return [Detail(str(form.fields[name].label), _shown(article, name)) for name in others]


def _shown(article: Article, name: str) -> Any:
    return article.get_sensitivity_display() if name == "sensitivity" else getattr(article, name)
