"""What an open page of an article asks every few seconds, and what of the answer it does not have yet.

The page sends back what it was last told (`Known`), part by part; only the parts that differ are drawn.
"""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import md5
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from factcheck.models import Claim, Presence, User
from factcheck.workflow import notices, presence, pulse
from factcheck.workflow.pulse import State, Versions

from . import lookups
from .proof import Line, Proof, Row, read

MOST_TOLD = 3  # claims by number; of more only how many
FITS_A_NUMBER = 18


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
    text = str(sent.get(name))
    if not text.isdecimal() or len(text) > FITS_A_NUMBER:
        raise ValueError(name)
    return int(text)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a page begins with: who else is here, and where it asks what changed."""

    people: list[Presence]
    url: str


def begin(proof: Proof, user: User, page: str = "") -> Beginning:
    now = timezone.now()
    versions = {row.claim.pk: (row.claim.version, row.claim.updated_at) for row in proof.rows}
    people = others(presence.here(proof.article.pk), user)
    known = Known(
        draft=proof.draft.pk,
        since=now,
        claims=digest(recent(versions, now)),
        rows=len(proof.rows),
        here=digest_of(people),
        state=pulse.state(user, proof.article.pk) or State(0, 0),
        unread=notices.unread(user),
        page=page,
    )
    return Beginning(people, known.url(proof.article.pk))


def others(people: list[Presence], user: User) -> list[Presence]:
    return [row for row in people if row.user_id != user.pk]


def recent(versions: Versions, now: datetime) -> Versions:
    """Those that the next look finds again, because it goes back further than this one."""
    return {claim: (version, at) for claim, (version, at) in versions.items() if at > now - pulse.OVERLAP}


def digest(versions: Versions) -> str:
    return _short(repr(sorted(versions.items())))


def digest_of(people: list[Presence]) -> str:
    return _short(repr([(row.user_id, row.claim_id) for row in people]))


def _short(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class News:
    """Claims that changed, as rows and lines to be drawn again; `fresh`: the ids of those that a colleague changed."""

    proof: Proof
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
    """The claim on the page's card, and the stamp that the card was drawn with; `stamp` is today's."""

    claim_id: int | None
    drawn: str
    stamp: str

    @property
    def changed(self) -> Claim | None:
        """The claim, where the card shows it as it no longer is."""
        return Claim.objects.get(pk=self.claim_id) if self.claim_id and self.drawn != self.stamp else None


@dataclass(frozen=True, slots=True)
class Pulse:
    """What is new to the page; an empty or missing part is none. `url`: where it asks the next time."""

    url: str
    event: str
    people: list[Presence] | None
    news: News | None
    unread: int | None
    act: str  # what a colleague did to the claim that lies open
    claim: Claim | None

    def __bool__(self) -> bool:
        return bool(self.event or self.act or self.news) or self.people is not None or self.unread is not None


def opened(sent: QueryDict, article_id: int) -> Opened:
    """Raises ValueError for what no page of ours sends."""
    claim_id = _number(sent, "claim") if "claim" in sent else None
    stamp = pulse.stamp(article_id, claim_id) if claim_id else ""
    return Opened(claim_id if stamp else None, str(sent.get("stamp", "")), stamp)


def look(article_id: int, known: Known, opened: Opened, state: State, *, by: User) -> Pulse:
    """Note that the person is there, and find what the page does not show yet."""
    now = timezone.now()
    here = presence.here(article_id)
    presence.note(article_id=article_id, by=by, claim_id=opened.claim_id, among=here)
    people, unread = others(here, by), notices.unread(by)
    versions = pulse.changed(article_id, known.draft, known.since)
    fresh = _news(article_id, versions, known, by) if digest(versions) != known.claims else None
    claim = opened.changed
    act = _act(claim, by) if claim else ""
    then = replace(known, here=digest_of(people), unread=unread, state=state)
    if fresh:
        then = replace(then, since=now, claims=digest(recent(versions, now)), rows=len(fresh.proof.rows))
    return Pulse(
        url=then.url(article_id),
        event=state.since(known.state),
        people=people if then.here != known.here else None,
        news=fresh,
        unread=unread if unread != known.unread else None,
        act=act,
        claim=claim,
    )


def _news(article_id: int, versions: Versions, known: Known, user: User) -> News:
    article = lookups.article(user, article_id)
    proof = read(article, article.drafts.select_related("job").get(pk=known.draft))
    changes = pulse.changes(versions, known.draft)
    stretches = {stretch for change in changes for stretch in change.stretches}
    return News(
        proof,
        [row for row in proof.rows if row.claim.pk in versions],
        [line for line in proof.lines if any(_meets(line, *stretch) for stretch in stretches)],
        {change.claim_id for change in changes if change.by != user.pk and change.at > known.since},
        len(proof.rows) != known.rows,
    )


def _meets(line: Line, start: int, end: int) -> bool:
    return line.passage.start < end and start < line.passage.end


def _act(claim: Claim, user: User) -> str:
    """Empty where it was the person's own: from this page, on its way to it, or from another that they have open."""
    by, sentence = pulse.last_act(claim)
    return "" if by == user.pk else sentence
