"""The card of one claim: everything known about it, and everything that this person may do to it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from django.utils import timezone

from factcheck.extraction.signals.catalogue import SENTENCES
from factcheck.models import Citation, Claim, Comment, Link, Rating, Unsent, User, Verdict
from factcheck.models.choices import Role, Said, Status, Verb
from factcheck.text.wording import Piece
from factcheck.workflow import fixes, glance, notices, permissions, policies, unsent
from factcheck.workflow.citations import removal_refusal
from factcheck.workflow.keys import active_keys
from factcheck.workflow.timeline import Entry, timeline
from factcheck.workflow.transitions import role_needed, sources

from . import keeping
from .forms import FORMS, form_for
from .judging import Asked, Judging
from .proof import Line, Proof, Row
from .redline import sentence
from .shaping_forms import Candidate, MergeForm, PanelForm
from .verb_form import SeenForm, VerbForm

# What is drawn anew after these; after every other verb it is the card. Less leaves alone what is typed beside it.
REGIONS = {Verb.CITE: "citations", Verb.UNCITE: "citations", Verb.COMMENT: "comments", Verb.RESOLVE: "comments"}

# In this order on the card; the verbs of evidence, verdict and conversation stand in sections of their own.
BUTTONS = [
    Verb.CONFIRM,
    Verb.TAKE,
    Verb.SIGN_OFF,
    Verb.SEND_BACK,
    Verb.REOPEN,
    Verb.RESTORE,
    Verb.RELEASE,
    Verb.ASSIGN,
    Verb.DISMISS,
    Verb.WAIVE,
]
# These too, under the claim's wording.
WORK = [Verb.EDIT, Verb.SPLIT, Verb.MERGE, Verb.CHANGE_KIND, Verb.CORRECT_CHAIN, Verb.PRIORITISE]
PRIMARY = {Verb.TAKE, Verb.SIGN_OFF, Verb.CONFIRM, Verb.RESTORE}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a verb did not happen, and the form that was sent, with what the person wrote in it."""

    status: int
    sentence: str
    form: VerbForm

    @property
    def stale(self) -> bool:
        return self.status == 409

    @property
    def region(self) -> str:
        return REGIONS.get(self.form.verb, "card")


@dataclass(frozen=True, slots=True)
class Button:
    """A verb as it stands on the card: pressed at once, opened as a small form, or refused with a sentence."""

    verb: Verb
    refusal: str
    form: VerbForm | None
    key: str

    @property
    def url_name(self) -> str:
        return f"claim-{self.verb}"

    @property
    def look(self) -> str:
        return "primary" if self.verb in PRIMARY else ""


@dataclass(frozen=True, slots=True)
class Evidence:
    citation: Citation
    refusal: str


