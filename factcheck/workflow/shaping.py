"""The verbs that shape claims: which words of the text are one, and how it reads alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from factcheck.models import CLEARED, Article, Citation, Claim, Draft, Link, User, changing
from factcheck.models.choices import Act, ClaimKind, Dismissal, JobState, Priority, Role, Verb
from factcheck.text.spans import Span

from . import permissions
from .attribution import Saying, tell
from .changes import change, move, touch, unless_cleared
from .errors import Invalid, Refused, Stale
from .places import stand

LONGEST_WORDING = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """One of the claims that a claim is split into: how it reads, and the words that it stands on."""

    text: str
    spans: Sequence[Span]


def addition_refusal(user: User, article: Article) -> str:
    """An empty string for yes, or the sentence why this person cannot add a claim to the article."""
    return permissions.lacking(user, article.desk_id, Role.REVIEWER) or (CLEARED if article.is_cleared else "")


@transaction.atomic
def add(
    *,
    draft_id: int,
    by: User,
    text: str,
    spans: Sequence[Span],
    kind: ClaimKind,
    priority: Priority = Priority.NORMAL,
    chain: Sequence[Saying] = (),
) -> Claim:
    """A claim that the extraction did not find; where this person has added the very same before, that one.

    Raises `Refused` where the draft is not the newest, `Invalid` where the words are nowhere in it.
    """
    draft = Draft.objects.select_related("article", "job").get(pk=draft_id)
    number = _next_number(draft.article_id)
    if sentence := addition_refusal(by, draft.article) or _not_ready(draft):
        raise Refused(sentence)
    claim = stand(
        Claim(
            desk_id=draft.article.desk_id,
            article_id=draft.article_id,
            draft=draft,
            number=number,
            text=_wording(text),
            added_by=by,
            kind=kind,
            priority=priority,
            checkworthiness=1.0,
        ),
        spans,
    )
    if same := draft.claims.filter(added_by=by, text=claim.text, spans=claim.spans).first():
        return same
    with unless_cleared(), changing(verb=Act.ADD_CLAIM, by=by):
        claim.save()
        tell(claim, chain)
    return claim


def edit(*, claim_id: int, by: User, seen: int, text: str, spans: Sequence[Span]) -> Claim:
    """Another wording, or other words of the text that it stands on; the machine's wording stays on record."""
    before = Claim.objects.get(pk=claim_id)
    after = stand(Claim.objects.get(pk=claim_id), spans)
    _reword(after, text)
    done = " and ".join(_differences(before, after))
    if not done:
        raise Invalid({"text": "Nothing is changed yet: change the wording, or the words in the text."})
    with change(claim_id, Verb.EDIT, by=by, seen=seen, reason=done) as claim:
        _reword(stand(claim, spans), text)
        touch(claim, *_SHAPE)
        return claim


def split(*, claim_id: int, by: User, seen: int, parts: Sequence[Part]) -> list[Claim]:
    """The first part stays this claim; each other one becomes a claim of its own, said by the same people."""
    if len(parts) < 2:
        raise Invalid({"text_2": "Give the wording of the second part, and its words in the text."})
    with transaction.atomic():
        before = Claim.objects.get(pk=claim_id)
        first = _next_number(before.article_id)
        numbers = [before.number, *range(first, first + len(parts) - 1)]
        told = f"claim {before.number} into {_list(numbers)}"
        with change(claim_id, Verb.SPLIT, by=by, seen=seen, reason=told) as claim:
            others = [_part(claim, part, number, by) for part, number in zip(parts[1:], numbers[1:], strict=True)]
            _reword(stand(claim, parts[0].spans), parts[0].text)
            touch(claim, *_SHAPE)
            return [claim, *others]


def merge(*, claim_id: int, by: User, seen: int, others: Mapping[int, int], text: str) -> list[Claim]:
    """The claim takes in others of its article, named with the versions that the page was showing, under one wording.

    It then stands on the words of all, with copies of their evidence; they are dismissed, and say into what.
    """
    with transaction.atomic():
        wanted = Claim.objects.filter(pk__in=[claim_id, *others]).select_for_update(of=("self",)).order_by("pk")
        found = {claim.pk: claim for claim in wanted.select_related("assignee")}
        merged = [found[pk] for pk in others if pk in found and pk != claim_id]
        if not merged or len(merged) != len(others):
            raise Invalid({"others": "Choose at least one other claim of this draft."})
        told = f"{_list([other.number for other in merged])} into claim {found[claim_id].number}"
        with change(claim_id, Verb.MERGE, by=by, seen=seen, reason=told) as claim:
            _check_others(claim, merged, others, by)
            _take_in(claim, merged, text)
            for other in merged:
                move(other, Verb.DISMISS, assignee=None, dismissal=Dismissal.MERGED, merged_into=claim)
            return [claim, *merged]


