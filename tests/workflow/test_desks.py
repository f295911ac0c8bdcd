"""What a desk admin does: members and roles, rules, the rating scale; and that it is told."""

from dataclasses import replace
from functools import partial

import pytest

from factcheck.models import Claim, Desk, Membership, Rating, RatingScale, User
from factcheck.models.choices import Carry, Priority, Role, Status
from factcheck.workflow import administering, members, rules, scales
from factcheck.workflow.desk_history import history
from factcheck.workflow.errors import Invalid, Overtaken, Refused
from factcheck.workflow.scales import Answer
from tests import making

MORE = Answer(label="Half right", meaning="One half of it.", tone="mixed", mark="◐", value=3)


def sentences(desk: Desk) -> list[str]:
    return [entry.sentence for entry in history(desk).entries]


def membership(user: User) -> Membership:
    return user.memberships.get()


class TestMembers:
    def test_somebody_with_an_account_is_added_by_user_name(self, desk: Desk, desk_admin: User) -> None:
        User.objects.create_user("newcomer")
        members.add_member(desk_id=desk.pk, by=desk_admin, username=" newcomer ", role=Role.EDITOR)
        assert Membership.objects.get(desk=desk, user__username="newcomer").role == Role.EDITOR
        assert sentences(desk)[0] == "desk-admin added newcomer: Editor."

    @pytest.mark.parametrize(
        ("username", "role", "sentence"),
        [
            ("nobody", Role.READER, "No account has this user name"),
            ("reviewer", Role.READER, "reviewer is on this desk already"),
            ("newcomer", 9, "Choose a role from the list"),
        ],
    )
    def test_what_is_wrong_is_named(
        self, username: str, role: int, sentence: str, desk: Desk, desk_admin: User
    ) -> None:
        making.member(desk, "reviewer", Role.REVIEWER)
        User.objects.create_user("newcomer")
        with pytest.raises(Invalid, match=sentence):
            members.add_member(desk_id=desk.pk, by=desk_admin, username=username, role=role)

    def test_nobody_who_was_switched_off_is_added(self, desk: Desk, desk_admin: User) -> None:
        User.objects.create_user("newcomer", is_active=False)
        with pytest.raises(Invalid, match="No account"):
            members.add_member(desk_id=desk.pk, by=desk_admin, username="newcomer", role=Role.READER)

    def test_only_admins_of_the_desk_do_any_of_it(self, desk: Desk, editor: User, stranger: User) -> None:
        for person in (editor, stranger):
            with pytest.raises(Refused, match="Only desk admins"):
                members.add_member(desk_id=desk.pk, by=person, username="stranger", role=Role.READER)

    def test_a_desk_keeps_an_admin(self, desk: Desk, desk_admin: User, editor: User) -> None:
        last = membership(desk_admin)
        with pytest.raises(Refused, match="A desk needs an admin"):
            members.change_role(membership_id=last.pk, by=desk_admin, role=Role.EDITOR)
        with pytest.raises(Refused, match="A desk needs an admin"):
            members.remove_member(membership_id=last.pk, by=desk_admin)
        members.change_role(membership_id=membership(editor).pk, by=desk_admin, role=Role.ADMIN)
        members.remove_member(membership_id=last.pk, by=desk_admin)
        assert [*desk.memberships.values_list("user__username", flat=True)] == ["editor"]

    def test_an_admin_who_was_switched_off_is_none(self, desk: Desk, desk_admin: User) -> None:
        other = making.member(desk, "other-admin", Role.ADMIN)
        User.objects.filter(pk=other.pk).update(is_active=False)
        with pytest.raises(Refused, match="A desk needs an admin"):
            members.remove_member(membership_id=membership(desk_admin).pk, by=desk_admin)

    def test_whoever_leaves_hands_their_claims_back(
        self, claim: Claim, desk_admin: User, reviewer: User, second_reviewer: User
    ) -> None:
        other = claim.article.claims.get(number=2)
        making.at(claim, Status.CHECKING, by=reviewer)
        making.at(other, Status.SETTLED, by=reviewer, signer=second_reviewer)
        making.carry(other, Carry.TEXT_CHANGED)
        assert members.remove_member(membership_id=membership(reviewer).pk, by=desk_admin) == 2
        assert (making.fresh(claim).status, making.fresh(claim).assignee) == (Status.OPEN, None)
        assert (making.fresh(other).status, making.fresh(other).assignee) == (Status.RECHECK, None)
        assert other.verdicts.get().author == reviewer, "what they wrote stays"
        assert sentences(claim.desk)[0] == "desk-admin removed reviewer."

    def test_whoever_becomes_a_reader_does_too_once_this_is_known(
        self, claim: Claim, desk_admin: User, reviewer: User
    ) -> None:
        making.at(claim, Status.CHECKING, by=reviewer)
        demote = partial(members.change_role, membership_id=membership(reviewer).pk, by=desk_admin, role=Role.READER)
        with pytest.raises(Invalid, match="reviewer holds 1 claim, which a reader cannot check"):
            demote()
        assert making.fresh(claim).assignee == reviewer
        demote(hand_back=True)
        assert making.fresh(claim).status == Status.OPEN

    def test_a_refusal_leaves_the_claims_where_they_are(self, claim: Claim, desk_admin: User) -> None:
        making.at(claim, Status.CHECKING, by=desk_admin)
        with pytest.raises(Refused):
            members.remove_member(membership_id=membership(desk_admin).pk, by=desk_admin)
        assert making.fresh(claim).assignee == desk_admin


