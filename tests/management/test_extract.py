import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from factcheck.extraction.pipeline import EXTRACTOR_VERSION

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_65e93feecc888cc5.txt"

PASSAGE_KEYS = ["start", "end", "kind", "checkable", "reason"]
CLAIM_KEYS = [
    "claim", "spans", "passage", "kind", "checkworthiness", "ambiguous", "added", "signals", "attribution",
]  # fmt: skip
LINK_KEYS = ["who", "span", "role", "cue", "cue_span", "to"]


def extracted(*names: Path | str) -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("extract", *map(str, names), json=True, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_object_has_exactly_the_promised_keys() -> None:
    (article,) = extracted(SEED)
    assert list(article) == [
        "file", "title", "text", "extractor_version", "seconds", "passages", "claims", "reported",
    ]  # fmt: skip
    signals = [signal for claim in article["claims"] for signal in claim["signals"]]
    links = [link for said in article["claims"] + article["reported"] for link in said["attribution"]]
    for entries, keys in (
        (article["passages"], PASSAGE_KEYS),
        (article["claims"], CLAIM_KEYS),
        (article["reported"], ["passage", "attribution"]),
        (signals, ["name", "words", "weight"]),
        (links, LINK_KEYS),
    ):
        assert {tuple(entry) for entry in entries} == {tuple(keys)}


def test_offsets_point_at_the_words() -> None:
    (article,) = extracted(SEED)
    text = article["text"]
    claim = next(claim for claim in article["claims"] if claim["claim"].startswith("only five per cent"))
    assert [text[start:end] for start, end in claim["spans"]] == [claim["claim"]]
    inner, outer = claim["attribution"]
    assert text[slice(*inner["span"])] == "British intelligence services"
    assert text[slice(*outer["cue_span"])] == "told"
    passage = article["passages"][claim["passage"]]
    assert text[passage["start"] : passage["end"]].startswith("British intelligence")


def test_the_file_the_title_and_the_version_are_named() -> None:
    (article,) = extracted(SEED)
    assert article["file"] == str(SEED)
    assert article["title"] == "Russia Destroys Islamic State Command Center in Syria"
    assert article["extractor_version"] == EXTRACTOR_VERSION
    assert article["seconds"] >= 0


def test_a_folder_is_walked_in_order_for_the_files_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.md").write_text("# Two\n\nThe army took the town.")
    (tmp_path / "a.txt").write_text("The army took the town.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert [Path(article["file"]).name for article in extracted(tmp_path)] == ["a.txt", "b.md"]


def test_files_that_cannot_be_read_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("The army took the town.")
    (tmp_path / "empty.txt").touch()
    out, err = io.StringIO(), io.StringIO()
    names = [str(tmp_path / "missing.txt"), str(tmp_path / "empty.txt"), str(good)]
    with pytest.raises(CommandError, match="2 could not be read"):
        call_command("extract", *names, json=True, stdout=out, stderr=err)
    assert [json.loads(line)["file"] for line in out.getvalue().splitlines()] == [str(good)]
    assert "missing.txt: No such file or directory" in err.getvalue()
    assert "empty.txt is empty." in err.getvalue()


def test_without_json_it_prints_a_list_to_read() -> None:
    out = io.StringIO()
    call_command("extract", str(SEED), stdout=out)
    assert "[boilerplate: not-a-sentence] Share" in out.getvalue()
    assert "only five per cent of Russian air strikes" in out.getvalue()
    assert "British intelligence services (observed) → Fallon (told)" in out.getvalue()
    assert "said by a Putin ally and senior lawmaker (said)" in out.getvalue()


def test_a_text_in_another_language_comes_with_a_note(tmp_path: Path) -> None:
    german = tmp_path / "german.txt"
    german.write_text("Die Behörde erklärte am Freitag, das Gebäude sei vollständig zerstört worden. " * 4)
    (article,) = extracted(german)
    assert article["note"].startswith("This text does not look like English")
    out = io.StringIO()
    call_command("extract", str(german), stdout=out)
    assert article["note"] in out.getvalue()


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command as its own program, with a database that nobody answers at."""
    nowhere = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "manage.py", "extract", *arguments]
    return subprocess.run(command, cwd=ROOT, env=nowhere, input=given, capture_output=True, check=False)


def test_a_dash_reads_standard_input_and_no_database_is_asked() -> None:
    done = run("-", "--json", given="Die Straße ist gesperrt.".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    article = json.loads(done.stdout)
    assert (article["file"], article["text"]) == ("-", "Die Straße ist gesperrt.")


def test_the_exit_status_tells_that_a_file_could_not_be_read() -> None:
    done = run("nowhere.txt", "--json")
    assert done.returncode == 1
    assert b"nowhere.txt" in done.stderr
    assert done.stdout == b""
