"""The file of an older draft: its claims as they stood in it, the dropped ones too."""

import csv
import io

import pytest

from factcheck.export import csv as export
from factcheck.export.choice import Choice, count
from factcheck.models import Anchor, Article, Claim, Draft, User
from factcheck.models.choices import Dismissal, Status
from factcheck.workflow import claims, fixing, verdicts
from tests import making
from tests.redrafting import MINISTER, found, redraft

FIVE = "Unemployment fell to five per cent in May"
TEXT = f"It rained. {FIVE}, the minister said."


@pytest.fixture
def first(article: Article, claim: Claim, editor: User, reviewer: User, second_reviewer: User) -> Draft:
    """The older of two drafts: claim 1 was settled in it and changed after it, claim 2 is gone."""
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    redraft(article, editor, TEXT, found(TEXT, FIVE, by=MINISTER), found(TEXT, "It rained"))
    return article.drafts.get(number=1)


def rows(user: User, **chosen: object) -> list[dict[str, str]]:
    choice = Choice(user=user, **chosen)  # type: ignore[arg-type]
    data = b"".join(export.verdicts(choice.claims(), draft=choice.draft, why_empty=count(choice).why_empty))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def told(row: dict[str, str]) -> tuple[str, ...]:
    return row["claim_no"], row["draft"], row["status"], row["quote"], row["rating"]


def test_the_claims_stand_as_they_stood(first: Draft, article: Article, reader: User) -> None:
    assert [told(row) for row in rows(reader, article=article, draft=first)] == [
        ("1", "1", "settled", "Unemployment fell to four per cent in May", "confirmed"),
        ("2", "1", "open", "The bridge opened in 1932", ""),
    ]


def test_offsets_are_those_of_that_draft(first: Draft, article: Article, reader: User) -> None:
    for row in rows(reader, article=article, draft=first):
        assert first.text[int(row["char_start"]) : int(row["char_end"])] == row["quote"]


def test_without_a_draft_they_stand_as_they_are(first: Draft, article: Article, reader: User) -> None:
    assert [told(row) for row in rows(reader, article=article)] == [
        ("1", "2", "recheck", FIVE, "confirmed"),
        ("2", "1", "dropped", "The bridge opened in 1932", ""),
        ("3", "2", "open", "It rained", ""),
    ]


def test_who_says_so_is_who_said_it_then(
    first: Draft, article: Article, claim: Claim, editor: User, reader: User
) -> None:
    text = f"It rained. {FIVE}, the union said."
    redraft(article, editor, text, found(text, FIVE, by=("the union", "said")), found(text, "It rained"))
    then = rows(reader, article=article, draft=first)[0]
    now = rows(reader, article=article)[0]
    assert (then["claimant"], now["claimant"]) == ("the minister", "the union")
    assert Anchor.objects.get(claim=claim, draft=first).chain == [
        {"who": "the minister", "role": "", "cue": "said", "to": ""}
    ]


def test_who_confirmed_it_later_did_not_sign_it_then(
    first: Draft, article: Article, claim: Claim, editor: User, reader: User
) -> None:
    verdicts.confirm(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version)
    assert rows(reader, article=article, draft=first)[0]["signed_off_by"] == "second-reviewer"
    assert rows(reader, article=article)[0]["signed_off_by"] == "second-reviewer; editor"


def test_statuses_are_those_of_then(first: Draft, article: Article, reader: User) -> None:
    [row] = rows(reader, article=article, draft=first, statuses=(Status.SETTLED,))
    assert row["claim_no"] == "1"
    [empty] = rows(reader, article=article, draft=first, statuses=(Status.RECHECK,))
    assert empty["claim_id"] == "0 of 2: none recheck"


def test_a_verdict_given_later_is_not_in_it(
    first: Draft, article: Article, claim: Claim, reader: User, reviewer: User, second_reviewer: User
) -> None:
    claims.take(claim_id=claim.pk, by=reviewer, seen=making.fresh(claim).version)
    making.submit(claim, reviewer, rating="wrong")
    assert rows(reader, article=article, draft=first)[0]["rating"] == "confirmed"
    assert rows(reader, article=article)[0]["rating"] == "wrong"


def test_a_dismissed_claim_says_why(article: Article, claim: Claim, reader: User, reviewer: User) -> None:
    claims.dismiss(claim_id=claim.pk, by=reviewer, seen=1, reason=Dismissal.OTHER, note="A joke.")
    row = rows(reader, article=article)[0]
    assert (row["status"], row["rationale"]) == ("dismissed", "Dismissed: other: A joke.")


def test_a_decided_fix_says_how(article: Article, claim: Claim, reader: User, reviewer: User, editor: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.submit(claim, reviewer, suggested_fix=FIVE)
    assert rows(reader, article=article)[0]["fix_accepted"] == ""
    fixing.accept_fix(claim_id=claim.pk, by=editor, seen=making.fresh(claim).version)
    row = rows(reader, article=article)[0]
    assert (row["suggested_fix"], row["fix_accepted"]) == (FIVE, "true")
