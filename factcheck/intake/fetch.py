"""Pages of the public web, fetched for somebody who gives their address. The only connections that the intake makes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from factcheck.intake.confinement import HELP, confined
from factcheck.intake.decoding import recoded
from factcheck.intake.errors import IntakeError
from factcheck.intake.formats import extension_of
from factcheck.intake.limits import MOST_UPLOAD_BYTES, megabytes
from factcheck.intake.reach import PUBLIC, Reach

if TYPE_CHECKING:
    import httpx

SECONDS = 10.0  # in all, from finding the server to the last byte: somebody waits for it
MOST_REDIRECTS = 5
LONGEST_NAME_CHARACTERS = 100
HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "User-Agent": "Factcheck (a newsroom's fact-checking desk; a person asked for this page)",
}
NO_ADDRESS = "is no address of a web page. It begins with https:// or http://."
_REFUSING = {401, 402, 403, 407, 451}
_GONE = {404, 410}
_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_UNNAMEABLE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came, the address that it came from in the end, and a name for it as a file.

    `encoding` is that which the server names; empty: none.
    """

    url: str
    name: str
    data: bytes
    encoding: str = ""

    @property
    def readable(self) -> bytes:
        """In UTF-8, where the server's word for the encoding holds; it counts for more than the page's own."""
        return recoded(self.data, self.encoding)


def page(url: str) -> Fetched:
    """The page at this address, of at most MOST_UPLOAD_BYTES and within SECONDS.

    Raises IntakeError, with a sentence for the person, for whatever is not a readable page of the public web.
    """
    name = _host(url)
    late = f"{name} takes longer than {SECONDS:g} seconds to send the page. {HELP}"
    fetched = confined(retrieve, url, PUBLIC, name=name, seconds=SECONDS, too_long=late)
    assert isinstance(fetched, Fetched)  # noqa: S101 - for the type checker
    return fetched


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def retrieve(url: str, reach: Reach) -> Fetched:
    """As `page`, in this process and without its limit of time."""
    import httpx  # noqa: PLC0415 - a third of a second, for those who name an address

    from factcheck.intake.guarded import GuardedTransport, Trouble  # noqa: PLC0415 - as above

    client = httpx.Client(
        transport=GuardedTransport(reach),
        follow_redirects=True,
        max_redirects=MOST_REDIRECTS,
        timeout=SECONDS,
        headers=HEADERS,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        event_hooks={"request": [lambda request: _check(request.url)]},
        trust_env=False,
    )
    try:
        _check(httpx.URL(url))
        with client, client.stream("GET", url) as answer:
            _check_status(answer)
            return _fetched(answer, b"".join(_bounded(answer)))
    except httpx.TooManyRedirects:
        raise IntakeError(f"{url} leads from page to page without an end. {HELP}") from None
    except httpx.InvalidURL:
        raise IntakeError(f"{url} {NO_ADDRESS}") from None
    except (httpx.HTTPError, *Trouble) as error:
        raise IntakeError(_why(_host(url), error)) from error


def _check(url: "httpx.URL") -> None:
    """Asked of each address on the way, before anything is sent there."""
    if url.scheme not in {"http", "https"} or not url.host:
        raise IntakeError(f"{url} {NO_ADDRESS}")
    if url.userinfo:
        raise IntakeError("The address holds a user name or a password. Take it out, or paste the page’s text.")


def _check_status(answer: "httpx.Response") -> None:
    host, status = answer.url.host, answer.status_code
    if status in _GONE:
        raise IntakeError(f"{host} has no page at this address ({status}). Look whether it is whole.")
    if status in _REFUSING:
        raise IntakeError(f"{host} does not show this page to the desk ({status}). {HELP}")
    if status != 200:
        raise IntakeError(f"{host} did not send the page ({status}). Try again later, or paste its text.")


def _bounded(answer: "httpx.Response") -> Iterator[bytes]:
    size = 0
    for part in answer.iter_bytes():
        size += len(part)
        if size > MOST_UPLOAD_BYTES:
            most = megabytes(MOST_UPLOAD_BYTES)
            raise IntakeError(
                f"The page at {answer.url.host} has more than {most} MB, the most that can be read. {HELP}"
            )
        yield part


def _fetched(answer: "httpx.Response", data: bytes) -> Fetched:
    media_type = answer.headers.get("Content-Type", "").split(";")[0].strip().lower()
    extension = extension_of(media_type) or _told_by(data, media_type)
    if not extension:
        raise IntakeError(
            f"{answer.url.host} sent no page but a file of the type {media_type}. Save it, and upload it."
        )
    stem = _UNNAMEABLE.sub("-", PurePosixPath(unquote(answer.url.path)).stem).strip("-.")[:LONGEST_NAME_CHARACTERS]
    url, name = str(answer.url.copy_with(fragment=None)), f"{stem or answer.url.host}{extension}"
    encoding = answer.charset_encoding if media_type.startswith(("text/", "application/xhtml")) else None
    return Fetched(url, name, data, encoding or "")


def _told_by(data: bytes, media_type: str) -> str:
    """The format's extension, by how the bytes begin, where the server does not say what they are."""
    if media_type not in {"", "application/octet-stream", "binary/octet-stream"}:
        return ""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    return ".html" if _MARKUP.match(data) else ""


def _why(host: str, error: Exception) -> str:
    if "SSL" in str(error):
        return f"{host} has no safe connection: its certificate is missing, out of date or another’s. {HELP}"
    return f"{host} cannot be reached. Look whether the address is right, or paste the page’s text."
