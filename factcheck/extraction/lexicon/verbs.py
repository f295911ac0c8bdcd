"""Verbs, by how surely a word that looks like one is one."""

from factcheck.text.wordlists import phrases, words

# Words that are mostly verbs.
VERBS = words("""
    abandon abide abolish absorb accelerate accept accommodate accompany accomplish accumulate accuse
    achieve acknowledge acquire adapt add adhere adjust administer admit adopt advise affect affirm afford
    aggravate agree allege allocate allow alter amend analyse analyze announce anticipate apologise
    apologize appear appease applaud apply appoint appreciate approve argue arise arrange arrive ask
    assassinate assemble assert assess assign assist associate assume assure attach attain attend attract
    attribute authorise authorize avoid await bake become beg begin believe belong bend bind bleed blend
    bless boil borrow breathe breed bring browse build bury buy calculate capture carry carve cease
    celebrate censor characterise characterize chase choose circulate cite clarify click co-operate coincide
    collaborate collapse collect collide combine come commence commit communicate compare compel compensate
    compete compile complain complete compose comprise conceal concede concentrate conclude concur condemn
    conduct confess confirm confiscate confront confuse congratulate connect conquer consent consider
    consist consolidate constitute construct consult consume contain contemplate contend continue contradict
    contribute convene convert convey convict convince cooperate coordinate crawl create criticise criticize
    decide declare decline decorate decry dedicate deduct deem defeat defend define delete deliver demolish
    demonstrate denounce deny depart depend depict deploy deport deprive derive descend describe deserve
    designate destroy detain detect deteriorate determine detonate develop devise devote diagnose die differ
    dig dine dip disagree disappear disappoint disclose discourage discover discuss dislike dismantle
    dismiss disperse displace disqualify disrupt dissolve distinguish distort distribute disturb divert
    divide divorce do dodge dominate donate download drag drown earn eat edit educate eject elect elevate
    eliminate embark embed embrace emerge emit emphasise emphasize employ empower enable enact enclose
    encompass encounter encourage endanger endorse endure enforce engage enhance enjoy enlarge enlist ensue
    ensure enter entertain entitle envisage equip erode erupt escalate establish evacuate evade evaluate
    evict evolve exaggerate examine exceed exclude execute exhaust exist expand expect expel expire explain
    explode exploit explore expose express extend extradite facilitate fade fail falter feel finalise
    finalize finish flee float fly follow forbid foresee forge forget forgive formulate forward foster
    freeze frighten fulfil fulfill gather generate get give go govern grab graduate grapple greet grow guess
    handle hang happen harass harm hate haul have heal hear heighten hesitate hide highlight hijack hint
    hire hold hurl identify ignore illustrate imagine immigrate impeach implement implicate imply impose
    impress imprison improve incite include incorporate incur indicate indict induce infect infer inflict
    inform inhabit inherit initiate injure insist inspect inspire install instruct insure integrate intend
    intensify intercept interfere interpret interrupt intervene intimidate introduce invade invent invest
    investigate invite invoke involve isolate join jump justify keep kidnap kneel knock know lag lament
    laugh launch lay lean learn leave lend let levy lick lie lift liken linger listen locate lodge loom loot
    lose maintain manage mandate manipulate manufacture marry mate meet melt mention merge migrate mobilise
    mobilize mock modify monitor motivate mourn multiply narrow negotiate nominate notify obey oblige
    observe obstruct obtain occupy occur offend operate oppose opt organise organize originate oust outline
    outnumber overcome overlook oversee overthrow overturn overwhelm owe participate partner pay peak
    penetrate perceive perform perish persuade phone plead please plunge populate portray pose possess
    postpone pour pray preach precede predict prefer prepare prescribe preserve pretend prevail prevent
    proceed proclaim procure produce profess prohibit promote pronounce propose prosecute protect prove
    provide provoke publicise publish punish pursue qualify quell quit raise ratify re-elect react reaffirm
    realise realize reassure rebuild rebuke recall receive recognise recognize recommend reconcile
    reconsider recover redeem reduce refer reflect refrain refuse refute regain regard regulate reimburse
    reinforce reiterate reject relax relieve relocate rely remain remember remind remove render renew reopen
    repeat repel replace represent reproduce require reschedule resemble resent reside resign resist resolve
    respond restore restrain restrict resume retain retake retire retract retrieve reveal reverse revise
    revive revoke roam rob sack salute satisfy save say scold scrutinise secure see seek seem seize select
    sell send separate serve settle shine shrink shut sink sit slam slap slash sleep smuggle soar solve
    speak specialise specialize specify speculate spend starve steal stem strengthen strive submit subscribe
    subside succeed sue suffer suggest suit summon supply suppose suppress surpass surround survive suspend
    sustain swear symbolise symbolize tackle take teach tell tempt tend terminate testify think threaten
    thrive throw thwart tighten tolerate topple toss tow transform translate transmit triple uncover undergo
    underline undermine understand undertake unfold unite unleash unveil uphold upload uproot urge usher
    utilise vacate vanish vary veer verify veto violate wage wake wander wane want warn warrant wash weaken
    wear weigh whisper widen wipe withdraw withhold withstand wonder worsen wrest write yell
""")
# Words that are nouns at least as often: what stands beside them has to decide.
VERBS_AND_NOUNS = words("""
    access account act address advance aid aim answer appeal approach arm arrest attack attempt award back
    balance ban base battle beat benefit bet bite blame blast block blow board boast bomb book boycott
    breach break broadcast burn call camp cancel cap care cast catch cause center centre challenge champion
    change charge charter chat check circle claim clash clean clear climb close color colour comment
    commission concern condition conflict contact contest contract control cook copy cost count counter
    couple course cover crack crash credit cross crowd crush cry cure cut damage dance date deal debate
    debut defect defer delay demand desert design direct display double doubt draft draw dream dress drift
    drink drive drop duck ease echo effect email end engineer envoy equal escape estimate exchange excuse
    exercise exhibit experience experiment export face fall favor favour fear feature feed field fight
    figure file fill film finance find fine finger fire fit fix flag flash flood flow focus force form frame
    free fuel function fund gain gauge grade grant ground group guarantee guard guide gun halt hand head
    heat help hike hit honor honour hope host house hug hunt hurt impact import increase influence insult
    interview invoice issue jail jet joint joke journey judge kick kid kill label lack land last lead leak
    lecture leg level license light like limit line link list live load loan lobby lock look love lower mail
    make march mark market mask mass master match matter mean measure mind mine mirror miss mix model motion
    mount move murder name near need neglect note notice number object offer offset open order outcry
    outrage own pack paint park part pass pause peer permit phase photograph pick picture pilot pin pipe
    place plan plant play pledge plot pocket point poison poll pool pop post pound power practise praise
    present press pressure price print prize process profile profit program progress project promise prompt
    prospect protest pull pump purchase push put question queue quiz quote race raid rain rally range rank
    rate reach read reason rebel record recruit reform refuge register regret relate release remark rent
    repair reply report request rescue research reserve respect respite rest result retreat return review
    reward ride ring rise risk rival roll root route ruin rule run rush sail sample sanction scale scan
    scare schedule score scrap scream screen seal search seat second sense sentence service set shake shape
    share shed shelter shield shift ship shock shoot shop shout show sign signal single slide slip slow
    slump smash smell smile smoke sort sound source space spark speed spill split sponsor spot spread spur
    square squeeze stab staff stage stake stall stand star start state stay step stick stop store storm
    stream stress stretch strike strip structure struggle study style subject sum support surface surge
    surprise surrender survey suspect sweep swim swing switch talk tap target taste team tear test text
    thank tie time title toll tone top torture total touch tour town trace track trade trail train transfer
    transport trap travel treat trend trial trick trigger trip triumph trouble trust try turn tweet twist
    type uniform update use value venture view visit voice volunteer vote vow wait walk war warm waste watch
    water wave welcome win wind wing wish witness work worry worship wound wrap wreck yield
""")
# Base, past, participle.
IRREGULAR = tuple(
    sorted(
        (forms[0], forms[1], forms[2])
        for row in phrases("""
    arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, begin
    began begun, bend bent bent, bet bet bet, bid bid bid, bind bound bound, bite bit bitten, bleed bled
    bled, blow blew blown, break broke broken, breed bred bred, bring brought brought, broadcast broadcast
    broadcast, build built built, burn burned burnt, burst burst burst, buy bought bought, cast cast cast,
    catch caught caught, choose chose chosen, cling clung clung, come came come, cost cost cost, creep crept
    crept, cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn, drink drank drunk,
    drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought,
    find found found, flee fled fled, fly flew flown, forbid forbade forbidden, forecast forecast forecast,
    foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get
    got gotten, give gave given, go went gone, grind ground ground, grow grew grown, hang hung hung, have
    had had, hear heard heard, hide hid hidden, hit hit hit, hold held held, hurt hurt hurt, keep kept kept,
    kneel knelt knelt, know knew known, lay laid laid, lead led led, leave left left, lend lent lent, let
    let let, lie lay lain, light lit lit, lose lost lost, make made made, mean meant meant, meet met met,
    mislead misled misled, mistake mistook mistaken, overcome overcame overcome, oversee oversaw overseen,
    overtake overtook overtaken, overthrow overthrew overthrown, pay paid paid, prove proved proven, put put
    put, quit quit quit, read read read, rebuild rebuilt rebuilt, retake retook retaken, rewrite rewrote
    rewritten, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said said, see saw seen,
    seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken, shed shed shed,
    shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk, shut shut shut, sing sang
    sung, sink sank sunk, sit sat sat, sleep slept slept, slide slid slid, speak spoke spoken, spend spent
    spent, spin spun spun, split split split, spread spread spread, stand stood stood, steal stole stolen,
    stick stuck stuck, strike struck struck, strive strove striven, swear swore sworn, sweep swept swept,
    swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn, tell told told,
    think thought thought, throw threw thrown, undergo underwent undergone, understand understood
    understood, undertake undertook undertaken, uphold upheld upheld, upset upset upset, wake woke woken,
    wear wore worn, weave wove woven, win won won, withdraw withdrew withdrawn, withhold withheld withheld,
    withstand withstood withstood, wring wrung wrung, write wrote written
""")
        if (forms := row.split())
    )
)
