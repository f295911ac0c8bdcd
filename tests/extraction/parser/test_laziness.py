"""The parser is loaded with the first English text, and not before."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LAZY = """
import sys
from factcheck.extraction.pipeline import extract
assert "spacy" not in sys.modules
extract("Die Brücke war am Freitag gesperrt, und die Polizei hat die Straße geräumt, sagte der Minister in Berlin.")
assert "spacy" not in sys.modules
extract("The bridge was closed on Friday, the minister said.")
assert "spacy" in sys.modules
"""


def test_what_needs_no_parser_does_not_load_it() -> None:
    subprocess.run([sys.executable, "-c", LAZY], cwd=ROOT, check=True)
