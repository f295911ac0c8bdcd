"""What an open page of an article asks every few seconds, and what of the answer it does not have yet.

The page sends back what it was last told (`Known`), part by part; only the parts that differ are drawn.
"""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from hashlib import md5
from time import time
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from factcheck.models import Claim, Draft, Presence, User
from factcheck.text.identifiers import number
from factcheck.workflow import presence, pulse
from factcheck.workflow.glance import OVERLAP, State, Versions, glance, mark

from .proof import Line, Proof, Row, read

MOST_TOLD = 3  # claims by number; of more only how many
SHARED_SECONDS = 30  # at most, for the names of people, of which no mark tells


@dataclass(frozen=True, slots=True)
class Known:
    """What a page shows: which draft (its id), the claims as of when, and a digest or number of each other part."""

    draft: int
    since: datetime
    claims: str
    rows: int
    here: str
    state: State
    unread: int
    page: str

    @classmethod
    def of(cls, sent: QueryDict) -> Self:
        """Raises ValueError for what no page of ours sends."""
        draft, since, rows, unread = (_number(sent, name) for name in ("draft", "since", "rows", "unread"))
        return cls(
            draft=draft,
            since=datetime.fromtimestamp(since / 1_000_000, tz=UTC),
            claims=str(sent.get("claims")),
            rows=rows,
            here=str(sent.get("here")),
            state=State.parse(str(sent.get("state"))),
            unread=unread,
            page=str(sent.get("page", "")),
        )

    def url(self, article_id: int) -> str:
        parts = asdict(self) | {"since": int(self.since.timestamp() * 1_000_000), "state": self.state}
        return f"{reverse('article-pulse', args=[article_id])}?{urlencode(parts)}"


def _number(sent: QueryDict, name: str) -> int:
    found = number(str(sent.get(name)))
    if found is None:
        raise ValueError(name)
    return found


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a page begins with: who else is here, and where it asks what changed."""

    people: list[Presence]
    url: str


def begin(proof: Proof, user: User, page: str = "") -> Beginning:
    now = timezone.now()
    versions = {row.claim.pk: (row.claim.version, row.claim.updated_at) for row in proof.rows}
    seen = glance(user, proof.article.pk, draft_id=proof.draft.pk, since=now)
    if seen is None:
        raise ValueError("a page of an article that is not this person's")
    known = Known(
        draft=proof.draft.pk,
        since=now,
        claims=digest(recent(versions, now)),
        rows=len(proof.rows),
        here=digest_of(seen.others),
        state=seen.state,
        unread=seen.unread,
        page=page,
    )
    people = presence.others(proof.article.pk, user) if seen.others else []
    return Beginning(people, known.url(proof.article.pk))


def recent(versions: Versions, now: datetime) -> Versions:
    """Those that the next look finds again, because it goes back further than this one."""
    return {claim: (version, at) for claim, (version, at) in versions.items() if at > now - OVERLAP}


def digest(versions: Versions) -> str:
    return _short(repr(sorted(versions.items())))


def digest_of(others: dict[int, int | None]) -> str:
    return _short(repr(others))


def _short(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class News:
    """Claims that changed, as rows and lines to be drawn again; `fresh`: the ids of those that a colleague changed."""

    shared: "Shared"
    rows: list[Row]
    lines: list[Line]
    fresh: set[int]
    recount: bool  # claims came or went: the whole list is drawn

    @property
    def told(self) -> str:
        """For whoever cannot see it happen."""
        rows = [row for row in self.rows if row.claim.pk in self.fresh]
        if len(rows) > MOST_TOLD:
            return f"{len(rows)} claims changed."
        return " ".join(f"Claim {row.claim.number}: {row.label}." for row in rows)


@dataclass(frozen=True, slots=True)
class Opened:
    """The claim on the page's card, and the stamp that the card was drawn with; None and empty where there is none."""

    claim_id: int | None
    stamp: str

    @classmethod
    def of(cls, sent: QueryDict) -> Self:
        """Raises ValueError for what no page of ours sends."""
        return cls(_number(sent, "claim") if "claim" in sent else None, str(sent.get("stamp", "")))


@dataclass(frozen=True, slots=True)
class Pulse:
    """What the page does not show yet; an empty or missing part is nothing new. `url`: where it asks the next time."""

    url: str
    event: str  # what happened to the article as a whole
    over: bool  # its claims have moved on to a new draft: nothing more will be new here
    people: list[Presence] | None
    news: News | None
    unread: int | None
    act: str  # what a colleague did to the claim that lies open
    claim: Claim | None  # that claim, where its card shows it as it no longer is
    stamp: str


class Unknown(Exception):
    """There is no such article, or it is not this person's."""


def look(article_id: int, known: Known, opened: Opened, *, by: User) -> Pulse | None:
    """Note that the person is there, and find what the page does not show yet; None: nothing. Raises Unknown."""
    now = timezone.now()
    seen = glance(by, article_id, draft_id=known.draft, since=known.since, claim_id=opened.claim_id)
    if seen is None:
        raise Unknown
    there = opened.claim_id if seen.stamp else None
    presence.note(article_id=article_id, by=by, claim_id=there, last=seen.own)
    stale = there is not None and seen.stamp != opened.stamp
    then = replace(
        known, here=digest_of(seen.others), unread=seen.unread, state=seen.state, claims=digest(seen.versions)
    )
    if then == known and not stale:
        return None
    fresh = _news(article_id, seen.versions, known, by) if then.claims != known.claims else None
    if fresh:
        then = replace(then, since=now, claims=digest(recent(seen.versions, now)), rows=len(fresh.shared.proof.rows))
    claim = Claim.objects.get(pk=opened.claim_id) if opened.claim_id and stale else None
    return Pulse(
        url=then.url(article_id),
        event=then.state.since(known.state),
        over=then.state.draft > known.state.draft,
        people=presence.others(article_id, by) if then.here != known.here else None,
        news=fresh,
        unread=then.unread if then.unread != known.unread else None,
        act=_act(claim, by) if claim else "",
        claim=claim,
        stamp=seen.stamp,
    )


def _news(article_id: int, versions: Versions, known: Known, user: User) -> News:
    shared = _shared(article_id, known.draft, mark(article_id, known.draft), int(time() // SHARED_SECONDS))
    proof = shared.proof
    changes = pulse.changes(versions, known.draft)
    stretches = {stretch for change in changes for stretch in change.stretches}
    return News(
        shared,
        [row for row in proof.rows if row.claim.pk in versions],
        [line for line in proof.lines if any(_meets(line, *stretch) for stretch in stretches)],
        {change.claim_id for change in changes if change.by != user.pk and change.at > known.since},
        len(proof.rows) != known.rows,
    )


@dataclass(frozen=True)
class Shared:
    """One reading for everybody who has the draft open: in a proof is only what all of them may see."""

    proof: Proof

    @cached_property
    def drawn(self) -> SafeString:
        """How far it is, which is most of what there is to draw."""
        return render_to_string("articles/_stand.html", {"proof": self.proof})


@lru_cache(maxsize=32)
def _shared(article_id: int, draft_id: int, _mark: str, _while: int) -> Shared:
    draft = Draft.objects.select_related("job", "article__desk").get(pk=draft_id, article=article_id)
    return Shared(read(draft.article, draft))


def _meets(line: Line, start: int, end: int) -> bool:
    return line.passage.start < end and start < line.passage.end


def _act(claim: Claim, user: User) -> str:
    """Empty where it was the person's own: from this page, on its way to it, or from another that they have open."""
    by, sentence = pulse.last_act(claim)
    return "" if by == user.pk else sentence
