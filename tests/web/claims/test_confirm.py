from factcheck.models import Anchor, Claim, User
from factcheck.models.choices import Carry, Status
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion


class TestConfirm(OfAVersion, InSomeStatuses):
    route = "claim-confirm"
    starts = Status.RECHECK
    leads_to = Status.SETTLED
    actor = "second_reviewer"

    def test_the_old_words_stand_beside_the_new(self, at_work: Claim, reader: User, login: making.Login) -> None:
        Claim.objects.filter(pk=at_work.pk).update(start=0, end=29, spans=[[0, 29]])
        page = login(reader).get(at_work.get_absolute_url()).content.decode()
        assert "The text changed since draft 1" in page
        assert "“Unemployment fell to four per<del> cent in May</del>”" in page
        assert "“Unemployment fell to four per”" in page

    def test_what_was_not_settled_can_only_be_taken(
        self, claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
    ) -> None:
        making.at(claim, Status.SUBMITTED, by=reviewer)
        changed = making.carry(claim, Carry.TEXT_CHANGED)
        answer = login(second_reviewer).post(self.url(changed), self.body(changed))
        assert answer.status_code == 403
        assert "This claim was not settled when its text changed. Take it and check it." in answer.content.decode()
        assert Anchor.objects.get().status == Status.SUBMITTED

    def test_it_is_told_who_confirmed(self, at_work: Claim, second_reviewer: User, login: making.Login) -> None:
        page = login(second_reviewer).post(self.url(at_work), self.body(at_work), follow=True).content.decode()
        assert "second-reviewer confirmed the verdict for the changed text." in page
        assert "confirmed for draft 1 by second-reviewer" in page

    def test_its_author_is_told_why_not(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        sentence = "You wrote this verdict; another reviewer says whether it holds for the changed text."
        page = login(reviewer).get(at_work.get_absolute_url()).content.decode()
        assert sentence in page
        assert self.url(at_work) not in page
        answer = login(reviewer).post(self.url(at_work), self.body(at_work))
        assert answer.status_code == 403
        assert sentence in answer.content.decode()
        assert making.fresh(at_work).status == Status.RECHECK
