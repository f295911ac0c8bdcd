"""History, read as sentences."""

from django.db import connection

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import citations, verdicts
from factcheck.workflow.timeline import timeline
from tests import making


def sentences(claim: Claim) -> list[str]:
    return [entry.sentence for entry in reversed(timeline(claim))]


def test_the_life_of_a_claim_reads_as_sentences(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    making.send_back(claim, second_reviewer, note="Which month?")
    citations.uncite(citation_id=claim.citations.get().pk, by=reviewer)
    making.cite(claim, reviewer, title="Labour market, June")
    making.submit(claim, reviewer)
    verdicts.sign_off(claim_id=claim.pk, by=second_reviewer, seen=making.fresh(claim).version)
    assert sentences(claim)[1:] == [
        "reviewer took the claim.",
        "reviewer cited “Labour market, May”.",
        "reviewer submitted a verdict.",
        "second-reviewer sent the verdict back: “Which month?”",
        "reviewer removed the citation “Labour market, May”.",
        "reviewer cited “Labour market, June”.",
        "reviewer submitted a verdict.",
        "second-reviewer signed the verdict off.",
    ]


def test_each_line_names_the_status_it_led_to(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    assert [entry.status for entry in reversed(timeline(claim))] == ["Open", "Checking", "", "To sign off", "Settled"]


def test_plain_sql_does_not_escape_history(claim: Claim) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE factcheck_claim SET priority = 3 WHERE id = %s", [claim.pk])
    assert sentences(claim)[-1] == "Somebody outside the desk changed the claim."


def test_a_persons_words_are_told_as_they_are(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    making.send_back(claim, second_reviewer, note="{who} says 100 %")
    assert sentences(claim)[-1] == "second-reviewer sent the verdict back: “{who} says 100 %”"
