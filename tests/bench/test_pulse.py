"""Two hundred open pages that ask what is new, against the desk as `manage.py up` starts it."""

import html
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import pytest
from django.conf import settings

from tests.management.test_up import Up

pytestmark = pytest.mark.enable_socket

PAGES, ARTICLES = 200, 20
EVERY_SECONDS = 2.5
SECONDS = 30
SLOWEST_P95_MS = 500  # seen by a machine that runs the clients too
TICKS = os.sysconf("SC_CLK_TCK")

# Run inside the desk's own environment: people, their sessions, and articles that its worker then splits.
MAKE = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from factcheck import ingest, tasks
from factcheck.management.commands.seed import SAMPLE
from factcheck.models import Desk, Membership, User
from django.conf import settings
desk, editor = Desk.objects.get(slug="news"), User.objects.get(username="editor")
text, articles, sessions = SAMPLE.read_text(), [], []
for number in range({articles}):
    draft = ingest.paste(desk=desk, by=editor, text=text, title=f"Article {{number}}")
    tasks.enqueue_split(draft.pk)
    articles.append(draft.article_id)
for number in range({pages}):
    person = User.objects.create_user(f"reviewer-{{number}}")
    Membership.objects.create(desk=desk, user=person, role=2)
    session = SessionStore()
    session.update({{SESSION_KEY: str(person.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
                     HASH_SESSION_KEY: person.get_session_auth_hash()}})
    session.create()
    sessions.append(session.session_key)
print(json.dumps([articles, sessions]))
"""


# Colleagues at work: one claim after the other changes, one a second.
WORK = """
import time
from factcheck.models import Claim, User
from factcheck.workflow import claims
by = User.objects.get(username="reviewer")
for claim in Claim.objects.filter(number=2).order_by("?")[:{seconds}]:
    claims.take(claim_id=claim.pk, by=by, seen=claim.version)
    time.sleep(1)
"""


@pytest.fixture(scope="module")
def desk() -> Iterator[Up]:
    with TemporaryDirectory(prefix="pulse-") as folder:
        with socket.create_server(("127.0.0.1", 0)) as door:
            port = door.getsockname()[1]
        up = Up(Path(folder), port)
        with up.process:
            try:
                yield up.ready()
            finally:
                up.process.terminate()
                up.ended()


@pytest.fixture(scope="module")
def places(desk: Up) -> list[tuple[int, str]]:
    """For each page its article and the session of who has it open."""
    with inside(desk, MAKE.format(articles=ARTICLES, pages=PAGES)) as made:
        said, trouble = made.communicate()
    assert made.returncode == 0, trouble
    articles, sessions = json.loads(said.splitlines()[-1])
    return [(articles[number % ARTICLES], session) for number, session in enumerate(sessions)]


def inside(desk: Up, program: str) -> "subprocess.Popen[str]":
    """The program, over the desk's own database."""
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "CELERY_BROKER_URL"}}
    environment |= {"VAR_DIR": str(desk.var_dir), "SECRET_KEY_FILE": str(desk.var_dir / "secret_key")}
    return subprocess.Popen(
        [sys.executable, settings.BASE_DIR / "manage.py", "shell", "--verbosity", "0", "-c", program],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@dataclass
class OpenPage:
    """One tab: asks every few seconds over a connection that stays, and follows the address that it is given."""

    port: int
    article: int
    session: str
    waits: list[float] = field(default_factory=list)
    news: int = 0
    answers: frozenset[int] = frozenset({200, 204})

    def draw(self) -> None:
        self.link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        page = ""
        while 'id="pulse"' not in page:  # until the worker has split it
            page = self._get(f"/articles/{self.article}/")[1]
        self._follow(page)
        card = page[page.index('id="card-stamp"') :]
        self.opened = urlencode({name: _found(rf'name="{name}" value="(\w+)"', card) for name in ("claim", "stamp")})

    def ask(self) -> None:
        began = time.perf_counter()
        status, page = self._get(f"{self.url}&{self.opened}", {"HX-Request": "true"})
        self.waits.append(time.perf_counter() - began)
        assert status in self.answers, status
        if page:
            self.news += 1
            self._follow(page)

    def stay(self, until: float, after: float) -> None:
        time.sleep(after)
        while (began := time.monotonic()) < until:
            self.ask()
            time.sleep(max(0, EVERY_SECONDS - (time.monotonic() - began)))

    def _follow(self, page: str) -> None:
        self.url = html.unescape(_found(r'id="pulse" hx-get="([^"]+)"', page))

    def _get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
        headers = {"Cookie": f"sessionid={self.session}"} | (headers or {})
        try:
            self.link.request("GET", path, headers=headers)
            answer = self.link.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError):  # it was idle for too long, as a browser finds too
            self.link.close()
            self.link.request("GET", path, headers=headers)
            answer = self.link.getresponse()
        return answer.status, answer.read().decode()


