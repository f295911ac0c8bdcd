"""The details of an article as an editor gives them: when it is handed in, and after."""

from django import forms

from factcheck.models import DETAILS, Article


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
