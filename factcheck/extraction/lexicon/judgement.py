"""Words that judge."""

from factcheck.text.wordlists import phrases, words

JUDGEMENTS = words("""
    absurd abhorrent admirable amazing appalling appropriate awesome awful bad beautiful best better
    betrayal bizarre brave brilliant brutal catastrophe catastrophic charming clever corrupt courageous
    cowardly crazy cruel dangerous deplorable despicable detrimental devastating disappointing disaster
    disastrous disgrace disgraceful disgusting dishonest dreadful elegant escalation essential evil
    excellent exciting extraordinary fair fantastic farce fascinating fine foolish funny futile generous
    glad good gorgeous great greatest happy harmful hero heroic honest hopeful hopeless horrible horrific
    horrifying hypocritical ideal important impossible impressive inappropriate incompatible incompetent
    incredible inexcusable inspiring interesting insane intolerable irresponsible joke key lame legend
    legitimate lovely lucky magnificent marvellous mess miracle misguided mistake moral naive necessary nice
    nightmare nonsense outrageous overdue pathetic perfect pity pleased powerful premature pride proud
    provocation reasonable reckless regrettable remarkable ridiculous right sad shame shameful shocking sick
    silly smart sorry strange stupid superb surprising terrible terrific thoughtless tough tragic travesty
    ugly unacceptable unfair unfortunate unjust unwise useful useless vital wise wonderful worrying worse
    worst worthless wrong
""")
# Sayings and set judgements, in lower case with straight apostrophes.
PHRASES = phrases("""
    recipe for, no excuse, makes no sense, make no sense, shame on, step in the right direction, step in the
    wrong direction, wake-up call, tip of the iceberg, game changer, a matter of, speaks volumes, sends a
    message, sends the wrong message, hope that, god bless, thank you, thanks to all, hearts go out,
    thoughts and prayers, thoughts are with, our hearts, on the wrong side of history, deserves to, deserve
    to, it's time to, it is time to, no doubt that, the right thing, the wrong thing, last straw, breath of
    fresh air, pave the way, paves the way
""")
