"""Finding earlier claims: by the words that somebody types, and by what another claim says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchVector
from django.db import connection
from django.db.models import F, Q, QuerySet

from factcheck.models import Claim, User, Verdict
from factcheck.models.choices import Dismissal, Standing, Status
from factcheck.text import matching
from factcheck.text.matching import Candidate, Match

from .queue import with_words

PAGE_SIZE = 30
LOOKED_AT = 300  # earlier claims that are read and ranked, at most
ALIKE = 0.35  # the likeness from which on two claims are worth showing together
MOST_SHOWN = 5
MOST_REASONED = 500  # verdicts, of all desks, that are looked through for one page
MARKS = "\ue000", "\ue001"  # stand around a word that was asked for

# Which stems a text has, and how many claims have each: PostgreSQL counts the frequent ones for its planner, and of all
# others it is known that they are rarer than the rarest of these.
FREQUENCIES: LiteralString = """
WITH counted AS (
    SELECT most_common_elems::text::text[] AS stems, most_common_elem_freqs AS shares
    FROM pg_stats JOIN pg_class ON relname = tablename AND relnamespace::regnamespace::text = schemaname
    WHERE pg_class.oid = 'claim_words'::regclass
), frequent AS (
    SELECT unnest(stems) AS stem, unnest(shares[:cardinality(stems)]) AS share FROM counted
)
SELECT lexeme, coalesce(share, (SELECT shares[cardinality(stems) + 1] / 2 FROM counted), 0),
    (SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = 'factcheck_claim'::regclass)
