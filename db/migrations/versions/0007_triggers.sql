DROP TRIGGER draft_text_at_rest;;
DROP TRIGGER draft_keeps_what_is_reviewed;;
DROP TRIGGER draft_approved;;
DROP TRIGGER release_of_approved;;
CREATE TRIGGER draft_text_at_rest BEFORE UPDATE ON draft_text WHEN (SELECT stage FROM draft WHERE id = OLD.draft_id) NOT IN ('editing', 'returned')
  AND NEW.fields IS NOT (
    SELECT revision.form FROM draft JOIN revision ON revision.id = draft.revision_id WHERE draft.id = OLD.draft_id) BEGIN SELECT RAISE(ABORT, 'caibian: a text in review or approved is read-only'); END;;
CREATE TRIGGER draft_keeps_what_is_reviewed BEFORE UPDATE ON draft WHEN OLD.stage IN ('review', 'approved', 'scheduled')
  AND NEW.stage IN ('review', 'approved', 'scheduled', 'published')
  AND (NEW.round <> OLD.round OR NEW.scheme_id IS NOT OLD.scheme_id
    OR (NEW.revision_id IS NOT OLD.revision_id
      AND NOT (OLD.stage = 'review' AND NEW.stage = 'review' AND NEW.level = OLD.level AND EXISTS (
    SELECT 1 FROM confirmation JOIN amendment ON amendment.id = confirmation.amendment_id
    WHERE amendment.draft_id = OLD.id AND amendment.round = OLD.round AND amendment.level = OLD.level
      AND amendment.base_revision_id = OLD.revision_id AND confirmation.revision_id = NEW.revision_id)))) BEGIN SELECT RAISE(ABORT, 'caibian: the revision under review does not change'); END;;
CREATE TRIGGER draft_approved BEFORE UPDATE ON draft WHEN NEW.stage IN ('approved', 'scheduled') AND OLD.stage NOT IN ('approved', 'scheduled') AND NOT (
    (
    SELECT count(DISTINCT decision.level) FROM decision, scheme
    WHERE scheme.id = NEW.scheme_id AND decision.draft_id = NEW.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level <= scheme.levels
      AND (decision.round = NEW.round OR scheme.resume_at_return)) = (SELECT levels FROM scheme WHERE id = NEW.scheme_id)
    AND EXISTS (
    SELECT 1 FROM decision, scheme
    WHERE scheme.id = NEW.scheme_id AND decision.draft_id = NEW.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level = scheme.levels AND decision.round = NEW.round AND decision.revision_id = NEW.revision_id)) BEGIN SELECT RAISE(ABORT, 'caibian: not every level has approved this revision'); END;;
CREATE TRIGGER release_of_approved BEFORE INSERT ON release WHEN NEW.kind = 'publish' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.article_id = NEW.article_id AND draft.stage IN ('approved', 'scheduled')
      AND draft.revision_id = NEW.revision_id AND revision.digest = NEW.digest
      AND (
    SELECT count(DISTINCT decision.level) FROM decision, scheme
    WHERE scheme.id = draft.scheme_id AND decision.draft_id = draft.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level <= scheme.levels
      AND (decision.round = draft.round OR scheme.resume_at_return)) = (SELECT levels FROM scheme WHERE id = draft.scheme_id)
      AND EXISTS (
    SELECT 1 FROM decision, scheme
    WHERE scheme.id = draft.scheme_id AND decision.draft_id = draft.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level = scheme.levels AND decision.round = draft.round AND decision.revision_id = draft.revision_id)) BEGIN SELECT RAISE(ABORT, 'caibian: only what is approved is published'); END;;
CREATE TRIGGER amendment_no_update BEFORE UPDATE ON amendment BEGIN SELECT RAISE(ABORT, 'caibian: amendment is frozen'); END;;
CREATE TRIGGER amendment_no_delete BEFORE DELETE ON amendment BEGIN SELECT RAISE(ABORT, 'caibian: amendment is frozen'); END;;
CREATE TRIGGER amendment_no_replace BEFORE INSERT ON amendment WHEN EXISTS (SELECT 1 FROM amendment WHERE (id = NEW.id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: amendment is frozen'); END;;
CREATE TRIGGER confirmation_no_update BEFORE UPDATE ON confirmation BEGIN SELECT RAISE(ABORT, 'caibian: confirmation is frozen'); END;;
CREATE TRIGGER confirmation_no_delete BEFORE DELETE ON confirmation BEGIN SELECT RAISE(ABORT, 'caibian: confirmation is frozen'); END;;
CREATE TRIGGER confirmation_no_replace BEFORE INSERT ON confirmation WHEN EXISTS (SELECT 1 FROM confirmation WHERE (id = NEW.id) OR (amendment_id = NEW.amendment_id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: confirmation is frozen'); END;;
CREATE TRIGGER amendment_of_what_waits BEFORE INSERT ON amendment WHEN NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = NEW.revision_id
    WHERE draft.id = NEW.draft_id AND draft.stage = 'review' AND draft.level = NEW.level AND draft.round = NEW.round
      AND draft.revision_id = NEW.base_revision_id AND revision.draft_id = NEW.draft_id
      AND revision.kind = 'amend' AND revision.person_id = NEW.person_id) BEGIN SELECT RAISE(ABORT, 'caibian: an amendment is made of the revision that waits at this level'); END;;
CREATE TRIGGER amendment_by_reviewer BEFORE INSERT ON amendment WHEN NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'reviewer'
      AND person_role.level = NEW.level)
  OR (EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level)
  AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level
      AND scheme_reviewer.person_id = NEW.person_id)) BEGIN SELECT RAISE(ABORT, 'caibian: the person does not review this level'); END;;
