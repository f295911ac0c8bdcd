"""The parser: its speed on one core, its loading, its memory, beside the rule tagger in the same run."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_65e93feecc888cc5.txt"
FEWEST_WORDS_A_SECOND = 4_000
MOST_MB = 250
SLOWEST_LOAD_SECONDS = 5.0

FRAME = """
import json, re, sys, time
from pathlib import Path
from statistics import median
clock = time.perf_counter
began = clock()
{imports}
imported = clock()
{load}
loaded = clock()
paragraphs = [part.strip() for part in re.split(r"\\n+", sys.stdin.read()) if part.strip()] * 20
words = sum(len(part.split()) for part in paragraphs)
taken = []
for _ in range(5):
    start = clock()
    {act}
    taken.append(clock() - start)
status = Path("/proc/self/status").read_text()
peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
print(json.dumps({{
    "import": imported - began, "load": loaded - imported, "speed": words / median(taken),
    "memory": peak / 1024,
}}))
"""
PARSER = FRAME.format(
    imports="from factcheck.extraction.parser.loading import load",
    load="parser = load(); parser('One sentence.')",
    act="all(parser.pipe(paragraphs, batch_size=16))",
)
TAGGER = FRAME.format(
    imports="from factcheck.extraction.tagging import tagged; from factcheck.text.spans import Span",
    load="tagged('One sentence.', Span(0, 13))",
    act="[tagged(part, Span(0, len(part))) for part in paragraphs]",
)


def measured(program: str) -> dict[str, float]:
    """What a process of its own prints, with one thread for the multiplications."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        input=SEED.read_text(encoding="utf-8"),
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def test_the_parser_beside_the_rule_tagger(say: Callable[[str], None]) -> None:
    parser, tagger = measured(PARSER), measured(TAGGER)
    for name, figures in (("parser", parser), ("rule tagger", tagger)):
        say(
            f"{name}: {figures['speed']:,.0f} words a second on one core, 800 words in {800 / figures['speed']:.3f} s; "
            f"import {figures['import']:.2f} s, load {figures['load']:.2f} s; {figures['memory']:.0f} MB"
        )
    assert parser["speed"] > FEWEST_WORDS_A_SECOND
    assert parser["import"] + parser["load"] < SLOWEST_LOAD_SECONDS
    assert parser["memory"] < MOST_MB
