"""The store: what is true. What must never be true is forbidden by PostgreSQL too."""

from .article import DETAILS, Article, Details, Draft, Job, Passage, Upload
from .citation import Citation
from .claim import Anchor, Claim, Link
from .clearance import Clearance, Correction, LineAnswer, Waiver
from .comment import Comment
from .desk import Desk, Membership, Rating, RatingScale, User
from .frozen import CLEARED
from .history import (
    ArticleEvent,
    CitationEvent,
    ClaimEvent,
    ClearanceEvent,
    CommentEvent,
    CorrectionEvent,
    DeskEvent,
    DraftEvent,
    JobEvent,
    LineAnswerEvent,
    LinkEvent,
    MembershipEvent,
    RatingEvent,
    RatingScaleEvent,
    SignOffEvent,
    VerdictEvent,
    WaiverEvent,
    changing,
    told_by,
)
from .person import Notification, Preferences, Presence, SavedView, Unsent
from .preview import HeldUpload, Preview
from .verdict import SIGNATURES, Evidence, SignOff, Verdict

__all__ = [
    "CLEARED",
    "DETAILS",
    "SIGNATURES",
    "Anchor",
    "Article",
    "ArticleEvent",
    "Citation",
    "CitationEvent",
    "Claim",
    "ClaimEvent",
    "Clearance",
    "ClearanceEvent",
    "Comment",
    "CommentEvent",
    "Correction",
    "CorrectionEvent",
    "Desk",
    "DeskEvent",
    "Details",
    "Draft",
    "DraftEvent",
    "Evidence",
    "HeldUpload",
    "Job",
    "JobEvent",
    "LineAnswer",
    "LineAnswerEvent",
    "Link",
    "LinkEvent",
    "Membership",
    "MembershipEvent",
    "Notification",
    "Passage",
    "Preferences",
    "Presence",
    "Preview",
    "Rating",
    "RatingEvent",
    "RatingScale",
    "RatingScaleEvent",
    "SavedView",
    "SignOff",
    "SignOffEvent",
    "Unsent",
    "Upload",
    "User",
    "Verdict",
    "VerdictEvent",
    "Waiver",
    "WaiverEvent",
    "changing",
    "told_by",
]
