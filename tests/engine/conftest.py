"""A var folder that PostgreSQL's own user can reach: pytest's tmp_path is closed to everybody but us."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.engine.places import place


@pytest.fixture
def var_dir() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="factcheck-test-", dir="/tmp"))
    if os.geteuid() == 0:
        folder.chmod(0o711)
    yield folder
    for leftover in (place(folder).sockets, folder):
        shutil.rmtree(leftover, ignore_errors=True)
