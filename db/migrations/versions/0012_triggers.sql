DROP TRIGGER draft_step;;
DROP TRIGGER draft_one_open;;
DROP TRIGGER draft_starts_open;;
CREATE TRIGGER draft_step BEFORE UPDATE OF stage ON draft WHEN OLD.stage <> NEW.stage AND NOT (
     (OLD.stage IN ('editing', 'returned') AND NEW.stage IN ('review', 'trashed'))
  OR (OLD.stage = 'review' AND NEW.stage IN ('editing', 'returned', 'approved'))
  OR (OLD.stage = 'approved' AND NEW.stage IN ('scheduled', 'published', 'returned'))
  OR (OLD.stage = 'scheduled' AND NEW.stage IN ('approved', 'published', 'returned'))
  OR (OLD.stage IN ('approved', 'scheduled') AND NEW.stage = 'editing'
    AND NEW.base_revision_id IS NOT OLD.base_revision_id)
  OR (OLD.stage = 'trashed' AND NEW.stage IN ('editing', 'returned'))) BEGIN SELECT RAISE(ABORT, 'caibian: no such step'); END;;
CREATE TRIGGER draft_one_open BEFORE UPDATE OF stage ON draft WHEN NEW.stage NOT IN ('published', 'trashed') AND EXISTS (
    SELECT 1 FROM draft
    WHERE article_id = NEW.article_id AND id <> NEW.id AND stage NOT IN ('published', 'trashed')
      AND (purpose = 'correction') = (NEW.purpose = 'correction')) BEGIN SELECT RAISE(ABORT, 'caibian: one lane of a kind is open at a time'); END;;
CREATE TRIGGER draft_starts_open BEFORE INSERT ON draft WHEN NEW.stage NOT IN ('editing', 'returned') OR EXISTS (
    SELECT 1 FROM draft WHERE id = NEW.id
      OR (article_id = NEW.article_id AND stage NOT IN ('published', 'trashed')
        AND (purpose = 'correction') = (NEW.purpose = 'correction'))) BEGIN SELECT RAISE(ABORT, 'caibian: a draft starts as a draft, one of a kind at a time'); END;;
CREATE TRIGGER draft_starts_from_live BEFORE INSERT ON draft WHEN NEW.purpose NOT IN ('original', 'update', 'correction')
  OR (NEW.purpose <> 'original' AND NEW.base_revision_id IS NOT (SELECT revision_id FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id))) BEGIN SELECT RAISE(ABORT, 'caibian: a lane starts from what is live'); END;;
CREATE TRIGGER draft_base BEFORE UPDATE OF base_revision_id ON draft WHEN NEW.base_revision_id IS NOT OLD.base_revision_id AND (
    NEW.purpose = 'original' OR NEW.stage NOT IN ('editing', 'returned')
    OR NEW.base_revision_id IS NOT (SELECT revision_id FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id))) BEGIN SELECT RAISE(ABORT, 'caibian: a lane is merged with what is live'); END;;
CREATE TRIGGER draft_purpose BEFORE UPDATE OF purpose ON draft WHEN NEW.purpose <> OLD.purpose BEGIN SELECT RAISE(ABORT, 'caibian: a lane keeps its purpose'); END;;
CREATE TRIGGER release_on_live_base BEFORE INSERT ON release WHEN NEW.kind = 'publish' AND EXISTS (
    SELECT 1 FROM draft WHERE draft.id = NEW.draft_id AND draft.purpose <> 'original' AND (
      draft.base_revision_id IS NOT (SELECT revision_id FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id))
      OR (SELECT kind FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id))
        = 'withdraw')) BEGIN SELECT RAISE(ABORT, 'caibian: what went live meanwhile is merged first'); END;;
CREATE TRIGGER release_typed BEFORE INSERT ON release WHEN (NEW.kind = 'withdraw' OR (NEW.kind = 'publish' AND EXISTS (
    SELECT 1 FROM draft WHERE draft.id = NEW.draft_id AND draft.purpose = 'correction')))
    AND (NEW.reason_kind NOT IN ('typo', 'fact', 'source', 'other') OR trim(NEW.reason) = '')
  OR (NEW.kind <> 'withdraw' AND NOT (NEW.kind = 'publish' AND EXISTS (
    SELECT 1 FROM draft WHERE draft.id = NEW.draft_id AND draft.purpose = 'correction')) AND (NEW.reason_kind <> '' OR NEW.reason <> '')) BEGIN SELECT RAISE(ABORT, 'caibian: a correction and a withdrawal say of what kind they are, and why'); END;;
CREATE TRIGGER reader_note_no_update BEFORE UPDATE ON reader_note BEGIN SELECT RAISE(ABORT, 'caibian: reader_note is frozen'); END;;
CREATE TRIGGER reader_note_no_delete BEFORE DELETE ON reader_note BEGIN SELECT RAISE(ABORT, 'caibian: reader_note is frozen'); END;;
CREATE TRIGGER reader_note_no_replace BEFORE INSERT ON reader_note WHEN EXISTS (SELECT 1 FROM reader_note WHERE (release_id = NEW.release_id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: reader_note is frozen'); END;;
CREATE TRIGGER reader_note_of_change BEFORE INSERT ON reader_note WHEN trim(NEW.words) = '' OR NOT EXISTS (
    SELECT 1 FROM release WHERE id = NEW.release_id AND kind IN ('publish', 'withdraw') AND reason_kind <> ''
      AND id = (SELECT max(id) FROM release)) BEGIN SELECT RAISE(ABORT, 'caibian: a note to readers comes with a correction or a withdrawal'); END;;
