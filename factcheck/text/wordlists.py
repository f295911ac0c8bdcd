"""Word lists, written as one reads them."""


def words(block: str) -> frozenset[str]:
    """The words of a block of text, split at white space."""
    return frozenset(block.split())


def phrases(block: str) -> frozenset[str]:
    """The phrases of a block of text, parted by commas; line breaks are spaces."""
    return frozenset(phrase for part in block.split(",") if (phrase := " ".join(part.split())))
