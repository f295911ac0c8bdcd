"""For each verb yes, or the sentence why not."""

from factcheck.models import Claim, User
from factcheck.models.choices import Status, Verb
from factcheck.workflow.permissions import allowed
from tests import making


def test_every_verb_has_its_answer(claim: Claim, reviewer: User) -> None:
    answers = allowed(reviewer, claim)
    assert set(answers) == {verb.name.lower() for verb in Verb}
    assert answers["take"] == ""
    assert answers["submit"] == "“Submit verdict” is not possible: nobody has taken this claim yet. Take it first."


def test_the_role_is_named_that_it_takes(claim: Claim, reader: User, reviewer: User, stranger: User) -> None:
    assert allowed(reader, claim)["take"] == "Only reviewers and editors of this desk can do this."
    assert allowed(reviewer, claim)["reopen"] == "Only editors of this desk can do this."
    assert allowed(stranger, claim)["take"] == "Only reviewers and editors of this desk can do this."


def test_the_author_learns_why_somebody_else_has_to_sign(claim: Claim, reviewer: User) -> None:
    submitted = making.at(claim, Status.SUBMITTED, by=reviewer)
    assert allowed(reviewer, submitted)["sign_off"] == "You wrote this verdict; another reviewer has to read it."
    assert allowed(reviewer, submitted)["send_back"] == "You wrote this verdict; another reviewer has to read it."
