"""A web server on this machine alone, and a reach that leads to it: the tests' own, also in the sandbox's child."""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from factcheck.intake.reach import Reach

HERE = "127.0.0.1"
ELSEWHERE = "10.1.2.3"


def resolve(host: str, port: int) -> list[str]:
    """Whatever ends in `.example` is here, but for the host `inside.example`, which is on a private network."""
    if host == "nowhere.example":
        raise OSError
    return {"inside.example": [ELSEWHERE], "both.example": [HERE, ELSEWHERE]}.get(host, [HERE])


def is_here(address: str, port: int) -> bool:
    return address == HERE


LOOPBACK = Reach(resolve, is_here)


@dataclass(frozen=True)
class Answer:
    """`pause` is waited before each of the parts, in seconds."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    parts: int = 1
    pause: float = 0.0


@dataclass
class Site:
    """Its port, what it answers by path, and the headers of what it was asked."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "paper.example") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> Sequence[str]:
        return [path for path, _ in self.asked]


@contextmanager
def site() -> Iterator[Site]:
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, dict(self.headers)))
            answer = found.answers.get(self.path, Answer(status=404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            for _ in range(answer.parts):
                time.sleep(answer.pause)
                self.wfile.write(answer.body)

        def log_message(self, *_args: Any) -> None: ...

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:
                self.close_connection = True

    server = ThreadingHTTPServer((HERE, 0), Handler)
    server.daemon_threads = True
    found.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
