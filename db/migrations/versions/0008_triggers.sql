DROP TRIGGER decision_by_reviewer;;
DROP TRIGGER decision_listed;;
DROP TRIGGER amendment_by_reviewer;;
DROP TRIGGER fact_tick_by_reviewer;;
CREATE TRIGGER decision_by_reviewer BEFORE INSERT ON decision WHEN NEW.verdict <> 'sign' AND NEW.delegation_id IS NULL AND NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'reviewer'
      AND person_role.level = NEW.level) BEGIN SELECT RAISE(ABORT, 'caibian: the person does not review this level'); END;;
CREATE TRIGGER decision_listed BEFORE INSERT ON decision WHEN NEW.verdict <> 'sign' AND NEW.delegation_id IS NULL AND EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level)
  AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level
      AND scheme_reviewer.person_id = NEW.person_id) BEGIN SELECT RAISE(ABORT, 'caibian: the scheme names other people for this level'); END;;
CREATE TRIGGER amendment_by_reviewer BEFORE INSERT ON amendment WHEN (NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'reviewer'
      AND person_role.level = NEW.level)
  OR (EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level)
  AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level
      AND scheme_reviewer.person_id = NEW.person_id)))
  AND NOT EXISTS (
    SELECT 1 FROM delegation
      JOIN person ON person.id = delegation.person_id
      JOIN person_role ON person_role.person_id = person.id
      JOIN draft ON draft.id = NEW.draft_id
      JOIN scheme ON scheme.id = draft.scheme_id
    WHERE 1 AND delegation.to_id = NEW.person_id AND person.active
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
          WHERE scheme_id = draft.scheme_id AND level = NEW.level AND person_id = delegation.person_id))) BEGIN SELECT RAISE(ABORT, 'caibian: the person does not review this level'); END;;
CREATE TRIGGER delegation_no_update BEFORE UPDATE ON delegation BEGIN SELECT RAISE(ABORT, 'caibian: delegation is frozen'); END;;
CREATE TRIGGER delegation_no_delete BEFORE DELETE ON delegation BEGIN SELECT RAISE(ABORT, 'caibian: delegation is frozen'); END;;
CREATE TRIGGER delegation_no_replace BEFORE INSERT ON delegation WHEN EXISTS (SELECT 1 FROM delegation WHERE (id = NEW.id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: delegation is frozen'); END;;
CREATE TRIGGER delegation_end_no_update BEFORE UPDATE ON delegation_end BEGIN SELECT RAISE(ABORT, 'caibian: delegation_end is frozen'); END;;
CREATE TRIGGER delegation_end_no_delete BEFORE DELETE ON delegation_end BEGIN SELECT RAISE(ABORT, 'caibian: delegation_end is frozen'); END;;
CREATE TRIGGER delegation_end_no_replace BEFORE INSERT ON delegation_end WHEN EXISTS (SELECT 1 FROM delegation_end WHERE (id = NEW.id) OR (delegation_id = NEW.delegation_id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: delegation_end is frozen'); END;;
CREATE TRIGGER decision_by_deputy BEFORE INSERT ON decision WHEN NEW.delegation_id IS NOT NULL AND (NEW.verdict = 'sign' OR NOT EXISTS (
    SELECT 1 FROM person WHERE id = NEW.person_id AND active)
  OR NOT EXISTS (
    SELECT 1 FROM delegation
      JOIN person ON person.id = delegation.person_id
      JOIN person_role ON person_role.person_id = person.id
      JOIN draft ON draft.id = NEW.draft_id
      JOIN scheme ON scheme.id = draft.scheme_id
    WHERE delegation.id = NEW.delegation_id AND delegation.to_id = NEW.person_id AND person.active
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
          WHERE scheme_id = draft.scheme_id AND level = NEW.level AND person_id = delegation.person_id)))) BEGIN SELECT RAISE(ABORT, 'caibian: the person does not stand in for a reviewer of this level now'); END;;
CREATE TRIGGER delegation_of_reviewer BEFORE INSERT ON delegation WHEN NEW.person_id = NEW.to_id OR NEW.since >= NEW.until
  OR (SELECT count(DISTINCT person.id) FROM person JOIN person_role ON person_role.person_id = person.id
      WHERE person.id IN (NEW.person_id, NEW.to_id) AND person.active AND person_role.role = 'reviewer') <> 2
  OR NOT EXISTS (
    SELECT 1 FROM person LEFT JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.by_id AND person.active AND (person.id = NEW.person_id OR person_role.role = 'admin')) BEGIN SELECT RAISE(ABORT, 'caibian: a reviewer, or an administrator, lets another reviewer stand in for a time'); END;;
CREATE TRIGGER fact_tick_by_reviewer BEFORE INSERT ON fact_tick WHEN NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'reviewer'
      AND person_role.level = NEW.level)
  AND NOT EXISTS (
    SELECT 1 FROM delegation
      JOIN person ON person.id = delegation.person_id
      JOIN person_role ON person_role.person_id = person.id
      JOIN draft ON draft.id = NEW.draft_id
      JOIN scheme ON scheme.id = draft.scheme_id
    WHERE 1 AND delegation.to_id = NEW.person_id AND person.active
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
          WHERE scheme_id = draft.scheme_id AND level = NEW.level AND person_id = delegation.person_id))) BEGIN SELECT RAISE(ABORT, 'caibian: the person does not review this level'); END
