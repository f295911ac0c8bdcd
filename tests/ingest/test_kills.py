"""Workers killed in the middle of their work: nothing is lost, nothing comes twice, nothing is half there."""

from collections.abc import Callable

import pytest

from factcheck.models import Desk, User
from tests.ingest import trial
from tests.worker import Worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("worker")]


@pytest.fixture
def worker_settings() -> dict[str, str]:
    return {"SPLIT_LEASE_SECONDS": "2"}


@pytest.mark.parametrize("extraction", [trial.SLOW], indirect=True)
def test_twenty_kills_over_forty_articles(
    worker: Worker, desk: Desk, editor: User, record_property: Callable[[str, object], None]
) -> None:
    record_property("figures", trial.survive(worker, desk, editor, articles=40, kills=20))
