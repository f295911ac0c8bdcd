"""The Celery app. Only this module and `factcheck.tasks` know Celery."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")

from django.conf import settings

from factcheck.engine.broker import celery_settings

app = Celery("factcheck", include=["factcheck.tasks"])
app.conf.update(
    broker_url=settings.CELERY_BROKER_URL,
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_time_limit=settings.SPLIT_TIME_SECONDS + 60,  # the splitting ends itself long before
    # A request never waits for a broker that is down: the job row is stored, and the sweeper publishes it later.
    broker_connection_timeout=2,
    task_publish_retry=False,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    worker_hijack_root_logger=False,
    worker_enable_remote_control=False,
    beat_schedule={
        "sweep": {
            "task": "factcheck.sweep",
            "schedule": settings.SWEEP_SECONDS,
            "options": {"expires": settings.SWEEP_SECONDS},  # so that they never pile up behind a worker that is away
        }
    },
)
if not settings.CELERY_BROKER_URL:
    app.conf.update(celery_settings(settings.VAR_DIR))
