"""What each verb on a claim is sent: validated here, then handed on by name.

`seen` is the version that the page was showing, `key` names the request so that repeating it stores nothing twice.
"""

from typing import Any, cast

from django import forms
from django.urls import reverse

from factcheck.intake.limits import MOST_UPLOAD_BYTES, megabytes
from factcheck.models import Citation, Claim, Rating, User
from factcheck.models.choices import CitationKind, Said, Verb
from factcheck.workflow import claims
from factcheck.workflow.citations import File

from . import uploads
from .shaping_forms import ChangeKindForm, CorrectChainForm, EditForm, MergeForm, PrioritiseForm, SplitForm
from .verb_form import KeyForm, SeenForm, VerbForm

DISMISSALS = [("", "Choose a reason"), *((reason.value, reason.label) for reason in claims.DISMISSALS)]


class AssignForm(SeenForm):
    to = forms.ModelChoiceField(
        User.objects.none(),
        label="Assign to",
        empty_label="Choose a reviewer",
        error_messages={"required": "Choose a reviewer."},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = cast("forms.ModelChoiceField[User]", self.fields["to"])
        field.queryset = claims.reviewers(self.claim.desk_id)


class DismissForm(SeenForm):
    reason = forms.ChoiceField(
        choices=DISMISSALS,
        error_messages={"required": "Choose a reason from the list."},
    )
    note = forms.CharField(required=False, label="Note", widget=forms.Textarea(attrs={"rows": 2}))


class SendBackForm(SeenForm):
    note = forms.CharField(
        required=False, label="What has to be looked at again", widget=forms.Textarea(attrs={"rows": 2})
    )


class ReopenForm(SeenForm):
    reason = forms.CharField(required=False, label="Why it is reopened", widget=forms.Textarea(attrs={"rows": 2}))


class WaiveForm(SeenForm, KeyForm):
    reason = forms.CharField(
        required=False, label="Why this is published all the same", widget=forms.Textarea(attrs={"rows": 2})
    )


class VerdictForm(SeenForm, KeyForm):
    """What is missing here is said by the verb, which knows the rules; the form only reads."""

    said = forms.ChoiceField(choices=Said, required=False, label="Was it said?", widget=forms.RadioSelect)
    rating = forms.ModelChoiceField(
        Rating.objects.none(),
        required=False,
        label="Is it so?",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "That answer is not on the desk’s scale, or no longer. Choose again."},
    )
    rationale = forms.CharField(required=False, label="Rationale", widget=forms.Textarea(attrs={"rows": 3}))
    suggested_fix = forms.CharField(required=False, label="Suggested fix", widget=forms.Textarea(attrs={"rows": 2}))
    reused_from = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = cast("forms.ModelChoiceField[Rating]", self.fields["rating"])
        field.queryset = Rating.objects.filter(scale__desks=self.claim.desk_id).order_by("order")
        self.fields["suggested_fix"].widget.attrs.update(
            {
                "hx-get": reverse("claim-fix", args=[self.claim.pk]),
                "hx-trigger": "input changed delay:400ms",
                "hx-target": f"#fix-{self.claim.pk}",
                "hx-swap": "outerHTML",
                "hx-sync": "this:replace",
            }
        )

    def arguments(self) -> dict[str, Any]:
        sent = dict(self.cleaned_data)
        rating, reused = sent.pop("rating"), sent.pop("reused_from")
        return {**sent, "rating_id": rating.pk if rating else None, "reused_from_id": reused}


class CiteForm(KeyForm, forms.ModelForm):  # type: ignore[type-arg] # generic in its stubs alone
    url = forms.URLField(label="URL", required=False, max_length=2000, assume_scheme="https")
    attachment = forms.FileField(
        required=False,
        max_length=255,
        label="File",
        help_text=f"A document, a saved page or a recording, of at most {megabytes(MOST_UPLOAD_BYTES)} MB.",
        widget=forms.FileInput,
        error_messages={"empty": "This file is empty."},
    )

    class Meta:
        model = Citation
        fields = [
            "kind",
            "url",
            "title",
            "publisher",
            "author",
            "published_on",
            "accessed_on",
            "locator",
            "quote",
            "stance",
            "tier",
            "note",
        ]
        error_messages = {"title": {"required": "Give the source a title."}}
        widgets = {
            "published_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "accessed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "quote": forms.Textarea(attrs={"rows": 2}),
            "note": forms.Textarea(attrs={"rows": 2}),
        }

    def clean_attachment(self) -> File | None:
        sent = self.cleaned_data["attachment"]
        if sent is None:
            return None
        if sentence := uploads.refusal(sent):
            raise forms.ValidationError(sentence)
        sent.seek(0)
        return File(sent.name, sent.read())

    def clean(self) -> dict[str, Any]:
        bare = self.cleaned_data.get("kind") == CitationKind.URL and not self.cleaned_data.get("url")
        if bare and "url" not in self.errors:
            self.add_error("url", "Give the address of the web page.")
        return self.cleaned_data


class CommentForm(KeyForm):
    body = forms.CharField(
        required=False,
        label="Comment",
        help_text="Name a colleague with @ and their username, and they are told.",
        widget=forms.Textarea(
            attrs={"rows": 2, "data-mentions": "", "aria-autocomplete": "list", "aria-controls": "mention-list"}
        ),
    )


FORMS: dict[Verb, type[VerbForm]] = {
    Verb.TAKE: SeenForm,
    Verb.RELEASE: SeenForm,
    Verb.RESTORE: SeenForm,
    Verb.SIGN_OFF: SeenForm,
    Verb.ASSIGN: AssignForm,
    Verb.DISMISS: DismissForm,
    Verb.SUBMIT: VerdictForm,
    Verb.SECOND: VerdictForm,
    Verb.ADJUDICATE: VerdictForm,
    Verb.CONFIRM: SeenForm,
    Verb.SEND_BACK: SendBackForm,
    Verb.REOPEN: ReopenForm,
    Verb.ACCEPT_FIX: SeenForm,
    Verb.DECLINE_FIX: SeenForm,
    Verb.WAIVE: WaiveForm,
    Verb.CITE: CiteForm,
    Verb.UNCITE: VerbForm,
    Verb.COMMENT: CommentForm,
    Verb.RESOLVE: VerbForm,
    Verb.EDIT: EditForm,
    Verb.SPLIT: SplitForm,
    Verb.MERGE: MergeForm,
    Verb.CHANGE_KIND: ChangeKindForm,
    Verb.CORRECT_CHAIN: CorrectChainForm,
    Verb.PRIORITISE: PrioritiseForm,
}


def form_for(verb: Verb, claim: Claim, data: Any = None, **options: Any) -> VerbForm:
    return FORMS[verb](data, claim=claim, verb=verb, **options)
