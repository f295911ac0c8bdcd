"""Texts, and which of many earlier claims say the same: found and ranked as the desk does it, in PostgreSQL."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from django.db import OperationalError, connection, transaction

from factcheck.management.measuring.figures import Figure
from factcheck.management.measuring.scoring import Row, Unmeasured, rows, scored, written
from factcheck.workflow import search

BASELINE = "PostgreSQL's full text search, any of the words"
MOST = 10
# Stands for the desk's own table as long as the transaction lasts: temporary tables come first in every search.
# Within a caller's transaction it outlives ours.
TABLE = """
DROP TABLE IF EXISTS pg_temp.factcheck_claim;
CREATE TEMP TABLE factcheck_claim (
    id integer, desk_id integer, text text,
    words tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, coalesce(text, ''::text))) STORED
) ON COMMIT DROP;
CREATE INDEX claim_words ON factcheck_claim USING gin (to_tsvector('english'::regconfig, coalesce(text, ''::text)));
"""
PLAIN = """
SELECT id FROM factcheck_claim, CAST(replace(plainto_tsquery('english', %s)::text, ' & ', ' | ') AS tsquery) wanted
WHERE words @@ wanted ORDER BY ts_rank(words, wanted) DESC, id LIMIT %s
"""


def take(folder: Path, scratch: Path) -> Iterator[Figure]:
    """Of the claims with their titles, and of the claims alone. Raises Unmeasured where no database answers."""
    given = folder / "f_match"
    claims = list(rows(given / "vclaims.jsonl"))
    queries = [row for path in sorted(given.glob("queries_*.jsonl")) for row in rows(path)]
    gold = written(scratch / "gold.jsonl", queries)
    for name, texts, good, aim in (
        ("matching to earlier checks, MAP@5", [f"{row['vclaim']} {row['title']}" for row in claims], 0.85, 0.89),
        ("the same, by the claim alone", [row["vclaim"] for row in claims], None, None),
    ):
        try:
            with transaction.atomic():
                _fill(texts)
                ours = _scored(folder, gold, scratch, _ranked(queries, claims, by_us))
                baseline = _scored(folder, gold, scratch, _ranked(queries, claims, by_full_text))
        except OperationalError as error:
            raise Unmeasured("no database answered: start the desk, or set DATABASE_URL") from error
        yield Figure(name, ours, baseline, None, good, aim)


def _scored(folder: Path, gold: Path, scratch: Path, ranked: Iterator[Row]) -> float:
    answer = scored(folder / "score_matching.py", gold, written(scratch / "ranked.jsonl", ranked))
    return float(answer["MAP@5"])


def _fill(texts: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        with cursor.copy("COPY factcheck_claim (id, desk_id, text) FROM STDIN") as out:
            for place, text in enumerate(texts):
                out.write_row((place, 1, text))
        cursor.execute("ANALYZE factcheck_claim")


def _ranked(queries: list[Row], claims: list[Row], by: Callable[[str], list[int]]) -> Iterator[Row]:
    for query in queries:
        yield {"id": query["id"], "ranked": [claims[place]["id"] for place in by(query["text"])]}


def by_us(text: str) -> list[int]:
    """The places of the claims that the card would show as seen before, without a limit on their likeness."""
    return [match.key for match in search.matches([1], text)[:MOST]]


def by_full_text(text: str) -> list[int]:
    """The places of those that share the most words, by PostgreSQL's own rank."""
    with connection.cursor() as cursor:
        cursor.execute(PLAIN, [text, MOST])
        return [place for (place,) in cursor.fetchall()]
