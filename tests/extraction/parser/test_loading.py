"""The parser that ships: it loads, it is small, and it refuses what is not a parser."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from factcheck.extraction.parser.loading import NETWORKS, PARTS, WEIGHTS, WORDS, NotAParser, load, read

ROOT = Path(__file__).parents[3]
MOST_BYTES = 15_000_000
PURE = """
import sys
from factcheck.extraction.parser.loading import load
load()
assert not {"django", "celery", "psycopg", "torch"} & set(sys.modules)
"""


def test_it_loads_once(parser: Language) -> None:
    assert parser.pipe_names == [*NETWORKS, "lemmas"]
    assert load() is parser


def test_it_loads_without_django_and_without_a_warning() -> None:
    subprocess.run([sys.executable, "-W", "error", "-c", PURE], cwd=ROOT, check=True)


def test_its_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.rglob("*") if path.is_file()) < MOST_BYTES


def test_its_weights_are_wide_again_after_loading(parser: Language) -> None:
    model = parser.get_pipe("tok2vec").model  # type: ignore[attr-defined] # spaCy calls every component a callable
    kinds = {str(node.get_param(name).dtype) for node in model.walk() for name in node.param_names}
    assert kinds == {"float32"}
    assert isinstance(model.ops, NumpyOps)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAParser, match=r"holds no parser: config\.cfg, .*words\.txt.* missing"):
        read(tmp_path)


@pytest.mark.parametrize("part", [WORDS, "parser/model"])
def test_a_folder_without_one_part_is_refused_by_its_name(tmp_path: Path, part: str) -> None:
    for name in set(PARTS) - {part}:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    with pytest.raises(NotAParser, match=f"holds no parser: {part} missing"):
        read(tmp_path)


def test_a_copy_elsewhere_is_the_same_parser(parser: Language, tmp_path: Path) -> None:
    shutil.copytree(WEIGHTS, tmp_path / "copy")
    text = "The bridge opened in 1932, the minister said."
    assert read(tmp_path / "copy")(text).to_json() == parser(text).to_json()


def test_spacy_alone_may_not_load_it() -> None:
    with pytest.raises(ValueError, match=r"not with spacy\.load"):
        spacy.load(WEIGHTS)
