"""What hangs on a claim is of that claim's article: held where no foreign key over two columns can say it."""

import pgtrigger


def belongs(name: str, *, where: str, what: str, given: str = "") -> pgtrigger.Trigger:
    """Refuse to insert what belongs elsewhere. `where` is SQL over the row `NEW`, true where it belongs; `what` is the
    sentence of the refusal. `given`: a column, without which nothing is asked.
    """
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        condition=pgtrigger.Q(**{f"new__{given}__isnull": False}) if given else None,
        func=f"""
            IF NOT EXISTS ({where}) THEN
                RAISE EXCEPTION '{what}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


DRAFT_OF_THE_CLAIMS_ARTICLE = """
    SELECT 1 FROM factcheck_claim claim JOIN factcheck_draft draft USING (article_id)
    WHERE claim.id = NEW.claim_id AND draft.id = NEW.draft_id
"""