def _found(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    assert found, pattern
    return found[1]


def seconds_of(desk: Up, words: str) -> float:
    """Of the processor, used until now by the desk's processes with these words in their command line."""
    used = 0
    for number, line in desk.left().items():
        if words in line:
            used += sum(
                int(ticks) for ticks in Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[11:15]
            )
    return used / TICKS


@pytest.fixture(scope="module")
def pages(desk: Up, places: list[tuple[int, str]]) -> Iterator[list[OpenPage]]:
    pages = [OpenPage(desk.port, article, session) for article, session in places]
    with ThreadPoolExecutor(4) as people:
        list(people.map(OpenPage.draw, pages))
    yield pages
    for page in pages:
        page.link.close()


@dataclass(frozen=True)
class Sitting:
    """What the questions of some seconds cost: of the web server's processor, and in waiting."""

    seconds: float
    waits: list[float]
    used: float

    @property
    def each(self) -> float:
        """Milliseconds of the processor."""
        return self.used * 1000 / len(self.waits)

    @property
    def p95(self) -> float:
        return quantiles(self.waits, n=20)[-1]

    def __str__(self) -> str:
        return (
            f"{len(self.waits) / self.seconds:.0f} questions a second, the web server {self.used / self.seconds:.0%} "
            f"of a core, {self.each:.1f} ms a question; median {median(self.waits):.0f} ms, p95 {self.p95:.0f} ms"
        )


def measured(desk: Up, pages: list[OpenPage], seconds: float) -> Sitting:
    for page in pages:
        page.waits, page.news = [], 0
    web, began = seconds_of(desk, "granian"), time.monotonic()
    sit(pages, seconds)
    lasted = time.monotonic() - began
    return Sitting(lasted, [wait * 1000 for page in pages for wait in page.waits], seconds_of(desk, "granian") - web)


@pytest.fixture(scope="module")
def plain(desk: Up, pages: list[OpenPage]) -> Sitting:
    """The same questions, of people who have not logged in: all of the web server, and none of the desk."""
    strangers = [replace(page, session="none", answers=frozenset({401})) for page in pages]
    for stranger, page in zip(strangers, pages, strict=True):
        stranger.url, stranger.opened = page.url, page.opened
        stranger.link = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=60)
    found = measured(desk, strangers, SECONDS / 2)
    for stranger in strangers:
        stranger.link.close()
    return found


@pytest.mark.parametrize("work", [False, True], ids=["quiet", "a claim changes each second"])
def test_two_hundred_open_pages(
    desk: Up, pages: list[OpenPage], plain: Sitting, work: bool, say: Callable[[str], None]
) -> None:
    sit(pages, 2 * EVERY_SECONDS)  # everybody has been seen, and says so
    colleagues = inside(desk, WORK.format(seconds=SECONDS)) if work else None
    found = measured(desk, pages, SECONDS)
    say(f"{PAGES} pages of {ARTICLES} articles, {sum(page.news for page in pages)} answers with news: {found}")
    say(f"against a question that is refused at the door: {found.each / plain.each:.1f} times ({plain})")
    say(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if colleagues:
        with colleagues:
            assert colleagues.wait() == 0, colleagues.stderr and colleagues.stderr.read()
    assert found.p95 < SLOWEST_P95_MS


def sit(pages: list[OpenPage], seconds: float) -> None:
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(PAGES) as people:
        spread = [EVERY_SECONDS * number / PAGES for number in range(PAGES)]
        list(people.map(OpenPage.stay, pages, [until] * PAGES, spread))
