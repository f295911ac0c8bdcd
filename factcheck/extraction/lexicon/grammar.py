"""The small words that hold sentences together."""

from factcheck.text.wordlists import words

DETERMINERS = words("""
    a an the this that these those every each some any no all both another either neither many most several
    few
""")
POSSESSIVES = words("my your his her its our their whose")
SUBJECT_PRONOUNS = words("""
    i you he she it we they there everybody everyone nobody somebody someone anyone nothing everything
""")
OBJECT_PRONOUNS = words("me him us them myself himself herself itself ourselves themselves")
PREPOSITIONS = words("""
    about above across against ahead along alongside amid among amongst around at behind below beneath beside
    besides between beyond by despite down during except for from in inside into like near of off on onto out
    outside over past per regarding since through throughout toward towards under underneath unlike until up
    upon via versus with within without including concerning following notwithstanding
""")
COORDINATORS = words("and or but nor yet")
SUBORDINATORS = words("""
    because although though if unless whether while whereas when whenever once since until before after as
    than
""")
RELATIVES = words("who which whom whose what where why how whoever whatever")
MODALS = words("""
    will would can could may might must shall should ought cannot ’ll 'll ’d 'd won’t won't wouldn’t wouldn't
    can’t can't couldn’t couldn't shouldn’t shouldn't mustn’t mustn't
""")
BE = words("""
    be am is are was were been being ’m 'm ’re 're isn’t isn't aren’t aren't wasn’t wasn't weren’t weren't
""")
HAVE = words("have has had having ’ve 've haven’t haven't hasn’t hasn't hadn’t hadn't")
DO = words("do does did don’t don't doesn’t doesn't didn’t didn't")
NOT_FINITE = words("be been being having")
NEGATIONS = words("not n’t n't never")
ADVERBS = words("""
    also already always again ago almost apparently away back even ever far further here however instead just
    later meanwhile more moreover much nearly never now often once only otherwise perhaps quite rather really
    repeatedly so sometimes soon still then there therefore thus today together tomorrow too twice very well
    yesterday yet recently earlier first long least less down up out off over jointly both
""")
NUMBER_WORDS = words("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
    thousand thousands million millions billion billions trillion trillions dozen dozens half third thirds
    quarter quarters
""")
TIMES = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow week month year day morning afternoon
    evening night weekend jan feb mar apr jun jul aug sep sept oct nov dec earlier later ago last next noon
    midnight spring summer autumn fall winter
""")
ADJECTIVE_ENDINGS = ("ous", "ful", "ive", "ble", "ical", "less", "ish", "ary")
ADJECTIVES = words("""
    new old good bad great big small large long short high low early late young former other same such own
    recent major national international local public private political military federal foreign due able
    likely unlikely sure certain own more most less least top key main chief senior deputy moderate
    legitimate human free clear
""")