_SHAPE = ("text", "machine_text", "added", "ambiguous", "spans", "start", "end", "passage")


def _not_ready(draft: Draft) -> str:
    if draft.article.drafts.filter(number__gt=draft.number).exists():
        return "A newer draft of this article has come in. Load the page again, and add the claim there."
    return "" if draft.job.state == JobState.DONE else "The article is still being read."


def _next_number(article_id: int) -> int:
    """Holds the article until the end of the transaction, so that nobody else gives the same number."""
    Article.objects.select_for_update(no_key=True).get(pk=article_id)
    highest = Claim.objects.filter(article=article_id).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def _wording(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise Invalid({"text": "Say in one sentence what is claimed."})
    if len(words) > LONGEST_WORDING:
        raise Invalid({"text": f"This is too long for one claim: at most {LONGEST_WORDING} characters."})
    return words


def _reword(claim: Claim, text: str) -> None:
    """The machine's own wording is kept beside it; of what the machine added, only what is still there counts."""
    words = _wording(text)
    if words == claim.text:
        return
    machine = claim.machine_text or ("" if claim.added_by_id else claim.text)
    claim.text, claim.machine_text = words, "" if words == machine else machine
    claim.added = [added for added in claim.added if added in words]
    claim.ambiguous = False


def _differences(before: Claim, after: Claim) -> Iterable[str]:
    if before.text != after.text:
        yield f"the wording, which was “{before.text}”"
    if before.spans != after.spans:
        yield "the words of the text that it stands on"


def _part(claim: Claim, part: Part, number: int, by: User) -> Claim:
    """Saved, with a chain of its own."""
    fresh = Claim(
        desk_id=claim.desk_id,
        article_id=claim.article_id,
        draft_id=claim.draft_id,
        number=number,
        text=_wording(part.text),
        added_by=by,
        split_from=claim,
        kind=claim.kind,
        priority=claim.priority,
        checkworthiness=claim.checkworthiness,
        status=claim.status,
        assignee=claim.assignee,
    )
    stand(fresh, part.spans).save()
    _copy_chain(claim, fresh)
    return fresh


def _copy_chain(source: Claim, target: Claim) -> None:
    links = list(source.links.order_by("depth"))
    for link in links:
        link.pk, link.claim = None, target
    Link.objects.bulk_create(links)


def _check_others(claim: Claim, others: Collection[Claim], seen: Mapping[int, int], by: User) -> None:
    if any(other.draft_id != claim.draft_id for other in others):
        raise Invalid({"others": "Choose at least one other claim of this draft."})
    for other in others:
        if other.version != seen[other.pk]:
            raise Stale(claim)
        if sentence := permissions.refusal(by, other, Verb.MERGE):
            raise Refused(f"Claim {other.number}: {sentence}")


def _take_in(claim: Claim, others: Sequence[Claim], text: str) -> None:
    claim.priority = max(one.priority for one in [claim, *others])
    claim.checkworthiness = max(one.checkworthiness for one in [claim, *others])
    stand(claim, [Span(*span) for one in [claim, *others] for span in one.spans])
    _reword(claim, text)
    touch(claim, *_SHAPE, "priority", "checkworthiness")
    if not claim.links.exists():
        _copy_chain(next((other for other in others if other.links.exists()), claim), claim)
    _copy_evidence(claim, others)


def _copy_evidence(claim: Claim, others: Sequence[Claim]) -> None:
    """What is cited under several of them is copied once."""
    has = {_source(citation) for citation in claim.citations.filter(removed_at=None)}
    for citation in Citation.objects.filter(claim__in=others, removed_at=None).order_by("pk"):
        if _source(citation) not in has:
            has.add(_source(citation))
            copy = {field.attname: getattr(citation, field.attname) for field in _COPIED}
            Citation.objects.create(**copy, claim=claim, copied_from=citation)


_OWN = {"id", "claim", "copied_from", "key", "created_at", "removed_at"}
_COPIED = [field for field in Citation._meta.concrete_fields if field.name not in _OWN]  # noqa: SLF001 - Django's name


def _source(citation: Citation) -> tuple[str, str, str, str]:
    return citation.url, citation.title, citation.locator, citation.quote


def _list(numbers: Sequence[int]) -> str:
    """`claim 4`, or `claims 4, 24 and 25`."""
    *most, last = [str(number) for number in numbers]
    return f"claims {', '.join(most)} and {last}" if most else f"claim {last}"
