"""A desk with as many claims as a large newsroom gathers in years, made by COPY and INSERT … SELECT.

Words are as uneven as in any language: the second most frequent comes half as often as the first, and so on. A tenth
of the claims waits; the rest is settled or dismissed, as on a desk that has been at work for long.
"""

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from django.db import connection

from factcheck.models import Article, User

CLAIMS_AN_ARTICLE = 60
SENTENCE_WORDS = 12
VOCABULARY = 60_000
SYLLABLES = [first + vowel for first in "bdfgklmnprstv" for vowel in ("a", "ei", "i", "o", "u")]
FILL = """
SET session_replication_role = replica;
INSERT INTO factcheck_article (desk_id, title, byline, source_url, note, sensitivity, created_by_id, deadline,
    created_at, updated_at)
SELECT desk_id, title || ' ' || n, '', '', '', 'normal', created_by_id,
    CASE n %% 4 WHEN 0 THEN NULL ELSE date_trunc('hour', now()) + (n %% 90 - 80) * interval '1 day' END,
    now() - (n %% 700) * interval '1 day', now()
FROM factcheck_article, generate_series(1, %(articles)s) n WHERE factcheck_article.id = %(article)s;
INSERT INTO factcheck_upload (name, content, size, sha256, key, created_at)
SELECT 'a' || id, 'x', 1, 'x', gen_random_uuid(), now() FROM factcheck_article WHERE id > %(article)s;
INSERT INTO factcheck_draft (article_id, number, upload_id, text, length, sha256, extractor_version, created_by_id,
    remark, unread, created_at)
SELECT article.id, 1, upload.id, repeat('The bridge opened in 1932. ', 100), 2700, 'x', '', created_by_id, '', '', now()
FROM factcheck_article article JOIN factcheck_upload upload ON upload.name = 'a' || article.id;
INSERT INTO factcheck_job (draft_id, state, attempts, token, sentences_done, sentences_total, claims_found, error,
    created_at)
SELECT id, 'done', 1, 1, 1, 1, 60, '', now() FROM factcheck_draft WHERE article_id > %(article)s;
INSERT INTO factcheck_passage (draft_id, index, paragraph, start, "end", kind, reason, reported)
SELECT id, 0, 1, 0, 26, 'sentence', '', '[]' FROM factcheck_draft WHERE article_id > %(article)s;
INSERT INTO factcheck_claim (desk_id, article_id, draft_id, passage_id, number, text, machine_text, spans, start,
    "end", kind, checkworthiness, signals, added, ambiguous, status, priority, assignee_id, dismissal, note, version,
    created_at, updated_at)
SELECT article.desk_id, article.id, draft.id, passage.id, sentence.n %% %(each)s + 1, sentence.text, '',
    ARRAY[ARRAY[0, 26]], 0, 26,
    (ARRAY['event','event','event','state','state','statistic','statistic','quantity','quotation','comparison',
        'causal','schedule'])[1 + floor(12 * random() * random())::int],
    round(random()::numeric, 3), '[]', '{}', false, life.status, 1 + floor(3 * random())::int,
    CASE WHEN life.status IN ('checking', 'submitted', 'settled', 'disputed')
        THEN (ARRAY[%(one)s, %(two)s])[1 + sentence.n %% 2] END,
    CASE life.status WHEN 'dismissed' THEN 'trivial' ELSE '' END, '', 1,
    article.created_at + random() * interval '3 hours', now()
FROM sentence
JOIN numbered ON numbered.n = sentence.n / %(each)s
JOIN factcheck_article article ON article.id = numbered.article_id
JOIN factcheck_draft draft ON draft.article_id = article.id
JOIN factcheck_passage passage ON passage.draft_id = draft.id
CROSS JOIN LATERAL (SELECT (ARRAY['open','checking','submitted','disputed','recheck','settled','dismissed'])[
    width_bucket(random() + sentence.n * 0, %(lives)s::float[])] AS status) life
;
INSERT INTO factcheck_verdict (claim_id, draft_id, author_id, rating_id, said, rationale, opinion, blind,
    suggested_fix, standing, key, created_at)
SELECT claim.id, draft_id, assignee_id, rating.id, '', 'The table says the same about ' || split_part(claim.text, ' ',
    1), 'first', false, '', 'current', gen_random_uuid(), claim.created_at + random() * interval '9 hours'
FROM factcheck_claim claim JOIN factcheck_desk desk ON desk.id = claim.desk_id
JOIN factcheck_rating rating ON rating.scale_id = desk.scale_id AND rating.order = 1 + claim.id %% 5
WHERE claim.article_id > %(article)s AND claim.status IN ('submitted', 'settled', 'disputed');
SET session_replication_role = origin;
"""
# Where in 0 to 1 each status begins, in the order of the query.
SETTLED_DESK = [0.0, 0.05, 0.06, 0.08, 0.085, 0.09, 0.85]
WAITING_DESK = [0.0, 0.7, 0.75, 0.85, 0.86, 0.88, 0.95]


def fill(article: Article, one: User, two: User, *, claims: int, lives: list[float] = SETTLED_DESK) -> None:
    """Put `claims` claims on the desk of the article, whose reviewers are `one` and `two`, in articles like it."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE sentence (n integer, text text)")
        with cursor.copy("COPY sentence FROM STDIN") as rows:
            for number, text in enumerate(sentences(claims)):
                rows.write_row((number, text))
        wanted = {"article": article.pk, "articles": claims // CLAIMS_AN_ARTICLE, "each": CLAIMS_AN_ARTICLE}
        people: dict[str, Any] = {"one": one.pk, "two": two.pk, "lives": lives}
        before, after = FILL.split("INSERT INTO factcheck_claim", 1)
        cursor.execute(before, wanted)
        cursor.execute(
            "CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id AS article_id "
            "FROM factcheck_article WHERE id > %(article)s",
            wanted,
        )
        cursor.execute(f"INSERT INTO factcheck_claim{after}", wanted | people)
        cursor.execute("DROP TABLE sentence, numbered")
        cursor.execute("VACUUM ANALYZE")


def sentences(number: int) -> Iterator[str]:
    """The same at every run."""
    chance = random.Random(1)  # noqa: S311 - sentences, not secrets
    words = [_word(rank) for rank in range(VOCABULARY)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    for _ in range(number):
        yield " ".join(chance.choices(words, cum_weights=weights, k=SENTENCE_WORDS))


def _word(rank: int) -> str:
    """A word of its own for each rank: short ones for the frequent."""
    rank, syllables = rank + len(SYLLABLES), []
    while rank:
        rank, digit = divmod(rank, len(SYLLABLES))
        syllables.append(SYLLABLES[digit])
    return "".join(syllables)
