"""Where the local PostgreSQL lies."""

from pathlib import Path

import dj_database_url
import pytest

from factcheck.engine import places
from factcheck.engine.postgres import default_url


@pytest.fixture
def ordinary_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "runs_as_root", lambda: False)


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Root, with a stand-in for /var/lib, which is returned."""
    monkeypatch.setattr(places, "runs_as_root", lambda: True)
    system = tmp_path / "lib"
    system.mkdir()
    monkeypatch.setattr(places, "SYSTEM_FOLDER", system)
    return system


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "reachable", lambda _folder: False)


@pytest.fixture
def open_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "reachable", lambda _folder: True)


def test_lies_in_the_var_folder(ordinary_user: None) -> None:
    where = places.place(Path("/srv/desk/var"))
    assert where.data == Path("/srv/desk/var/postgres/data")
    assert where.socket == Path("/srv/desk/var/postgres/socket/.s.PGSQL.5432")


@pytest.mark.parametrize("folder", ["/srv/" + "d" * 70 + "/var", "/srv/Jane Doe/var", "/srv/größe/var", "/srv/a,b/var"])
def test_a_socket_path_that_does_not_fit_moves_to_a_short_folder(ordinary_user: None, folder: str) -> None:
    where = places.place(Path(folder))
    assert where.sockets.parent == places.SHORT_FOLDER
    assert where.home == Path(folder) / "postgres"
    assert where == places.place(Path(folder)), "every process has to work out the same place"
    assert where.sockets != places.place(Path(folder + "2")).sockets


def test_the_longest_socket_path_fits_the_operating_system(ordinary_user: None) -> None:
    for length in range(1, 100):
        assert len(bytes(places.place(Path("/" + "d" * length)).socket)) < places.SOCKET_BYTES


def test_under_root_it_lies_in_the_var_folder_where_others_can_pass(root: Path, open_to_all: None) -> None:
    assert places.place(Path("/srv/desk/var")).home == Path("/srv/desk/var/postgres")


def test_under_root_it_leaves_a_var_folder_that_is_closed_to_others(root: Path, closed: None) -> None:
    assert places.place(Path("/srv/desk/var")).home.parent == root


def test_under_root_it_stays_outside_once_it_is_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "reachable", lambda _folder: False)
    home = places.place(Path("/srv/desk/var")).home
    home.mkdir()
    monkeypatch.setattr(places, "reachable", lambda _folder: True)
    assert places.place(Path("/srv/desk/var")).home == home


def test_a_closed_folder_above_closes_all_below(tmp_path: Path) -> None:
    inner = tmp_path / "closed" / "inner"
    inner.mkdir(parents=True)
    assert not places.reachable(inner), "pytest's own folder is closed to others"
    assert places.reachable(Path("/usr/bin/still-to-be-made"))


def test_the_url_leads_django_to_the_socket(ordinary_user: None) -> None:
    settings = dj_database_url.parse(default_url(Path("/srv/Desk/var")))
    assert settings["NAME"] == settings["USER"] == "factcheck"
    assert settings["OPTIONS"] == {"host": "/srv/Desk/var/postgres/socket", "port": 5432}
