"""The files, read back with Python's own csv."""

import csv
import io
import re
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from factcheck.export import csv as export
from factcheck.export.choice import Choice, count
from factcheck.export.columns import VERDICTS
from factcheck.models import Article, Claim, Desk, Link, User
from factcheck.models.choices import Priority, Status
from factcheck.workflow import citations, comments, verdicts
from tests import making

COLUMNS = (
    "claim_id, article_id, article_title, article_url, draft, claim_no, paragraph_no, char_start, char_end, quote, "
    "claim, kind, claimant, claimant_role, via, claim_date, priority, checkworthiness, status, rating, rating_label, "
    "rating_value, rating_best, rating_worst, said, rationale, suggested_fix, fix_accepted, reviewer, reviewed_at, "
    "second_reviewer, second_rating, signed_off_by, signed_off_at, citation_count, citations, open_comments, "
    "created_at, updated_at"
)


def content(user: User, *, raw: bool = False, file: str = "verdicts", **choice: object) -> bytes:
    chosen = Choice(user=user, **choice)  # type: ignore[arg-type]
    return b"".join(getattr(export, file)(chosen.claims(), raw=raw, why_empty=count(chosen).why_empty))


def rows(user: User, **asked: object) -> list[dict[str, str]]:
    text = content(user, **asked).decode("utf-8-sig")  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_columns_are_those_that_were_agreed(claim: Claim, reader: User) -> None:
    [first, second] = rows(reader)
    assert ", ".join(first) == COLUMNS
    assert (first["claim_no"], second["claim_no"]) == ("1", "2")


def test_a_claim_has_the_day_of_its_article(claim: Claim, reader: User) -> None:
    assert rows(reader)[0]["claim_date"] == ""
    Article.objects.update(published_on=date(2026, 5, 3))
    assert [row["claim_date"] for row in rows(reader)] == ["2026-05-03"] * 2


def test_a_settled_claim_says_everything(
    claim: Claim, reviewer: User, second_reviewer: User, reader: User, editor: User
) -> None:
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    comments.comment(claim_id=claim.pk, by=editor, key=uuid4(), body="Which May?")
    Link.objects.create(claim=claim, depth=1, who="the ministry", to="the tabloid")

    row = rows(reader)[0]
    quote = making.TEXT[int(row["char_start"]) : int(row["char_end"])]
    assert quote == row["quote"] == "Unemployment fell to four per cent in May"
    assert {name: row[name] for name in ("claimant", "via", "said", "rating", "rating_label", "status")} == {
        "claimant": "the minister",
        "via": "the ministry → the tabloid",
        "said": "fair",
        "rating": "confirmed",
        "rating_label": "Confirmed",
        "status": "settled",
    }
    assert (row["reviewer"], row["signed_off_by"]) == ("reviewer", "second-reviewer")
    assert (row["citation_count"], row["open_comments"]) == ("1", "1")
    assert row["citations"] == "Labour market, May https://statistics.example/may"
    assert (row["second_reviewer"], row["second_rating"], row["claim_date"]) == ("", "", "")
    for name in ("reviewed_at", "signed_off_at", "created_at", "updated_at"):
        assert abs(datetime.fromisoformat(row[name]) - timezone.now()) < timedelta(minutes=5)


def test_best_and_worst_stand_only_beside_a_value(article: Article, reviewer: User, second_reviewer: User) -> None:
    valued, valueless = article.claims.order_by("number")
    making.at(valued, Status.SETTLED, by=reviewer, signer=second_reviewer)
    making.at(valueless, Status.CHECKING, by=reviewer)
    making.submit(valueless, reviewer, rating="not-checkable")
    first, second = rows(reviewer)
    assert (first["rating_best"], first["rating_worst"]) == ("5", "1")
    assert first["rating_value"]
    assert (second["rating_value"], second["rating_best"], second["rating_worst"]) == ("", "", "")


def test_only_the_current_verdict_counts(claim: Claim, reviewer: User, second_reviewer: User, editor: User) -> None:
    settled = making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    verdicts.reopen(claim_id=claim.pk, by=editor, seen=settled.version, reason="The office revised it.")
    making.submit(claim, reviewer, rating="wrong")
    assert [row["rating"] for row in rows(reviewer)] == ["wrong", ""]


