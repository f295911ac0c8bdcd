"""What a cleared article rests on stands still until an editor reopens it."""

import pgtrigger

CLEARED = "This article is cleared. An editor can reopen it."


def frozen(
    operation: pgtrigger.Operation, *, article: str, condition: pgtrigger.Condition | None = None
) -> pgtrigger.Trigger:
    """Refuse the operation while the article is cleared. `article` is SQL for its id, over the row `touched`."""
    return pgtrigger.Trigger(
        name="nothing_changes_once_cleared",
        when=pgtrigger.Before,
        operation=operation,
        condition=condition,
        declare=[("touched", "record")],
        func=f"""
            IF TG_OP = 'DELETE' THEN touched := OLD; ELSE touched := NEW; END IF;
            -- Whoever clears the article locks it: one waits for the other, and sees what the other did.
            PERFORM 1 FROM factcheck_article WHERE id = {article} FOR KEY SHARE;
            IF EXISTS (
                SELECT 1 FROM factcheck_clearance
                WHERE withdrawn_at IS NULL AND article_id = {article}
            ) THEN
                RAISE EXCEPTION 'the article is cleared' USING ERRCODE = 'check_violation';
            END IF;
            RETURN touched;
        """,  # noqa: S608 - made of constants of this package
    )


OF_CLAIM = "(SELECT article_id FROM factcheck_claim WHERE id = touched.claim_id)"
OF_VERDICT = """(
    SELECT claim.article_id FROM factcheck_claim claim
    JOIN factcheck_verdict verdict ON verdict.claim_id = claim.id
    WHERE verdict.id = touched.verdict_id
)"""
