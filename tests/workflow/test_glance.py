"""The marks by which one reading of a draft serves everybody who has it open: another after every change."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.utils import timezone

from factcheck.models import Article, Claim, Clearance, Job, Membership, User
from factcheck.models.choices import JobState
from factcheck.workflow import claims, clearing, glance

Change = Callable[[Claim, User], object]


def take(claim: Claim, editor: User) -> None:
    claims.take(claim_id=claim.pk, by=editor, seen=claim.version)


def waive(claim: Claim, editor: User) -> None:
    clearing.waive(claim_id=claim.pk, by=editor, seen=claim.version, key=uuid4(), reason="It is an opinion.")


def clear(claim: Claim, editor: User) -> None:
    Clearance.objects.create(article=claim.article, draft=claim.draft, by=editor)


def read_again(claim: Claim, _editor: User) -> None:
    Job.objects.filter(draft=claim.draft).update(state=JobState.FAILED, error="It was too long.")


@pytest.mark.parametrize("change", [take, waive, clear, read_again])
def test_a_change_makes_another_mark(change: Change, claim: Claim, editor: User) -> None:
    before = glance.mark(claim.article_id, claim.draft_id)
    assert glance.mark(claim.article_id, claim.draft_id) == before
    change(claim, editor)
    assert glance.mark(claim.article_id, claim.draft_id) != before


def test_nobody_looks_at_an_article_of_another_desk(article: Article, stranger: User, reader: User) -> None:
    draft = article.drafts.get()
    assert glance.glance(stranger, article.pk, draft_id=draft.pk, since=timezone.now()) is None
    assert glance.glance(reader, article.pk, draft_id=draft.pk, since=timezone.now()) is not None
    Membership.objects.filter(user=reader).delete()
    assert glance.glance(reader, article.pk, draft_id=draft.pk, since=timezone.now()) is None


def test_a_draft_of_another_article_has_nothing_to_tell(
    article: Article, claim: Claim, reader: User, editor: User
) -> None:
    elsewhere = Article.objects.create(desk=article.desk, title="Elsewhere", created_by=editor)
    found = glance.glance(reader, elsewhere.pk, draft_id=claim.draft_id, since=claim.created_at, claim_id=claim.pk)
    assert found is not None
    assert found.versions == {}
    assert found.stamp == ""
