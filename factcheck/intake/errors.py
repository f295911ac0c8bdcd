"""Why something handed in cannot be read."""


class IntakeError(ValueError):
    """The message is a sentence for the person who handed it in: what is wrong, and what would help."""