class TestRules:
    def set(self, desk: Desk, by: User, **asked: int | None) -> Desk:
        given: dict[str, int | None] = {"low": 0, "normal": 1, "high": 2, "blind_from": None}
        return rules.set_rules(desk_id=desk.pk, by=by, seen=administering.version(desk), **(given | asked))  # type: ignore[arg-type]

    def test_they_hold_by_priority(self, desk: Desk, desk_admin: User) -> None:
        now = self.set(desk, desk_admin)
        assert [now.asks_sign_offs(priority) for priority in Priority] == [0, 1, 2]
        assert sentences(desk)[0] == (
            "desk-admin set the rules: 0, 1 and 2 sign at low, normal and high priority; nothing is blind."
        )

    def test_a_blind_second_verdict_is_asked_from_a_priority_up(self, desk: Desk, desk_admin: User) -> None:
        now = self.set(desk, desk_admin, blind_from=Priority.HIGH, high=0)
        assert [now.asks_blind(priority) for priority in Priority] == [False, False, True]
        assert now.asks_sign_offs(Priority.HIGH) == 1
        assert "blind from high priority" in sentences(desk)[0]

    @pytest.mark.parametrize("wrong", [{"low": 3}, {"normal": -1}, {"blind_from": 7}])
    def test_what_no_rule_can_be_is_refused(self, wrong: dict[str, int], desk: Desk, desk_admin: User) -> None:
        with pytest.raises(Invalid, match="Choose"):
            self.set(desk, desk_admin, **wrong)

    def test_of_two_admins_who_save_at_once_the_second_is_told(self, desk: Desk, desk_admin: User) -> None:
        seen = administering.version(desk)
        self.set(desk, desk_admin)
        with pytest.raises(Overtaken):
            rules.set_rules(desk_id=desk.pk, by=desk_admin, seen=seen, low=1, normal=1, high=1, blind_from=None)

    def test_a_desk_with_too_few_people_is_warned(self, desk: Desk, desk_admin: User) -> None:
        making.member(desk, "reader", Role.READER)
        self.set(desk, desk_admin)
        assert rules.shortage(Desk.objects.get()) == (
            "These rules need 3 people who may judge; this desk has 1 person. Claims cannot be settled."
        )
        self.set(desk, desk_admin, normal=0, high=0)
        assert rules.shortage(Desk.objects.get()) == ""


