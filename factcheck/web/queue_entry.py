"""A claim as the queue shows it: in its lane, and by itself once something was done to it."""

from dataclasses import dataclass

from factcheck.models import Claim, User
from factcheck.models.choices import Verb
from factcheck.workflow import permissions


@dataclass(frozen=True, slots=True)
class Entry:
    """`refusal` says why this person may not take the claim; empty: they may."""

    claim: Claim
    refusal: str


def entry(user: User, claim: Claim) -> Entry:
    return Entry(claim, permissions.refusal(user, claim, Verb.TAKE))
