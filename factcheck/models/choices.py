"""The vocabulary of the desk: every status, role, kind and event with its wording. Read this first.

The words are those of the fact-checking field: ClaimReview at schema.org, the IFCN code, magazine checking departments.
"""

from django.db.models import IntegerChoices, TextChoices


class Role(IntegerChoices):
    """What a member may do on one desk; each role may do all that the roles before it may."""

    READER = 1, "Reader"
    REVIEWER = 2, "Reviewer"
    EDITOR = 3, "Editor"
    ADMIN = 4, "Desk admin"


class Sensitivity(TextChoices):
    NORMAL = "normal", "Normal"
    SENSITIVE = "sensitive", "Sensitive: handle with care"


class ArticleState(TextChoices):
    """Derived from the newest draft and its claims, never stored."""

    PROCESSING = "processing", "Processing"
    FAILED = "failed", "Failed"
    IN_REVIEW = "in-review", "In review"
    READY = "ready", "Ready"
    CLEARED = "cleared", "Cleared"


class JobState(TextChoices):
    """The life of one draft's extraction."""

    QUEUED = "queued", "Waiting to be read"
    RUNNING = "running", "Being read"
    DONE = "done", "Read"
    FAILED = "failed", "Failed"


class PassageKind(TextChoices):
    """What a stretch of a draft is; together the passages tile the text."""

    SENTENCE = "sentence", "Sentence"
    HEADLINE = "headline", "Headline"
    CAPTION = "caption", "Caption"
    CREDIT = "credit", "Credit"
    DATELINE = "dateline", "Dateline"
    BOILERPLATE = "boilerplate", "Boilerplate"
    FRAGMENT = "fragment", "Fragment"


class Reason(TextChoices):
    """Why a passage carries no checkable claim."""

    OPINION = "opinion", "Opinion"
    PREDICTION = "prediction", "Prediction"
    INTENTION = "intention", "Intention"
    QUESTION = "question", "Question"
    INSTRUCTION = "instruction", "Instruction"
    DEFINITION = "definition", "Definition"
    VAGUE = "vague", "Too vague to test"
    NOT_A_SENTENCE = "not-a-sentence", "Not a sentence"


class ClaimKind(TextChoices):
    STATISTIC = "statistic", "Statistic"
    QUANTITY = "quantity", "Quantity"
    EVENT = "event", "Event"
    STATE = "state", "State of affairs"
    QUOTATION = "quotation", "Quotation"
    COMPARISON = "comparison", "Comparison or record"
    CAUSAL = "causal", "Cause"
    SCHEDULE = "schedule", "Announced event"


class Priority(IntegerChoices):
    LOW = 1, "Low"
    NORMAL = 2, "Normal"
    HIGH = 3, "High"


class Status(TextChoices):
    """Where a claim is in its life. `workflow.transitions` says what leads from one to another."""

    OPEN = "open", "Open"
    CHECKING = "checking", "Checking"
    SUBMITTED = "submitted", "To sign off"
    DISPUTED = "disputed", "Disputed"
    SETTLED = "settled", "Settled"
    DISMISSED = "dismissed", "Dismissed"
    RECHECK = "recheck", "Recheck"
    DROPPED = "dropped", "Dropped"


class Verb(TextChoices):
    """What people do to a claim; the label is the button's."""

    TAKE = "take", "Take"
    ASSIGN = "assign", "Assign"
    RELEASE = "release", "Release"
    DISMISS = "dismiss", "Dismiss"
    RESTORE = "restore", "Restore"
    CITE = "cite", "Add citation"
    UNCITE = "uncite", "Remove citation"
    SUBMIT = "submit", "Submit verdict"
    SIGN_OFF = "sign-off", "Sign off"
    SEND_BACK = "send-back", "Send back"
    SECOND = "second", "Second verdict"
    ADJUDICATE = "adjudicate", "Adjudicate"
    REOPEN = "reopen", "Reopen"
    CONFIRM = "confirm", "Confirm"
    EDIT = "edit", "Edit"
    SPLIT = "split", "Split"
    MERGE = "merge", "Merge"
    CHANGE_KIND = "change-kind", "Change kind"
    CORRECT_CHAIN = "correct-chain", "Correct who says so"
    PRIORITISE = "prioritise", "Set priority"
    ACCEPT_FIX = "accept-fix", "Accept the fix"
    DECLINE_FIX = "decline-fix", "Decline the fix"
    WAIVE = "waive", "Waive"
    COMMENT = "comment", "Comment"
    RESOLVE = "resolve", "Resolve comment"


