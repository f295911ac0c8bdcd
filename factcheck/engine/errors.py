"""What an engine says when it cannot run."""


class EngineError(Exception):
    """An engine cannot start or go on. The message is for the person at the terminal: what is wrong and what to do."""
