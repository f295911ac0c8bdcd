"""The Celery app. Only this module and `factcheck.tasks` know Celery."""

import os
from typing import Any

from celery import Celery
from celery.platforms import set_pdeathsig  # type: ignore[attr-defined] # its types leave it out
from celery.signals import beat_embedded_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
# Django's checks are of pages too: for their sake alone, each worker would load every view. `manage.py` makes them.
os.environ.setdefault("CELERY_SKIP_CHECKS", "yes")

from django.conf import settings

from factcheck.engine.broker import QUEUE, celery_settings

BROKER_SECONDS = 2.0
WARN_SECONDS = 300.0  # as often is it looked whether an article is due soon
EXPIRE_SECONDS = 3600.0  # as often is forgotten what has been kept for long enough: previews, log-ins
# Alone among the clients, that of Redis waits for ever where a server accepts and never answers.
REDIS_OPTIONS = {"socket_timeout": BROKER_SECONDS, "socket_connect_timeout": BROKER_SECONDS}

app = Celery("factcheck", include=["factcheck.tasks"])
app.conf.update(
    broker_url=settings.CELERY_BROKER_URL,
    task_default_queue=QUEUE,  # a broker may serve other programs too
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_time_limit=settings.SPLIT_TIME_SECONDS + 60,  # the splitting ends itself long before
    # A request hardly waits for a broker that is down: the job row is stored, and the sweep sends its message later.
    # The one retry is for a connection that went stale; with none, Celery takes longer to see that nobody listens.
    broker_connection_timeout=BROKER_SECONDS,
    broker_pool_acquire_timeout=BROKER_SECONDS,
    task_publish_retry=True,
    task_publish_retry_policy={"max_retries": 1, "interval_start": 0, "interval_step": 0, "interval_max": 0},
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    worker_hijack_root_logger=False,
    worker_enable_remote_control=False,
    beat_schedule={
        "sweep": {
            "task": "factcheck.sweep",
            "schedule": settings.SWEEP_SECONDS,
            "options": {"expires": settings.SWEEP_SECONDS},  # so that they never pile up behind a worker that is away
        },
        "warn": {"task": "factcheck.warn", "schedule": WARN_SECONDS, "options": {"expires": WARN_SECONDS}},
        "expire": {"task": "factcheck.expire", "schedule": EXPIRE_SECONDS, "options": {"expires": EXPIRE_SECONDS}},
        "digest": {
            "task": "factcheck.digest",
            "schedule": settings.DIGEST_MINUTES * 60,
            "options": {"expires": settings.DIGEST_MINUTES * 60},
        },
    },
)
if not settings.CELERY_BROKER_URL:
    app.conf.update(celery_settings(settings.VAR_DIR))
elif settings.CELERY_BROKER_URL.startswith(("redis", "valkey")):
    app.conf.broker_transport_options = REDIS_OPTIONS


@beat_embedded_init.connect
def end_with_the_worker(**_known: Any) -> None:
    """On Linux, a beat inside a worker ends with it, also when the worker is killed, as the pool's processes do."""
    set_pdeathsig("SIGKILL")
