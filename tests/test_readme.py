"""README's table of limits says what the code holds to."""

from pathlib import Path

import pytest
from django.conf import settings

from factcheck.ingest import leases, previews
from factcheck.intake import MOST_CHARACTERS, MOST_UPLOAD_BYTES, confinement, docx, fetch, pdf
from factcheck.intake.formats import FORMATS
from factcheck.intake.limits import megabytes
from factcheck.models.preview import LASTS

READING = confinement.MEMORY_MB, confinement.CPU_SECONDS, confinement.SECONDS
WORD = megabytes(docx.MOST_UNPACKED_BYTES), docx.MOST_MEMBERS, docx.MOST_TIMES_UNPACKED
PAGE = fetch.SECONDS, fetch.MOST_REDIRECTS
PREVIEWS = previews.MOST_WAITING, LASTS.total_seconds() / 3600
SPLITTING = settings.SPLIT_TIME_SECONDS, settings.SPLIT_MEMORY_MB / 1024, {3: "three"}[leases.MOST_TRIES]
UPLOAD = f"{megabytes(MOST_UPLOAD_BYTES)} MB"
NAMES = ", ".join(f"`{known.extensions[0]}`" for known in FORMATS)


@pytest.fixture(scope="module")
def limits() -> dict[str, str]:
    """What is limited, to how much."""
    text = (Path(settings.BASE_DIR) / "README.md").read_text(encoding="utf-8")
    section = text.split("\n## Limits\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return dict(rows[1:])


@pytest.mark.parametrize(
    ("what", "most"),
    [
        ("a file or a pasted text", f"{UPLOAD}, {MOST_CHARACTERS:,} characters; {NAMES}"),
        (
            "reading Markdown, a Word file, a web page or a PDF",
            "{} MB, {} s of a processor, {:g} s in all".format(*READING),
        ),
        ("what a Word file unpacks to", "{} MB, {:,} parts, {} times its size".format(*WORD)),
        ("a PDF", f"{pdf.MOST_PAGES:,} pages"),
        ("a page of the web, by its address", UPLOAD + ", {:g} s in all, {} redirects".format(*PAGE)),
        ("previews that are not stored", "{} a person, for {:g} hours".format(*PREVIEWS)),
        ("a file that is evidence", UPLOAD),
        ("splitting one article", "{:g} s, {:g} GB, {} tries".format(*SPLITTING)),
    ],
)
def test_a_limit_is_the_one_that_is_told(what: str, most: str, limits: dict[str, str]) -> None:
    assert limits[what].startswith(most)
