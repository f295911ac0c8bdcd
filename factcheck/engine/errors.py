"""What an engine says when it cannot run."""


class EngineError(Exception):
    """An engine cannot start or go on; the message tells the person at the terminal why and what to do."""
