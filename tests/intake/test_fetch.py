"""Pages are fetched from the public web alone, within limits, and without a trace of who asks.

The tests' server is on this machine, so they are given a reach that allows it; what the real one allows is asked of it.
"""

import gzip
import time
from collections.abc import Iterator

import pytest

from factcheck import intake
from factcheck.intake import fetch
from factcheck.intake.errors import IntakeError
from factcheck.intake.limits import MOST_UPLOAD_BYTES
from factcheck.intake.reach import PUBLIC, Reach
from tests.intake.serving import ELSEWHERE, HERE, LOOPBACK, Answer, Site, is_here, site
from tests.intake.test_html import WHOLE
from tests.intake.test_pdf import WHOLE as WHOLE_PDF

pytestmark = pytest.mark.enable_socket
PLAIN = {"Content-Type": "text/plain"}


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as found:
        yield found


def refused(url: str, reach: Reach = LOOPBACK) -> str:
    with pytest.raises(IntakeError) as refusal:
        fetch.retrieve(url, reach)
    return str(refusal.value)


def test_a_page_comes_as_it_is_with_its_address_and_a_name(web: Site) -> None:
    web.answers["/news/bridge.html?id=4"] = Answer(WHOLE)
    found = fetch.retrieve(web.url("/news/bridge.html?id=4#top"), LOOPBACK)
    assert found == fetch.Fetched(web.url("/news/bridge.html?id=4"), "bridge.html", WHOLE, "utf-8")
    assert intake.read(found.name, found.data).title == "River bridge closed"


@pytest.mark.parametrize(
    ("path", "media_type", "data", "name"),
    [
        ("/report", "application/pdf", WHOLE_PDF, "report.pdf"),
        ("/a%2Fb/n%C3%B6te", "text/plain; charset=utf-8", b"It rained.", "nöte.txt"),
        ("/", "text/html", WHOLE, "paper.example.html"),
        ("/a", "application/octet-stream", WHOLE_PDF, "a.pdf"),
        ("/a.php", "", WHOLE, "a.html"),
    ],
)
def test_what_the_server_calls_it_or_how_it_begins_says_how_it_is_read(
    path: str, media_type: str, data: bytes, name: str, web: Site
) -> None:
    web.answers[path] = Answer(data, headers={"Content-Type": media_type} if media_type else {})
    assert fetch.retrieve(web.url(path), LOOPBACK).name == name


def test_packed_pages_are_unpacked(web: Site) -> None:
    web.answers["/"] = Answer(gzip.compress(WHOLE), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
    assert fetch.retrieve(web.url(), LOOPBACK).data == WHOLE


def test_a_redirect_is_followed_and_the_last_address_is_the_source(web: Site) -> None:
    web.answers["/old"] = Answer(status=301, headers={"Location": web.url("/new", "other.example")})
    web.answers["/new"] = Answer(WHOLE)
    assert fetch.retrieve(web.url("/old"), LOOPBACK).url == web.url("/new", "other.example")


def test_nothing_is_sent_that_tells_who_asks_or_was_set_on_the_way(web: Site) -> None:
    web.answers["/a"] = Answer(status=302, headers={"Location": "/b", "Set-Cookie": "id=1"})
    web.answers["/b"] = Answer(WHOLE)
    fetch.retrieve(web.url("/a"), LOOPBACK)
    names = {name.lower() for _, headers in web.asked for name in headers}
    assert web.paths == ["/a", "/b"]
    assert names == {"host", "accept", "accept-encoding", "user-agent", "connection"}


@pytest.mark.parametrize("host", ["inside.example", "both.example"])
def test_a_host_with_an_address_that_is_not_public_is_refused(host: str, web: Site) -> None:
    assert refused(web.url("/", host)) == (f"{host} is not on the public web, and the desk fetches from nowhere else.")
    assert web.asked == []


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1/", "http://localhost/", "https://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/a"),
        *("http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://127.1/", "http://2130706433/"),
    ],
)
def test_the_real_reach_does_not_lead_to_this_machine_or_its_network(url: str) -> None:
    assert "is not on the public web" in refused(url, PUBLIC)


def test_a_page_cannot_lead_inside(web: Site) -> None:
    web.answers["/"] = Answer(status=302, headers={"Location": web.url("/secret", "inside.example")})
    assert "inside.example is not on the public web" in refused(web.url())
    assert web.paths == ["/"]


