"""The table, with sets made up here and scorers that only count."""

import io
import json
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, transaction

from factcheck.management.commands import measure
from factcheck.management.measuring import attribution, checkability, html, lines, matching, sentences, table
from factcheck.management.measuring.figures import Figure, Measure
from factcheck.management.measuring.scoring import Unscored, scored
from factcheck.management.measuring.sets import MEASURES
from tests.intake.test_html import FIRST, WHOLE

SHARE_TAKEN = """
import json, sys
rows = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
share = sum(row["label"] for row in rows) / len(rows)
print(json.dumps({"macro_F1": share, "AP": max(row["score"] for row in rows)}))
"""
FIRST_IS_RIGHT = """
import json, sys
[query], [answer] = ([json.loads(line) for line in open(path, encoding="utf-8")] for path in sys.argv[1:3])
print(json.dumps({"MAP@5": float(answer["ranked"][0] == query["relevant"][0])}))
"""
SPEECH = ["We built 400 schools last year.", "God bless you all.", "Thank you."]


def measured(folder: Path, **options: Any) -> str:
    out = io.StringIO()
    call_command("measure", str(folder), stdout=out, **options)
    return out.getvalue()


def put(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path / "a2_checkability" / "train.jsonl", [{"id": n, "text": text} for n, text in enumerate(SPEECH)])
    (tmp_path / "score_checkworthy.py").write_text(SHARE_TAKEN, encoding="utf-8")
    return tmp_path


def test_ours_stands_beside_the_baseline_and_the_aims(folder: Path) -> None:
    row = next(line for line in measured(folder).splitlines() if "macro-F1" in line)
    assert row.split()[-4:] == ["0.333", "1.000", "0.720", "0.780"]


def test_two_runs_differ_in_nothing_but_the_seconds(folder: Path) -> None:
    first, second = ([line for line in measured(folder).splitlines() if not line.endswith("s)")] for _ in range(2))
    assert first == second


def test_what_is_not_built_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "riddles").mkdir()
    monkeypatch.setattr(measure, "MEASURES", [*MEASURES, Measure("riddles", "", None)])
    assert "riddles (not built)" in measured(folder)
    assert "riddles" not in measured(folder, only=["a2_checkability"])


def test_a_file_of_debates_is_measured_too(folder: Path) -> None:
    given = folder / "a2_checkability" / "train.jsonl"
    assert "check-worthy, average precision" in measured(folder, debates=given)


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="holds none of: gold"):
        measured(tmp_path)


def test_a_scorer_that_fails_is_named_with_its_last_word(folder: Path) -> None:
    (folder / "score_checkworthy.py").write_text("raise SystemExit('no rows')", encoding="utf-8")
    with pytest.raises(CommandError, match=r"score_checkworthy\.py: no rows"):
        measured(folder)
    with pytest.raises(Unscored):
        scored(folder / "score_checkworthy.py")


def test_a_sentence_without_a_claim_ranks_last() -> None:
    assert checkability.judged({"id": 7, "text": "Thank you."}) == {"id": 7, "score": 0.0, "label": 0}


def test_the_content_of_a_chain_grows_outwards() -> None:
    text = "The police said the mayor told the paper that the bridge was closed."
    (found,) = [attribution.by_us({"doc_id": "x", "text": text})["attributions"]]
    spoken = {text[slice(*one["source"][0])]: " … ".join(text[slice(*s)] for s in one["content"]) for one in found}
    assert spoken["the mayor"] == "the bridge was closed."
    assert spoken["The police"] == "the mayor … told … the bridge was closed."


def test_places_are_those_of_the_text_as_given() -> None:
    text = "The road is shut.\r\n\r\n“The bridge was closed,” Anna Weber said."
    (one,) = attribution.by_us({"doc_id": "x", "text": text})["attributions"]
    assert [text[slice(*span)] for span in one["source"] + one["cue"]] == ["Anna Weber", "said"]


def test_the_plain_road_takes_the_name_beside_said() -> None:
    text = "The bridge was closed, said Anna Weber."
    (one,) = attribution.by_said({"doc_id": "x", "text": text})["attributions"]
    assert [text[slice(*one[role][0])] for role in ("content", "source")] == ["The bridge was closed, ", "Anna Weber"]


def test_lines_of_furniture_are_told_from_the_article() -> None:
    page = ["Share", "The bridge was closed on Friday after a storm.", "Advertisement"]
    answers = lines.judged([{"doc_id": "x", "line": n, "text": text} for n, text in enumerate(page)])
    assert [(answer["id"], answer["label"]) for answer in answers] == [("x#0", 0), ("x#1", 1), ("x#2", 0)]


def test_a_headline_above_the_article_counts_for_nothing_and_one_within_it_does() -> None:
    story = "The bridge was closed on Friday after a storm."
    page = ["Storm closes bridge", story, "What Happened Next", story]
    answers = lines.judged([{"doc_id": "x", "line": n, "text": text} for n, text in enumerate(page)])
    assert [answer["label"] for answer in answers] == [0, 1, 1, 1]


def test_a_page_is_measured_without_its_headline_and_a_bad_one_as_nothing() -> None:
    assert html.by_us(WHOLE).split("\n\n")[1] == FIRST
    assert "River bridge closed" not in html.by_us(WHOLE)
    assert html.by_us(b"<html></html>") == ""


def test_the_plain_road_takes_every_word_but_those_of_programs() -> None:
    words = html.by_words(WHOLE)
    assert "River bridge closed" in words
    assert "Privacy policy" in words
    assert "track(" not in words


@pytest.mark.parametrize("split", [sentences.by_us, sentences.by_stops])
def test_both_roads_find_a_plain_boundary(split: Any) -> None:
    assert len(split("The bridge opened. It was closed again.")) == 2


def test_a_figure_nobody_measured_leaves_its_cell_empty() -> None:
    rows = table.section("gold", [Figure("one", 0.5, None)], "nothing", 1.25)
    assert table.drawn(rows).splitlines()[1:] == ["gold (baseline: nothing; 1.2 s)", "  one      0.500"]


@pytest.fixture
def with_claims(folder: Path) -> Path:
    claims = ["The bridge opened in 1932", "The dam broke in 1959", "Unemployment fell to four per cent"]
    put(folder / "f_match" / "vclaims.jsonl", [{"id": f"c{n}", "vclaim": c, "title": ""} for n, c in enumerate(claims)])
    put(folder / "f_match" / "queries_dev.jsonl", [{"id": "q", "text": "When #TheDam broke", "relevant": ["c1"]}])
    (folder / "score_matching.py").write_text(FIRST_IS_RIGHT, encoding="utf-8")
    return folder


@pytest.mark.django_db
def test_claims_are_matched_as_the_desk_matches_them(with_claims: Path) -> None:
    row = next(line for line in measured(with_claims, only=["f_match"]).splitlines() if "MAP@5" in line)
    assert row.split()[-4:] == ["1.000", "1.000", "0.850", "0.890"]


def test_without_a_database_the_other_sets_are_measured_all_the_same(
    with_claims: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_texts: object) -> None:
        raise OperationalError

    monkeypatch.setattr(transaction, "atomic", nullcontext)
    monkeypatch.setattr(matching, "_fill", refused)
    drawn = measured(with_claims)
    assert "f_match (not measured: no database answered: start the desk, or set DATABASE_URL)" in drawn
    assert "macro-F1" in drawn
