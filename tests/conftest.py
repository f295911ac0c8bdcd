"""A real PostgreSQL for every run, and the standing people of the desk.

DATABASE_URL names a server to use; without it, a private one is started for the run and thrown away after it.
"""

import os
from contextlib import ExitStack

import dj_database_url
import pytest
from django.conf import settings
from django.test import Client

from factcheck.engine.postgres import temporary_cluster
from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Role
from tests import making

pytest_plugins = ["tests.worker"]

_RUN = ExitStack()


def pytest_configure() -> None:
    """Start the server once, in the process whose environment the parallel workers inherit."""
    if "DATABASE_URL" not in os.environ:
        os.environ["DATABASE_URL"] = _RUN.enter_context(temporary_cluster()).url("postgres")
    # The real hasher takes a second a person.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.DATABASES["default"].update(dj_database_url.parse(os.environ["DATABASE_URL"]), CONN_MAX_AGE=0)


def pytest_unconfigure() -> None:
    _RUN.close()


@pytest.fixture
def desk(db: None) -> Desk:
    return making.desk("News")


@pytest.fixture
def other_desk(db: None) -> Desk:
    return making.desk("Sport")


@pytest.fixture
def reader(desk: Desk) -> User:
    return making.member(desk, "reader", Role.READER)


@pytest.fixture
def reviewer(desk: Desk) -> User:
    return making.member(desk, "reviewer", Role.REVIEWER)


@pytest.fixture
def second_reviewer(desk: Desk) -> User:
    return making.member(desk, "second-reviewer", Role.REVIEWER)


@pytest.fixture
def editor(desk: Desk) -> User:
    return making.member(desk, "editor", Role.EDITOR)


@pytest.fixture
def desk_admin(desk: Desk) -> User:
    return making.member(desk, "desk-admin", Role.ADMIN)


@pytest.fixture
def stranger(other_desk: Desk) -> User:
    """An editor of another desk: for them, nothing of this one exists."""
    return making.member(other_desk, "stranger", Role.EDITOR)


@pytest.fixture
def site_admin(db: None) -> User:
    return User.objects.create_superuser("site-admin", password=making.PASSWORD)


@pytest.fixture
def article(desk: Desk, editor: User) -> Article:
    """A split article of three sentences, two of which carry one claim each."""
    return making.article(desk, editor)


@pytest.fixture
def claim(article: Article) -> Claim:
    """An open claim, said by a minister."""
    return article.claims.get(number=1)


@pytest.fixture
def login(client: Client) -> making.Login:
    """Log a person in: `login(reviewer).get(…)`."""

    def as_user(user: User) -> Client:
        client.force_login(user)
        return client

    return as_user
