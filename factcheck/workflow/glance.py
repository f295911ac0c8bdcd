"""One look at an article for one open page of it: everything that the page may not show yet, in one statement.

Everybody who has an article open asks every few seconds, which is why it is SQL; what is new, the ORM then reads.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from factcheck.models import User
from factcheck.models.choices import JobState

from .notices import MOST_COUNTED
from .presence import HERE, Place

OVERLAP = timedelta(seconds=30)  # a commit becomes visible later than the time that is written in it

Versions = dict[int, tuple[int, datetime]]  # claim id → version and time of its last change

STAMP = """
    SELECT claim.version, claim.updated_at,
        (SELECT row(count(*), max(resolved_at))::text FROM factcheck_comment WHERE claim_id = claim.id) AS comments,
        (SELECT row(count(*), max(removed_at))::text FROM factcheck_citation WHERE claim_id = claim.id) AS citations
    FROM factcheck_claim claim WHERE claim.id = %(claim)s AND claim.article_id = %(article)s
"""
# Of no rows where the article is not this person's: the same rule as `for_user`.
GLANCE = f"""
    SELECT
        (SELECT max(draft.number) FROM factcheck_draft draft JOIN factcheck_job job ON job.draft_id = draft.id
            WHERE draft.article_id = article.id AND job.state = '{JobState.DONE}') AS draft,
        (SELECT id FROM factcheck_clearance WHERE article_id = article.id AND withdrawn_at IS NULL) AS clearance,
        (SELECT count(*) FROM (
            SELECT FROM factcheck_notification notice
            JOIN factcheck_article about ON about.id = notice.article_id
            JOIN factcheck_membership seat ON seat.desk_id = about.desk_id AND seat.user_id = notice.user_id
            WHERE notice.user_id = %(user)s AND notice.read_at IS NULL LIMIT {MOST_COUNTED}
        ) AS told) AS unread,
        here.users, here.claims, here.seen_at,
        changed.ids, changed.versions, changed.times,
        card.version, card.updated_at, card.comments, card.citations
    FROM factcheck_article article
    JOIN factcheck_membership member ON member.desk_id = article.desk_id AND member.user_id = %(user)s
    CROSS JOIN LATERAL (
        SELECT array_agg(user_id ORDER BY user_id) AS users, array_agg(claim_id ORDER BY user_id) AS claims,
            max(seen_at) FILTER (WHERE user_id = %(user)s) AS seen_at
        FROM factcheck_presence WHERE article_id = article.id AND seen_at > %(gone)s
    ) AS here
    CROSS JOIN LATERAL (
        SELECT array_agg(id) AS ids, array_agg(version) AS versions, array_agg(updated_at) AS times
        FROM factcheck_claim WHERE draft_id = %(draft)s AND article_id = article.id AND updated_at > %(since)s
    ) AS changed
    LEFT JOIN LATERAL ({STAMP}) AS card ON true
    WHERE article.id = %(article)s
"""  # noqa: S608 - a status of ours and a number; what people send are parameters

MARK = """
    SELECT count(*), sum(version), max(updated_at),
        (SELECT count(*) FROM factcheck_waiver waiver
            JOIN factcheck_claim claim ON claim.id = waiver.claim_id WHERE claim.article_id = %(article)s),
        (SELECT count(*) FROM factcheck_lineanswer WHERE article_id = %(article)s),
        (SELECT row(count(*), max(withdrawn_at))::text FROM factcheck_clearance WHERE article_id = %(article)s),
        (SELECT string_agg(job.state, ' ' ORDER BY draft.number) FROM factcheck_draft draft
            JOIN factcheck_job job ON job.draft_id = draft.id WHERE draft.article_id = %(article)s)
    FROM factcheck_claim WHERE draft_id = %(draft)s
"""


@dataclass(frozen=True, slots=True)
class State:
    """Of an article: the number of its newest draft that is read, and the id of its clearance; 0: none."""

    draft: int
    clearance: int

    def __str__(self) -> str:
        return f"{self.draft}.{self.clearance}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError for what is no state."""
        draft, clearance = text.split(".")
        return cls(int(draft), int(clearance))

    def since(self, earlier: "State") -> str:
        """What happened to the article as a whole, as a sentence; empty: nothing."""
        if self.draft > earlier.draft:
            return f"Draft {self.draft} is here."
        if self.clearance == earlier.clearance:
            return ""
        return "The article is cleared." if self.clearance else "The article is open again."


@dataclass(frozen=True, slots=True)
class Glance:
    """`others`: user id → the claim that they are on; `own`: where the person was last noted; `stamp`: see `stamp`."""

    state: State
    unread: int
    others: dict[int, int | None]
    own: Place | None
    versions: Versions
    stamp: str


def glance(
    user: User, article_id: int, *, draft_id: int, since: datetime, claim_id: int | None = None
) -> Glance | None:
    """`versions` are of the draft's claims that changed after `since` or shortly before. None: no article of theirs."""
    asked = {"user": user.pk, "article": article_id, "draft": draft_id, "claim": claim_id}
    row = _one(GLANCE, asked | {"since": since - OVERLAP, "gone": timezone.now() - HERE})
    if row is None:
        return None
    draft, clearance, unread, users, on, seen_at, ids, versions, times, *card = row
    others = dict(zip(users or (), on or (), strict=True))
    own = Place(others.pop(user.pk), seen_at) if seen_at else None
    changed = dict(zip(ids or (), zip(versions or (), times or (), strict=True), strict=True))
    return Glance(State(draft or 0, clearance or 0), unread, others, own, changed, _stamp(card))


def stamp(article_id: int, claim_id: int) -> str:
    """A word that is another after every change of the claim, its evidence or its comments; empty: no such claim."""
    return _stamp(_one(STAMP, {"article": article_id, "claim": claim_id}))


def mark(article_id: int, draft_id: int) -> str:
    """A word that is another after every change of the draft's claims, of the article's drafts and of its clearance."""
    return repr(_one(MARK, {"article": article_id, "draft": draft_id}))


def _stamp(card: Any) -> str:
    return salted_hmac("stamp", repr(tuple(card))).hexdigest()[:16] if card and card[0] else ""


def _one(statement: str, values: Mapping[str, int | datetime | None]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()
