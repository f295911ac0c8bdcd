"""What to export, as somebody chooses it on the page or in an address."""

from typing import Any, cast

from django import forms

from factcheck.export.choice import Choice
from factcheck.export.columns import VERDICTS
from factcheck.models import Article, Desk, Draft, User
from factcheck.models.choices import Status

from . import lookups

MOST_LISTED = 300


class ExportForm(forms.Form):
    desk = forms.ModelChoiceField(
        Desk.objects.none(),
        required=False,
        to_field_name="slug",
        empty_label="All my desks",
        error_messages={"invalid_choice": "Choose one of your desks."},
    )
    article = forms.ModelChoiceField(
        Article.objects.none(), required=False, error_messages={"invalid_choice": "Choose one of the articles listed."}
    )
    draft = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=10_000,
        label="Draft",
        help_text="The number of an older draft: its claims as they stood in it. Empty: as they are now.",
    )
    status = forms.MultipleChoiceField(
        choices=Status,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Claims that are",
        help_text="None ticked: all of them.",
    )
    since = forms.DateField(
        required=False, label="Verdict from", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        required=False, label="Verdict until", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    columns = forms.MultipleChoiceField(
        choices=[(column.name, column.name) for column in VERDICTS.columns],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Columns of the verdicts",
        help_text="None ticked: all of them.",
        error_messages={"invalid_choice": "There is no column %(value)s."},
    )
    raw = forms.BooleanField(
        required=False,
        label="Raw, for programs",
        help_text="Cells that a spreadsheet would run as a formula are then left as they are.",
    )

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        desks = lookups.desks(by)
        articles = Article.objects.for_user(by)
        desk = cast("forms.ModelChoiceField[Desk]", self.fields["desk"])
        article = cast("forms.ModelChoiceField[Article]", self.fields["article"])
        desk.queryset = Desk.objects.for_user(by).order_by("name")
        if len(desks) < 2:
            desk.widget = forms.HiddenInput()
        article.queryset = articles
        # Listed are the newest; any other can still be named in the address.
        listed = articles.order_by("-pk").values_list("pk", "title")[:MOST_LISTED]
        article.choices = [("", "All articles"), *listed]

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", "The last day is before the first.")
        self.older = self._older()
        return self.cleaned_data

    def _older(self) -> Draft | None:
        """The draft that was asked for, unless the claims still stand in it."""
        article, number = self.cleaned_data.get("article"), self.cleaned_data.get("draft")
        if not number:
            return None
        draft = article.drafts.filter(number=number).first() if article else None
        if draft is None:
            self.add_error("draft", "Choose an article that has this draft." if article else "Choose an article first.")
            return None
        return draft if draft.anchors.exists() else None

    def choice(self) -> Choice:
        """Of a valid form."""
        sent = self.cleaned_data
        return Choice(
            user=self.by,
            desk=sent["desk"],
            article=sent["article"],
            draft=self.older,
            statuses=tuple(Status(status) for status in sent["status"]),
            since=sent["since"],
            until=sent["until"],
        )
