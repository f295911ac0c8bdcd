"""The table of transitions: what leads a claim from one status to another. README's picture is drawn from it."""

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.models.choices import Carry, Role, Status, Verb


@dataclass(frozen=True, slots=True)
class Transition:
    """From any of `sources`, the verb leads to one of `targets`, each with the words for when, the usual one first.

    It asks for at least the role `who`; None: no person does it, the machine does.
    """

    sources: frozenset[Status]
    targets: Mapping[Status, str]
    who: Role | None

    @property
    def target(self) -> Status:
        return next(iter(self.targets))


def _row(*sources: Status, to: Status | Mapping[Status, str], who: Role | None = Role.REVIEWER) -> Transition:
    return Transition(frozenset(sources), {to: ""} if isinstance(to, Status) else to, who)


TRANSITIONS: dict[Verb | Carry, Transition] = {
    Verb.TAKE: _row(Status.OPEN, Status.RECHECK, to=Status.CHECKING),
    Verb.ASSIGN: _row(Status.OPEN, Status.CHECKING, to=Status.CHECKING, who=Role.EDITOR),
    Verb.RELEASE: _row(Status.CHECKING, to=Status.OPEN),
    Verb.DISMISS: _row(Status.OPEN, Status.CHECKING, to=Status.DISMISSED),
    Verb.RESTORE: _row(Status.DISMISSED, to=Status.OPEN),
    Verb.SUBMIT: _row(Status.CHECKING, to={Status.SUBMITTED: "", Status.SETTLED: "that nobody has to sign"}),
    Verb.SIGN_OFF: _row(Status.SUBMITTED, to={Status.SETTLED: "", Status.SUBMITTED: "as the first of two"}),
    Verb.SEND_BACK: _row(Status.SUBMITTED, to=Status.CHECKING),
    Verb.SECOND: _row(
        Status.SUBMITTED,
        to={
            Status.SETTLED: "that agrees",
            Status.DISPUTED: "that differs",
            Status.SUBMITTED: "that agrees, with one more signature to come",
        },
    ),
    Verb.ADJUDICATE: _row(Status.DISPUTED, to=Status.SETTLED, who=Role.EDITOR),
    Verb.REOPEN: _row(Status.SETTLED, to=Status.CHECKING, who=Role.EDITOR),
    Verb.CONFIRM: _row(Status.RECHECK, to={Status.SETTLED: "", Status.RECHECK: "as the first of two"}),
    Carry.TEXT_CHANGED: _row(
        *(Status.SETTLED, Status.SUBMITTED, Status.DISPUTED, Status.CHECKING), to=Status.RECHECK, who=None
    ),
    Carry.PASSAGE_GONE: _row(*(set(Status) - {Status.DROPPED}), to=Status.DROPPED, who=None),
}

_BEFORE_A_VERDICT = frozenset({Status.OPEN, Status.CHECKING})
# Verbs that leave the status as it is: when they are possible, and who may.
STAYING: dict[Verb, tuple[frozenset[Status], Role]] = {
    Verb.CITE: (frozenset({Status.CHECKING, Status.SUBMITTED, Status.DISPUTED}), Role.REVIEWER),
    Verb.UNCITE: (frozenset({Status.CHECKING, Status.SUBMITTED, Status.DISPUTED}), Role.REVIEWER),
    Verb.EDIT: (_BEFORE_A_VERDICT, Role.REVIEWER),
    Verb.SPLIT: (_BEFORE_A_VERDICT, Role.REVIEWER),
    Verb.MERGE: (_BEFORE_A_VERDICT, Role.REVIEWER),  # of the one that stays; the others are dismissed
    Verb.CHANGE_KIND: (_BEFORE_A_VERDICT, Role.REVIEWER),
    Verb.CORRECT_CHAIN: (_BEFORE_A_VERDICT, Role.REVIEWER),
    Verb.PRIORITISE: (frozenset(Status) - {Status.SETTLED, Status.DISMISSED, Status.DROPPED}, Role.EDITOR),
    Verb.ACCEPT_FIX: (frozenset({Status.SUBMITTED, Status.SETTLED}), Role.EDITOR),
    Verb.DECLINE_FIX: (frozenset({Status.SUBMITTED, Status.SETTLED}), Role.EDITOR),
    Verb.WAIVE: (frozenset(Status) - {Status.DISMISSED, Status.DROPPED}, Role.EDITOR),
    Verb.COMMENT: (frozenset(Status), Role.REVIEWER),
    Verb.RESOLVE: (frozenset(Status), Role.REVIEWER),
}


def sources(verb: Verb) -> frozenset[Status]:
    """The statuses in which the verb is possible at all."""
    return TRANSITIONS[verb].sources if verb in TRANSITIONS else STAYING[verb][0]


def role_needed(verb: Verb) -> Role:
    who = TRANSITIONS[verb].who if verb in TRANSITIONS else STAYING[verb][1]
    if who is None:
        raise ValueError(f"{verb} is not done by people")
    return who
