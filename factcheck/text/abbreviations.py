"""Words that carry a full stop of their own."""

from factcheck.text.wordlists import words

# A name or a number follows these, so the full stop behind them never ends a sentence.
BEFORE_A_NAME = words("""
    adj adm amb assoc asst atty brig capt cdr cmdr col comdr cpl dr drs ens fr gen gov hon insp lt maj messrs
    mlle mm mme mr mrs ms msgr mx pfc pres prin prof pte pvt rep reps rev rr sen sens sgt sr-sgt st ste supt
    supts treas vs viz approx cf ca eg ie fig figs nos pp vol vols ed eds para sec ch art op al dept univ
""")
# A number or a name mostly follows; before a word that starts sentences they may also end one.
EITHER_WAY = words("""
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    inc ltd co corp llc plc bros jr sr esq phd ph.d md m.d ba b.a ma m.a bsc msc etc a.m p.m am pm
    u.s u.k u.n e.u d.c u.s.a u.s.s.r n.y l.a ave blvd rd mt ft est govt
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore
    pa tenn tex vt va wash wis wyo
""")
# "No." is a number only before one, and otherwise an answer.
BEFORE_A_FIGURE = words("no p v art fig sec ch vol nos n°")

# A capital on one of these says nothing about a name: behind an abbreviation, they begin a sentence.
STARTERS = words("""
    a an the this that these those there here he she it they we i you his her its their our my your who what
    when where why how if as at in on of for from by with but and or so yet after before during since while
    although though because however meanwhile moreover according also no not all some many most more several
    both each every another one two three last next earlier later then now today yesterday tomorrow once only
    even just perhaps maybe to asked mr mrs ms dr
""")
# Those who write without capitals begin their sentences with these.
SMALL_STARTERS = words("i it he she they we you this that these there maybe please")