def test_a_second_verdict_names_its_reviewer_and_rating_and_is_a_signature(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    making.second(claim, second_reviewer)
    row = rows(reviewer)[0]
    assert (row["second_reviewer"], row["second_rating"]) == ("second-reviewer", "confirmed")
    assert (row["reviewer"], row["signed_off_by"]) == ("reviewer", "second-reviewer")


def test_a_dispute_shows_both_and_a_decision_the_second_of_the_two(
    claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    making.at(claim, Status.DISPUTED, by=reviewer, signer=second_reviewer)
    row = rows(reviewer)[0]
    assert (row["rating"], row["second_rating"], row["signed_off_by"]) == ("confirmed", "wrong", "")
    making.adjudicate(claim, editor, rating="sources-conflict")
    row = rows(reviewer)[0]
    assert (row["reviewer"], row["rating"]) == ("editor", "sources-conflict")
    assert (row["second_reviewer"], row["second_rating"]) == ("second-reviewer", "wrong")


def test_a_file_travels_so_that_a_blind_verdict_is_not_in_it_until_there_are_two(
    desk: Desk, claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    Desk.objects.update(blind_from=Priority.LOW)
    making.at(claim, Status.SUBMITTED, by=reviewer)
    of_the_verdict = (
        *("rating", "rating_label", "rating_value", "rating_best", "said", "rationale", "suggested_fix"),
        *("reviewer", "reviewed_at", "signed_off_by", "second_reviewer", "second_rating"),
    )
    for person in (reviewer, second_reviewer):
        row = rows(person)[0]
        assert row["status"] == "submitted"
        assert {row[name] for name in of_the_verdict} == {""}
        assert rows(person, raw=True, since=timezone.localdate()) == []
    making.second(claim, second_reviewer)
    assert [row["rating"] for row in rows(reviewer, since=timezone.localdate())] == ["confirmed"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_starts_like_a_formula(start: str, claim: Claim, reader: User) -> None:
    formula = f"{start}1+1,x"
    Claim.objects.filter(pk=claim.pk).update(text=formula)
    assert rows(reader)[0]["claim"] == f"'{formula}"
    assert rows(reader, raw=True)[0]["claim"] == formula


def test_quotes_commas_and_newlines_come_back_as_they_were(claim: Claim, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    said = 'He wrote "no", then:\n\r\n“never”, 100 %.\\'
    making.submit(claim, reviewer, rationale=said)
    assert rows(reviewer)[0]["rationale"] == said


def test_offsets_are_code_points(desk: Desk, editor: User) -> None:
    text = "👩‍🚒 Zażółć 𝔘𝔫𝔦: the bridge opened in 1932."
    draft = making.unsplit(desk, editor, text=text)
    making.claim(making.passage(draft, text, index=0), "the bridge opened in 1932", number=1)
    [row] = rows(editor)
    assert text[int(row["char_start"]) : int(row["char_end"])] == row["quote"] == "the bridge opened in 1932"


def test_a_quote_of_several_stretches_is_joined(claim: Claim, reader: User) -> None:
    Claim.objects.filter(pk=claim.pk).update(spans=[[0, 12], [35, 41]], start=0, end=41)
    claim.refresh_from_db()
    assert rows(reader)[0]["quote"] == "Unemployment … in May" == claim.quote


def test_the_bytes_are_utf_8_with_a_mark_and_crlf(claim: Claim, reader: User) -> None:
    data = content(reader)
    assert data.startswith(b"\xef\xbb\xbfclaim_id,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 3


def test_one_row_a_citation(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer, title="=A1")
    taken_away = making.cite(claim, reviewer, title="Withdrawn")
    citations.uncite(citation_id=taken_away.pk, by=reviewer)
    making.submit(claim, reviewer)
    [row] = rows(reviewer, file="citations")
    assert (row["title"], row["quote"], row["added_by"]) == ("'=A1", "4.0 per cent", "reviewer")
    assert row["claim_id"] == str(claim.pk)
    assert rows(reviewer)[0]["citation_count"] == "1"


def test_nothing_of_another_desk_is_in_the_file(claim: Claim, stranger: User, article: Article) -> None:
    assert content(stranger, raw=True).count(b"\r\n") == 1, "only the header"
    assert content(stranger, raw=True, article=article).count(b"\r\n") == 1


def test_somebody_on_no_desk_gets_an_empty_file(claim: Claim) -> None:
    nobody = User.objects.create_user("nobody")
    assert content(nobody, raw=True).count(b"\r\n") == 1
    assert b"0 of 0: no claims yet" in content(nobody)


def test_an_empty_file_says_why(claim: Claim, reader: User) -> None:
    [row] = rows(reader, statuses=(Status.SETTLED,))
    assert row["claim_id"] == "0 of 2: none settled"
    assert not any(list(row.values())[1:])


def test_filters(article: Article, claim: Claim, reviewer: User, second_reviewer: User, desk: Desk) -> None:
    making.article(desk, reviewer, title="Another")
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    today = timezone.localdate()
    assert len(rows(reviewer)) == 4
    assert len(rows(reviewer, article=article)) == 2
    assert len(rows(reviewer, statuses=(Status.SETTLED,))) == 1
    assert len(rows(reviewer, since=today, until=today)) == 1
    assert count(Choice(user=reviewer, until=today - timedelta(days=1))).why_empty == (
        "0 of 4: none with a verdict from these days"
    )
    assert count(Choice(user=reviewer, since=date(2000, 1, 1), statuses=(Status.OPEN,))).chosen == 0


def test_the_rows_come_in_chunks_and_not_one_by_one(
    claim: Claim, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = Choice(user=reader).claims()
    assert len(list(export.verdicts(chosen))) == 1
    monkeypatch.setattr(export, "CHUNK_BYTES", 1)
    assert len(list(export.verdicts(chosen))) > 2


def test_only_the_tables_of_the_chosen_columns_are_read(claim: Claim, reader: User) -> None:
    assert tables(reader, ["claim_id", "claim"]) == {"claim", "verdict"}
    assert tables(reader, ["claim", "quote", "signed_off_by"]) == {"claim", "verdict", "draft", "signoff", "user"}
    assert {"passage", "link", "evidence", "citation", "comment", "rating"} < tables(reader, [])


def tables(user: User, columns: list[str]) -> set[str]:
    """Which tables PostgreSQL means to read for a file with these columns."""
    with connection.cursor() as cursor:
        copy = export.statement(cursor, VERDICTS.only(columns), Choice(user=user).claims(), raw=False)
        query = copy.as_string(cursor.connection).removeprefix("COPY (").partition(") TO STDOUT")[0]
        cursor.execute(f"EXPLAIN {query}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    return set(re.findall(r" on factcheck_([a-z]+)", plan))