@dataclass(frozen=True, slots=True)
class Leftover:
    """What was typed into a form that is gone; sent to `url`, it is let go of."""

    row: Unsent
    form: VerbForm
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One radio button, and the key that presses it."""

    value: str
    label: str
    key: str
    chosen: bool
    rating: Rating | None = None


class Card:
    """Read as far as the template asks; each part is read once."""

    def __init__(
        self, proof: Proof, row: Row, user: User, problem: Problem | None = None, panel: VerbForm | None = None
    ) -> None:
        self.proof, self.row, self.user, self.problem = proof, row, user, problem
        self._panel = panel
        self.claim: Claim = row.claim
        self.claim.draft = proof.draft
        self.claim.is_frozen = proof.cleared is not None

    @cached_property
    def line(self) -> Line:
        """On which it stands first."""
        return self.proof.lines_of(self.claim)[0]

    @cached_property
    def keys(self) -> dict[str, str]:
        return active_keys(self.user)

    @cached_property
    def allowed(self) -> dict[str, str]:
        return permissions.allowed(self.user, self.claim)

    @cached_property
    def buttons(self) -> list[Button]:
        return [self._button(verb) for verb in BUTTONS if self._worth_showing(verb)]

    @cached_property
    def fix_pieces(self) -> list[Piece]:
        """The sentence with the current verdict's fix, where it is a fix of the words as they are."""
        fits = self.current and self.current.suggested_fix and self.claim.status in fixes.STANDING
        return sentence(self.claim, self.current.suggested_fix) if fits and self.current else []

    @property
    def fix_buttons(self) -> list[Button]:
        """Both, or that which would change what is decided."""
        decided = self.current.fix_accepted if self.current else None
        said = {True: Verb.ACCEPT_FIX, False: Verb.DECLINE_FIX}
        return [self._button(verb) for accepted, verb in said.items() if accepted != decided]

    @cached_property
    def typed_fix(self) -> list[Piece]:
        """The sentence with the fix that stands in the form."""
        words = str(self.verdict_form["suggested_fix"].value() or "")[: fixes.MOST_CHARACTERS]
        return sentence(self.claim, words) if words.strip() else []

    @cached_property
    def work(self) -> list[Button]:
        """The verbs that shape and describe the claim; each opens a panel in the card's place."""
        shown = [verb for verb in WORK if self._worth_showing(verb)]
        return [
            Button(verb, self.allowed[verb.name.lower()], None, self.keys.get(verb.name.lower(), "")) for verb in shown
        ]

    @cached_property
    def panel(self) -> PanelForm | None:
        """What stands in the card's place: the form that was asked for, or sent and not done."""
        if self.problem and self.problem.status == 403:
            return None
        sent = self.problem.form if self.problem else self._panel
        if not isinstance(sent, PanelForm):
            return None
        form = sent if sent.is_bound else self.form(sent.verb)
        form.keep = self._kept(sent.verb)
        return cast("PanelForm", form)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """The claims that this one can take in."""
        form = self.panel
        return form.candidates(self.user) if isinstance(form, MergeForm) else []

    @cached_property
    def merged(self) -> list[Claim]:
        """The claims that it has taken in, with what was said of them."""
        return list(self.claim.merged.order_by("number").prefetch_related("comments__author"))

    def _worth_showing(self, verb: Verb) -> bool:
        """Possible in this state, or impossible with a way round it that is worth telling.

        What editors alone do stands on nobody else's card: it would be in the way all day.
        """
        if role_needed(verb) == Role.EDITOR and permissions.role_refusal(self.user, self.claim, verb):
            return False
        if verb == Verb.WAIVE:
            return any(blocker.claim == self.claim for blocker in self.proof.blockers)
        status = Status(self.claim.status)
        own = verb == Verb.TAKE and self.claim.assignee_id == self.user.pk
        return status in sources(verb) or ((verb, status) in policies.REMEDY and not own)

    def _button(self, verb: Verb) -> Button:
        refusal = self.allowed[verb.name.lower()]
        wants_words = FORMS[verb] is not SeenForm and not refusal
        return Button(verb, refusal, self.form(verb) if wants_words else None, self.keys.get(verb.name.lower(), ""))

    @property
    def trouble(self) -> dict[str, Problem]:
        """The problem, under the part of the card in which it is told."""
        return {self.problem.region: self.problem} if self.problem else {}

    def form(self, verb: Verb, initial: dict[str, Any] | None = None) -> VerbForm:
        """The form as it was sent, if it is the one that failed; else with what was typed into it and not sent."""
        kept = self._kept(verb)
        if self.problem and self.problem.form.verb == verb:
            form = self.problem.form
        else:
            form = form_for(verb, self.claim, initial={**(initial or {}), **kept.words})
        form.keep = kept
        return form

    def _kept(self, verb: Verb) -> keeping.Kept:
        return keeping.Kept(keeping.address(verb, self.claim, self.user), self.unsent.get(verb))

    @cached_property
    def unsent(self) -> dict[str, Unsent]:
        """What this person has typed here and not sent, by the verb of its form."""
        return unsent.of(self.user, self.claim)

    @cached_property
    def stamp(self) -> str:
        """By which an open page sees that a colleague changed the claim."""
        return glance.stamp(self.claim.article_id, self.claim.pk)

    @property
    def leftovers(self) -> list[Leftover]:
        """Words whose form is no longer offered to the person: still theirs to read and to copy."""
        lost = [Verb(form) for form in self.unsent if form in FORMS and self.allowed[Verb(form).name.lower()]]
        return [self._leftover(verb, self.unsent[verb]) for verb in lost]

    def _leftover(self, verb: Verb, row: Unsent) -> Leftover:
        return Leftover(row, form_for(verb, self.claim, row.words), keeping.address(verb, self.claim, self.user))

    @cached_property
    def verdict_form(self) -> VerbForm:
        """Of the verdict that is asked for; one's own begins with the standing verdict, which is looked at again."""
        verb = self.asked.verb if self.asked else Verb.SUBMIT
        verdict = self.current if verb == Verb.SUBMIT else None
        names = ["said", "rating", "rationale", "suggested_fix"]
        return self.form(verb, initial={name: getattr(verdict, name) for name in names} if verdict else {})

    @cached_property
    def cite_form(self) -> VerbForm:
        return self.form(Verb.CITE, initial={"accessed_on": timezone.localdate()})

    @cached_property
    def comment_form(self) -> VerbForm:
        return self.form(Verb.COMMENT)

    @cached_property
    def said_answers(self) -> list[Answer]:
        chosen = self.verdict_form["said"].value()
        return [
            Answer(said.value, said.label, self.keys.get(f"said_{place}", ""), said == chosen)
            for place, said in enumerate(Said, 1)
        ]

    @cached_property
    def rating_answers(self) -> list[Answer]:
        value = self.verdict_form["rating"].value()
        chosen = str(getattr(value, "pk", value))
        ratings = Rating.objects.filter(scale__desks=self.claim.desk_id).order_by("order")
        return [
            Answer(str(rating.pk), rating.label, self.keys.get(f"rating_{place}", ""), str(rating.pk) == chosen, rating)
            for place, rating in enumerate(ratings, 1)
        ]

    @property
    def signals(self) -> list[dict[str, Any]]:
        """What made the check-worthiness, in sentences."""
        return [signal | {"sentence": _sentence(signal["name"])} for signal in self.claim.signals]

    @cached_property
    def chain(self) -> list[Link]:
        """Who says so, innermost first."""
        return list(self.claim.links.order_by("depth"))

    @cached_property
    def evidence(self) -> list[Evidence]:
        """The citations under the claim, each with the sentence why this person cannot remove it."""
        found = self.claim.citations.filter(removed_at=None).order_by("pk")
        found = found.select_related("added_by", "attachment").defer("attachment__content")
        never = self.allowed["uncite"]
        return [Evidence(citation, never or removal_refusal(self.user, self.claim, citation)) for citation in found]

    @cached_property
    def comments(self) -> list[Comment]:
        return list(self.claim.comments.select_related("author", "resolved_by").order_by("pk"))

    @cached_property
    def colleagues(self) -> list[User]:
        """Whom a comment can name."""
        return list(notices.members(self.claim.desk_id))

    @property
    def names(self) -> set[str]:
        return {person.username for person in self.colleagues}

    @cached_property
    def judging(self) -> Judging:
        return Judging(self.claim, self.user)

    @property
    def asked(self) -> Asked | None:
        return self.judging.asked

    @property
    def asked_refusal(self) -> str:
        """Why it is not this person who gives the verdict that is asked for."""
        return self.allowed[self.asked.verb.name.lower()] if self.asked else ""

    @property
    def current(self) -> Verdict | None:
        return self.judging.current

    @property
    def earlier(self) -> list[Verdict]:
        return self.judging.earlier

    @cached_property
    def history(self) -> list[Entry]:
        return timeline(self.claim)

    @property
    def remark(self) -> str:
        """Why it was dismissed, sent back or reopened, as history tells it."""
        note, reason = self.claim.note, self.claim.get_dismissal_display()
        if not note and not reason:
            return ""
        told = (entry.sentence for entry in self.history if (note or reason) in entry.sentence)
        return next(told, f"“{note or reason}”")

    @property
    def place(self) -> int:
        """In the list, from 1; its number may be another, for drafts take claims away and bring some."""
        return self.proof.rows.index(self.row) + 1

    @property
    def previous(self) -> Row | None:
        return self.proof.beside(self.row, -1)

    @property
    def next(self) -> Row | None:
        return self.proof.beside(self.row, 1)

    @property
    def next_open(self) -> Row | None:
        return self.proof.next_open(self.claim.number)


def _sentence(name: str) -> str:
    """An earlier extractor's signal may have left the catalogue; its name says enough."""
    return SENTENCES.get(name, name.capitalize())
