"""Chromium for the journeys: the machine's own, nothing downloaded."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Playwright
from pytest_django.live_server_helper import LiveServer

from factcheck.models import User

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = "Chromium is not installed: the browser tests were NOT run (on Debian: apt-get install chromium)"

ANSWER_SECONDS = 10.0
CALM_LOOKS = 3  # between two statements of one answer its connection looks idle

Sit = Callable[..., Page]

# Playwright's event loop runs in the test's thread, where Django would refuse to touch the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--picture", action="store_true", help="take README's picture of the proof view")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.enable_socket)
            item.add_marker(pytest.mark.django_db(transaction=True))
            item.add_marker(pytest.mark.xdist_group("browser"))
            if not CHROMIUM and "CI" not in os.environ:
                item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session", autouse=True)
def _no_connection_outlives_the_loop(playwright: Playwright) -> Iterator[None]:
    """While Playwright's loop runs, Django keeps connections in a place of its own, and forgets them there."""
    yield
    connections.close_all()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if not CHROMIUM:
        pytest.fail(MISSING)
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": quiet}


@pytest.fixture
def sit(browser: Browser, live_server: LiveServer) -> Iterator[Sit]:
    """Somebody at the desk, logged in; a violation of the Content-Security-Policy fails the test."""
    complaints: list[str] = []
    contexts = []

    def down(person: User, **options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        _log_in(context, person, live_server.url)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
        return page

    yield down
    for context in contexts:
        context.close()
    _let_answers_end()
    assert complaints == []


def _let_answers_end() -> None:
    """An open page asks by itself; an answer still under way would hold rows that the next test's flush waits for."""
    deadline, calm = time.monotonic() + ANSWER_SECONDS, 0
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND state <> 'idle' AND backend_type = 'client backend'"
            )
            (busy,) = cursor.fetchone()
        calm = 0 if busy else calm + 1
        if calm == CALM_LOOKS:
            return
        time.sleep(0.05)


def _log_in(context: BrowserContext, person: User, url: str) -> None:
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])