class Carry(TextChoices):
    """What a newer draft does to a claim. The machine does it, and nobody else can."""

    TEXT_CHANGED = "text-changed", "Text changed"
    PASSAGE_GONE = "passage-gone", "Passage gone"


class Act(TextChoices):
    """What people and programs do to an article."""

    UPLOAD = "upload", "Uploaded"
    NEW_DRAFT = "new-draft", "New draft"
    DESCRIBE = "describe", "Changed what is said about it"
    CARRY = "carry", "Carried on to a newer draft"
    EXTRACT = "extract", "Split into claims"
    ADD_CLAIM = "add-claim", "Added a claim"
    READ_LINE = "read-line", "Read a line that carries no claim"
    WAIVE_LINE = "waive-line", "Waived a line that nobody read"
    CLEAR = "clear", "Cleared for publication"
    REOPEN_ARTICLE = "reopen-article", "Reopened"
    CORRECT = "correct", "Corrected"
    RETRY = "retry", "Tried again"
    FAIL = "fail", "Could not be split"


class DeskAct(TextChoices):
    """What a desk admin does to the desk."""

    ADD_MEMBER = "add-member", "Add"
    CHANGE_ROLE = "change-role", "Change"
    REMOVE_MEMBER = "remove-member", "Remove"
    SET_RULES = "set-rules", "Save the rules"
    CHOOSE_SCALE = "choose-scale", "Use this scale"
    WRITE_SCALE = "write-scale", "Save and use"


class Dismissal(TextChoices):
    """Why a claim is not going to be checked."""

    NOT_CHECKABLE = "not-checkable", "Not checkable: opinion, prediction or too vague"
    DUPLICATE = "duplicate", "Already covered by another claim"
    MERGED = "merged", "Merged into another claim"
    TRIVIAL = "trivial", "Common knowledge, not worth checking"
    MISREAD = "misread", "The text was misread: it makes no such claim"
    OTHER = "other", "Another reason (say which)"


class Said(TextChoices):
    """Was it said? Asked of every claim that the article attributes to somebody."""

    EXACT = "exact", "Exact quote"
    FAIR = "fair", "Fair paraphrase"
    MISATTRIBUTED = "misattributed", "Misattributed"
    NOT_FOUND = "not-found", "Not found"


class Opinion(TextChoices):
    """Whose turn a verdict was given in."""

    FIRST = "first", "Verdict"
    SECOND = "second", "Second verdict"
    FINAL = "final", "Adjudication"


class Standing(TextChoices):
    """Whether a verdict is the one that counts, stands beside it, or is an earlier one that stays readable."""

    CURRENT = "current", "Current"
    BESIDE = "beside", "Second opinion"
    SUPERSEDED = "superseded", "Superseded"


class Notice(TextChoices):
    """What a person is told about; each can be turned off."""

    ASSIGNED = "assigned", "A claim is assigned to you"
    MENTIONED = "mentioned", "A colleague mentions you"
    SENT_BACK = "sent-back", "Your verdict is sent back"
    DISPUTED = "disputed", "A second verdict differs from yours"
    DUE_SOON = "due-soon", "An article with claims of yours is due soon"


class CitationKind(TextChoices):
    URL = "url", "Web page"
    DOCUMENT = "document", "Document"
    INTERVIEW = "interview", "Interview"
    CALCULATION = "calculation", "Own calculation"


class Stance(TextChoices):
    SUPPORTS = "supports", "Supports the claim"
    CONTRADICTS = "contradicts", "Contradicts the claim"
    CONTEXT = "context", "Gives context"


class Tier(TextChoices):
    """How close the source stands to the fact."""

    PRIMARY = "primary", "Primary source"
    SECONDARY = "secondary", "Secondary source"
    ANONYMOUS = "anonymous", "Anonymous source"


class Mark(TextChoices):
    """The sign drawn beside a rating's label, so that no rating is told by colour alone."""

    CHECK = "✓", "✓ tick"
    PENCIL = "✎", "✎ pencil"
    CROSS = "✕", "✕ cross"
    QUESTION = "?", "? question mark"
    CONFLICT = "≠", "≠ not equal"
    HALF = "◐", "◐ half"
    DASH = "–", "– dash"


class Tone(TextChoices):
    """The colour family of a rating; the stylesheet knows each in light and dark."""

    GOOD = "good", "Green"
    FAIR = "fair", "Teal"
    MIXED = "mixed", "Amber"
    BAD = "bad", "Red"
    UNKNOWN = "unknown", "Violet"
    NEUTRAL = "neutral", "Grey"
