"""The extraction: its speed, its memory, its start, and how its time grows, beside the plain road in the same run.

The plain road splits a text at stops and ranks its sentences by TF-IDF, and finds nobody who speaks.
"""

import math
import multiprocessing
import os
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
from factcheck.intake.limits import MOST_CHARACTERS

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "seeds" / "000_65e93feecc888cc5.txt").read_text(encoding="utf-8")
WORDS = len(SEED.split())
ARTICLES = 100
FEWEST_WORDS_A_SECOND = 3_000
MOST_MB = 250
# Most of it is spaCy's import and the reading of its weights, once in a worker's life; two seconds without it.
SLOWEST_START_SECONDS = 4.0
LONGEST_SECONDS = 60.0  # half of what splitting may take

# The most memory held, in MB; unlike getrusage's figure it begins anew with the program.
PEAK = (
    "status = open('/proc/self/status').read();"
    "print(next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith('VmHWM')))"
)

Say = Callable[[str], None]


def seconds(act: Callable[[], object], rounds: int = 5) -> float:
    """The median time of a processor, so that what else the machine does counts little."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return median(taken)


def plain(text: str) -> list[tuple[float, str]]:
    """Sentences at stops, the ones with the most telling words first."""
    lines = re.split(r"(?<=[.!?])\s+", text)
    counts = [Counter(re.findall(r"\w+", line.lower())) for line in lines]
    spread = Counter(word for of_one in counts for word in of_one)
    rarity = {word: math.log((1 + len(lines)) / (1 + seen)) + 1 for word, seen in spread.items()}
    vectors = [{word: seen * rarity[word] for word, seen in of_one.items()} for of_one in counts]
    weights = [sum(vector.values()) / math.hypot(*vector.values()) if vector else 0.0 for vector in vectors]
    return sorted(zip(weights, lines, strict=True), reverse=True)


@pytest.mark.parametrize("copies", [2, 12], ids=["an article of 800 words", "of 5,000 words"])
def test_words_a_second_beside_the_plain_road(say: Say, copies: int) -> None:
    text, words = "\n\n".join([SEED] * copies), copies * WORDS
    extract(SEED)  # what has to be loaded is loaded
    ours, road = seconds(lambda: extract(text)), seconds(lambda: plain(text))
    say(
        f"{words:,} words in {ours:.3f} s of a processor, {words / ours:,.0f} a second; "
        f"{ours / road:.0f} times the plain road"
    )
    assert words / ours > FEWEST_WORDS_A_SECOND


def test_memory_and_cold_start(say: Say) -> None:
    loaded = "import sys; from factcheck.extraction.pipeline import extract; extract(sys.stdin.read());" + PEAK
    sizes = {name: memory(code) for name, code in (("ours", loaded), ("bare", PEAK))}
    seen = min(elapsed(partial(memory, loaded)) for _ in range(3))
    start = of_children(partial(memory, loaded))
    say(
        f"{sizes['ours']:.0f} MB with everything loaded (bare Python {sizes['bare']:.0f} MB); "
        f"cold start {start:.2f} s of a processor, {seen:.2f} s on the clock"
    )
    assert sizes["ours"] < MOST_MB
    assert start < SLOWEST_START_SECONDS


def of_children(act: Callable[[], object], rounds: int = 3) -> float:
    """The median time of a processor that the processes started by `act` take."""
    taken = []
    for _ in range(rounds):
        before = os.times()
        act()
        after = os.times()
        taken.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return median(taken)


def elapsed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


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
            taken[processes] = elapsed(partial(many, pool))
    rates = ", ".join(f"{n}: {ARTICLES / t:.0f} a second ({taken[1] / t:.1f} times)" for n, t in taken.items())
    say(f"{ARTICLES} articles of {WORDS} words by processes: {rates}")


def many(pool: ProcessPoolExecutor) -> None:
    list(pool.map(claims, [SEED] * ARTICLES, chunksize=5))


def claims(text: str) -> int:
    """How many claims a text has; a plain number comes back from the other process."""
    return len(extract(text).candidates)


def test_time_grows_in_step_with_length(say: Say) -> None:
    curve = []
    extract(SEED)
    for copies in (1, 5, 20, MOST_CHARACTERS // len(SEED)):
        text = "\n\n".join([SEED] * copies)
        curve.append((len(text), seconds(partial(extract, text), 3 if copies < 20 else 1)))
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
    "capitals": f"{PROSE.upper()} ",
    "right to left": "هذا نص عربي. ",
    "a web page": "Share\nLog in\nThe man went to the town and said that it was so.\n",
    "a list": "1. a 2. b ",
}


@pytest.mark.parametrize("name", HARDEST)
def test_as_much_as_may_be_handed_in_of_anything(say: Say, name: str) -> None:
    piece = HARDEST[name]
    text = (piece * (MOST_CHARACTERS // len(piece) + 1))[:MOST_CHARACTERS]
    taken = seconds(partial(extract, text), 1)
    say(f"{MOST_CHARACTERS:,} characters, {name}: {taken:.1f} s")
    assert taken < LONGEST_SECONDS
