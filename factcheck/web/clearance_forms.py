"""What the verbs of an article's clearance are sent."""

from django import forms

from factcheck.models import User
from factcheck.workflow import unsent

from . import keeping
from .hidden import key_field, seen_field
from .proof import Proof


class ArticleForm(forms.Form):
    """`act` is the verb, and tells the forms of one page apart; `keep`, where its words are kept."""

    act = ""
    keep: keeping.Kept


class ClearForm(ArticleForm):
    """`seen` is the number of the draft that the page was showing."""

    act = "clear"
    seen = seen_field()


class ReopenArticleForm(ArticleForm):
    """`seen` is the id of the clearance that the page was showing."""

    act = "reopen"
    seen = seen_field()
    reason = forms.CharField(required=False, label="Why it is reopened", widget=forms.Textarea(attrs={"rows": 2}))


class CorrectForm(ArticleForm):
    act = "correct"
    what = forms.CharField(required=False, label="What was changed", widget=forms.Textarea(attrs={"rows": 2}))
    why = forms.CharField(required=False, label="What was wrong", widget=forms.Textarea(attrs={"rows": 2}))
    claim_number = forms.IntegerField(
        required=False, min_value=1, max_value=10**6, label="Claim", help_text="Its number, where it is about one."
    )
    key = key_field()


def with_words(proof: Proof, user: User, sent: ArticleForm | None = None) -> dict[str, ArticleForm]:
    """By act, a form for each verb that wants words: the one that was sent, else with what was typed and not sent.

    None before the first clearance: there is nothing to reopen or to correct.
    """
    if not proof.clearances:
        return {}
    kept = unsent.of(user, proof.article)
    return {
        form.act: keeping.drawn(
            form.act,
            proof.article,
            user,
            kept.get(form.act),
            sent=sent if isinstance(sent, form) else None,
            make=form,
        )
        for form in (ReopenArticleForm, CorrectForm)
    }
