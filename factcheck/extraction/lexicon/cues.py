"""Words that say somebody said something."""

from factcheck.text.wordlists import words

# What follows, or went before, is what somebody said.
SAYING = words("""
    say tell add write note explain argue claim state report announce warn insist admit acknowledge concede
    contend assert declare confirm deny reply respond recall remark observe maintain allege testify tweet
    caution stress emphasize emphasise reiterate conclude predict estimate disclose reveal complain lament
    suggest joke boast quip comment repeat signal believe think fear hope expect guess assume feel suspect
    doubt know continue ask wonder inform assure remind convince notify brief shout post counter indicate
    mention promise vow pledge swear agree learn hear understand forecast speculate reckon point express
    describe call rate consider calculate determine discover find show prove demonstrate propose recommend
    read
""")
# Those of them that may stand behind what was said: “…, she recalled”.
AFTER_SPEECH = words("""
    say tell add write note explain argue claim state report announce warn insist admit acknowledge concede
    contend assert declare confirm reply respond recall remark observe maintain allege testify tweet caution
    stress emphasize emphasise reiterate conclude predict estimate disclose reveal complain lament suggest
    joke boast quip comment repeat believe think read continue ask wonder shout post counter agree learn find show
    indicate
""")
# Verbs that tell of speaking only beside somebody's own words: “…?” she pressed.
AFTER_QUOTATION = words("""
    answer begin start press interject retort chide sigh laugh whisper yell cry exclaim snap scoff muse fume thunder
    chant sing plead beg urge demand inquire query observe offer opine protest object finish
    deny
""")
# Those of them whose speaker may stand behind: “…, said the minister”.
INVERTED = AFTER_SPEECH - words("find show think believe tell agree learn signal indicate suggest")
# Who does this to a statement does not make it: the article says that they deny it.
DENYING = words("deny doubt dispute refute")
# What somebody who speaks does beside it: “Nobody was hurt.” She would not say more.
GESTURES = words("""
    say speak talk comment elaborate explain continue answer reply pause smile shrug laugh nod sigh grin chuckle weep
    gesture
""")
# A person is told before the words themselves come.
WITH_HEARER = words("tell inform assure remind convince notify brief ask warn promise")
# What is said by these is a statement of its own beside another: “…, but adds that …”.
PLAIN = words("""
    say tell add write note explain argue claim state report announce warn insist admit acknowledge concede contend
    assert declare confirm allege caution stress emphasize emphasise reiterate conclude predict estimate complain lament
    suggest
""")
# What these ask for is no statement.
ASKING = words("urge call beg demand implore request plead appeal ask tell warn advise counsel encourage caution")
NEVER_A_CHAIN = words(
    "read call rate describe consider point express understand hear know continue post determine prove"
)
# Who keeps something to themselves beside what they say: “said P but declined to give details”.
REFUSING = words("decline refuse")
TELLING = words("""
    say give comment elaborate name identify disclose discuss provide specify release answer reveal speak describe
    confirm explain talk go share
""")
# What a speaker does in the same breath: “said P, and accused N”.
SPEAKING_ON = ASKING | words("""
    accuse attack blame call criticise criticize denounce deny describe dismiss praise promise pledge vow reject thank
    apologise apologize question
""")
HEARSAY = words("reportedly allegedly purportedly supposedly")
"""Adverbs that stand for an unnamed speaker."""
IMPERSONAL = words("say report believe allege think claim rumor rumour assume suspect estimate understand expect")
"""“It is said that P”: nobody is named who says it."""
TOLD = words("tell inform warn advise assure notify")
"""“The jury was told that P”: who told it is not named."""
SURVEYS = words("poll survey study report analysis census audit investigation inquiry review experiment trial")
"""What somebody counted or measured; “in a poll, P” says that the poll found P."""
