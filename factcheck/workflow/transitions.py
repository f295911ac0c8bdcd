"""The table of transitions: what leads a claim from one status to another. README's picture is drawn from it."""

from dataclasses import dataclass

from factcheck.models.choices import Role, Status, Verb


@dataclass(frozen=True, slots=True)
class Transition:
    """From any of `sources`, the verb leads to `target`; it asks for at least the role `who`."""

    sources: frozenset[Status]
    target: Status
    who: Role


def _row(*sources: Status, to: Status, who: Role = Role.REVIEWER) -> Transition:
    return Transition(frozenset(sources), to, who)


TRANSITIONS: dict[Verb, Transition] = {
    Verb.TAKE: _row(Status.OPEN, to=Status.CHECKING),
    Verb.ASSIGN: _row(Status.OPEN, Status.CHECKING, to=Status.CHECKING, who=Role.EDITOR),
    Verb.RELEASE: _row(Status.CHECKING, to=Status.OPEN),
    Verb.DISMISS: _row(Status.OPEN, Status.CHECKING, to=Status.DISMISSED),
    Verb.RESTORE: _row(Status.DISMISSED, to=Status.OPEN),
    Verb.SUBMIT: _row(Status.CHECKING, to=Status.SUBMITTED),
    Verb.SIGN_OFF: _row(Status.SUBMITTED, to=Status.SETTLED),
    Verb.SEND_BACK: _row(Status.SUBMITTED, to=Status.CHECKING),
    Verb.REOPEN: _row(Status.SETTLED, to=Status.CHECKING, who=Role.EDITOR),
}

# Verbs that leave the status as it is: when they are possible, and who may.
STAYING: dict[Verb, tuple[frozenset[Status], Role]] = {
    Verb.CITE: (frozenset({Status.CHECKING}), Role.REVIEWER),
    Verb.UNCITE: (frozenset({Status.CHECKING}), Role.REVIEWER),
    Verb.COMMENT: (frozenset(Status), Role.REVIEWER),
    Verb.RESOLVE: (frozenset(Status), Role.REVIEWER),
}


def sources(verb: Verb) -> frozenset[Status]:
    """The statuses in which the verb is possible at all."""
    return TRANSITIONS[verb].sources if verb in TRANSITIONS else STAYING[verb][0]


def role_needed(verb: Verb) -> Role:
    return TRANSITIONS[verb].who if verb in TRANSITIONS else STAYING[verb][1]
