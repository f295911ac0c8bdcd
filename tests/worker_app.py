"""The desk's own Celery app, on the broker and, where a test needs time to kill it, with the extraction it names."""

import json
import os
import threading
from typing import Any

from celery.signals import worker_process_init

from factcheck.celery import app

app.conf.update(json.loads(os.environ.get("TEST_BROKER", "{}")))


@worker_process_init.connect
def choose_extraction(**_known: Any) -> None:
    from factcheck.ingest import reading  # noqa: PLC0415 - Django is set up by now

    reading.TARGET = os.environ.get("TEST_TARGET", reading.TARGET)
    reading._own = threading.local()  # noqa: SLF001 - the child may have been started for the other one already
