"""Weights from sentences made up here."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

from django.core.management import call_command

from factcheck.extraction.signals.features import features
from factcheck.management.training.logistic import average_precision, fitted, rarities, vector
from tests.extraction.reading import sentence_of

CLAIMS = [f"Unemployment rose to {number} percent under this government." for number in range(10, 40)]
CHATTER = [f"Thank you all for coming to our evening number {number}." for number in range(10, 40)]


def trained(folder: Path, to: Path, unclear: Sequence[str] = ()) -> str:
    rows = [{"text": text, "label": 0, "verdict": 0} for text in unclear]
    rows += [{"text": text, "label": 1, "verdict": 1} for text in CLAIMS]
    rows += [{"text": text, "label": 0, "verdict": -1} for text in CHATTER]
    (folder / "checkworthiness").mkdir(exist_ok=True)
    for name in ("train", "dev"):
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / "checkworthiness" / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    out = io.StringIO()
    call_command("train_worth", str(folder), to=to, stdout=out)
    return out.getvalue()


def test_what_can_be_told_apart_is_told_apart(tmp_path: Path) -> None:
    said = trained(tmp_path, tmp_path / "words.tsv")
    assert "worth: average precision 1.000 on 60 sentences not trained on" in said
    rows = {row.split("\t")[0]: row.split("\t") for row in (tmp_path / "words.tsv").read_text().splitlines()}
    assert float(rows["percent"][2]) > 0 > float(rows["thank"][2])


def test_what_a_fact_sounds_like_is_learned_from_the_clear_cases_alone(tmp_path: Path) -> None:
    trained(tmp_path, tmp_path / "clear")
    trained(tmp_path, tmp_path / "unclear", unclear=CHATTER)
    for name in ("clear", "unclear"):
        rows = {row.split("\t")[0]: row.split("\t") for row in (tmp_path / name).read_text().splitlines()}
        assert float(rows["percent"][3]) > 0 > float(rows["thank"][3])


def test_the_same_rows_give_the_same_weights(tmp_path: Path) -> None:
    for name in ("first", "second"):
        trained(tmp_path, tmp_path / name)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_weights_for_an_honest_figure_have_not_seen_the_later_debates(tmp_path: Path) -> None:
    trained(tmp_path, tmp_path / "both")
    call_command("train_worth", str(tmp_path), to=tmp_path / "held-out", held_out=True, stdout=io.StringIO())
    assert (tmp_path / "both").read_bytes() != (tmp_path / "held-out").read_bytes()


def test_rare_features_are_left_out() -> None:
    rows = [{"common"}] * 12 + [{"common", "rare"}]
    rarity = rarities(rows)
    assert set(rarity) == {"common"}
    assert vector({"common", "rare"}, rarity, {"common": 0}) == [(0, 1.0)]


def test_the_bias_carries_what_no_feature_tells() -> None:
    weights, bias = fitted([[] for _ in range(50)], [True] * 50, 0)
    assert weights == []
    assert bias > 0


def test_average_precision_is_one_when_the_right_ones_come_first() -> None:
    assert average_precision([3.0, 2.0, 1.0], [True, True, False]) == 1.0
    assert average_precision([1.0, 2.0], [True, False]) == 0.5
    assert average_precision([1.0], [False]) == 0.0


def test_names_years_and_amounts_leave_no_trace() -> None:
    def seen(text: str) -> set[str]:
        return features(sentence_of(text))

    assert seen("Obama spent $45 on schools in 1998.") == seen("Reagan spent $99 on schools in 2004.")
