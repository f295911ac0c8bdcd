"""A suggested fix: seen while it is typed, accepted or declined, applied, and back to recheck."""

import html
import re
from io import BytesIO
from typing import Any
from uuid import uuid4
from xml.etree import ElementTree
from zipfile import ZipFile

import mammoth
import pytest
from django.urls import reverse

from factcheck.models import Article, Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import clearance, fixing, verdicts
from tests import making
from tests.redrafting import MINISTER, found, read
from tests.web.claims.questions import HTMX

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIX = "Unemployment fell to 4.1 per cent in May"


@pytest.fixture(autouse=True)
def _no_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.tasks.enqueue_split", lambda _draft: None)


@pytest.fixture
def suggested(claim: Claim, reviewer: User, second_reviewer: User) -> Claim:
    """Settled as “Confirmed, change wording”, with other words."""
    making.at(claim, Status.CHECKING, by=reviewer)
    making.submit(claim, reviewer, rating="confirmed-change-wording", suggested_fix=FIX)
    return making.sign_off(claim, second_reviewer)


@pytest.fixture
def accepted(suggested: Claim, editor: User) -> Claim:
    return fixing.accept_fix(claim_id=suggested.pk, by=editor, seen=suggested.version)


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def apply(article: Article, by: User, login: making.Login, **sent: Any) -> Any:
    body = {"seen": 1, "key": uuid4()} | sent
    return login(by).post(reverse("article-apply-fixes", args=[article.pk]), body)


