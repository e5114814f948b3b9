CREATE TRIGGER sight_no_update BEFORE UPDATE ON sight BEGIN SELECT RAISE(ABORT, 'caibian: sight is frozen'); END;;
CREATE TRIGGER sight_no_delete BEFORE DELETE ON sight BEGIN SELECT RAISE(ABORT, 'caibian: sight is frozen'); END;;
CREATE TRIGGER sight_no_replace BEFORE INSERT ON sight WHEN EXISTS (SELECT 1 FROM sight WHERE (id = NEW.id) OR (revision_id = NEW.revision_id AND person_id = NEW.person_id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: sight is frozen'); END;;
CREATE TRIGGER decision_of_batch BEFORE INSERT ON decision WHEN NEW.batch IS NOT NULL AND (NEW.verdict <> 'approve' OR NOT EXISTS (
    SELECT 1 FROM sight
    WHERE revision_id = NEW.revision_id AND digest = NEW.digest AND person_id = NEW.person_id)) BEGIN SELECT RAISE(ABORT, 'caibian: what is approved together was read as a whole'); END;;
CREATE TRIGGER sight_of_what_waits BEFORE INSERT ON sight WHEN NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.stage = 'review' AND draft.revision_id = NEW.revision_id
      AND revision.digest = NEW.digest) BEGIN SELECT RAISE(ABORT, 'caibian: what was read is the text that waits'); END;;
