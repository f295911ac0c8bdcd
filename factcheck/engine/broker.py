"""The task queue inside PostgreSQL: Celery's settings for it, and its database."""

from pathlib import Path

from factcheck.engine.places import PORT, place

DATABASE = "factcheck_broker"


def celery_settings(var_dir: Path) -> dict[str, object]:
    """Celery's settings for the queue in the local PostgreSQL of this var folder, by their lower-case names."""
    conn_string = f"host={place(var_dir).sockets} port={PORT} user=factcheck dbname={DATABASE}"
    return {
        "broker_url": "pgmq://",
        "broker_transport_options": {
            "conn_string": conn_string,
            "init_extension": False,
            "use_notify": True,
            "notify_throttle_interval_ms": 0,
            "wait_time_seconds": 0,
            "polling_interval": 0.1,
            "pool_size": 4,
            "pool_timeout": 2,
        },
        "worker_enable_remote_control": False,
    }
