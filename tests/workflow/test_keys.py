"""Which key gives which command, and what a person may choose."""

import pytest

from factcheck.models import Preferences, User
from factcheck.workflow import keys
from factcheck.workflow.errors import Invalid


def test_whoever_never_chose_has_the_keys_of_the_desk(reviewer: User) -> None:
    assert keys.active_keys(reviewer)["take"] == "t"
    assert not Preferences.objects.exists()


def test_no_two_commands_come_with_the_same_key() -> None:
    own = [command.key for command in keys.COMMANDS]
    assert len(own) == len(set(own))


def test_a_chosen_key_follows_the_person(reviewer: User, second_reviewer: User) -> None:
    keys.choose_keys(by=reviewer, on=True, keys={"take": "G"})
    again = User.objects.get(pk=reviewer.pk)
    assert keys.active_keys(again)["take"] == "g"
    assert keys.active_keys(second_reviewer)["take"] == "t"
    assert again.preferences.keys == {"take": "g"}, "only what differs is stored, so that a new key reaches everybody"


def test_a_command_can_do_without_a_key(reviewer: User) -> None:
    keys.choose_keys(by=reviewer, on=True, keys={"dismiss": ""})
    assert "dismiss" not in keys.active_keys(reviewer)


def test_turned_off_there_are_none_and_the_choice_is_kept(reviewer: User) -> None:
    keys.choose_keys(by=reviewer, on=False, keys={"take": "g"})
    assert keys.active_keys(reviewer) == {}
    assert keys.chosen_keys(keys.preferences_of(reviewer))["take"] == "g"


def test_one_key_is_not_two_commands(reviewer: User) -> None:
    with pytest.raises(Invalid) as refusal:
        keys.choose_keys(by=reviewer, on=True, keys={"cite": "j", "rating_1": "t"})
    assert refusal.value.fields == {
        "cite": "“j” is already the key for “Next claim”.",
        "rating_1": "“t” is already the key for “Take the claim”.",
    }


@pytest.mark.parametrize("key", ["ab", "\x07"])
def test_a_key_is_one_character(key: str, reviewer: User) -> None:
    with pytest.raises(Invalid, match="one letter, digit or sign"):
        keys.choose_keys(by=reviewer, on=True, keys={"cite": key})


def test_two_commands_can_swap_their_keys(reviewer: User) -> None:
    keys.choose_keys(by=reviewer, on=True, keys={"next": "k", "previous": "j"})
    assert (keys.active_keys(reviewer)["next"], keys.active_keys(reviewer)["previous"]) == ("k", "j")


def test_going_back_forgets_every_choice(reviewer: User) -> None:
    keys.choose_keys(by=reviewer, on=False, keys={"take": "g"})
    keys.reset_keys(by=reviewer)
    assert keys.active_keys(User.objects.get(pk=reviewer.pk))["take"] == "t"
