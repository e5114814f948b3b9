"""The rules of 代理 and of approving several at once that hold below the program.

Name -> (event, when, words), for ``triggers`` to write out.
"""

from __future__ import annotations

# A delegation lets the person of a new row review its draft at its level in another's place now; {which} says which.
STANDS_IN = """EXISTS (
    SELECT 1 FROM delegation
      JOIN person ON person.id = delegation.person_id
      JOIN person_role ON person_role.person_id = person.id
      JOIN draft ON draft.id = NEW.draft_id
      JOIN scheme ON scheme.id = draft.scheme_id
    WHERE {which} AND delegation.to_id = NEW.person_id AND person.active
      AND person_role.role = 'reviewer' AND person_role.level = NEW.level
      AND delegation.since <= NEW.at AND delegation.until > NEW.at
      AND coalesce((SELECT at FROM audit ORDER BY seq DESC LIMIT 1), '') < delegation.until
      AND NOT EXISTS (SELECT 1 FROM delegation_end WHERE delegation_id = delegation.id)
      AND (scheme.exemption <> '' OR NOT EXISTS (
        SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = delegation.person_id))
      AND (scheme.exemption <> '' OR NOT EXISTS (
        SELECT 1 FROM decision
        WHERE draft_id = NEW.draft_id AND person_id = delegation.person_id AND level <> NEW.level))
      AND (NOT EXISTS (
          SELECT 1 FROM scheme_reviewer WHERE scheme_id = draft.scheme_id AND level = NEW.level)
        OR EXISTS (
          SELECT 1 FROM scheme_reviewer
          WHERE scheme_id = draft.scheme_id AND level = NEW.level AND person_id = delegation.person_id)))"""

DELEGATIONS: dict[str, tuple[str, str, str]] = {
    "decision_by_deputy": (
        "INSERT ON decision",
        f"""NEW.delegation_id IS NOT NULL AND (NEW.verdict = 'sign' OR NOT EXISTS (
    SELECT 1 FROM person WHERE id = NEW.person_id AND active)
  OR NOT {STANDS_IN.format(which="delegation.id = NEW.delegation_id")})""",
        "the person does not stand in for a reviewer of this level now",
    ),
    "decision_of_batch": (
        "INSERT ON decision",
        """NEW.batch IS NOT NULL AND (NEW.verdict <> 'approve' OR NOT EXISTS (
    SELECT 1 FROM sight
    WHERE revision_id = NEW.revision_id AND digest = NEW.digest AND person_id = NEW.person_id))""",
        "what is approved together was read as a whole",
    ),
    "sight_of_what_waits": (
        "INSERT ON sight",
        """NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.stage = 'review' AND draft.revision_id = NEW.revision_id
      AND revision.digest = NEW.digest)""",
        "what was read is the text that waits",
    ),
    "delegation_of_reviewer": (
        "INSERT ON delegation",
        """NEW.person_id = NEW.to_id OR NEW.since >= NEW.until
  OR (SELECT count(DISTINCT person.id) FROM person JOIN person_role ON person_role.person_id = person.id
      WHERE person.id IN (NEW.person_id, NEW.to_id) AND person.active AND person_role.role = 'reviewer') <> 2
  OR NOT EXISTS (
    SELECT 1 FROM person LEFT JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.by_id AND person.active AND (person.id = NEW.person_id OR person_role.role = 'admin'))""",
        "a reviewer, or an administrator, lets another reviewer stand in for a time",
    ),
}
