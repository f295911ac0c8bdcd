"""The address to listen on."""

import errno
import http.server
import socket
import threading

import pytest

from factcheck.engine import ports
from factcheck.engine.errors import EngineError

pytestmark = pytest.mark.usefixtures("socket_enabled")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_free_port_is_accepted() -> None:
    ports.require_free("127.0.0.1", free_port())


def test_a_taken_port_is_refused_with_what_to_type() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(EngineError, match=rf"Port {port} .* is taken .*--port {port + 1}"):
            ports.require_free("127.0.0.1", port)


def test_a_port_that_is_being_given_up_is_waited_for() -> None:
    server = socket.create_server(("127.0.0.1", 0))
    port = server.getsockname()[1]
    closing = threading.Timer(0.3, server.close)
    closing.start()
    ports.require_free("127.0.0.1", port, patience=10)
    closing.join()


def test_a_port_for_root_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_refusal", lambda *_: PermissionError(errno.EACCES, "Permission denied"))
    with pytest.raises(EngineError, match="Port 80 is only for root"):
        ports.require_free("127.0.0.1", 80)


@pytest.mark.parametrize("host", ["192.0.2.1", "not an address"])
def test_an_address_of_another_machine_is_refused(host: str) -> None:
    with pytest.raises(EngineError, match=r"cannot listen on .*--host 127\.0\.0\.1"):
        ports.require_free(host, 8000)


def test_any_status_counts_as_an_answer() -> None:
    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    answering = threading.Thread(target=server.handle_request)
    answering.start()
    assert ports.answers("0.0.0.0", server.server_port)  # noqa: S104 - asked by its loopback name
    answering.join()
    server.server_close()


def test_silence_is_no_answer() -> None:
    assert not ports.answers("127.0.0.1", free_port())


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:80/"), ("0.0.0.0", "http://127.0.0.1:80/"), ("::", "http://[::1]:80/")],  # noqa: S104
)
def test_the_url_is_one_that_a_browser_can_open(host: str, url: str) -> None:
    assert ports.url(host, 80) == url
