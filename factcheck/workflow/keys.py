"""The commands that a single key gives, and the verbs by which a person chooses other keys for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from factcheck.models import Preferences, User
from factcheck.models.choices import Said

from .errors import Invalid


@dataclass(frozen=True, slots=True)
class Command:
    """What a key does, in which part of the list it stands, and its key unless the person chose another.

    Templates print the key beside the button that does the same, by the command's name: `{{ keys.take }}`.
    """

    name: str
    group: str
    label: str
    key: str


MOVING, CLAIM, SAID, RATED, DESK = "Moving", "The claim", "Was it said?", "Is it so?", "Everywhere"
# The upper row of letters, without those that stand for a command.
RATING_KEYS = "qwryuiop"

COMMANDS = (
    Command("next", MOVING, "Next claim", "j"),
    Command("previous", MOVING, "Previous claim", "k"),
    Command("next_open", MOVING, "Next open claim", "n"),
    Command("take", CLAIM, "Take the claim", "t"),
    Command("cite", CLAIM, "Add a citation", "c"),
    Command("comment", CLAIM, "Comment", "m"),
    Command("edit", CLAIM, "Edit the claim", "e"),
    Command("dismiss", CLAIM, "Dismiss the claim", "d"),
    Command("sign_off", CLAIM, "Sign the verdict off", "s"),
    Command("send_back", CLAIM, "Send the verdict back", "b"),
    Command("add", CLAIM, "Add a claim from the text", "a"),
    *(Command(f"said_{place}", SAID, said.label, str(place)) for place, said in enumerate(Said, 1)),
    *(Command(f"rating_{place}", RATED, f"Answer {place}", key) for place, key in enumerate(RATING_KEYS, 1)),
    Command("search", DESK, "Search", "/"),
    Command("list", DESK, "This list", "?"),
)


def preferences_of(user: User) -> Preferences:
    """As stored, or as they are for somebody who never chose; read once per request."""
    try:
        return user.preferences
    except Preferences.DoesNotExist:
        return Preferences(user=user)


def chosen_keys(preferences: Preferences) -> dict[str, str]:
    """Command → key, whether or not keys are on. Without a key, a command is given by its button alone."""
    return {command.name: preferences.keys.get(command.name, command.key) for command in COMMANDS}


def active_keys(user: User) -> dict[str, str]:
    """Command → key, for those that work right now: none, where the person turned them off."""
    preferences = preferences_of(user)
    return {name: key for name, key in chosen_keys(preferences).items() if key} if preferences.keys_on else {}


@transaction.atomic
def choose_keys(*, by: User, on: bool, keys: Mapping[str, str]) -> Preferences:
    """Whether single keys work, and which; a command that is not named keeps the key that it comes with.

    Raises `Invalid` with a sentence for each key that cannot be.
    """
    wanted = {command.name: keys.get(command.name, command.key).strip().lower() for command in COMMANDS}
    if wrong := _wrong(wanted):
        raise Invalid(wrong)
    own = {command.name: wanted[command.name] for command in COMMANDS if wanted[command.name] != command.key}
    preferences, _ = Preferences.objects.update_or_create(user=by, defaults={"keys_on": on, "keys": own})
    return preferences


def reset_keys(*, by: User) -> Preferences:
    """The keys that the desk comes with, turned on."""
    return choose_keys(by=by, on=True, keys={})


def _wrong(wanted: Mapping[str, str]) -> dict[str, str]:
    return _not_one_key(wanted) | _twice(COMMANDS, wanted)


def _not_one_key(wanted: Mapping[str, str]) -> dict[str, str]:
    sentence = "A key is one letter, digit or sign."
    return {name: sentence for name, key in wanted.items() if key and (len(key) > 1 or not key.isprintable())}


def _twice(commands: Iterable[Command], wanted: Mapping[str, str]) -> dict[str, str]:
    """The sentence stands beside the later of two commands that want the same key."""
    first: dict[str, Command] = {}
    wrong = {}
    for command in commands:
        other = first.setdefault(wanted[command.name], command)
        if wanted[command.name] and other is not command:
            wrong[command.name] = f"“{wanted[command.name]}” is already the key for “{_full(other)}”."
    return wrong


def _full(command: Command) -> str:
    return f"{command.group} {command.label}" if command.group in {SAID, RATED} else command.label
