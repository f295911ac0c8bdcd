"""Static files, before they are collected and after."""

import re
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.test import Client

from factcheck.web.collected import Collected


def test_before_they_are_collected_a_name_is_as_it_is(tmp_path: Path) -> None:
    assert Collected(location=tmp_path, base_url="/static/").url("css/base.css") == "/static/css/base.css"


def test_into_a_folder_that_was_not_there_they_are_collected_with_their_digests(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path / "new"
    call_command("collectstatic", interactive=False, verbosity=0)
    url = Collected(location=settings.STATIC_ROOT, base_url="/static/").url("css/base.css")
    assert re.fullmatch(r"/static/css/base\.[0-9a-f]{12}\.css", url)
    assert (settings.STATIC_ROOT / url.removeprefix("/static/")).is_file()


def test_other_sites_cannot_read_them(client: Client, db: None) -> None:
    answer = client.get("/static/css/base.css")
    answer.close()
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer
    assert answer["X-Content-Type-Options"] == "nosniff"
