"""Connections that are made to allowed addresses alone. The address that is looked at is the one that is connected to,
so a name that leads elsewhere a moment later leads nowhere else here.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from factcheck.intake.errors import IntakeError
from factcheck.intake.reach import Reach

CONNECT_SECONDS = 3.0  # for one of the host's addresses
Trouble = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)


class GuardedTransport(httpx.BaseTransport):
    def __init__(self, reach: Reach) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), max_connections=1, network_backend=_Guard(reach)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Parts(answer))

    def close(self) -> None:
        self._pool.close()


class _Parts(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Guard(httpcore.SyncBackend):
    def __init__(self, reach: Reach) -> None:
        self._reach = reach

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """To the first of the host's addresses that answers, if every one of them is allowed."""
        addresses = self._addresses(host, port)
        for address in addresses[:-1]:
            try:
                return super().connect_tcp(address, port, CONNECT_SECONDS, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return super().connect_tcp(addresses[-1], port, timeout, local_address, socket_options)

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            addresses = list(self._reach.resolve(host, port))
        except (OSError, UnicodeError):
            addresses = []
        if not addresses:
            raise IntakeError(f"There is no server called {host}. Look whether the address is right.")
        if not all(self._reach.allows(address, port) for address in addresses):
            raise IntakeError(f"{host} is not on the public web, and the desk fetches from nowhere else.")
        return addresses
