"""What people may do to what is true.

`transitions` is the table; `policies` and `permissions` answer "may I?" with a sentence; `claims`, `verdicts`,
`citations` and `comments` hold the verbs; `queue`, `clearance` and `timeline` read.
"""
