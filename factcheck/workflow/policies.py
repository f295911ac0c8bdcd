"""May this thing change in its state? Answers with a sentence, or an empty string for yes."""

from factcheck.models import CLEARED, Claim
from factcheck.models.choices import Status, Verb

from .transitions import sources

STATE = {
    Status.OPEN: "nobody has taken this claim yet",
    Status.CHECKING: "this claim is being checked",
    Status.SUBMITTED: "a verdict waits here to be signed off",
    Status.DISPUTED: "two verdicts differ here",
    Status.SETTLED: "this claim is settled",
    Status.DISMISSED: "this claim is dismissed",
    Status.RECHECK: "the text changed and this claim waits to be looked at again",
    Status.DROPPED: "the passage is gone from the newest draft",
}

REMEDY = {
    (Verb.TAKE, Status.CHECKING): "An editor can assign it to you.",
    (Verb.TAKE, Status.DISMISSED): "Restore it first.",
    (Verb.TAKE, Status.SETTLED): "An editor can reopen it.",
    (Verb.SUBMIT, Status.OPEN): "Take it first.",
    (Verb.SUBMIT, Status.SETTLED): "An editor can reopen it.",
    (Verb.SUBMIT, Status.RECHECK): "Take it first.",
    (Verb.CITE, Status.OPEN): "Take it first.",
    (Verb.CITE, Status.RECHECK): "Take it first.",
    (Verb.DISMISS, Status.SUBMITTED): "Send it back first.",
    (Verb.DISMISS, Status.SETTLED): "An editor can reopen it.",
    (Verb.DISMISS, Status.RECHECK): "Take it first.",
    (Verb.EDIT, Status.SUBMITTED): "Send it back first.",
    (Verb.EDIT, Status.SETTLED): "An editor can reopen it.",
    (Verb.EDIT, Status.RECHECK): "Take it first.",
    (Verb.SIGN_OFF, Status.DISPUTED): "An editor who wrote neither decides.",
}
TALK = frozenset({Verb.COMMENT, Verb.RESOLVE})  # goes on when all else stands still


def refusal(claim: Claim, verb: Verb) -> str:
    if verb not in TALK and claim.is_frozen:
        return CLEARED
    status = Status(claim.status)
    if status in sources(verb):
        return ""
    remedy = REMEDY.get((verb, status), "")
    return f"“{verb.label}” is not possible: {STATE[status]}. {remedy}".rstrip()
