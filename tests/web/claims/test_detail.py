"""One claim by itself: everything that is known about it."""

from django.urls import reverse

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import verdicts
from tests import making


def url(claim: Claim) -> str:
    return reverse("claim-detail", args=[claim.pk])


def test_it_shows_the_history_as_sentences(
    claim: Claim, reviewer: User, second_reviewer: User, reader: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    page = login(reader).get(url(claim)).content.decode()
    for sentence in ("reviewer took the claim.", "reviewer submitted a verdict.", "second-reviewer signed the verdict"):
        assert sentence in page


def test_earlier_verdicts_stay_readable(
    claim: Claim, reviewer: User, second_reviewer: User, editor: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    verdicts.reopen(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version, reason="Revised.")
    making.submit(claim, reviewer, rating="wrong", rationale="The office revised it.")
    page = login(editor).get(url(claim)).content.decode()
    assert page.index("The office revised it.") < page.index("Earlier verdicts") < page.index("says the same.")


def test_the_forms_lead_back_here(claim: Claim, reviewer: User, login: making.Login) -> None:
    page = login(reviewer).get(url(claim)).content.decode()
    assert page.count('name="page" value="claim"') == page.count('action="/claims/')


def test_it_is_read_by_get_alone(claim: Claim, reader: User, login: making.Login) -> None:
    assert login(reader).post(url(claim)).status_code == 405


def test_it_does_not_exist_for_another_desk(claim: Claim, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(url(claim)).status_code == 404


def test_what_editors_alone_do_stands_on_no_reviewers_card(
    claim: Claim, reviewer: User, editor: User, login: making.Login
) -> None:
    pages = [login(person).get(url(claim)).content.decode() for person in (reviewer, editor)]
    shown = [
        [f'id="why-{verb}"' in page or f"/{verb}/" in page for verb in ("dismiss", "assign", "waive")] for page in pages
    ]
    assert shown == [[True, False, False], [True, True, True]]