CREATE TRIGGER amendment_four_eyes BEFORE INSERT ON amendment WHEN NEW.exemption = '' AND (EXISTS (
    SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id)
  OR EXISTS (
    SELECT 1 FROM decision
    WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id AND level <> NEW.level)) BEGIN SELECT RAISE(ABORT, 'caibian: nobody amends a text of their own, nor at two levels'); END;;
CREATE TRIGGER amendment_exemption BEFORE INSERT ON amendment WHEN NEW.exemption <> '' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme ON scheme.id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme.exemption = NEW.exemption) BEGIN SELECT RAISE(ABORT, 'caibian: the scheme records no such exemption'); END;;
CREATE TRIGGER amendment_one_waits BEFORE INSERT ON amendment WHEN EXISTS (
    SELECT 1 FROM amendment JOIN draft ON draft.id = amendment.draft_id
    WHERE draft.id = NEW.draft_id AND draft.stage = 'review' AND amendment.round = draft.round AND NOT EXISTS (
      SELECT 1 FROM confirmation WHERE confirmation.amendment_id = amendment.id)) BEGIN SELECT RAISE(ABORT, 'caibian: one amendment waits at a time'); END;;
CREATE TRIGGER confirmation_of_what_waits BEFORE INSERT ON confirmation WHEN NOT EXISTS (
    SELECT 1 FROM amendment JOIN draft ON draft.id = amendment.draft_id
    WHERE amendment.id = NEW.amendment_id AND draft.stage = 'review' AND draft.round = amendment.round
      AND draft.level = amendment.level AND draft.revision_id = amendment.base_revision_id) BEGIN SELECT RAISE(ABORT, 'caibian: an amendment is confirmed while it waits'); END;;
CREATE TRIGGER confirmation_by_editor BEFORE INSERT ON confirmation WHEN NEW.answer <> 'taken_back' AND NOT EXISTS (
    SELECT 1 FROM amendment JOIN draft_author ON draft_author.draft_id = amendment.draft_id
      JOIN person ON person.id = draft_author.person_id JOIN person_role ON person_role.person_id = person.id
    WHERE amendment.id = NEW.amendment_id AND draft_author.person_id = NEW.person_id AND person.active
      AND person_role.role IN ('editor', 'contributor') AND amendment.person_id <> NEW.person_id) BEGIN SELECT RAISE(ABORT, 'caibian: an editor of the draft other than the amender confirms'); END;;
CREATE TRIGGER confirmation_taken_back BEFORE INSERT ON confirmation WHEN NEW.answer = 'taken_back' AND NOT EXISTS (
    SELECT 1 FROM amendment JOIN person ON person.id = amendment.person_id
    WHERE amendment.id = NEW.amendment_id AND amendment.person_id = NEW.person_id AND person.active) BEGIN SELECT RAISE(ABORT, 'caibian: only the amender takes an amendment back'); END;;
CREATE TRIGGER confirmation_answer BEFORE INSERT ON confirmation WHEN NEW.answer NOT IN ('accept', 'partly', 'reject', 'taken_back')
  OR (NEW.answer = 'reject' AND trim(NEW.reason) = '')
  OR NOT EXISTS (
    SELECT 1 FROM amendment JOIN revision ON revision.id = NEW.revision_id
    WHERE amendment.id = NEW.amendment_id AND (
         (NEW.answer = 'accept' AND NEW.revision_id = amendment.revision_id)
      OR (NEW.answer IN ('reject', 'taken_back') AND NEW.revision_id = amendment.base_revision_id)
      OR (NEW.answer = 'partly' AND revision.kind = 'confirm' AND revision.draft_id = amendment.draft_id
        AND revision.person_id = NEW.person_id))) BEGIN SELECT RAISE(ABORT, 'caibian: a confirmation says which text stands, and why when none of the changes does'); END;;
CREATE TRIGGER decision_confirmed BEFORE INSERT ON decision WHEN EXISTS (
    SELECT 1 FROM amendment JOIN draft ON draft.id = amendment.draft_id
    WHERE draft.id = NEW.draft_id AND draft.stage = 'review' AND amendment.round = draft.round AND NOT EXISTS (
      SELECT 1 FROM confirmation WHERE confirmation.amendment_id = amendment.id)) BEGIN SELECT RAISE(ABORT, 'caibian: an amendment waits for its confirmation'); END;;
CREATE TRIGGER draft_round_grows BEFORE UPDATE ON draft WHEN NEW.round < OLD.round OR (OLD.stage NOT IN ('review', 'approved', 'scheduled')
  AND NEW.revision_id IS NOT OLD.revision_id AND NEW.round <= OLD.round) BEGIN SELECT RAISE(ABORT, 'caibian: another text is sent in as another round'); END;;
