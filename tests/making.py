"""How tests come by desks, people, articles, and claims that reached their status by the work it takes."""

import hashlib
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from factcheck.management.commands.seed import load_scales
from factcheck.models import (
    Anchor,
    Article,
    Citation,
    Claim,
    Desk,
    Draft,
    Job,
    Link,
    Membership,
    Passage,
    RatingScale,
    Upload,
    User,
    Verdict,
    changing,
)
from factcheck.models.choices import Carry, ClaimKind, Dismissal, JobState, PassageKind, Reason, Role, Said, Status
from factcheck.workflow import changes, citations, claims, opinions, verdicts

Login = Callable[[User], Client]

PASSWORD = "a long enough passphrase"
ATTRIBUTED = "Unemployment fell to four per cent in May, the minister said."
PLAIN = "The bridge opened in 1932."
OPINION = "It was a wonderful day."
TEXT = f"{ATTRIBUTED} {PLAIN}\n\n{OPINION}"


def desk(name: str, *, sign_offs: int = 1) -> Desk:
    return Desk.objects.create(name=name, slug=name.lower(), scale=load_scales()[0], sign_offs=sign_offs)


def scale(name: str) -> RatingScale:
    return RatingScale.objects.create(name=name)


def member(on: Desk, username: str, role: Role) -> User:
    user = User.objects.create_user(username, password=PASSWORD)
    Membership.objects.create(desk=on, user=user, role=role)
    return user


def unsplit(on: Desk, by: User, *, title: str = "The bridge", text: str = TEXT) -> Draft:
    """An article as it stands right after its upload."""
    data = text.encode()
    row = Article.objects.create(desk=on, title=title, created_by=by)
    upload = Upload.objects.create(
        name="bridge.txt", content=data, size=len(data), sha256=hashlib.sha256(data).hexdigest()
    )
    draft = Draft.objects.create(
        article=row, upload=upload, text=text, length=len(text), sha256=upload.sha256, created_by=by
    )
    Job.objects.create(draft=draft)
    return draft


def article(on: Desk, by: User, *, title: str = "The bridge") -> Article:
    """An article of three sentences: claim 1 is said by the minister, claim 2 by nobody, the third is an opinion."""
    draft = unsplit(on, by, title=title)
    first = passage(draft, ATTRIBUTED, index=0)
    second = passage(draft, PLAIN, index=1)
    passage(draft, OPINION, index=2, paragraph=2, reason=Reason.OPINION)
    said = claim(first, "Unemployment fell to four per cent in May", number=1, checkworthiness=0.9)
    at = TEXT.index("the minister")
    Link.objects.create(claim=said, depth=0, who="the minister", start=at, end=at + 12, cue="said")
    claim(second, "The bridge opened in 1932", number=2, kind=ClaimKind.EVENT, checkworthiness=0.4)
    Job.objects.filter(draft=draft).update(state=JobState.DONE, finished_at=timezone.now(), attempts=1)
    return draft.article


def passage(draft: Draft, words: str, *, index: int, paragraph: int = 1, reason: str = "") -> Passage:
    start = draft.text.index(words)
    return Passage.objects.create(
        draft=draft,
        index=index,
        paragraph=paragraph,
        start=start,
        end=start + len(words),
        kind=PassageKind.SENTENCE,
        reason=reason,
    )


def claim(in_: Passage, words: str, *, number: int, **fields: Any) -> Claim:
    """A claim that stands on these words of the passage's draft."""
    draft = in_.draft
    start = draft.text.index(words)
    defaults = {"kind": ClaimKind.STATISTIC, "checkworthiness": 0.5}
    return Claim.objects.create(
        desk=draft.article.desk,
        article=draft.article,
        draft=draft,
        passage=in_,
        number=number,
        text=words,
        spans=[[start, start + len(words)]],
        start=start,
        end=start + len(words),
        **(defaults | fields),
    )


