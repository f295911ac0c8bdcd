"""One parser for all tests of a worker."""

import pytest
from spacy.language import Language

from factcheck.extraction.parser.loading import load


@pytest.fixture(scope="session")
def parser() -> Language:
    return load()
