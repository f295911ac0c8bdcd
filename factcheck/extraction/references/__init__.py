"""Pronouns and bare references, resolved from what the article said before.

Only words of the article are put in, and only where one reading is possible: a wrong person in a claim is worse than
a claim that its reader must complete, so whatever stays open is marked ambiguous.
"""