def cite(on: Claim, by: User, **fields: Any) -> Citation:
    defaults: dict[str, Any] = {
        "url": "https://statistics.example/may",
        "title": "Labour market, May",
        "quote": "4.0 per cent",
        "key": uuid4(),
    }
    return citations.cite(claim_id=on.pk, by=by, **(defaults | fields))


def submit(on: Claim, by: User, *, rating: str = "confirmed", **fields: Any) -> Verdict:
    """A verdict on a claim that `by` has taken; with a citation, where there is none yet."""
    if not on.citations.exists():
        cite(on, by)
    defaults: dict[str, Any] = {"said": Said.FAIR, "rationale": "The office's table says the same.", "key": uuid4()}
    return verdicts.submit(
        claim_id=on.pk,
        by=by,
        seen=fresh(on).version,
        rating_id=on.desk.scale.ratings.get(code=rating).pk,
        **(defaults | fields),
    )


def second(on: Claim, by: User, *, rating: str = "confirmed", **fields: Any) -> Verdict:
    """A second verdict on a submitted claim, by somebody who did not write the first."""
    return opinions.second(**_opinion(on, by, rating, fields))


def adjudicate(on: Claim, by: User, *, rating: str = "confirmed", **fields: Any) -> Verdict:
    return opinions.adjudicate(**_opinion(on, by, rating, fields))


def _opinion(on: Claim, by: User, rating: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "claim_id": on.pk,
        "by": by,
        "seen": fresh(on).version,
        "key": uuid4(),
        "rating_id": on.desk.scale.ratings.get(code=rating).pk,
        "said": Said.FAIR,
        "rationale": "Read for myself.",
    } | fields


def at(on: Claim, status: Status, *, by: User, signer: User | None = None) -> Claim:
    """Bring an open claim to the status, by doing the work as `by` (a reviewer) and `signer` (another one)."""
    if status == Status.DISMISSED:
        claims.dismiss(claim_id=on.pk, by=by, seen=on.version, reason=Dismissal.TRIVIAL)
    elif status != Status.OPEN:
        claims.take(claim_id=on.pk, by=by, seen=on.version)
    if status in {Status.SUBMITTED, Status.DISPUTED, Status.SETTLED, Status.RECHECK}:
        submit(on, by)
    if status == Status.DISPUTED:
        assert signer is not None
        second(on, signer, rating="wrong")
    if status in {Status.SETTLED, Status.RECHECK}:
        assert signer is not None
        sign_off(on, signer)
    if status in {Status.RECHECK, Status.DROPPED}:
        carry(on, Carry.TEXT_CHANGED if status == Status.RECHECK else Carry.PASSAGE_GONE)
    return fresh(on)


def carry(on: Claim, act: Carry) -> Claim:
    """What a newer draft does to the claim, without one: its words stay where they are."""
    now = fresh(on)
    anchor(now)
    with changing(verb=act, program="a newer draft"):
        return changes.move(now, act, assignee=now.assignee)


def anchor(on: Claim, **fields: Any) -> Anchor:
    """The claim's place, kept as a newer draft keeps it."""
    names = ("draft", "passage", "text", "spans", "start", "end", "status")
    return Anchor.objects.create(claim=on, **{name: getattr(on, name) for name in names} | fields)


def sign_off(on: Claim, by: User) -> Claim:
    return verdicts.sign_off(claim_id=on.pk, by=by, seen=fresh(on).version)


def send_back(on: Claim, by: User, *, note: str = "Look again.") -> Claim:
    return verdicts.send_back(claim_id=on.pk, by=by, seen=fresh(on).version, note=note)


def reopen(on: Claim, by: User, *, reason: str = "The office revised it.") -> Claim:
    return verdicts.reopen(claim_id=on.pk, by=by, seen=fresh(on).version, reason=reason)


def fresh(on: Claim) -> Claim:
    return Claim.objects.get(pk=on.pk)
