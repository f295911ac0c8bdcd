"""Words that make one thing of what “and” joins."""

from factcheck.text.wordlists import words

TOGETHER = words("between neither either together respectively jointly combined mutual mutually")
"""Wherever they stand, a list beside them is said of its members as a whole."""

RECIPROCAL = words("""
    meet agree share marry divorce differ join negotiate clash combine merge sign collide compete cooperate collaborate
    unite separate split swap trade exchange overlap coincide resemble alternate quarrel talk outnumber total
""")
"""Verbs that two subjects do with one another."""

RELATIONS = words("""
    talk talks meeting summit war conflict border peace deal agreement treaty alliance marriage match game merger gap
    difference differences distance link links relation relations relationship friendship rivalry balance comparison
    combination mixture mix blend sum total average union exchange interaction competition negotiations pair couple
    team duo contrast cooperation collaboration
""")
"""Nouns of which two are the ends or the parts: “talks with A and B”, “a mixture of A and B”."""

MEASURES = words("""
    second minute hour day week month year decade century inch foot feet yard mile metre meter kilometre kilometer
    centimetre centimeter ounce pound stone kilogram gram tonne ton pence cent dollar euro point degree
""")
"""Units that add up: “two years and six months”."""

COLOURS = words("black white red green blue yellow orange purple brown grey gray pink gold silver")

ONE_NAME = words("""
    trinidad-tobago bosnia-herzegovina antigua-barbuda kitts-nevis tomé-príncipe turks-caicos wallis-futuna
    newfoundland-labrador tyne-wear marks-spencer johnson-johnson procter-gamble barnes-noble black-decker
    standard-poor's standard-poor’s simon-garfunkel tom-jerry bonnie-clyde adam-eve romeo-juliet
    law-order trial-error supply-demand research-development health-safety bed-breakfast rock-roll men-women
    women-children pros-cons life-death wear-tear
""")
"""The last word before “and” and the last behind it, where the two are one thing."""