class TestScales:
    def write(self, desk: Desk, by: User, *written: Answer, name: str = "Ours") -> RatingScale:
        seen = administering.version(desk)
        return scales.write_scale(desk_id=desk.pk, by=by, seen=seen, name=name, written=written).scale

    def test_a_preset_is_chosen(self, desk: Desk, desk_admin: User) -> None:
        snopes = RatingScale.objects.get(name="Snopes-style")
        scales.choose_scale(desk_id=desk.pk, by=desk_admin, seen=administering.version(desk), scale=snopes.pk)
        assert Desk.objects.get().scale == snopes
        assert sentences(desk)[0] == "desk-admin chose the scale “Snopes-style”."

    def test_a_scale_of_another_desk_is_none(self, desk: Desk, other_desk: Desk, desk_admin: User) -> None:
        foreign = RatingScale.objects.create(name="Theirs", owner=other_desk)
        with pytest.raises(Invalid, match="Choose a scale"):
            scales.choose_scale(desk_id=desk.pk, by=desk_admin, seen=administering.version(desk), scale=foreign.pk)
        assert foreign not in scales.choices(desk)

    def test_a_copy_becomes_the_desks_own_and_is_used(self, desk: Desk, desk_admin: User) -> None:
        preset = desk.scale
        own = self.write(desk, desk_admin, *scales.answers(preset), MORE)
        assert (own.owner, own.version, Desk.objects.get().scale) == (desk, 1, own)
        assert scales.answers(own)[:-1] == scales.answers(preset)
        assert scales.answers(own)[-1].code == "half-right"
        assert preset.ratings.count() == 7, "the preset is what it was"

    def test_changed_again_it_is_a_new_version_and_verdicts_keep_theirs(
        self, claim: Claim, desk: Desk, desk_admin: User, reviewer: User
    ) -> None:
        first = self.write(desk, desk_admin, *scales.answers(desk.scale))
        claim = making.at(Claim.objects.get(pk=claim.pk), Status.SUBMITTED, by=reviewer)
        renamed = [replace(scales.answers(first)[0], label="Stands"), *scales.answers(first)[1:]]
        second = self.write(desk, desk_admin, *renamed)
        assert (second.name, second.version) == ("Ours", 2)
        assert str(claim.verdicts.get().rating) == "Confirmed"
        assert claim.verdicts.get().rating.scale == first
        assert [scale.version for scale in scales.choices(Desk.objects.get()) if scale.owner_id] == [2]

    def test_codes_stay_with_their_answers_and_new_ones_are_their_own(self, desk: Desk, desk_admin: User) -> None:
        base = scales.answers(desk.scale)
        own = self.write(desk, desk_admin, replace(base[0], label="Right"), replace(MORE, label="Confirmed!"), MORE)
        assert [*own.ratings.order_by("order").values_list("code", flat=True)] == [
            "confirmed",
            "confirmed-2",
            "half-right",
        ]

    @pytest.mark.parametrize(
        ("name", "written", "sentence"),
        [
            (" ", [MORE, replace(MORE, label="Right")], "Give the scale a name"),
            ("Ours", [MORE], "from 2 to 12 answers; this one has 1"),
            ("Ours", [MORE, replace(MORE, label="HALF right")], "Two answers are called “Half right”"),
        ],
    )
    def test_what_is_no_scale_is_refused(
        self, name: str, written: list[Answer], sentence: str, desk: Desk, desk_admin: User
    ) -> None:
        with pytest.raises(Invalid, match=sentence):
            self.write(desk, desk_admin, *written, name=name)

    def test_saving_what_is_there_already_makes_no_version(self, desk: Desk, desk_admin: User) -> None:
        own = self.write(desk, desk_admin, *scales.answers(desk.scale))
        with pytest.raises(Invalid, match="Nothing is changed yet"):
            self.write(desk, desk_admin, *scales.answers(own))
        assert Rating.objects.filter(scale__owner=desk).count() == 7


def test_what_happens_outside_is_told_as_such(desk: Desk) -> None:
    Desk.objects.update(name="Newsroom")
    assert sentences(desk)[0] == "Somebody outside the desk changed the desk."
