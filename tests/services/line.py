"""A line to a server that can be cut and mended, since the servers themselves are not ours to stop."""

import contextlib
import socket
import threading

ANY_PORT = 0


class Line:
    """Passes on what comes to `port` on this machine, until it is cut: then nobody listens there."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._ends: set[socket.socket] = set()
        self.port = ANY_PORT
        self.mend()

    def mend(self) -> None:
        """Listen, on the same port as before."""
        self._door = socket.create_server(("127.0.0.1", self.port))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._welcome, args=[self._door], daemon=True).start()

    def cut(self) -> None:
        """Drop every connection, and take no new one."""
        for end in [self._door, *self._ends]:
            _hang_up(end)
        self._ends.clear()

    def _welcome(self, door: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                ours, _ = door.accept()
                theirs = socket.create_connection(self._target)
                self._ends |= {ours, theirs}
                for source, target in ((ours, theirs), (theirs, ours)):
                    threading.Thread(target=self._pass_on, args=[source, target], daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while words := source.recv(65536):
                target.sendall(words)
        for end in (source, target):
            _hang_up(end)
            self._ends.discard(end)


def _hang_up(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits in it
    end.close()
