"""A parser from a treebank made up here, trained for moments."""

import io
import lzma
import random
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from factcheck.extraction.parser.loading import read
from factcheck.management.training.parser import program, treebank
from factcheck.management.training.parser.inversion import turn
from factcheck.management.training.parser.network import Settings
from factcheck.management.training.parser.phases import Phase
from factcheck.management.training.parser.treebank import Malformed, Sentence
from factcheck.management.training.parser.variation import paragraphs, vary

SMALL = Settings(width=16, depth=1, hidden=16)
PHASES = [
    Phase(seed=1, steps=30, zero=400, rate=0.1, dropout=0.0, words=(200, 200), inverted=0),
    Phase(seed=2, steps=10, zero=400, rate=0.01, dropout=0.0, words=(200, 200), inverted=0.7),
]
SAYING = [
    ("The", "the", "DET", "DT", 2, "det"),
    ("minister", "minister", "NOUN", "NN", 3, "nsubj"),
    ("said", "say", "VERB", "VBD", 0, "root"),
    ("that", "that", "SCONJ", "IN", 6, "mark"),
    ("prices", "price", "NOUN", "NNS", 6, "nsubj"),
    ("fell", "fall", "VERB", "VBD", 3, "ccomp"),
    (".", ".", "PUNCT", ".", 3, "punct"),
]
QUOTING = [
    ("``", '"', "PUNCT", "``", 2, "punct"),
    ("Go", "go", "VERB", "VB", 0, "root"),
    (",", ",", "PUNCT", ",", 2, "punct"),
    ("now", "now", "ADV", "RB", 2, "advmod"),
    ("!", "!", "PUNCT", ".", 2, "punct"),
    ("''", '"', "PUNCT", "''", 2, "punct"),
]


def conllu(words: list[tuple[str, str, str, str, int, str]]) -> str:
    lines = []
    for number, (text, lemma, pos, tag, head, relation) in enumerate(words, 1):
        space = "_" if number < len(words) - 1 else "SpaceAfter=No"
        typed = text.replace("``", '"').replace("''", '"')
        lines.append("\t".join([str(number), typed, lemma, pos, tag, "_", str(head), relation, "_", space]))
    return "\n".join(lines) + "\n\n"


def packed(path: Path, text: str) -> Path:
    path.write_bytes(lzma.compress(text.encode()))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    one = "# newdoc id = GUM_news_{}\n# newpar\n" + conllu(SAYING) + conllu(QUOTING) + "# newpar\n" + conllu(SAYING)
    packed(tmp_path / program.TRAIN, "".join(one.format(number) for number in range(20)))
    packed(tmp_path / program.DEV, one.format("dev"))
    return tmp_path


@pytest.fixture
def saying(folder: Path) -> Sentence:
    return treebank.read(folder / program.DEV)[0].sentences[0]


def drawing(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - chance that comes out the same every time


def words(sentence: Sentence) -> str:
    return "".join(word.text + " " * word.space for word in sentence).strip()


def test_it_learns_what_it_is_shown_and_the_loader_reads_it(folder: Path) -> None:
    said: list[str] = []
    best = program.train(folder, folder / "out", said.append, settings=SMALL, phases=PHASES, every=10)
    assert best > 0.9
    assert [line.split(" {")[0] for line in said] == ["step 10", "step 20", "step 30", "step 10"]
    doc = read(folder / "out")("The minister said that prices fell.")
    assert [(t.dep_, t.head.text) for t in doc][:3] == [("det", "minister"), ("nsubj", "said"), ("ROOT", "said")]
    assert doc[4].lemma_ == "price"


def test_the_same_treebank_gives_the_same_weights(folder: Path) -> None:
    short = replace(PHASES[0], steps=10)
    for name in ("first", "second"):
        program.train(folder, folder / name, lambda _: None, settings=SMALL, phases=[short], every=10)
    files = sorted(path.relative_to(folder / "first") for path in (folder / "first").rglob("*") if path.is_file())
    assert files
    assert all((folder / "first" / path).read_bytes() == (folder / "second" / path).read_bytes() for path in files)


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"does not hold train\.conllu\.xz and ewt-dev\.conllu\.xz"):
        call_command("train_parser", str(tmp_path), str(tmp_path / "out"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"plain text", "not a text packed with xz"),
        (lzma.compress(b""), "holds no documents"),
        (lzma.compress(conllu(SAYING).encode()), "stands in no document"),
        (lzma.compress(b"# newdoc id = a\n1\tone\n"), "has 10 columns in CoNLL-U, and this one has 2"),
    ],
    ids=["not packed", "empty", "no document", "no columns"],
)
def test_the_command_refuses_what_is_no_treebank(folder: Path, content: bytes, sentence: str) -> None:
    (folder / program.TRAIN).write_bytes(content)
    with pytest.raises(CommandError, match=sentence):
        call_command("train_parser", str(folder), str(folder / "out"))


def test_the_command_hands_the_work_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.management.commands.train_parser.train", lambda *_: 0.5)
    out = io.StringIO()
    call_command("train_parser", str(folder), str(folder / "out"), stdout=out)
    assert "labelled attachment 0.500 on ewt-dev.conllu.xz" in out.getvalue()


def test_words_written_as_one_keep_the_spacing_of_the_whole(tmp_path: Path) -> None:
    lines = "# newdoc id = a\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    rest = [("do", "do", "AUX", "VBP", 3, "aux"), ("n't", "not", "PART", "RB", 3, "advmod")]
    rest += [("go", "go", "VERB", "VB", 0, "root"), (".", ".", "PUNCT", ".", 3, "punct")]
    [document] = treebank.read(packed(tmp_path / "x", lines + conllu(rest)))
    assert words(document.sentences[0]) == "don't go."


def test_a_malformed_treebank_is_a_value_error() -> None:
    assert issubclass(Malformed, ValueError)


def test_a_speaker_moves_to_the_end_and_keeps_the_tree(saying: Sentence) -> None:
    turned = turn(saying, drawing(1), 1.0)
    assert words(turned) in {"Prices fell, the minister said.", "Prices fell, said the minister."}
    by_text = {word.text: word for word in turned}
    assert turned[by_text["minister"].head - 1].text == "said"
    assert turned[by_text["fell"].head - 1].text == "said"


def test_the_share_decides_whether_a_sentence_is_turned(saying: Sentence) -> None:
    assert turn(saying, drawing(1), 0.0) is saying


def test_varying_changes_letters_and_marks_and_no_tree(folder: Path) -> None:
    [document] = treebank.read(folder / program.DEV)
    written = set()
    for seed in range(60):
        varied = vary(document.paragraphs[0], drawing(seed))
        written.add(" ".join(map(words, varied)))
        assert [w.head for s in varied for w in s] == [w.head for s in document.paragraphs[0] for w in s]
    assert "The minister said that prices fell. “ Go , now !”" in written
    assert "the minister said that prices fell." in {text[:35] for text in written}


def test_every_sentence_of_a_document_is_seen_once_a_round(folder: Path) -> None:
    [document] = treebank.read(folder / program.DEV)
    assert [s for part in paragraphs(document, drawing(3)) for s in part] == document.sentences
