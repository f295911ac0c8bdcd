"""Benches run with `--benchmarks` (or `make bench`), one at a time, and print their figures at the end."""

from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--benchmarks", action="store_true", help="run the benches, which take minutes")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("bench"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    if not item.config.getoption("--benchmarks", default=False):
        pytest.skip("a bench; --benchmarks runs it")


@pytest.fixture
def say(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Keep one line of figures for the end of the run, also from a parallel worker."""
    return lambda line: record_property("figures", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for line in [value for name, value in report.user_properties if name == "figures"]:
            terminalreporter.write_line(f"{report.nodeid}: {line}")
