"""Word lists, written as one reads them."""


def words(block: str) -> frozenset[str]:
    """The words of a block of text, split at white space."""
    return frozenset(block.split())


def phrases(block: str) -> frozenset[str]:
    """The phrases of a block of text, one a line or parted by commas."""
    return frozenset(
        phrase for line in block.splitlines() for part in line.split(",") if (phrase := part.strip())
    )
