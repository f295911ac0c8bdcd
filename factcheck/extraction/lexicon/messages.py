"""Nouns for what somebody says or thinks."""

from factcheck.text.wordlists import words

# “a statement saying that P”: what somebody says stands in it.
MESSAGES = words("""
    statement statements comment comments remark remarks letter letters email emails e-mail e-mails message messages
    memo note report reports post posts tweet tweets speech interview affidavit filing lawsuit complaint complaints
    article editorial column paper leaflet sign banner testimony ad advertisement video notice petition document
    documents allegation allegations claim claims warning warnings
""")
# “the claim that P”: what somebody holds is told by the noun.
OF_A_CLAUSE = words("""
    claim claims allegation allegations assertion assertions suggestion suggestions belief beliefs warning warnings
    accusation accusations statement statements argument arguments rumour rumours rumor rumors complaint complaints
    prediction predictions contention insistence admission announcement confirmation assurance assurances promise fear
    fears concern concerns hope hopes view opinion theory notion idea conclusion finding findings report reports
    testimony remark remarks comment comments boast pledge vow charge charges speculation suspicion suspicions hint
    hypothesis impression conviction case point observation acknowledgement acknowledgment worry worries
""")
# “made the claim that P”: who does this says P.
STATING = words("""
    make repeat issue express voice raise release reiterate renew have offer publish air add share give send write
    file deliver post tweet sign read put post record
""")