FROM unnest(to_tsvector('english', %s)) LEFT JOIN frequent ON stem = lexeme
"""
CANDIDATES: LiteralString = """
SELECT id, text, to_tsvector('english'::regconfig, coalesce(text, ''::text))::text FROM factcheck_claim
WHERE to_tsvector('english'::regconfig, coalesce(text, ''::text)) @@ %s::tsquery AND desk_id = ANY(%s) LIMIT %s
"""
STEM = re.compile(r"'((?:[^']|'')+)':([\d,]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody looks for. Without words: nothing."""

    words: str = ""
    desk: int | None = None
    kind: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An earlier claim; `text` and `why` have `MARKS` around the words that were asked for."""

    claim: Claim
    verdict: Verdict | None
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    found: list[Found]
    before: int | None = None  # the last one's id, for the next page; None: this is the last page
    some: bool = False  # no claim has all of the words; these have some of them


def find(user: User, asked: Asked, before: int | None = None, size: int = PAGE_SIZE) -> Page:
    """Claims that have the words themselves, or in the reasons of their verdict, newest first, `size` at a time."""
    if not asked.words.strip():
        return Page([])
    ids = _newest(user, asked, before, size + 1)
    if not ids and before is None:
        return Page(_told(user, _nearest(user, asked, size), asked.words), some=True)
    return Page(_told(user, ids[:size], asked.words), ids[size - 1] if len(ids) > size else None)


def seen_before(claim: Claim, user: User) -> list[Found]:
    """Earlier claims of the desk that say the same, or nearly: those with a verdict first."""
    near = [match.key for match in matches([claim.desk_id], claim.text) if match.likeness >= ALIKE]
    seen = Claim.objects.filter(pk__in=near, pk__lt=claim.pk).exclude(
        Q(status=Status.DROPPED) | Q(dismissal=Dismissal.MERGED)
    )
    told = _told(user, [pk for pk in near if pk in set(seen.values_list("pk", flat=True))])
    settled_first = sorted(told, key=lambda found: (found.claim.status != Status.SETTLED, found.verdict is None))
    return settled_first[:MOST_SHOWN]


def matches(desks: Sequence[int], text: str, most: int = LOOKED_AT) -> list[Match]:
    """The claims of these desks that share telling words with the text, most similar first."""
    asked = matching.spread(text)
    with connection.cursor() as cursor:
        cursor.execute(FREQUENCIES, [asked])
        rows = cursor.fetchall()
        if not rows:
            return []
        total = rows[0][2]
        counts = {stem: share * total for stem, share, _ in rows}
        cursor.execute(CANDIDATES, [_query(matching.telling(counts, total, most)), list(desks), most])
        candidates = [Candidate(key, words, _stems(vector)) for key, words, vector in cursor.fetchall()]
    return matching.rank(asked, matching.weights(counts, total), candidates)


def _query(wanted: Iterable[tuple[str, ...]]) -> str:
    return " | ".join(" & ".join(map(_quoted, stems)) for stems in wanted)


def _quoted(stem: str) -> str:
    return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'"


def _stems(vector: str) -> dict[str, int]:
    """A `tsvector` as it is written: `'fell':2 'four':4,9`."""
    return {stem.replace("''", "'"): places.count(",") + 1 for stem, places in STEM.findall(vector)}


def _scope(user: User, asked: Asked) -> QuerySet[Claim]:
    equal = {"desk": asked.desk, "kind": asked.kind, "status": asked.status}
    return Claim.objects.for_user(user).filter(**{name: value for name, value in equal.items() if value})


def _newest(user: User, asked: Asked, before: int | None, size: int) -> list[int]:
    """Two short lists, each by an index, are faster than one with OR."""
    scope = _scope(user, asked)
    if before:
        scope = scope.filter(pk__lt=before)
    said = with_words(scope, asked.words).order_by("-pk").values_list("pk", flat=True)[:size]
    reasoned = scope.filter(pk__in=_reasoned(user, asked.words, before)).order_by("-pk").values_list("pk", flat=True)
    return sorted({*said, *reasoned[:size]}, reverse=True)[:size]


def _reasoned(user: User, words: str, before: int | None) -> list[int]:
    """The newest claims whose verdict has the words in its reasons; in one query with the claims it reads them all."""
    verdicts = Verdict.objects.alias(vector=SearchVector("rationale", config="english")).filter(
        vector=_asked(words), standing=Standing.CURRENT
    )
    if before:
        verdicts = verdicts.filter(claim__lt=before)
    newest = list(verdicts.order_by("-claim").values_list("pk", flat=True)[:MOST_REASONED])
    return list(Verdict.objects.in_sight_of(user).filter(pk__in=newest).values_list("claim", flat=True))


def _nearest(user: User, asked: Asked, size: int) -> list[int]:
    near = [match.key for match in matches(list(user.roles), asked.words)]
    kept = set(_scope(user, asked).filter(pk__in=near).values_list("pk", flat=True))
    return [pk for pk in near if pk in kept][:size]


def _told(user: User, ids: Sequence[int], words: str = "") -> list[Found]:
    """In the order of `ids`, in two queries."""
    claims: QuerySet[Any] = Claim.objects.filter(pk__in=ids).select_related("article", "desk")
    verdicts: QuerySet[Any] = Verdict.objects.in_sight_of(user).filter(claim__in=ids, standing=Standing.CURRENT)
    by_claim = {
        verdict.claim_id: verdict
        for verdict in verdicts.select_related("rating", "author").annotate(told=_marked("rationale", words))
    }
    by_id = claims.annotate(told=_marked("text", words, whole=True)).in_bulk()
    return [
        Found(by_id[pk], verdict, by_id[pk].told, verdict.told if verdict else "")
        for pk, verdict in ((pk, by_claim.get(pk)) for pk in ids)
    ]


def _asked(words: str) -> SearchQuery:
    return SearchQuery(words, config="english", search_type="websearch")


def _marked(field: str, words: str, *, whole: bool = False) -> Any:
    """The field with marks around the words; of a long text the stretch that has them."""
    start, stop = MARKS
    length: dict[str, Any] = (
        {"highlight_all": True} if whole else {"max_fragments": 1, "max_words": 40, "min_words": 20}
    )
    options = {"config": "english", "start_sel": start, "stop_sel": stop, **length}
    return SearchHeadline(field, _asked(words), **options) if words else F(field)
