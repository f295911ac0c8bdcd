"""A claim that a person adds: from the words that they chose in the text, or that they copy from it."""

from typing import Any

from django import forms
from django.http import QueryDict

from factcheck.models import Draft, Passage, User
from factcheck.models.choices import ClaimKind, Priority, Role
from factcheck.text.finding import code_point, whole_words
from factcheck.text.identifiers import number
from factcheck.text.spans import Span
from factcheck.workflow.permissions import has_role

from .hidden import STALE
from .keeping import Kept
from .quoting import QuotingForm, stretches, words_field
from .shaping_forms import ONE_A_LINE, STANDS_ALONE, ChainFields, wording_field

LINKS = 2
FORM = "add-claim"


class AddClaimForm(QuotingForm, ChainFields):
    """`line` is the place of the passage that the person began from: its words are meant first."""

    keep: Kept | None = None

    draft_id = forms.IntegerField(widget=forms.HiddenInput, error_messages=STALE)
    line = forms.IntegerField(required=False, min_value=0, max_value=10**6, widget=forms.HiddenInput)
    text = wording_field(help_text=STANDS_ALONE, attrs={"data-focus-after-swap": "now"})
    words = words_field(help_text=ONE_A_LINE)
    kind = forms.ChoiceField(
        choices=[("", "Choose a kind"), *ClaimKind.choices], error_messages={"required": "Choose a kind."}
    )
    priority = forms.TypedChoiceField(choices=Priority, coerce=int, initial=Priority.NORMAL)

    def __init__(self, data: QueryDict | None = None, *, draft: Draft, by: User, asked: QueryDict) -> None:
        self.draft, self.chosen = draft, Chosen(draft, asked)
        super().__init__(data, auto_id=f"{FORM}-%s", initial={"draft_id": draft.pk, **self.chosen.initial})
        self.add_links(LINKS)
        if not has_role(by, draft.article.desk_id, Role.EDITOR):
            del self.fields["priority"]

    @property
    def places(self) -> list[tuple[str, int]]:
        """Where the words that were chosen in the text stand, by the name of the hidden field."""
        return [(f"words_at_{place}", span.start) for place, span in enumerate(self.chosen.spans)]

    def clean(self) -> dict[str, Any]:
        line = self.draft.passages.filter(index=self.cleaned_data.get("line") or 0).first()
        self.near = [[Span(line.start, line.end)]] if line else []
        self.spans = self.spans_of("words")
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        """What the verb is called with."""
        sent = self.cleaned_data
        return {
            "draft_id": sent["draft_id"],
            "text": sent["text"],
            "spans": self.spans,
            "kind": ClaimKind(sent["kind"]),
            "priority": Priority(sent.get("priority", Priority.NORMAL)),
            "chain": self.chain(),
        }


class Chosen:
    """What an address names of the text: the passage `line`; or from the UTF-16 unit `from` in it to `until` in `to`.

    Words are never cut; an address that names nothing in the draft chooses nothing.
    """

    def __init__(self, draft: Draft, asked: QueryDict) -> None:
        self._draft, self.line = draft, _number(asked, "line")
        found = [_span(draft, passage, asked, first, last) for passage, first, last in self._passages(asked)]
        self.spans = [span for span in found if span.start < span.end]

    def _passages(self, asked: QueryDict) -> list[tuple[Passage, bool, bool]]:
        """Each with whether it is the first, and the last."""
        last = _number(asked, "to") if "to" in asked else self.line
        if self.line is None or last is None:
            return []
        passages = self._draft.passages.filter(index__range=(self.line, last)).order_by("index")
        return [(passage, passage.index == self.line, passage.index == last) for passage in passages]

    @property
    def initial(self) -> dict[str, Any]:
        words = stretches(self._draft, self.spans)
        return {"line": self.line, "words": words, "text": words.replace("\n", " ")} if self.spans else {}


def _span(draft: Draft, passage: Passage, asked: QueryDict, first: bool, last: bool) -> Span:
    """The part of the passage that is chosen."""
    words = draft.text[passage.start : passage.end]
    start, until = _number(asked, "from"), _number(asked, "until")
    begin = code_point(words, start) if first and start is not None else 0
    end = code_point(words, until) if last and until is not None else len(words)
    chosen = Span(passage.start + begin, passage.start + max(begin, end))
    return whole_words(draft.text, chosen, Span(passage.start, passage.end))


def _number(asked: QueryDict, name: str) -> int | None:
    return number(str(asked.get(name, "")), digits=9)
