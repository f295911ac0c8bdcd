"""How long and how hard the network is trained."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Phase:
    """A walk over the documents; a later phase goes on from the best parser of the earlier ones."""

    seed: int
    steps: int
    zero: int  # the step at which the learning rate would be zero
    rate: float
    dropout: float
    words: tuple[int, int]  # in a batch, at the start and in the end
    inverted: float  # the share of "X said that Y" to be written as "Y, X said"


PHASES = (
    Phase(seed=1, steps=7000, zero=12_000, rate=0.001, dropout=0.2, words=(200, 1000), inverted=0),
    Phase(seed=2, steps=500, zero=2000, rate=0.0006, dropout=0.3, words=(1000, 1000), inverted=0.7),
)
EVERY = 500  # steps between two measurements
WARM_UP = 300  # steps until the full learning rate
