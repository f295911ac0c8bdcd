"""Earlier claims: by words, and by what another claim says."""

import pytest

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Dismissal, Priority, Status
from factcheck.workflow import search
from factcheck.workflow.search import Asked, find, seen_before
from tests import making


def found(user: User, words: str, **asked: object) -> list[Claim]:
    return [one.claim for one in find(user, Asked(words=words, **asked)).found]  # type: ignore[arg-type]


@pytest.fixture
def settled(claim: Claim, reviewer: User, second_reviewer: User) -> Claim:
    return making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)


@pytest.fixture
def again(settled: Claim, desk: Desk, editor: User) -> Claim:
    """The same claim, in another article."""
    return making.article(desk, editor, title="Jobs").claims.get(number=1)


def test_words_are_found_in_any_of_their_forms(claim: Claim, reader: User) -> None:
    page = find(reader, Asked(words="unemployed cents"))
    assert [one.claim for one in page.found] == [claim]
    assert not page.some
    assert found(reader, "") == []


def test_the_reasons_of_a_verdict_are_searched_too(settled: Claim, reader: User) -> None:
    [one] = find(reader, Asked(words="tables")).found
    assert (one.claim, one.verdict) == (settled, settled.verdicts.get())
    begin, end = search.MARKS
    assert f"{begin}table{end}" in one.why


def test_a_hidden_verdict_is_neither_found_nor_shown(
    claim: Claim, desk: Desk, reviewer: User, second_reviewer: User
) -> None:
    Desk.objects.update(blind_from=Priority.LOW)
    making.at(claim, Status.SUBMITTED, by=reviewer)
    assert found(reviewer, "table") == [claim], "its author sees it"
    assert found(second_reviewer, "table office") == []
    [one] = find(second_reviewer, Asked(words="unemployment")).found
    assert (one.verdict, one.why) == (None, "")


def test_where_no_claim_has_all_words_the_nearest_are_shown(claim: Claim, reader: User) -> None:
    page = find(reader, Asked(words="unemployment in Ruritania"))
    assert page.some
    assert [one.claim for one in page.found] == [claim]


def test_filters_narrow_it(article: Article, settled: Claim, reader: User) -> None:
    assert found(reader, "unemployment", status="open") == []
    assert found(reader, "unemployment", status="settled") == [settled]
    assert found(reader, "unemployment", kind="event") == []
    assert found(reader, "unemployment", desk=settled.desk_id) == [settled]


def test_pages_follow_each_other(article: Article, desk: Desk, editor: User, reader: User) -> None:
    making.article(desk, editor, title="Another")
    first = find(reader, Asked(words="bridge"), size=1)
    second = find(reader, Asked(words="bridge"), before=first.before, size=1)
    numbers = [one.claim.pk for page in (first, second) for one in page.found]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) == 2
    assert second.before is None


def test_another_desk_finds_nothing_of_it(claim: Claim, stranger: User) -> None:
    assert found(stranger, "unemployment") == []
    assert search.matches([stranger.memberships.get().desk_id], claim.text) == []


def test_what_was_checked_before_is_seen_again(settled: Claim, again: Claim, reviewer: User) -> None:
    [one] = seen_before(again, reviewer)
    assert (one.claim, one.verdict) == (settled, settled.verdicts.get())
    assert seen_before(settled, reviewer) == [], "what comes later was not before"


def test_a_claim_about_something_else_is_not_shown(settled: Claim, again: Claim, reviewer: User) -> None:
    assert settled not in [one.claim for one in seen_before(again.article.claims.get(number=2), reviewer)]


def test_a_merged_claim_is_seen_through_the_one_that_has_it(
    article: Article, claim: Claim, again: Claim, reviewer: User
) -> None:
    other = article.claims.get(number=2)
    Claim.objects.filter(pk=claim.pk).update(
        status=Status.DISMISSED, dismissal=Dismissal.MERGED, merged_into=other, assignee=None
    )
    assert seen_before(again, reviewer) == []


@pytest.mark.parametrize("words", ["'", "\\", "a & b | !c", "<->", "“", "the of and", "'; DROP", "ä" * 400])
def test_any_words_can_be_asked_for(words: str, claim: Claim, reader: User) -> None:
    find(reader, Asked(words=words))
    search.matches([claim.desk_id], words)
