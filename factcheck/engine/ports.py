"""Whether an address is free to listen on, and whether a web server answers there."""

import contextlib
import errno
import http.client
import socket
import time

from factcheck.engine.errors import EngineError

ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - to look up, not to listen on


def require_free(host: str, port: int, *, patience: float = 0.0) -> None:
    """Checks that this process may listen on the address; `patience` is how many seconds it may still be taken.

    Raises EngineError where it may not.
    """
    deadline = time.monotonic() + patience
    while error := _refusal(host, port):
        if error.errno != errno.EADDRINUSE or time.monotonic() > deadline:
            raise EngineError(_sentence(host, port, error))
        time.sleep(0.1)


def answers(host: str, port: int) -> bool:
    """Whether an HTTP server answers there, with any status."""
    connection = http.client.HTTPConnection(ANY_ADDRESS.get(host, host), port, timeout=5)
    try:
        connection.request("HEAD", "/", headers={"Host": "localhost"})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def url(host: str, port: int) -> str:
    """The address to type into a browser on this machine."""
    name = ANY_ADDRESS.get(host, host)
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/"


def _refusal(host: str, port: int) -> OSError | None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with contextlib.closing(socket.socket(family, kind, protocol)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        return error
    return None


def _sentence(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is taken by another program. {_instead(f'--port {port + 1}')}"
    if error.errno == errno.EACCES:
        return f"Port {port} is only for root. {_instead('--port 8000')}"
    return f"The desk cannot listen on {host}, port {port} ({error.strerror}). {_instead('--host 127.0.0.1')}"


def _instead(options: str) -> str:
    return f'Choose another one: make run ARGS="{options}"'
