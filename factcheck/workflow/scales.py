"""The rating scale of a desk: a preset, or one of its own. What verdicts were given by is never rewritten."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.db.models import Max, Prefetch, Q
from django.utils.text import slugify

from factcheck.models import Desk, Rating, RatingScale, User, changing
from factcheck.models.choices import DeskAct

from .administering import administering
from .errors import Invalid

FEWEST, MOST = 2, 12
CODE_LENGTH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a scale, as it is written. `code` is kept from the answer that it came from; empty: a new one."""

    code: str = ""
    label: str
    meaning: str
    tone: str
    mark: str
    value: int | None = None
    needs_citation: bool = True
    blocks_clearance: bool = False


def choices(desk: Desk) -> list[RatingScale]:
    """The presets and the desk's own scales, each in its newest version, and the one that the desk uses."""
    scales = RatingScale.objects.filter(Q(owner=None) | Q(owner=desk)).order_by("owner", "name", "-version")
    newest = scales.distinct("owner", "name").values("pk")
    in_order = Prefetch("ratings", Rating.objects.order_by("order"))
    found = RatingScale.objects.filter(Q(pk__in=newest) | Q(pk=desk.scale_id)).prefetch_related(in_order)
    return sorted(found, key=lambda scale: (scale.owner_id is not None, scale.pk))


def answers(scale: RatingScale) -> list[Answer]:
    """In order."""
    names = Answer.__dataclass_fields__
    return [Answer(**row) for row in scale.ratings.order_by("order").values(*names)]


def choose_scale(*, desk_id: int, by: User, seen: int, scale: int | None) -> Desk:
    """Verdicts that are in keep their rating; from now on, others are given on the scale of this id."""
    with administering(desk_id, DeskAct.CHOOSE_SCALE, by=by, seen=seen) as desk:
        chosen = next((choice for choice in choices(desk) if choice.pk == scale), None)
        if chosen is None:
            raise Invalid({"scale": "Choose a scale from the list."})
        return _use(desk, chosen, DeskAct.CHOOSE_SCALE, by=by)


def write_scale(*, desk_id: int, by: User, seen: int, name: str, written: Sequence[Answer]) -> Desk:
    """Store the answers as the desk's own scale, and use it; a scale of that name gets a new version.

    Raises `Invalid`, where there are too few answers, too many, or two of the same label.
    """
    if wrong := _wrong(name.strip(), written):
        raise Invalid(wrong)
    with administering(desk_id, DeskAct.WRITE_SCALE, by=by, seen=seen) as desk:
        coded = _coded(written)
        if desk.scale.owner_id == desk.pk and desk.scale.name == name.strip() and answers(desk.scale) == coded:
            raise Invalid({"name": "Nothing is changed yet."})
        own = RatingScale.objects.filter(owner=desk, name=name.strip())
        newest = own.aggregate(newest=Max("version"))["newest"] or 0
        scale = RatingScale.objects.create(owner=desk, name=name.strip(), version=newest + 1)
        Rating.objects.bulk_create(
            Rating(scale=scale, order=order, **asdict(answer)) for order, answer in enumerate(coded, 1)
        )
        return _use(desk, scale, DeskAct.WRITE_SCALE, by=by)


def _use(desk: Desk, scale: RatingScale, act: DeskAct, *, by: User) -> Desk:
    with changing(verb=act, by=by, reason=f"“{scale}”"):
        desk.scale = scale
        desk.save(update_fields=["scale"])
        return desk


def _wrong(name: str, written: Sequence[Answer]) -> dict[str, str]:
    if not name:
        return {"name": "Give the scale a name."}
    if not FEWEST <= len(written) <= MOST:
        return {"": f"A scale has from {FEWEST} to {MOST} answers; this one has {len(written)}."}
    labels = [answer.label.casefold() for answer in written]
    twice = next((answer.label for answer in written if labels.count(answer.label.casefold()) > 1), "")
    return {"": f"Two answers are called “{twice}”."} if twice else {}


def _coded(written: Sequence[Answer]) -> list[Answer]:
    """A code for each that has none: from its label, and no other's."""
    taken = {answer.code for answer in written if answer.code}
    coded = []
    for answer in written:
        code = answer.code or _free(slugify(answer.label)[: CODE_LENGTH - 3] or "answer", taken)
        taken.add(code)
        coded.append(replace(answer, code=code))
    return coded


def _free(code: str, taken: set[str]) -> str:
    return next(free for free in [code, *(f"{code}-{n}" for n in range(2, MOST + 2))] if free not in taken)