def test_a_name_that_leads_elsewhere_a_moment_later_changes_nothing(web: Site) -> None:
    """The address that was looked at is the one that is connected to."""
    web.answers["/"] = Answer(WHOLE)
    places = iter([[HERE], [ELSEWHERE]])
    assert fetch.retrieve(web.url(), Reach(lambda _host, _port: next(places), is_here)).data == WHOLE
    assert list(places) == [[ELSEWHERE]]


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("ftp://paper.example/", "ftp://paper.example/ is no address of a web page."),
        ("file:///etc/passwd", "file:/etc/passwd is no address of a web page."),
        ("http://", "http: is no address of a web page."),
        ("http://me:secret@paper.example/", "The address holds a user name or a password."),
        ("http://nowhere.example/", "There is no server called nowhere.example."),
        ("http://[::1/", "http://[::1/ is no address of a web page."),
    ],
)
def test_an_address_that_leads_to_no_page_is_refused(url: str, sentence: str) -> None:
    assert refused(url).startswith(sentence)
    assert "secret" not in refused(url)


@pytest.mark.parametrize("to", ["ftp://paper.example/", "file:///etc/passwd", "http://a:b@paper.example/", "http://["])
def test_nor_may_a_page_lead_to_one(to: str, web: Site) -> None:
    web.answers["/"] = Answer(status=302, headers={"Location": to})
    assert refused(web.url()).endswith(".")
    assert web.paths == ["/"]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (404, "paper.example has no page at this address (404)."),
        (403, "paper.example does not show this page to the desk (403)."),
        (429, "paper.example did not send the page (429)."),
        (500, "paper.example did not send the page (500)."),
        (204, "paper.example did not send the page (204)."),
    ],
)
def test_a_server_that_sends_no_page_is_named(status: int, sentence: str, web: Site) -> None:
    web.answers["/"] = Answer(status=status)
    assert refused(web.url()).startswith(sentence)


def test_a_picture_is_no_page(web: Site) -> None:
    web.answers["/"] = Answer(b"\x89PNG", headers={"Content-Type": "image/png"})
    assert refused(web.url()).startswith("paper.example sent no page but a file of the type image/png.")


def test_a_circle_of_redirects_ends(web: Site) -> None:
    web.answers["/"] = Answer(status=302, headers={"Location": "/"})
    assert "leads from page to page without an end" in refused(web.url())
    assert len(web.asked) == fetch.MOST_REDIRECTS + 1


def test_what_is_larger_than_can_be_read_is_refused_while_it_comes(web: Site) -> None:
    web.answers["/"] = Answer(b"x" * 1024 * 1024, headers=PLAIN, parts=50)
    assert "has more than 5 MB, the most that can be read." in refused(web.url())


def test_so_is_what_unpacks_to_more(web: Site) -> None:
    packed = gzip.compress(b"x" * (MOST_UPLOAD_BYTES + 1))
    web.answers["/"] = Answer(packed, headers=PLAIN | {"Content-Encoding": "gzip"})
    assert "has more than 5 MB, the most that can be read." in refused(web.url())


def test_a_server_without_a_certificate_is_refused(web: Site) -> None:
    assert refused(web.url().replace("http://", "https://")).startswith("paper.example has no safe connection")


def test_a_server_that_is_not_there_is_refused(web: Site) -> None:
    web.port = 1
    assert refused(web.url()).startswith("paper.example cannot be reached.")


def test_a_page_that_dribbles_in_is_given_up_in_time(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PUBLIC", LOOPBACK)
    monkeypatch.setattr(fetch, "SECONDS", 2.0)
    web.answers["/"] = Answer(b"<p>", parts=100, pause=0.2)
    started = time.monotonic()
    with pytest.raises(IntakeError, match=r"^paper\.example takes longer than 2 seconds to send the page\."):
        fetch.page(web.url())
    assert time.monotonic() - started < 4


@pytest.mark.parametrize(
    ("media_type", "data", "readable"),
    [
        ("text/html; charset=windows-1251", "<p>Мост</p>".encode("cp1251"), "<p>Мост</p>".encode()),
        ("text/plain; charset=ISO-8859-1", "“Café”".encode("cp1252"), "“Café”".encode()),
        ("text/plain; charset=ISO-8859-1", "Café".encode(), "Café".encode()),
        ("text/html; charset=nonsense", b"<p>Caf\xe9</p>", b"<p>Caf\xe9</p>"),
        ("text/html", b"<p>Caf\xe9</p>", b"<p>Caf\xe9</p>"),
        ("application/pdf; charset=windows-1251", b"%PDF-\xe9", b"%PDF-\xe9"),
    ],
)
def test_the_encoding_that_the_server_names_holds_where_it_is_no_utf_8(
    media_type: str, data: bytes, readable: bytes, web: Site
) -> None:
    web.answers["/a"] = Answer(data, headers={"Content-Type": media_type})
    found = fetch.retrieve(web.url("/a"), LOOPBACK)
    assert (found.data, found.readable) == (data, readable)


def test_it_is_fetched_in_a_process_with_limits(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "PUBLIC", LOOPBACK)
    web.answers["/bridge"] = Answer(WHOLE)
    assert fetch.page(web.url("/bridge")) == fetch.Fetched(web.url("/bridge"), "bridge.html", WHOLE, "utf-8")
    with pytest.raises(IntakeError, match="has no page at this address"):
        fetch.page(web.url("/other"))
