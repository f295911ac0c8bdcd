"""The extraction: its speed, its memory, its start, and how its time grows, beside the plain road in the same run.

The plain road splits a text at stops and ranks its sentences by the rarity of their words, and finds nobody who speaks.
"""

import math
import multiprocessing
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median

import pytest

from factcheck.extraction.pipeline import extract

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "seeds" / "000_65e93feecc888cc5.txt").read_text(encoding="utf-8")
WORDS = len(SEED.split())
ARTICLES = 200
LARGEST = 1_000_000  # characters, as intake lets in
FEWEST_WORDS_A_SECOND = 3_000
MOST_MB = 250
SLOWEST_START_SECONDS = 2.0
LONGEST_SECONDS = 120.0

# The most memory held, in MB; unlike getrusage's figure it begins anew with the program.
PEAK = (
    "status = open('/proc/self/status').read();"
    "print(next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith('VmHWM')))"
)

Say = Callable[[str], None]


def seconds(act: Callable[[], object], rounds: int = 5) -> float:
    """The median time."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return median(taken)


def plain(text: str) -> list[tuple[float, str]]:
    """Sentences at stops, the ones with the rarer words first."""
    sentences = [set(re.findall(r"\w+", line.lower())) for line in re.split(r"(?<=[.!?])\s+", text)]
    counts = Counter(word for sentence in sentences for word in sentence)
    rarity = {word: math.log(len(sentences) / count) for word, count in counts.items()}
    return sorted((sum(rarity[word] for word in sentence), " ".join(sorted(sentence))) for sentence in sentences)


def test_words_a_second_beside_the_plain_road(say: Say) -> None:
    text = "\n\n".join([SEED] * 10)
    ours, road = seconds(lambda: extract(text)), seconds(lambda: plain(text))
    speed = 10 * WORDS / ours
    article = 800 / speed
    say(
        f"{speed:,.0f} words a second on one core, 800 words in {article:.3f} s; {ours / road:.0f} times the plain road"
    )
    assert speed > FEWEST_WORDS_A_SECOND


def test_memory_and_cold_start(say: Say) -> None:
    loaded = "import sys; from factcheck.extraction.pipeline import extract; extract(sys.stdin.read());" + PEAK
    sizes = {name: memory(code) for name, code in (("ours", loaded), ("bare", PEAK))}
    start = seconds(partial(memory, loaded))
    say(f"{sizes['ours']:.0f} MB with everything loaded (bare Python {sizes['bare']:.0f} MB); cold start {start:.2f} s")
    assert sizes["ours"] < MOST_MB
    assert start < SLOWEST_START_SECONDS


def memory(program: str) -> float:
    """What a process of its own prints after it has read the sample article."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, input=SEED, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def test_more_processes_do_more(say: Say) -> None:
    fresh = multiprocessing.get_context("spawn")
    taken = {}
    for processes in (1, 2, 4):
        with ProcessPoolExecutor(processes, mp_context=fresh) as pool:
            list(pool.map(claims, [SEED] * processes * 2))  # all of them have loaded what they need
            start = time.perf_counter()
            list(pool.map(claims, [SEED] * ARTICLES, chunksize=5))
            taken[processes] = time.perf_counter() - start
    rates = ", ".join(f"{n}: {ARTICLES / t:.0f} a second ({taken[1] / t:.1f} times)" for n, t in taken.items())
    say(f"{ARTICLES} articles of {WORDS} words by processes: {rates}")


def claims(text: str) -> int:
    """How many claims a text has; a plain number comes back from the other process."""
    return len(extract(text).candidates)


def test_time_grows_in_step_with_length(say: Say) -> None:
    curve = []
    for copies in (1, 10, 100, LARGEST // len(SEED)):
        text = "\n\n".join([SEED] * copies)
        curve.append((len(text), seconds(partial(extract, text), 1 if copies > 10 else 3)))
    per = [1e6 * taken / length for length, taken in curve]
    steps = ", ".join(f"{length:,}: {taken:.2f} s" for length, taken in curve)
    say(f"characters: {steps}; microseconds a character {', '.join(f'{one:.1f}' for one in per)}")
    assert per[-1] < 2 * per[1]


PROSE = " ".join(SEED.split())
HARDEST = {
    "one line": PROSE + " ",
    "no full stop": PROSE.replace(".", "") + " ",
    "no space": "a",
    "all quotes": "“he said ",
    "closing marks": "” ",
    "typewriter marks": '"',
    "abbreviations": "U.S. Mr. ",
    "commas": "and, ",
    "he said that": "he said that ",
    "lines": "x\n",
}


@pytest.mark.parametrize("name", HARDEST)
def test_a_million_characters_of_anything(say: Say, name: str) -> None:
    piece = HARDEST[name]
    text = (piece * (LARGEST // len(piece) + 1))[:LARGEST]
    taken = seconds(partial(extract, text), 1)
    say(f"a million characters, {name}: {taken:.1f} s")
    assert taken < LONGEST_SECONDS
