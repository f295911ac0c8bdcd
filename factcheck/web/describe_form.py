"""What an editor says of an article after its upload."""

from django import forms

from factcheck.models import Article


class DescribeForm(forms.ModelForm):  # type: ignore[type-arg]
    source_url = forms.URLField(label="Source URL", required=False, max_length=2000, assume_scheme="https")

    class Meta:
        model = Article
        fields = ["title", "byline", "source_url", "deadline", "note", "sensitivity"]
        widgets = {
            "deadline": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "note": forms.Textarea(attrs={"rows": 2}),
        }
        error_messages = {"title": {"required": "Give the article a title."}}