class TestPreview:
    def test_the_sentence_is_shown_with_what_is_typed(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).get(reverse("claim-fix", args=[claim.pk]), {"suggested_fix": FIX}, headers=HTMX)
        page = answer.content.decode()
        assert page.startswith(f'<div id="fix-{claim.pk}"')
        assert "fell to [deleted: four][inserted: 4.1] per cent in May, the minister said." in words_of(page)

    def test_without_javascript_it_is_a_page(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).post(reverse("claim-fix", args=[claim.pk]), {"suggested_fix": FIX})
        assert "<html" in answer.content.decode()
        assert "[inserted: 4.1]" in words_of(answer.content.decode())
        assert not claim.verdicts.exists(), "nothing is stored by looking"

    def test_nothing_typed_is_nothing_shown(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).get(reverse("claim-fix", args=[claim.pk]), headers=HTMX)
        assert words_of(answer.content.decode()) == ""

    def test_markup_is_words(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        sent = {"suggested_fix": "<script>alert(1)</script>"}
        assert "<script>" not in login(reviewer).get(reverse("claim-fix", args=[claim.pk]), sent).content.decode()

    def test_the_form_asks_for_it_as_it_is_typed(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        making.at(claim, Status.CHECKING, by=reviewer)
        page = login(reviewer).get(claim.get_absolute_url()).content.decode()
        assert f'hx-get="{reverse("claim-fix", args=[claim.pk])}"' in page
        assert f'id="fix-{claim.pk}"' in page


class TestRedline:
    def test_the_text_is_there_with_its_fixes(self, suggested: Claim, reader: User, login: making.Login) -> None:
        page = words_of(login(reader).get(reverse("article-fixes", args=[suggested.article_id])).content.decode())
        assert "Unemployment fell to [deleted: four][inserted: 4.1] per cent in May" in page
        assert "not decided yet" in page
        assert making.OPINION in page

    def test_a_declined_one_is_not(self, suggested: Claim, editor: User, login: making.Login) -> None:
        fixing.decline_fix(claim_id=suggested.pk, by=editor, seen=suggested.version)
        page = login(editor).get(reverse("article-fixes", args=[suggested.article_id])).content.decode()
        assert "No fixes" in page

    def test_a_blind_one_is_not(self, claim: Claim, reviewer: User, editor: User, login: making.Login) -> None:
        claim.desk.blind_from = 1
        claim.desk.save()
        making.at(claim, Status.CHECKING, by=reviewer)
        making.submit(claim, reviewer, rating="confirmed-change-wording", suggested_fix=FIX)
        page = login(editor).get(reverse("article-fixes", args=[claim.article_id])).content.decode()
        assert "4.1" not in page


class TestApply:
    @pytest.mark.usefixtures("accepted")
    def test_the_new_draft_has_the_words(self, article: Article, editor: User, login: making.Login) -> None:
        answer = apply(article, editor, login)
        assert (answer.status_code, answer["Location"]) == (303, reverse("article-detail", args=[article.pk]))
        assert article.drafts.get(number=2).text == making.TEXT.replace("four", "4.1")

    def test_the_claim_is_rechecked_in_the_new_words_and_confirmed_blocks_no_longer(
        self, accepted: Claim, article: Article, editor: User, reviewer: User, login: making.Login
    ) -> None:
        making.at(article.claims.get(number=2), Status.DISMISSED, by=reviewer)
        apply(article, editor, login)
        draft = article.drafts.get(number=2)
        read(
            draft,
            found(draft.text, "fell to 4.1 per cent in May", said="unemployment fell to 4.1 per cent", by=MINISTER),
        )
        now = making.fresh(accepted)
        assert (now.status, now.quote, now.text) == (Status.RECHECK, FIX, "unemployment fell to 4.1 per cent")
        assert article.claims.filter(draft=draft, number__gt=2).count() == 0
        assert [blocker.why for blocker in clearance.stand(article).blockers if blocker.claim] == ["Recheck"]
        verdicts.confirm(claim_id=now.pk, by=editor, seen=now.version)
        assert [blocker for blocker in clearance.stand(article).blockers if blocker.claim] == []

    @pytest.mark.usefixtures("accepted")
    def test_sent_twice_it_is_one_draft(self, article: Article, editor: User, login: making.Login) -> None:
        key = uuid4()
        for _ in range(2):
            assert apply(article, editor, login, key=key).status_code == 303
        assert article.drafts.count() == 2

    @pytest.mark.usefixtures("suggested")
    def test_without_an_accepted_one_there_is_nothing_to_apply(
        self, article: Article, editor: User, login: making.Login
    ) -> None:
        answer = apply(article, editor, login)
        assert answer.status_code == 409
        assert "No accepted fix waits to be applied." in answer.content.decode()

    def test_fixes_of_the_same_words_are_refused(
        self,
        accepted: Claim,
        article: Article,
        editor: User,
        reviewer: User,
        second_reviewer: User,
        login: making.Login,
    ) -> None:
        other = making.claim(accepted.passage, "four per cent in May", number=3)
        making.at(other, Status.CHECKING, by=reviewer)
        making.submit(other, reviewer, rating="confirmed-change-wording", suggested_fix="4 % in May", said="")
        settled = making.sign_off(other, second_reviewer)
        fixing.accept_fix(claim_id=other.pk, by=editor, seen=settled.version)
        answer = apply(article, editor, login)
        assert answer.status_code == 409
        assert "The fixes of claims 1 and 3 are for the same words. Decline one of them." in answer.content.decode()
        assert article.drafts.count() == 1

    @pytest.mark.usefixtures("accepted")
    def test_a_draft_that_came_meanwhile_is_told(self, article: Article, editor: User, login: making.Login) -> None:
        assert apply(article, editor, login, seen=7).status_code == 409

    @pytest.mark.usefixtures("accepted")
    def test_it_is_for_editors(self, article: Article, reviewer: User, login: making.Login) -> None:
        assert apply(article, reviewer, login).status_code == 403


class TestWordFile:
    """The Word file: https://ecma-international.org/publications-and-standards/standards/ecma-376/, 17.13.5."""

    def url(self, article: Article) -> str:
        return reverse("article-redline", args=[article.pk])

    def test_each_fix_is_a_tracked_change(self, suggested: Claim, reader: User, login: making.Login) -> None:
        assert (
            self.url(suggested.article)
            in login(reader).get(reverse("article-fixes", args=[suggested.article_id])).content.decode()
        )
        answer = login(reader).get(self.url(suggested.article))
        assert answer["Content-Disposition"] == 'attachment; filename="redline-the-bridge-draft-1.docx"'
        with ZipFile(BytesIO(answer.content)) as parts:
            document = ElementTree.fromstring(parts.read("word/document.xml"))  # noqa: S314 - our own
        [gone], [new] = (list(document.iter(f"{WORD}{change}")) for change in ("del", "ins"))
        assert ("".join(gone.itertext()), "".join(new.itertext())) == ("four", "4.1")
        assert new.get(f"{WORD}author") == "reviewer"
        assert len(list(document.iter(f"{WORD}p"))) == 2

    def test_with_every_change_accepted_it_is_the_fixed_text(
        self, suggested: Claim, reader: User, login: making.Login
    ) -> None:
        answer = login(reader).get(self.url(suggested.article))
        words = mammoth.extract_raw_text(BytesIO(answer.content)).value
        assert words.strip() == making.TEXT.replace("four", "4.1")

    def test_another_desks_member_finds_nothing(self, suggested: Claim, stranger: User, login: making.Login) -> None:
        assert login(stranger).get(self.url(suggested.article)).status_code == 404

    def test_a_wrong_method_is_refused(self, suggested: Claim, reader: User, login: making.Login) -> None:
        assert login(reader).post(self.url(suggested.article)).status_code == 405
