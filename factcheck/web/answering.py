"""A line on which no claim stands, and what a person can say of it: the panel in the card's place."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.http import QueryDict

from factcheck.models import LineAnswer, Passage, Unsent, User
from factcheck.models.choices import Act, Reason
from factcheck.workflow import lines, unsent

from . import keeping
from .hidden import key_field

WORDS = forms.Textarea(attrs={"rows": 2})


class LineForm(forms.Form):
    """What is sent of a line; `act` is the verb."""

    act: Act
    keep: keeping.Kept
    key = key_field()


class ReadLineForm(LineForm):
    act = Act.READ_LINE
    reason = forms.ChoiceField(
        choices=[("", "Choose a reason"), *Reason.choices],
        label="Why it carries no claim",
        error_messages={"required": "Say why it carries no claim."},
    )
    note = forms.CharField(required=False, label="Note", widget=WORDS)


class WaiveLineForm(LineForm):
    act = Act.WAIVE_LINE
    note = forms.CharField(required=False, label="Why it is published unread", widget=WORDS)


def form_for(act: Act, data: QueryDict | None = None, *, initial: dict[str, str] | None = None) -> LineForm:
    form = ReadLineForm if act == Act.READ_LINE else WaiveLineForm
    return form(data, initial=initial, auto_id=f"{act}-%s")


@dataclass(frozen=True, slots=True)
class Answering:
    """The panel: the line, what was said of it before, and the form that was sent or else both in turn."""

    line: Passage
    words: str
    before: LineAnswer | None
    reading: LineForm
    waiving: LineForm | None
    sentence: str = ""

    @property
    def sent(self) -> LineForm | None:
        return next((form for form in (self.reading, self.waiving) if form and form.is_bound), None)


def panel(user: User, line: Passage, *, sent: LineForm | None = None, sentence: str = "") -> Answering:
    typed = unsent.of(user, line)
    forms_ = {act: _with_words(act, user, line, sent, typed.get(act)) for act in (Act.READ_LINE, Act.WAIVE_LINE)}
    waives = (sent and sent.act == Act.WAIVE_LINE) or not lines.refusal(user, line, Act.WAIVE_LINE)
    words = line.draft.text[line.start : line.end]
    return Answering(
        line,
        words,
        line.draft.article.line_answers.filter(words=words).select_related("by").order_by("-pk").first(),
        forms_[Act.READ_LINE],
        forms_[Act.WAIVE_LINE] if waives else None,
        sentence,
    )


def _with_words(act: Act, user: User, line: Passage, sent: LineForm | None, row: Unsent | None) -> LineForm:
    sent = sent if sent and sent.act == act else None
    return keeping.drawn(act, line, user, row, sent=sent, make=partial(form_for, act))
