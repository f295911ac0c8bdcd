"""From an upload to stored claims: the only place where intake, text, extraction and the store meet.

Nothing here sends a message: whoever uploads or tries again calls `factcheck.tasks.enqueue_split` afterwards.
"""

from .handing_in import Handed, file, page, pasted
from .leases import retry, sent, sweep, unsent
from .previews import TooManyWaiting, expire, give_up, handed_in, hold, store
from .reading import prepare
from .splitting import split
from .tracing import Outlook, accepted_fixes, foresee
from .uploading import NotNext, paste, refusal_of_next, repaste, store_first, store_next, upload

__all__ = [
    "Handed",
    "NotNext",
    "Outlook",
    "TooManyWaiting",
    "accepted_fixes",
    "expire",
    "file",
    "foresee",
    "give_up",
    "handed_in",
    "hold",
    "page",
    "paste",
    "pasted",
    "prepare",
    "refusal_of_next",
    "repaste",
    "retry",
    "sent",
    "split",
    "store",
    "store_first",
    "store_next",
    "sweep",
    "unsent",
    "upload",
]
