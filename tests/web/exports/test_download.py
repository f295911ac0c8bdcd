import csv
import io
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.models import Article, Claim, User
from factcheck.models.choices import Status
from tests import making

FILES = ["verdicts", "citations"]
ALL = [*FILES, "claim-reviews"]


def download(client: Client, file: str, **query: Any) -> Any:
    answer = client.get(reverse(f"export-{file}"), query)
    assert answer.streaming
    return answer


def rows(answer: Any) -> list[dict[str, str]]:
    text = answer.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_verdicts_come_as_a_file(
    article: Article, claim: Claim, reviewer: User, second_reviewer: User, reader: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    answer = download(login(reader), "verdicts", article=article.pk, status="settled")
    [row] = rows(answer)
    assert (row["claim_id"], row["rating_label"]) == (str(claim.pk), "Confirmed")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="verdicts-the-bridge-{timezone.localdate()}.csv"'


def test_so_do_the_citations(claim: Claim, reviewer: User, login: making.Login) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    [row] = rows(download(login(reviewer), "citations"))
    assert (row["claim_id"], row["title"]) == (str(claim.pk), "Labour market, May")


def test_formulas_are_left_alone_only_on_request(claim: Claim, reader: User, login: making.Login) -> None:
    Claim.objects.filter(pk=claim.pk).update(text="=1+1")
    assert rows(download(login(reader), "verdicts"))[0]["claim"] == "'=1+1"
    assert rows(download(login(reader), "verdicts", raw="on"))[0]["claim"] == "=1+1"


def test_an_empty_file_says_why(claim: Claim, reader: User, login: making.Login) -> None:
    [row] = rows(download(login(reader), "verdicts", status="settled"))
    assert row["claim_id"] == "0 of 2: none settled"
    assert not rows(download(login(reader), "verdicts", status="settled", raw="on"))


@pytest.mark.parametrize("file", FILES)
def test_another_desks_member_gets_nothing_of_it(
    file: str, article: Article, claim: Claim, reviewer: User, stranger: User, login: making.Login
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    assert not rows(download(login(stranger), file, raw="on"))
    assert login(stranger).get(reverse(f"export-{file}"), {"article": article.pk}).status_code == 422


@pytest.mark.parametrize("file", ALL)
def test_a_wrong_choice_is_answered_by_the_page(file: str, claim: Claim, reader: User, login: making.Login) -> None:
    answer = login(reader).get(reverse(f"export-{file}"), {"since": "yesterday"})
    assert answer.status_code == 422
    assert "Enter a valid date." in answer.content.decode()


@pytest.mark.parametrize("file", ALL)
def test_a_wrong_method_is_refused(file: str, reader: User, login: making.Login) -> None:
    assert login(reader).post(reverse(f"export-{file}")).status_code == 405


def test_the_columns_can_be_chosen(claim: Claim, reader: User, login: making.Login) -> None:
    [row, _] = rows(download(login(reader), "verdicts", columns=["status", "claim"]))
    assert list(row) == ["claim", "status"], "in the order of the file"


def test_a_column_that_there_is_not_is_refused_with_the_sentence(reader: User, login: making.Login) -> None:
    answer = login(reader).get(reverse("export-verdicts"), {"columns": "password"})
    assert answer.status_code == 422
    assert "There is no column password." in answer.content.decode()


def test_settled_claims_come_as_claimreview(
    article: Article, claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    answer = download(login(reviewer), "claim-reviews", article=article.pk)
    assert answer["Content-Type"] == "application/ld+json"
    assert "claimreview-the-bridge" in answer["Content-Disposition"]
    [review] = json.loads(answer.getvalue())["@graph"]
    assert review["claimReviewed"] == claim.text


def test_another_desks_member_gets_no_claimreview(
    article: Article, claim: Claim, reviewer: User, second_reviewer: User, stranger: User, login: making.Login
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    assert json.loads(download(login(stranger), "claim-reviews").getvalue())["@graph"] == []
    answer = login(stranger).get(reverse("export-claim-reviews"), {"article": article.pk})
    assert answer.status_code == 422
