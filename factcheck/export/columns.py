"""What the files hold: one declarative list of columns each, and the tables that these read.

Expressions are SQL, because the rows go from PostgreSQL into the file without passing through Python.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import LiteralString, Self


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file. `plain`: a figure, a time or a word of the vocabulary, which no spreadsheet takes for a
    formula; every other column is made safe."""

    name: str
    sql: LiteralString
    plain: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """One kind of file: a row for each row of `source`, in the order of `order`.

    In `source`, {claim}, {verdict}, {links} and {signatures} stand for the claims, for which of their verdicts counts,
    for who says so and for who signed: `NOW` or `THEN`, in the draft with the id {draft}.

    Tables are joined from the left, none of them twice for one row: PostgreSQL then leaves out those of which no column
    is chosen.
    """

    columns: tuple[Column, ...]
    source: LiteralString
    order: LiteralString

    def only(self, names: Collection[str]) -> Self:
        """With these columns alone, in their own order; without names: with all."""
        return replace(self, columns=tuple(one for one in self.columns if one.name in names)) if names else self


TIME: LiteralString = """to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""
PERSON: LiteralString = (
    "coalesce(nullif(concat_ws(' ', nullif({0}.first_name, ''), nullif({0}.last_name, '')), ''), {0}.username)"
)

# Nearly every claim stands on one stretch of its text, which wants no sorting.
QUOTE: LiteralString = """(
    CASE WHEN cardinality(claim.spans) = 2
    THEN substr(draft.text, claim.spans[1][1] + 1, claim.spans[1][2] - claim.spans[1][1])
    ELSE (
        SELECT string_agg(
            substr(draft.text, claim.spans[n][1] + 1, claim.spans[n][2] - claim.spans[n][1]), ' … ' ORDER BY n
        )
        FROM generate_subscripts(claim.spans, 1) AS n
    ) END
)"""
# Who says so: the claimant, innermost; and everybody between them and the page, from the inside out.
CHAIN: LiteralString = """LATERAL (
    SELECT max(link.who) FILTER (WHERE depth = 0) AS claimant, max(link.role) FILTER (WHERE depth = 0) AS role,
           string_agg(
               concat_ws(' → ', CASE WHEN depth > 0 THEN nullif(link.who, '') END, nullif(link."to", '')),
               ' → ' ORDER BY depth
           ) FILTER (WHERE link."to" <> '' OR (depth > 0 AND link.who <> '')) AS via
    FROM {links} link WHERE link.claim_id = claim.id
) chain ON true"""
# Each person once, whatever they signed.
SIGNATURES: LiteralString = """LATERAL (
    SELECT string_agg(name, '; ' ORDER BY first) AS people, max(last_at) AS last_at
    FROM (
        SELECT {0} AS name, min(sign_off.id) AS first, max(sign_off.created_at) AS last_at
        FROM {{signatures}} sign_off JOIN factcheck_user person ON person.id = sign_off.reviewer_id
        WHERE sign_off.verdict_id = verdict.id GROUP BY person.id
    ) AS signer
) signed ON true"""
# A verdict rests on the citations that it names; before there is one, those that have been gathered count.
COUNTS: LiteralString = """(
    CASE WHEN verdict.id IS NULL THEN citation.removed_at IS NULL
    ELSE EXISTS (SELECT FROM factcheck_evidence WHERE verdict_id = verdict.id AND citation_id = citation.id) END
)"""
EVIDENCE: LiteralString = """LATERAL (
    SELECT count(*) AS count,
           string_agg(concat_ws(' ', citation.title, nullif(citation.url, '')), ' | ' ORDER BY citation.id) AS list
    FROM factcheck_citation citation WHERE citation.claim_id = claim.id AND {0}
) evidence ON true"""
# `VerdictQuerySet.in_sight_of` nobody, in SQL: a file travels, so that it holds no verdict that somebody may not see.
SEALED: LiteralString = """(
    verdict.blind AND verdict.opinion = 'first'
    AND NOT EXISTS (SELECT FROM factcheck_verdict WHERE beside_id = verdict.id)
)"""
CLAIM: LiteralString = f"""{{claim}}
    LEFT JOIN factcheck_article article ON article.id = claim.article_id
    LEFT JOIN factcheck_verdict verdict ON verdict.claim_id = claim.id AND {{verdict}} AND NOT {SEALED}"""


@dataclass(frozen=True, slots=True)
class Moment:
    """When the claims of a file are looked at: {draft} stands for the id of the draft."""

    claim: LiteralString
    verdict: LiteralString
    links: LiteralString
    signatures: LiteralString


NOW = Moment("factcheck_claim claim", "verdict.standing = 'current'", "factcheck_link", "factcheck_signoff")
# As they stood in an older draft when they left it, or stand there still.
THEN = Moment(
    claim="""(
    SELECT claim.id, claim.article_id, claim.number, claim.kind, claim.checkworthiness, claim.priority,
           claim.dismissal, claim.note, claim.created_at, claim.updated_at,
           coalesce(anchor.draft_id, claim.draft_id) AS draft_id,
           coalesce(anchor.passage_id, claim.passage_id) AS passage_id,
           coalesce(anchor.text, claim.text) AS text, coalesce(anchor.spans, claim.spans) AS spans,
           coalesce(anchor.start, claim.start) AS start, coalesce(anchor."end", claim."end") AS "end",
           coalesce(anchor.status, claim.status) AS status
    FROM factcheck_claim claim
    LEFT JOIN factcheck_anchor anchor ON anchor.claim_id = claim.id AND anchor.draft_id = {draft}
) claim""",
    verdict="""verdict.id = (
    SELECT max(given.id) FROM factcheck_verdict given
    JOIN factcheck_draft on_draft ON on_draft.id = given.draft_id
    WHERE given.claim_id = claim.id AND given.opinion <> 'second'
      AND on_draft.number <= (SELECT number FROM factcheck_draft WHERE id = {draft})
)""",
    links="""(
    SELECT anchor.claim_id, place - 1 AS depth, said ->> 'who' AS who, said ->> 'role' AS role, said ->> 'to' AS "to"
    FROM factcheck_anchor anchor, jsonb_array_elements(anchor.chain) WITH ORDINALITY AS kept (said, place)
    WHERE anchor.draft_id = {draft}
    UNION ALL
    SELECT claim_id, depth, who, role, "to" FROM factcheck_link own WHERE NOT EXISTS (
        SELECT FROM factcheck_anchor WHERE claim_id = own.claim_id AND draft_id = {draft} AND chain IS NOT NULL
    )
)""",
    # Not of those who confirmed the verdict for a newer draft.
    signatures="""(
    SELECT given.* FROM factcheck_signoff given LEFT JOIN factcheck_draft confirmed ON confirmed.id = given.confirms_id
    WHERE confirmed.id IS NULL OR confirmed.number <= (SELECT number FROM factcheck_draft WHERE id = {draft})
)""",
)
# The verdict beside the one that counts; of an adjudicated claim, the second of the two that were decided between.
SECOND: LiteralString = """factcheck_verdict second ON second.id = (
    SELECT max(id) FROM factcheck_verdict
    WHERE claim_id = claim.id AND opinion = 'second'
      AND (beside_id = verdict.id OR verdict.opinion = 'final')
)"""

VERDICTS = File(
    source=f"""{CLAIM}
    LEFT JOIN factcheck_draft draft ON draft.id = claim.draft_id
    LEFT JOIN factcheck_passage passage ON passage.id = claim.passage_id
    LEFT JOIN {CHAIN}
    LEFT JOIN factcheck_rating rating ON rating.id = verdict.rating_id
    LEFT JOIN factcheck_user reviewer ON reviewer.id = verdict.author_id
    LEFT JOIN {SECOND}
    LEFT JOIN factcheck_rating second_rating ON second_rating.id = second.rating_id
    LEFT JOIN factcheck_user second_reviewer ON second_reviewer.id = second.author_id
    LEFT JOIN {SIGNATURES.format(PERSON.format("person"))}
    LEFT JOIN {EVIDENCE.format(COUNTS)}""",
    order="claim.article_id, claim.number",
    columns=(
        Column("claim_id", "claim.id", plain=True),
        Column("article_id", "claim.article_id", plain=True),
        Column("article_title", "article.title"),
        Column("article_url", "article.source_url"),
        Column("draft", "draft.number", plain=True),
        Column("claim_no", "claim.number", plain=True),
        Column("paragraph_no", "passage.paragraph", plain=True),
        Column("char_start", "claim.start", plain=True),
        Column("char_end", 'claim."end"', plain=True),
        Column("quote", QUOTE),
        Column("claim", "claim.text"),
        Column("kind", "claim.kind", plain=True),
        Column("claimant", "chain.claimant"),
        Column("claimant_role", "chain.role"),
        Column("via", "chain.via"),
        Column("claim_date", "article.published_on", plain=True),  # when it appears, not when it was said
        Column(
            "priority", "CASE claim.priority WHEN 1 THEN 'low' WHEN 2 THEN 'normal' WHEN 3 THEN 'high' END", plain=True
        ),
        Column("checkworthiness", "round(claim.checkworthiness::numeric, 4)", plain=True),
        Column("status", "claim.status", plain=True),
        Column("rating", "rating.code"),
        Column("rating_label", "rating.label"),
        Column("rating_value", "rating.value", plain=True),
        Column("rating_best", "CASE WHEN rating.value IS NOT NULL THEN 5 END", plain=True),
        Column("rating_worst", "CASE WHEN rating.value IS NOT NULL THEN 1 END", plain=True),
        Column("said", "nullif(verdict.said, '')", plain=True),
        # Of a dismissed claim the reason why it is not checked: it has no other, and no column of its own.
        Column(
            "rationale",
            "CASE claim.status WHEN 'dismissed'"
            " THEN concat_ws(': ', 'Dismissed', nullif(claim.dismissal, ''), nullif(claim.note, ''))"
            " ELSE verdict.rationale END",
        ),
        Column("suggested_fix", "verdict.suggested_fix"),
        Column("fix_accepted", "verdict.fix_accepted::text", plain=True),
        Column("reviewer", PERSON.format("reviewer")),
        Column("reviewed_at", TIME.format("verdict.created_at"), plain=True),
        Column("second_reviewer", PERSON.format("second_reviewer")),
        Column("second_rating", "second_rating.code"),
        Column("signed_off_by", "signed.people"),
        Column("signed_off_at", TIME.format("signed.last_at"), plain=True),
        Column("citation_count", "evidence.count", plain=True),
        Column("citations", "evidence.list"),
        Column(
            "open_comments",
            "(SELECT count(*) FROM factcheck_comment WHERE claim_id = claim.id AND resolved_at IS NULL)",
            plain=True,
        ),
        Column("created_at", TIME.format("claim.created_at"), plain=True),
        Column("updated_at", TIME.format("claim.updated_at"), plain=True),
    ),
)

REVIEWS = File(
    source=f"{VERDICTS.source} JOIN factcheck_desk desk ON desk.id = article.desk_id",
    order=VERDICTS.order,
    columns=(*VERDICTS.columns, Column("desk", "desk.name")),
).only(
    [
        *("claim_id", "article_title", "article_url", "claim", "claimant", "claimant_role", "claim_date"),
        *("rating_label", "rating_value", "rating_best", "rating_worst", "rationale", "reviewed_at", "desk"),
    ]
)

CITATIONS = File(
    source=f"""{CLAIM}
    JOIN factcheck_citation citation ON citation.claim_id = claim.id AND {COUNTS}
    JOIN factcheck_user person ON person.id = citation.added_by_id
    LEFT JOIN factcheck_upload attachment ON attachment.id = citation.attachment_id""",
    order="claim.article_id, claim.number, citation.id",
    columns=(
        Column("citation_id", "citation.id", plain=True),
        Column("claim_id", "claim.id", plain=True),
        Column("article_id", "claim.article_id", plain=True),
        Column("claim_no", "claim.number", plain=True),
        Column("claim", "claim.text"),
        Column("kind", "citation.kind", plain=True),
        Column("title", "citation.title"),
        Column("url", "citation.url"),
        Column("publisher", "citation.publisher"),
        Column("author", "citation.author"),
        Column("published_on", "citation.published_on", plain=True),
        Column("accessed_on", "citation.accessed_on", plain=True),
        Column("locator", "citation.locator"),
        Column("quote", "citation.quote"),
        Column("stance", "citation.stance", plain=True),
        Column("tier", "citation.tier", plain=True),
        Column("note", "citation.note"),
        Column("attachment", "attachment.name"),
        Column("attachment_sha256", "attachment.sha256", plain=True),
        Column("added_by", PERSON.format("person")),
        Column("added_at", TIME.format("citation.created_at"), plain=True),
    ),
)
