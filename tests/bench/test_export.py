"""The export of many verdicts, beside psql's own COPY of the same query in the same run."""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from factcheck.engine import programs
from factcheck.export import csv as export
from factcheck.export.choice import Choice
from factcheck.export.columns import VERDICTS
from factcheck.models import Article, User

ROWS = 100_000
CLAIMS_AN_ARTICLE = 100
SLOWEST = 1.5  # times psql

# Copies of the one article of the fixtures, with a signed verdict on one citation for each claim.
FILL = """
SET session_replication_role = replica;
INSERT INTO factcheck_article (desk_id, title, byline, source_url, note, sensitivity, created_by_id,
    created_at, updated_at)
SELECT desk_id, title || n, '', 'https://paper.example/' || n, '', 'normal', created_by_id, now(), now()
FROM factcheck_article, generate_series(1, %(articles)s) n WHERE factcheck_article.id = %(article)s;
INSERT INTO factcheck_upload (name, content, size, sha256, key, created_at)
SELECT 'a' || id, 'x', 1, 'x', gen_random_uuid(), now() FROM factcheck_article WHERE id > %(article)s;
INSERT INTO factcheck_draft (article_id, number, upload_id, text, length, sha256, extractor_version, created_by_id,
    remark, unread, created_at)
SELECT article.id, 1, upload.id, repeat('The bridge opened in 1932. ', 200), 5400, 'x', '', created_by_id, '', '', now()
FROM factcheck_article article JOIN factcheck_upload upload ON upload.name = 'a' || article.id;
INSERT INTO factcheck_passage (draft_id, index, paragraph, start, "end", kind, reason, reported)
SELECT draft.id, n, n, n * 27, n * 27 + 26, 'sentence', '', '[]'
FROM factcheck_draft draft, generate_series(0, %(claims)s - 1) n WHERE draft.article_id > %(article)s;
INSERT INTO factcheck_claim (desk_id, article_id, draft_id, passage_id, number, text, machine_text, spans, start, "end",
    kind, checkworthiness, signals, added, ambiguous, status, priority, assignee_id, dismissal, note, version,
    created_at, updated_at)
SELECT article.desk_id, article.id, draft.id, passage.id, passage.index + 1, 'The bridge opened in 1932', '',
    ARRAY[ARRAY[passage.start, passage."end"]], passage.start, passage."end", 'event', 0.5, '[]', '{}', false,
    'settled', 2, article.created_by_id, '', '', 1, now(), now()
FROM factcheck_passage passage JOIN factcheck_draft draft ON draft.id = passage.draft_id
JOIN factcheck_article article ON article.id = draft.article_id WHERE article.id > %(article)s;
INSERT INTO factcheck_link (claim_id, depth, who, role, cue, "to")
SELECT claim.id, depth, 'the minister', 'minister', 'said', ''
FROM factcheck_claim claim, generate_series(0, 1) depth WHERE claim.article_id > %(article)s;
INSERT INTO factcheck_verdict (claim_id, draft_id, author_id, rating_id, said, rationale, opinion, blind, suggested_fix,
    standing, key, created_at)
SELECT claim.id, draft_id, assignee_id, rating.id, 'fair', repeat('The table says “the same”, and more. ', 5), 'first',
    false, '', 'current', gen_random_uuid(), now()
FROM factcheck_claim claim JOIN factcheck_desk desk ON desk.id = claim.desk_id
JOIN factcheck_rating rating ON rating.scale_id = desk.scale_id AND rating.order = 1
WHERE claim.article_id > %(article)s;
INSERT INTO factcheck_citation (claim_id, kind, url, title, publisher, author, locator, quote, stance, tier, note,
    added_by_id, key, created_at)
SELECT claim_id, 'url', 'https://statistics.example/may', 'Labour market, May', '', '', '', '', 'supports',
    'primary', '', author_id, gen_random_uuid(), now()
FROM factcheck_verdict;
INSERT INTO factcheck_evidence (verdict_id, citation_id)
SELECT verdict.id, citation.id FROM factcheck_verdict verdict JOIN factcheck_citation citation USING (claim_id);
INSERT INTO factcheck_signoff (verdict_id, author_id, reviewer_id, created_at)
SELECT id, author_id, %(signer)s, now() FROM factcheck_verdict;
SET session_replication_role = origin;
"""


@pytest.fixture
def many(transactional_db: None, article: Article, second_reviewer: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            FILL,
            {
                "articles": ROWS // CLAIMS_AN_ARTICLE,
                "claims": CLAIMS_AN_ARTICLE,
                "article": article.pk,
                "signer": second_reviewer.pk,
            },
        )
        cursor.execute("VACUUM ANALYZE")  # else the server begins to, in the midst of what is measured


def test_the_export_runs_at_the_speed_of_psql(many: None, editor: User, say: Callable[[str], None]) -> None:
    claims = Choice(user=editor).claims()
    with connection.cursor() as cursor:
        statement = export.statement(cursor, VERDICTS, claims, raw=False).as_string(cursor.connection)
    psql(statement)  # both find the pages in memory
    before = reset_peak()
    # By turns, so that whatever else the machine does falls on both.
    rounds = [(seconds(lambda: drain(export.verdicts(claims))), seconds(lambda: psql(statement))) for _ in range(3)]
    grown = peak() - before
    ours, by_psql = map(min, zip(*rounds, strict=True))
    ratio = ours / by_psql
    say(f"{ROWS:,} rows: {ours:.2f} s, psql {by_psql:.2f} s, ratio {ratio:.2f}; memory grew by {grown / 1024:.1f} MB")
    assert ratio < SLOWEST
    assert grown < 32 * 1024


def psql(statement: str) -> None:
    with connection.cursor() as cursor:
        info = cursor.connection.info
    program = str(programs.find() / "bin" / "psql")
    psql_itself = [program, "-h", info.host, "-p", str(info.port), "-U", info.user, "-d", info.dbname, "-qXf", "-"]
    subprocess.run(psql_itself, check=True, stdout=subprocess.DEVNULL, input=f"{statement};".encode())


def drain(chunks: Iterator[bytes]) -> None:
    for _ in chunks:
        pass


def seconds(act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def reset_peak() -> int:
    Path("/proc/self/clear_refs").write_text("5")
    return peak()


def peak() -> int:
    """The most memory held since the last reset, in KB."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
