"""Figures as tables, and as the bars that are drawn of them. Lengths are in the units of the drawing's viewBox."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.core.cache import cache
from django.utils import formats, timezone

from factcheck.workflow import figures
from factcheck.workflow.figures import Scope, Stretch

WIDTH, HEIGHT = 640.0, 200.0
ROW, LABEL = 26.0, 150.0  # of lying bars
SPACE = 0.2  # of a column, left free
WIDEST = 90  # that a column is drawn
SLOW_SECONDS = 0.3
KEPT_MINUTES = 10
LABELS = 5  # as many days as can be read side by side


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    look: str
    told: str
    mark: str = ""

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2 + 4

    @property
    def has_room(self) -> bool:
        """For its mark."""
        return self.width >= 12 and self.height >= 13


@dataclass(frozen=True, slots=True)
class Label:
    x: float
    y: float
    words: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Legend:
    mark: str
    look: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One figure of the page; without rows it says why there are none."""

    name: str
    title: str
    told: str  # what the drawing shows, in a sentence
    head: list[str]
    rows: list[list[object]]
    why_empty: str
    bars: list[Bar] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    legend: list[Legend] = field(default_factory=list)
    height: float = HEIGHT
    caution: str = ""
    kept: datetime | None = None  # when it was worked out, if not now

    @property
    def box(self) -> str:
        return f"0 0 {WIDTH:g} {self.height:g}"


def verdicts(scope: Scope) -> Chart:
    stretches = figures.over_time(scope)
    ratings = {share.label: share for stretch in stretches for share in stretch.shares}
    most = max((stretch.total for stretch in stretches), default=0)
    step = WIDTH / max(len(stretches), 1)
    days = [formats.date_format(timezone.localtime(stretch.begins), "j M Y") for stretch in stretches]
    lefts = [round((place + SPACE / 2) * step, 1) for place in range(len(stretches))]
    wide = round(min(step * (1 - SPACE), WIDEST), 1)
    columns = list(zip(lefts, days, stretches, strict=True))
    every = max(1, -(-len(stretches) // LABELS))
    return Chart(
        name="verdicts",
        title="Verdicts over time",
        told=f"Verdicts given each {scope.period.step}, one stretch of a column for each rating; at most {most}.",
        head=[scope.period.step.capitalize(), *ratings, "All"],
        rows=[[day, *_numbers(stretch, ratings), stretch.total] for _, day, stretch in columns],
        why_empty="No verdict was given in this time.",
        bars=[bar for left, day, stretch in columns for bar in _column(stretch, day, left, wide, HEIGHT / most)],
        labels=[Label(left, HEIGHT + 16, day) for left, day, _ in columns[::every]],
        legend=[Legend(share.mark, f"tone-{share.tone}", share.label) for share in ratings.values()],
        height=HEIGHT + 24,
    )


def _numbers(stretch: Stretch, labels: Iterable[str]) -> list[int]:
    """How many verdicts there are of each rating, by its label."""
    numbers = {share.label: share.number for share in stretch.shares}
    return [numbers.get(label, 0) for label in labels]


def _column(stretch: Stretch, day: str, left: float, wide: float, tall: float) -> Iterator[Bar]:
    """A bar for each rating, from the ground up; `tall` is the height of one verdict."""
    y = HEIGHT
    for share in stretch.shares:
        y -= share.number * tall
        told = f"{day}: {share.number} {share.label}"
        yield Bar(left, round(y, 1), wide, round(share.number * tall, 1), f"tone-{share.tone}", told, share.mark)


def ages(scope: Scope) -> Chart:
    found = figures.open_by_age(scope)
    return _lying(
        Chart(
            name="open",
            title="Open claims by age",
            told="Claims that are not done yet, by how long ago they were found in a text.",
            head=["Age", "Claims", "Of high priority"],
            rows=[[age.label, age.number, age.high] for age in found],
            why_empty="No claim waits: all are settled, dismissed or dropped, or none was found yet.",
        ),
        [(age.label, float(age.number), f"{age.number}") for age in found],
    )


def waits(scope: Scope) -> Chart:
    found = figures.time_to_verdict(scope)
    return _lying(
        Chart(
            name="time",
            title="Time to verdict",
            told="Hours from finding a claim to its first verdict: the median, by kind.",
            head=["Claims", "Number", "Median, hours", "Nine of ten within, hours"],
            rows=[[wait.label, wait.number, round(wait.median, 1), round(wait.slowest, 1)] for wait in found],
            why_empty="No claim got its first verdict in this time.",
        ),
        [(wait.label, wait.median, f"{wait.median:.1f} h") for wait in found],
    )


def agreements(scope: Scope) -> Chart:
    found = figures.agreement(scope)
    thin = [agreed.label.lower() for agreed in found if agreed.is_thin]
    return _lying(
        Chart(
            name="agreement",
            title="Agreement of first and second verdict",
            told="Second verdicts with the same rating as the first, in percent, by kind.",
            head=["Claims", "Pairs", "Same rating, %", "Cohen’s kappa"],
            rows=[[agreed.label, agreed.number, round(agreed.percent, 1), _rounded(agreed.kappa)] for agreed in found],
            why_empty="No second verdict was given in this time. Desks ask for them by their rules.",
            caution=f"Fewer than {figures.FEW} pairs, so kappa says little: {', '.join(thin)}." if thin else "",
        ),
        [(agreed.label, agreed.percent, f"{agreed.percent:.0f} %") for agreed in found],
    )


CHARTS: dict[str, Callable[[Scope], Chart]] = {
    "verdicts": verdicts,
    "open": ages,
    "time": waits,
    "agreement": agreements,
}


def drawn(scope: Scope, names: Iterable[str] = CHARTS) -> list[Chart]:
    """These charts: as things stand now, or, where that takes long, as they stood within the last minutes."""
    keys = {name: f"chart-{name}-{scope.desk.pk}-{scope.period}-{scope.kind}" for name in names}
    kept = cache.get_many(keys.values())
    return [kept.get(key) or _drawn_now(scope, name, key) for name, key in keys.items()]


def _drawn_now(scope: Scope, name: str, key: str) -> Chart:
    began = time.monotonic()
    chart = CHARTS[name](scope)
    if time.monotonic() - began < SLOW_SECONDS:
        return chart
    chart = replace(chart, kept=timezone.now())
    cache.set(key, chart, KEPT_MINUTES * 60)
    return chart


def _rounded(kappa: float | None) -> object:
    return "" if kappa is None else round(kappa, 2)


def _lying(chart: Chart, values: Sequence[tuple[str, float, str]]) -> Chart:
    """The chart with a bar for each of the values: its label, its length, how it reads."""
    most = max((value for _, value, _ in values), default=0) or 1
    for place, (label, value, told) in enumerate(values):
        y, wide = place * ROW, round(value / most * (WIDTH - LABEL - 80), 1)
        chart.bars.append(Bar(LABEL, y + 4, wide, ROW - 8, "is-open", f"{label}: {told}"))
        chart.labels.append(Label(0, y + ROW - 8, label))
        chart.labels.append(Label(LABEL + wide + 6, y + ROW - 8, told))
    return replace(chart, height=max(len(values), 1) * ROW)
