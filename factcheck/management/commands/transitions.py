"""`manage.py transitions`: the picture of a claim's life, drawn from the table, as a Mermaid block for README."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from factcheck.models.choices import Status
from factcheck.workflow.transitions import TRANSITIONS


class Command(BaseCommand):
    help = "Prints the table of transitions as a Mermaid state diagram."
    requires_system_checks: list[str] = []

    def handle(self, **_options: Any) -> None:
        self.stdout.write(diagram())


def diagram() -> str:
    """The Mermaid block, fences included."""
    return "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> open", *_arrows(), "```"])


def _arrows() -> Iterator[str]:
    for verb, row in TRANSITIONS.items():
        who = row.who.label.lower() if row.who else "the machine"
        for source in Status:
            for target, when in row.targets.items():
                if source in row.sources:
                    yield f"    {source} --> {target}: {' '.join(filter(None, [verb.label.lower(), when]))} ({who})"
