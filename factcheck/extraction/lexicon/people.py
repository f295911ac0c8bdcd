"""Words that tell people from things, and men from women."""

from factcheck.text.wordlists import words

MEN = words("""
    aaron adam ahmed alan albert alexander ali andrew anthony antonio arthur barack ben benjamin bernie bill bob boris
    brian bruce carl carlos charles chris christopher craig daniel dave david dennis dick dmitry donald doug douglas
    ed eddie edward emmanuel eric ernest frank fred gary gavin george gerald gordon greg hans harold harry henry
    howard hugh ian ivan jack jacob james jason jeff jeffrey jeremy jerry jim joe john jonathan jorge jose joseph juan
    justin keith ken kenneth kevin larry lawrence lloyd louis luis marco mario mark martin matt matthew michael mick
    mike mitch mohamed mohammed muhammad nathan neil nicholas nick nigel oliver otto patrick paul pedro peter phil
    philip rafael ralph rand raymond recep reince richard rick rob robert roger ron ronald rudy rupert russell ryan
    samuel scott sean sebastian sergei simon stanley stephen steve steven stuart ted theodore thomas tim timothy todd
    tom tony victor viktor vincent vladimir walter warren william xavier
""")
WOMEN = words("""
    ada alice alicia alison amanda amy andrea angela angelina ann anna anne annie barbara beth betty beverly bonnie
    brenda carla carly carol caroline catherine charlotte cheryl christina christine cindy claire clara condoleezza
    cynthia dana deborah debbie debra diana diane donna dorothy eileen elena elizabeth ella ellen emily emma eva eve
    fatima fiona frances gina gloria grace hannah heather heidi helen helena hillary huma ingrid irene isabel ivanka
    jane janet jean jennifer jenny jessica jill joan joanna josephine joyce judith judy julia julie karen kate
    katherine kathleen kathy katie kellyanne laura lena lily linda lisa loretta lucy lynn madeleine margaret maria
    marie marilyn marine marta martha mary megan melania melissa michelle monica nancy natalie nicola nicole nina nora
    olivia pamela patricia paula rachel rebecca rosa rose ruth sally samantha sandra sara sarah sharon sheila sofia
    sonia sophie stephanie susan suzanne sylvia teresa theresa tina ursula valerie vanessa vera veronica victoria
    virginia wendy yvonne zoe
""")
TITLES_OF_MEN = words("mr king prince sir lord father")
TITLES_OF_WOMEN = words("mrs ms miss queen princess lady dame baroness sister")
OFFICES = words("""
    president chancellor minister secretary senator governor mayor king queen prince pope ambassador general judge
""")
TITLES = (
    OFFICES
    | TITLES_OF_MEN
    | TITLES_OF_WOMEN
    | words("""
    dr prof sen gov rep gen lt col sgt capt maj rev hon professor representative congressman congresswoman
    chairman chairwoman sheriff sergeant lieutenant captain colonel officer detective bishop archbishop cardinal
    justice premier princess
""")
)
"""What may stand before a person's name, in lower case and without its stop."""

MEN_BY_NOUN = words("man boy father son husband brother actor businessman spokesman chairman congressman king uncle")
WOMEN_BY_NOUN = words(
    "woman girl mother daughter wife sister actress businesswoman spokeswoman chairwoman congresswoman queen aunt"
)
PEOPLE = (
    OFFICES
    | MEN_BY_NOUN
    | WOMEN_BY_NOUN
    | words("""
    leader candidate front-runner official lawmaker officer professor doctor nurse lawyer attorney player coach teacher
    driver resident witness victim suspect defendant prisoner hostage author director manager owner founder
    spokesperson student soldier pilot singer writer reporter journalist analyst expert scientist economist historian
    critic adviser advisor aide strategist billionaire developer nominee hopeful rival opponent successor predecessor
    head boss guard worker voter protester demonstrator activist supporter fan passenger neighbour neighbor friend
    partner child baby teenager adult parent patient customer migrant refugee prosecutor detective agent rebel fighter
    militant terrorist gunman attacker killer hacker thief politician congressperson delegate donor member colleague
    employee farmer fisherman engineer researcher person senator partner citizen immigrant veteran
    democrat republican conservative liberal american briton german russian syrian iraqi afghan muslim christian jew
    advocate lobbyist volunteer organiser organizer subscriber tourist visitor inmate survivor relative
""")
)
"""Nouns for one person; their plurals end in “s” or stand in `MANY_PEOPLE`."""

MANY_PEOPLE = words("people men women children police policemen firemen fishermen gunmen lawmakers")
GROUPS = words("""
    team group police company committee council government family party band club crew army court agency ministry
    department bank firm union campaign
""")
SPEAKS_FOR_OTHERS = words("""
    lawyer lawyers attorney attorneys solicitor barrister counsel spokesman spokeswoman spokesperson spokesmen
    prosecutor prosecutors police officer officers detective detectives sheriff judge court coroner witness witnesses
    doctor doctors neighbour neighbor neighbours neighbors mother father wife husband son daughter brother sister
    friend friends relative relatives aide aides adviser official officials authorities agent manager reporter
    journalist biographer
""")
"""Who says “he was convicted” and means another."""

NO_PERSON = words("""
    inc corp ltd llc plc co university college school institute hospital church bank news times post journal tribune
    guardian herald press network tv radio company corporation group foundation association union party committee
    commission council court congress senate house parliament department ministry office agency bureau police force
    army navy team club league street road avenue bridge river lake mount island county city state states province
    district republic kingdom airport station center centre museum park stadium hotel tower building act law bill
    treaty agreement war day week month conference convention award prize
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    america britain england scotland ireland france germany spain italy russia china japan india iran iraq syria israel
    egypt turkey greece canada mexico brazil australia ukraine poland pakistan afghanistan korea europe asia africa
    washington london paris berlin moscow beijing tehran brussels rome madrid tokyo ottawa kabul baghdad damascus
    florida texas california ohio iowa nevada virginia michigan pennsylvania wisconsin arizona colorado
    facebook google apple amazon microsoft twitter reuters bloomberg bbc cnn nbc abc cbs fox msnbc pentagon kremlin nato
    york jersey hampshire carolina dakota mexico orleans angeles francisco vegas kong arabia zealand
    isis hamas hezbollah taliban republican republicans democrat democrats gop police
""")
"""Capitalised words that no person's name ends in or, standing alone, is."""
