"""The sets, in the order of the table."""

from factcheck.management.measuring import (
    attribution,
    checkability,
    decomposition,
    gold,
    html,
    lines,
    matching,
    sentences,
)
from factcheck.management.measuring.figures import Measure

MEASURES = (
    Measure("gold", "each sentence is a claim nobody says", gold.take),
    Measure("a2_checkability", checkability.EVERY, checkability.take),
    Measure("b_attribution", "“said” and the capitals beside it", attribution.take),
    Measure("c_sentences", "a stop, a space, a capital", sentences.take),
    Measure("d_html", "every word of the page", html.take),
    Measure("d2_boilerplate_lines", "every line belongs to the article", lines.take),
    Measure("e_decomposition", "the whole sentence", decomposition.take),
    Measure("f_match", matching.BASELINE, matching.take),
)
