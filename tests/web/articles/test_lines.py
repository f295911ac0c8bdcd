"""The panel of a line on which no claim stands: read it, or waive it."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.models import Article, LineAnswer, Passage, Unsent, User
from factcheck.models.choices import Reason, Status
from factcheck.web import keeping
from factcheck.workflow import clearing
from tests import making
from tests.web.claims.questions import HTMX


@pytest.fixture
def line(article: Article) -> Passage:
    Passage.objects.filter(draft__article=article, index=2).update(reason="")
    return Passage.objects.get(draft__article=article, index=2)


def url(line: Passage, verb: str = "read") -> str:
    return reverse(f"line-{verb}", args=[line.pk])


def reading(**sent: Any) -> dict[str, Any]:
    return {"reason": Reason.OPINION, "note": "A matter of taste.", "key": uuid4()} | sent


def waiving(**sent: Any) -> dict[str, Any]:
    return {"note": "The page closes now.", "key": uuid4()} | sent


def page_of(line: Passage) -> str:
    return reverse("article-detail", args=[line.draft.article_id])


def test_the_line_and_the_blocker_lead_to_the_panel(line: Passage, reviewer: User, login: making.Login) -> None:
    page = login(reviewer).get(page_of(line)).content.decode()
    assert page.count(url(line)) == 2
    panel = login(reviewer).get(url(line)).content.decode()
    assert "neither a claim here nor a reason" in panel
    assert making.OPINION in panel


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
def test_read_it_blocks_no_longer(line: Passage, reviewer: User, login: making.Login, headers: dict[str, str]) -> None:
    answer = login(reviewer).post(url(line), reading(), headers=headers)
    goes = answer["HX-Redirect"] if headers else answer["Location"]
    assert goes == f"{page_of(line)}#line-2"
    page = login(reviewer).get(page_of(line)).content.decode()
    assert "(opinion: not checkable, says reviewer)" in page
    assert "Every line read: 1 of 3 sentences" in page
    assert "A line of the text" not in page


def test_what_was_typed_of_a_line_is_there_again_until_it_is_sent(
    line: Passage, reviewer: User, login: making.Login
) -> None:
    client, other = login(reviewer), line.draft.passages.get(index=0)
    line.draft.claims.filter(number=1).update(status=Status.DROPPED)
    for passage, words in ((line, "A matter of"), (other, "Nobody can")):
        answer = client.post(keeping.address("read-line", passage, reviewer), {"note": words})
        assert answer["Location"] == url(passage)
    for passage, words, others in ((line, "A matter of", "Nobody can"), (other, "Nobody can", "A matter of")):
        page = client.get(url(passage)).content.decode()
        assert f"{words}</textarea>" in page
        assert others not in page, "it is another line’s"
    assert client.post(url(line), reading()).status_code == 303
    assert Unsent.objects.get().line == other


def test_the_page_of_a_cleared_article_has_its_forms_beside_a_line(
    line: Passage, editor: User, reviewer: User, login: making.Login
) -> None:
    for claim in line.draft.claims.all():
        making.at(claim, Status.DISMISSED, by=reviewer)
    login(editor).post(url(line), reading())
    clearing.clear(article_id=line.draft.article_id, by=editor, seen=1)
    page = login(editor).get(url(line)).content.decode()
    assert 'name="reason"' in page
    assert keeping.address("reopen", line.draft.article, editor).replace("&", "&amp;") in page


def test_waived_it_says_by_whom_and_why(line: Passage, editor: User, login: making.Login) -> None:
    assert url(line, "waive") in login(editor).get(url(line)).content.decode()
    assert login(editor).post(url(line, "waive"), waiving()).status_code == 303
    page = login(editor).get(page_of(line)).content.decode()
    assert "(not read: waived by editor)" in page
    assert "editor: “The page closes now.”" in page
    assert "Every line read: 0 of 3 sentences" in page


def test_waiving_is_offered_to_editors_alone(line: Passage, reviewer: User, login: making.Login) -> None:
    assert url(line, "waive") not in login(reviewer).get(url(line)).content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
def test_what_is_missing_is_said_beside_what_was_written(
    line: Passage, editor: User, login: making.Login, headers: dict[str, str]
) -> None:
    answer = login(editor).post(url(line), reading(reason=""), headers=headers)
    assert answer.status_code == 422
    assert "Say why it carries no claim." in answer.content.decode()
    assert "A matter of taste." in answer.content.decode()
    answer = login(editor).post(url(line, "waive"), waiving(note=""), headers=headers)
    assert answer.status_code == 422
    assert "Say why this is published all the same." in answer.content.decode()


def test_where_a_claim_stands_it_is_refused_with_the_sentence(
    article: Article, reviewer: User, login: making.Login
) -> None:
    line = Passage.objects.get(draft__article=article, index=1)
    assert url(line) not in login(reviewer).get(page_of(line)).content.decode()
    assert "Back to the claims" in login(reviewer).get(url(line)).content.decode()
    for answer in (login(reviewer).get(url(line)), login(reviewer).post(url(line), reading())):
        assert answer.status_code == 403
        page = answer.content.decode()
        assert "Claim 2 stands on this line." in page
        assert "The machine found neither" not in page


class TestAccess:
    def test_waiving_is_sent_by_post_alone(self, line: Passage, editor: User, login: making.Login) -> None:
        assert login(editor).get(url(line, "waive")).status_code == 405

    @pytest.mark.parametrize("verb", ["read", "waive"])
    def test_the_line_does_not_exist_for_another_desk(
        self, line: Passage, stranger: User, login: making.Login, verb: str
    ) -> None:
        assert login(stranger).post(url(line, verb), reading()).status_code == 404
        assert not LineAnswer.objects.exists()

    @pytest.mark.parametrize("verb", ["read", "waive"])
    def test_a_lesser_role_is_refused_with_the_sentence(
        self, line: Passage, reader: User, reviewer: User, login: making.Login, verb: str
    ) -> None:
        who, sentence = (reader, "Only reviewers and editors") if verb == "read" else (reviewer, "Only editors")
        answer = login(who).post(url(line, verb), reading())
        assert answer.status_code == 403
        assert sentence in answer.content.decode()

    def test_whoever_is_logged_out_is_asked_to_log_in(self, line: Passage, client: Client) -> None:
        assert client.post(url(line), reading()).status_code == 401
        assert not LineAnswer.objects.exists()
