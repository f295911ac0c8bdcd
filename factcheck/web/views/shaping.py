"""The verbs that shape and describe a claim: opened, each is a panel in the card's place; sent, it is done."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from factcheck.models.choices import Verb
from factcheck.web import lookups
from factcheck.web.answers import answer, ask
from factcheck.web.requests import DeskRequest
from factcheck.workflow import describing, shaping

View = Callable[[DeskRequest, int], HttpResponse]


def _panel(verb: Verb, act: Callable[..., object]) -> View:
    """A view that opens the verb's panel, or does what it sends; with `preview`, it shows what would become of it."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        claim = lookups.claim(request.user, pk)
        if request.method != "POST":
            return ask(request, claim, verb)
        if "preview" in request.POST:
            return ask(request, claim, verb, request.POST)
        return answer(request, claim, verb, act, claim_id=pk)

    return view


edit = _panel(Verb.EDIT, shaping.edit)
split = _panel(Verb.SPLIT, shaping.split)
merge = _panel(Verb.MERGE, shaping.merge)
change_kind = _panel(Verb.CHANGE_KIND, describing.change_kind)
correct_chain = _panel(Verb.CORRECT_CHAIN, describing.correct_chain)
prioritise = _panel(Verb.PRIORITISE, describing.prioritise)
