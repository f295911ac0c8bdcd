"""Adjectives and nouns for what somebody thinks or wants, with the words that open what it is about."""

from factcheck.text.wordlists import words

# “is confident that P”, “is critical of N”.
MINDS = {
    **dict.fromkeys(
        words("""
    worried concerned confident sure certain convinced aware hopeful optimistic pessimistic skeptical sceptical
    doubtful afraid fearful glad happy pleased proud angry upset surprised shocked disappointed wary nervous adamant
    unhappy furious
"""),
        words("that about of with at over by"),
    ),
    **dict.fromkeys(
        words("willing unwilling ready eager keen reluctant determined inclined quick anxious loath loth"), words("to")
    ),
    **dict.fromkeys(words("critical supportive dismissive contemptuous suspicious tired fond"), words("of")),
    "interested": words("in"),
    "opposed": words("to"),
    "enthusiastic": words("about"),
}
# “calls for N”, “a promise to do N”: what somebody says or minds, and no mere deed.
STANDS = {
    **dict.fromkeys(words("call calls demand demands appeal appeals plea pleas"), words("for to")),
    **dict.fromkeys(words("promise promises pledge pledges vow vows proposal proposals"), words("to for")),
    **dict.fromkeys(words("concern concerns worry worries doubt doubts"), words("about over")),
    **dict.fromkeys(words("hope hopes fear fears"), words("of for")),
}
