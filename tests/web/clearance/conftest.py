"""Articles that can be cleared, and that are."""

import pytest

from factcheck.models import Article, Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import clearing
from tests import making


@pytest.fixture
def ready(article: Article, claim: Claim, reviewer: User, second_reviewer: User) -> Article:
    """One claim settled, the other dismissed: nothing stands in the way."""
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    making.at(article.claims.get(number=2), Status.DISMISSED, by=reviewer)
    return article


@pytest.fixture
def cleared(ready: Article, editor: User) -> Article:
    clearing.clear(article_id=ready.pk, by=editor, seen=1)
    return ready
