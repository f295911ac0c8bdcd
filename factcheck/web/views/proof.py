"""Reading an article with its claims."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from factcheck.models import Article
from factcheck.models.choices import JobState
from factcheck.text.identifiers import number
from factcheck.web import lookups, older
from factcheck.web.card import Card
from factcheck.web.clearance_forms import ArticleForm
from factcheck.web.proof import Proof, Row, read
from factcheck.web.proof_page import proof_page
from factcheck.web.pulse import begin
from factcheck.web.requests import DeskRequest
from factcheck.workflow.errors import Refused


@require_safe
def detail(request: DeskRequest, pk: int) -> HttpResponse:
    """The proof view; `?claim=4` chooses the claim on the card, `?draft=1` a draft that is not the newest."""
    proof = _proof(lookups.article(request.user, pk), request.GET.get("draft", ""))
    named = request.GET.get("claim", "")
    row = _chosen(proof, named)
    if row is None and named:
        return redirect(_elsewhere(proof, named))
    card = (row if proof.older else Card(proof, row, request.user)) if row else None
    only_the_card = card and request.htmx.target == "card" and not request.htmx.history_restore_request
    part = "articles/_older_card.html" if proof.older else "claims/_card.html"
    if only_the_card:
        context = {"proof": proof, "article": proof.article, "job": proof.job, "card": card}
        return render(request, part, context)
    pulse = begin(proof, request.user) if proof.job.state == JobState.DONE and not proof.older else None
    return proof_page(request, proof, card=card, pulse=pulse)


def show(
    request: DeskRequest, article: Article, *, form: ArticleForm, refusal: Refused | None = None, status: int
) -> HttpResponse:
    """The proof view, with the form of an article's verb that was sent and did not do its work."""
    proof = read(article)
    row = _chosen(proof, "")
    card = Card(proof, row, request.user) if row else None
    pulse = begin(proof, request.user) if proof.job.state == JobState.DONE else None
    return proof_page(request, proof, sent=form, status=status, card=card, pulse=pulse, asked=form, refusal=refusal)


def _proof(article: Article, named: str) -> Proof:
    if not named:
        return read(article)
    draft = get_object_or_404(article.drafts.select_related("job"), number=_small(named))
    proof = read(article, draft)
    return older.read(article, draft) if proof.older else proof


def _chosen(proof: Proof, named: str) -> Row | None:
    """The claim that the address names; without one, the first that is open."""
    if not named:
        return proof.next_open(0) or next(iter(proof.rows), None)
    return proof.by_number.get(_small(named))


def _elsewhere(proof: Proof, named: str) -> str:
    """Where a claim is that is not in this draft: in the last one that had it."""
    claim = get_object_or_404(proof.article.claims.select_related("draft"), number=_small(named))
    if claim.draft_id == proof.draft.pk:
        raise Http404
    return f"{reverse('article-detail', args=[proof.article.pk])}?draft={claim.draft.number}&claim={claim.number}"


def _small(text: str) -> int:
    found = number(text, digits=9)
    if found is None:
        raise Http404
    return found
