"""Words that are typed and sent at almost the same time."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection, transaction

from factcheck.models import Claim, Unsent, User
from factcheck.workflow import comments, unsent


@pytest.mark.django_db(transaction=True)
def test_words_that_arrive_while_their_form_is_at_work_are_not_kept(claim: Claim, reviewer: User) -> None:
    key = uuid4()

    def keep() -> Unsent | None:
        try:
            return unsent.keep(by=reviewer, form="comment", about=claim, words={"body": "Which May?"}, key=key)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            comments.comment(claim_id=claim.pk, by=reviewer, key=key, body="Which May?")
            late = pool.submit(keep)
        assert late.result() is None
    assert not Unsent.objects.exists()
