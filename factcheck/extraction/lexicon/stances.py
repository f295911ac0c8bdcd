"""Verbs by which somebody takes a stand on a thing, or speaks of it, without a clause that says what was said."""

from factcheck.text.wordlists import words

# “praised the plan”, “called the plan a mistake”.
OF_SOMETHING = words("""
    accuse acknowledge address admire admit advocate allege announce answer applaud assail attack back
    bash berate blame blast bemoan brand call celebrate censure challenge champion characterise
    characterize chide cite claim clarify commend concede condemn confirm consider criticise criticize
    decline decry deem defend demand denounce deny depict deplore deride describe detail detest disavow
    disclose discuss dismiss dispute disparage doubt downplay dub echo embrace emphasise emphasize endorse
    envision estimate expect explain express extol fault favor favour fear feature forecast foresee hail
    highlight indicate invoke label lambast lambaste lament laud liken list mention mock note oppose outline
    pan pitch pledge portray praise predict prefer promise promote propose protest question quote rate
    rebuff rebuke rebut recall recommend recount refute regard regret reiterate reject relay repeat
    report repudiate resent reveal ridicule scold scorn slam slate spurn stress suggest support suspect
    tout underline underscore unveil urge view voice vow want warn welcome
    document post publish tweet say write state declare show demonstrate ask encourage seek offer
    compare contemplate dislike value hate interpret envisage allege believe know think like love
    admonish articulate broach castigate caricature cast chastise cheer chronicle covet crave demonize disdain
    disown eschew exaggerate excoriate flaunt float grill hammer hype illustrate imply insinuate insult judge knock
    like liken misrepresent mourn overstate paint pillory preach press proclaim profess project pronounce pummel
    query rail recite reprimand rip salute savage second shame skewer smear specify stipulate taunt thank threaten
    trash trumpet understate vilify explain enjoy espouse assess evaluate gauge rank peg rue see tout weigh
    applaud compliment congratulate credit
""")
# “wants to leave”.
TO_DO = words("""
    agree aim ask choose consider decide decline demand expect hesitate hope intend look mean offer opt plan pledge
    prefer promise propose refuse resolve seek swear threaten undertake vow want wish
""")
# “called for the plan”, with the words that may stand between.
ABOUT = {
    "agree": words("with on to"),
    "allude": words("to"),
    "apologise": words("for to"),
    "apologize": words("for to"),
    "appeal": words("for to"),
    "argue": words("for against about"),
    "ask": words("about for"),
    "balk": words("at"),
    "boast": words("of about"),
    "brag": words("of about"),
    "call": words("for on upon"),
    "campaign": words("for against"),
    "caution": words("against about"),
    "comment": words("on about"),
    "complain": words("of about"),
    "disagree": words("with on"),
    "disapprove": words("of"),
    "elaborate": words("on"),
    "focus": words("on"),
    "hint": words("at"),
    "insist": words("on"),
    "joke": words("about of"),
    "lash": words("at"),
    "lobby": words("for against"),
    "object": words("to"),
    "plead": words("for with"),
    "point": words("to at"),
    "press": words("for"),
    "protest": words("against over"),
    "push": words("for back"),
    "rail": words("against at"),
    "react": words("to"),
    "refer": words("to"),
    "reply": words("to"),
    "respond": words("to"),
    "speak": words("of about on against"),
    "talk": words("of about"),
    "testify": words("about on"),
    "think": words("of about"),
    "tweet": words("about"),
    "vote": words("for against"),
    "vow": words("on"),
    "warn": words("of about against"),
    "wonder": words("about"),
    "worry": words("about"),
    "write": words("about of"),
}
# “accused them of hiding it”, with the words that may stand before what they are said to have done.
FOR_DOING = {
    "accuse": words("of"),
    "suspect": words("of"),
    "charge": words("with"),
    **dict.fromkeys(
        words("""
    attack berate blame blast castigate censure chastise chide commend condemn congratulate credit criticise criticize
    denounce deride fault lambast lambaste mock praise rebuke ridicule scold slam slate thank
"""),
        words("for"),
    ),
}
# “is expected to fail”: somebody expects it, and the article does not say who.
SAID_BY_NOBODY = words("accuse allege believe consider estimate expect know report say suspect think")
