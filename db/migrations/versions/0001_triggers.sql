CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'caibian: revision is frozen'); END;;
CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision BEGIN SELECT RAISE(ABORT, 'caibian: revision is frozen'); END;;
CREATE TRIGGER revision_no_replace BEFORE INSERT ON revision WHEN EXISTS (SELECT 1 FROM revision WHERE (id = NEW.id) OR (article_id = NEW.article_id AND n = NEW.n) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: revision is frozen'); END;;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'caibian: decision is frozen'); END;;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'caibian: decision is frozen'); END;;
CREATE TRIGGER decision_no_replace BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE (id = NEW.id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: decision is frozen'); END;;
CREATE TRIGGER release_no_update BEFORE UPDATE ON release BEGIN SELECT RAISE(ABORT, 'caibian: release is frozen'); END;;
CREATE TRIGGER release_no_delete BEFORE DELETE ON release BEGIN SELECT RAISE(ABORT, 'caibian: release is frozen'); END;;
CREATE TRIGGER release_no_replace BEFORE INSERT ON release WHEN EXISTS (SELECT 1 FROM release WHERE (id = NEW.id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: release is frozen'); END;;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'caibian: audit is frozen'); END;;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'caibian: audit is frozen'); END;;
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE (seq = NEW.seq) OR (hash = NEW.hash) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: audit is frozen'); END;;
CREATE TRIGGER asset_no_update BEFORE UPDATE ON asset BEGIN SELECT RAISE(ABORT, 'caibian: asset is frozen'); END;;
CREATE TRIGGER asset_no_delete BEFORE DELETE ON asset BEGIN SELECT RAISE(ABORT, 'caibian: asset is frozen'); END;;
CREATE TRIGGER asset_no_replace BEFORE INSERT ON asset WHEN EXISTS (SELECT 1 FROM asset WHERE (digest = NEW.digest) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: asset is frozen'); END;;
CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'caibian: blob is frozen'); END;;
CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob BEGIN SELECT RAISE(ABORT, 'caibian: blob is frozen'); END;;
CREATE TRIGGER blob_no_replace BEFORE INSERT ON blob WHEN EXISTS (SELECT 1 FROM blob WHERE (digest = NEW.digest) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: blob is frozen'); END;;
CREATE TRIGGER rendered_no_update BEFORE UPDATE ON rendered BEGIN SELECT RAISE(ABORT, 'caibian: rendered is frozen'); END;;
CREATE TRIGGER rendered_no_delete BEFORE DELETE ON rendered BEGIN SELECT RAISE(ABORT, 'caibian: rendered is frozen'); END;;
CREATE TRIGGER rendered_no_replace BEFORE INSERT ON rendered WHEN EXISTS (SELECT 1 FROM rendered WHERE (digest = NEW.digest AND renderer = NEW.renderer) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: rendered is frozen'); END;;
CREATE TRIGGER draft_author_no_update BEFORE UPDATE ON draft_author BEGIN SELECT RAISE(ABORT, 'caibian: draft_author is frozen'); END;;
CREATE TRIGGER draft_author_no_delete BEFORE DELETE ON draft_author BEGIN SELECT RAISE(ABORT, 'caibian: draft_author is frozen'); END;;
CREATE TRIGGER draft_author_no_replace BEFORE INSERT ON draft_author WHEN EXISTS (SELECT 1 FROM draft_author WHERE (draft_id = NEW.draft_id AND person_id = NEW.person_id) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: draft_author is frozen'); END;;
CREATE TRIGGER theme_no_update BEFORE UPDATE ON theme BEGIN SELECT RAISE(ABORT, 'caibian: theme is frozen'); END;;
CREATE TRIGGER theme_no_delete BEFORE DELETE ON theme BEGIN SELECT RAISE(ABORT, 'caibian: theme is frozen'); END;;
CREATE TRIGGER theme_no_replace BEFORE INSERT ON theme WHEN EXISTS (SELECT 1 FROM theme WHERE (digest = NEW.digest) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: theme is frozen'); END;;
CREATE TRIGGER chrome_no_update BEFORE UPDATE ON chrome BEGIN SELECT RAISE(ABORT, 'caibian: chrome is frozen'); END;;
CREATE TRIGGER chrome_no_delete BEFORE DELETE ON chrome BEGIN SELECT RAISE(ABORT, 'caibian: chrome is frozen'); END;;
CREATE TRIGGER chrome_no_replace BEFORE INSERT ON chrome WHEN EXISTS (SELECT 1 FROM chrome WHERE (digest = NEW.digest) OR (rowid = NEW.rowid)) BEGIN SELECT RAISE(ABORT, 'caibian: chrome is frozen'); END;;
CREATE TRIGGER decision_verdict BEFORE INSERT ON decision WHEN NEW.verdict NOT IN ('approve', 'return', 'sign') BEGIN SELECT RAISE(ABORT, 'caibian: no such verdict'); END;;
CREATE TRIGGER decision_on_what_waits BEFORE INSERT ON decision WHEN NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.revision_id = NEW.revision_id AND draft.round = NEW.round
      AND revision.digest = NEW.digest
      AND ((draft.stage = 'review' AND draft.level = NEW.level AND NEW.verdict <> 'sign')
        OR (draft.stage IN ('approved', 'scheduled') AND NEW.verdict = 'return')
        OR (draft.stage IN ('editing', 'returned') AND NEW.verdict = 'sign' AND NEW.level = 1))) BEGIN SELECT RAISE(ABORT, 'caibian: a decision is made on the revision that waits at this level'); END;;
CREATE TRIGGER decision_by_reviewer BEFORE INSERT ON decision WHEN NEW.verdict <> 'sign' AND NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'reviewer'
      AND person_role.level = NEW.level) BEGIN SELECT RAISE(ABORT, 'caibian: the person does not review this level'); END;;
CREATE TRIGGER decision_listed BEFORE INSERT ON decision WHEN NEW.verdict <> 'sign' AND EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level)
  AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level
      AND scheme_reviewer.person_id = NEW.person_id) BEGIN SELECT RAISE(ABORT, 'caibian: the scheme names other people for this level'); END;;
CREATE TRIGGER decision_four_eyes BEFORE INSERT ON decision WHEN NEW.verdict <> 'sign' AND NEW.exemption = '' AND EXISTS (
    SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id) BEGIN SELECT RAISE(ABORT, 'caibian: nobody decides on a text of their own'); END;;
CREATE TRIGGER decision_one_level BEFORE INSERT ON decision WHEN NEW.verdict <> 'sign' AND NEW.exemption = '' AND EXISTS (
    SELECT 1 FROM decision WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id AND level <> NEW.level) BEGIN SELECT RAISE(ABORT, 'caibian: nobody decides at two levels of one draft'); END;;
CREATE TRIGGER decision_exemption BEFORE INSERT ON decision WHEN NEW.exemption <> '' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme ON scheme.id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme.exemption = NEW.exemption) BEGIN SELECT RAISE(ABORT, 'caibian: the scheme records no such exemption'); END;;
CREATE TRIGGER decision_sign BEFORE INSERT ON decision WHEN NEW.verdict = 'sign' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme ON scheme.id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme.writer_signs AND draft.submitted_by = NEW.person_id) BEGIN SELECT RAISE(ABORT, 'caibian: the scheme counts no sign-off of the writer'); END;;
CREATE TRIGGER decision_opinion BEFORE INSERT ON decision WHEN NEW.verdict = 'return' AND trim(NEW.opinion) = '' BEGIN SELECT RAISE(ABORT, 'caibian: a return says why'); END;;
CREATE TRIGGER draft_no_delete BEFORE DELETE ON draft WHEN 1 BEGIN SELECT RAISE(ABORT, 'caibian: a lane of work is never deleted'); END;;
CREATE TRIGGER draft_text_at_rest BEFORE UPDATE ON draft_text WHEN (SELECT stage FROM draft WHERE id = OLD.draft_id) NOT IN ('editing', 'returned') BEGIN SELECT RAISE(ABORT, 'caibian: a text in review or approved is read-only'); END;;
CREATE TRIGGER draft_text_no_delete BEFORE DELETE ON draft_text WHEN 1 BEGIN SELECT RAISE(ABORT, 'caibian: a working text is never deleted'); END;;
CREATE TRIGGER draft_text_no_replace BEFORE INSERT ON draft_text WHEN EXISTS (SELECT 1 FROM draft_text WHERE draft_id = NEW.draft_id) BEGIN SELECT RAISE(ABORT, 'caibian: a draft has one working text'); END;;
CREATE TRIGGER draft_text_stays BEFORE UPDATE OF draft_id ON draft_text WHEN NEW.draft_id <> OLD.draft_id BEGIN SELECT RAISE(ABORT, 'caibian: a working text stays with its draft'); END;;
CREATE TRIGGER draft_keeps_what_is_reviewed BEFORE UPDATE ON draft WHEN OLD.stage IN ('review', 'approved', 'scheduled')
  AND NEW.stage IN ('review', 'approved', 'scheduled', 'published')
  AND (NEW.revision_id IS NOT OLD.revision_id OR NEW.round <> OLD.round OR NEW.scheme_id IS NOT OLD.scheme_id) BEGIN SELECT RAISE(ABORT, 'caibian: the revision under review does not change'); END;;
CREATE TRIGGER draft_stays_itself BEFORE UPDATE OF id, article_id ON draft WHEN NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id BEGIN SELECT RAISE(ABORT, 'caibian: a draft stays with its article'); END;;
CREATE TRIGGER draft_step BEFORE UPDATE OF stage ON draft WHEN OLD.stage <> NEW.stage AND NOT (
     (OLD.stage IN ('editing', 'returned') AND NEW.stage IN ('review', 'trashed'))
  OR (OLD.stage = 'review' AND NEW.stage IN ('editing', 'returned', 'approved'))
  OR (OLD.stage = 'approved' AND NEW.stage IN ('scheduled', 'published', 'returned'))
  OR (OLD.stage = 'scheduled' AND NEW.stage IN ('approved', 'published', 'returned'))
  OR (OLD.stage = 'trashed' AND NEW.stage IN ('editing', 'returned'))) BEGIN SELECT RAISE(ABORT, 'caibian: no such step'); END;;
CREATE TRIGGER draft_one_open BEFORE UPDATE OF stage ON draft WHEN NEW.stage NOT IN ('published', 'trashed') AND EXISTS (
    SELECT 1 FROM draft
    WHERE article_id = NEW.article_id AND id <> NEW.id AND stage NOT IN ('published', 'trashed')) BEGIN SELECT RAISE(ABORT, 'caibian: one lane is open at a time'); END;;
CREATE TRIGGER draft_approved BEFORE UPDATE ON draft WHEN NEW.stage IN ('approved', 'scheduled') AND OLD.stage NOT IN ('approved', 'scheduled') AND NOT (
    (
    SELECT count(DISTINCT decision.level) FROM decision, scheme
    WHERE scheme.id = NEW.scheme_id AND decision.draft_id = NEW.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level <= scheme.levels
      AND ((decision.round = NEW.round AND decision.revision_id = NEW.revision_id) OR scheme.resume_at_return)) = (SELECT levels FROM scheme WHERE id = NEW.scheme_id)
    AND EXISTS (
    SELECT 1 FROM decision, scheme
    WHERE scheme.id = NEW.scheme_id AND decision.draft_id = NEW.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level = scheme.levels AND decision.round = NEW.round AND decision.revision_id = NEW.revision_id)) BEGIN SELECT RAISE(ABORT, 'caibian: not every level has approved this revision'); END;;
CREATE TRIGGER draft_published BEFORE UPDATE ON draft WHEN NEW.stage = 'published' AND OLD.stage <> 'published' AND NOT EXISTS (
    SELECT 1 FROM release WHERE draft_id = NEW.id AND revision_id = NEW.revision_id AND kind = 'publish') BEGIN SELECT RAISE(ABORT, 'caibian: a published draft has its release'); END;;
CREATE TRIGGER draft_starts_open BEFORE INSERT ON draft WHEN NEW.stage NOT IN ('editing', 'returned') OR EXISTS (
    SELECT 1 FROM draft WHERE id = NEW.id
      OR (article_id = NEW.article_id AND stage NOT IN ('published', 'trashed'))) BEGIN SELECT RAISE(ABORT, 'caibian: a draft starts as a draft, one at a time'); END;;
CREATE TRIGGER release_kind BEFORE INSERT ON release WHEN NEW.kind NOT IN ('publish', 'migrated', 'withdraw', 'reinstate') BEGIN SELECT RAISE(ABORT, 'caibian: no such kind of release'); END;;
CREATE TRIGGER release_of_approved BEFORE INSERT ON release WHEN NEW.kind = 'publish' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.article_id = NEW.article_id AND draft.stage IN ('approved', 'scheduled')
      AND draft.revision_id = NEW.revision_id AND revision.digest = NEW.digest
      AND (
    SELECT count(DISTINCT decision.level) FROM decision, scheme
    WHERE scheme.id = draft.scheme_id AND decision.draft_id = draft.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level <= scheme.levels
      AND ((decision.round = draft.round AND decision.revision_id = draft.revision_id) OR scheme.resume_at_return)) = (SELECT levels FROM scheme WHERE id = draft.scheme_id)
      AND EXISTS (
    SELECT 1 FROM decision, scheme
    WHERE scheme.id = draft.scheme_id AND decision.draft_id = draft.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level = scheme.levels AND decision.round = draft.round AND decision.revision_id = draft.revision_id)) BEGIN SELECT RAISE(ABORT, 'caibian: only what is approved is published'); END;;
CREATE TRIGGER release_by_publisher BEFORE INSERT ON release WHEN NEW.kind <> 'migrated' AND NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'publisher') BEGIN SELECT RAISE(ABORT, 'caibian: the person does not publish'); END;;
CREATE TRIGGER release_not_by_author BEFORE INSERT ON release WHEN NEW.kind = 'publish' AND EXISTS (
    SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id)
  AND (SELECT scheme.exemption FROM draft JOIN scheme ON scheme.id = draft.scheme_id
       WHERE draft.id = NEW.draft_id) = '' BEGIN SELECT RAISE(ABORT, 'caibian: nobody publishes a text of their own'); END;;
CREATE TRIGGER release_migrated BEFORE INSERT ON release WHEN NEW.kind = 'migrated' AND (NEW.published_at >= NEW.at
  OR EXISTS (SELECT 1 FROM release WHERE article_id = NEW.article_id)
  OR NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'admin')) BEGIN SELECT RAISE(ABORT, 'caibian: a migrated release is dated before its import, by an administrator, of a new article'); END;;
CREATE TRIGGER release_in_order BEFORE INSERT ON release WHEN (NEW.kind = 'withdraw' AND NOT EXISTS (
    SELECT 1 FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id)
      AND kind IN ('publish', 'migrated', 'reinstate') AND revision_id = NEW.revision_id))
  OR (NEW.kind = 'reinstate' AND NOT EXISTS (
    SELECT 1 FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id)
      AND kind = 'withdraw' AND revision_id = NEW.revision_id AND html_digest = NEW.html_digest)) BEGIN SELECT RAISE(ABORT, 'caibian: no such step'); END;;
CREATE TRIGGER release_address_stays BEFORE INSERT ON release WHEN EXISTS (SELECT 1 FROM release WHERE article_id = NEW.article_id
    AND (address <> NEW.address OR published_at <> NEW.published_at)) BEGIN SELECT RAISE(ABORT, 'caibian: address and publish time never change'); END;;
CREATE TRIGGER article_live BEFORE UPDATE OF publication, live_release_id ON article WHEN NEW.publication NOT IN ('none', 'scheduled', 'live', 'withdrawn')
  OR (NEW.publication = 'live' AND NOT EXISTS (
    SELECT 1 FROM release WHERE id = NEW.live_release_id
      AND id = (SELECT max(id) FROM release WHERE article_id = NEW.id) AND kind <> 'withdraw'))
  OR (NEW.publication = 'withdrawn' AND NOT EXISTS (
    SELECT 1 FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.id) AND kind = 'withdraw'))
  OR (NEW.publication IN ('none', 'scheduled') AND EXISTS (SELECT 1 FROM release WHERE article_id = NEW.id)) BEGIN SELECT RAISE(ABORT, 'caibian: what is live has its release'); END;;
CREATE TRIGGER article_starts_unpublished BEFORE INSERT ON article WHEN NEW.publication <> 'none'
  OR EXISTS (SELECT 1 FROM article WHERE id = NEW.id OR uid = NEW.uid OR number = NEW.number)
  OR (NEW.address <> '' AND EXISTS (SELECT 1 FROM article WHERE address <> '' AND address = NEW.address)) BEGIN SELECT RAISE(ABORT, 'caibian: an article starts unpublished'); END;;
CREATE TRIGGER article_stays_itself BEFORE UPDATE OF id, uid, number, address ON article WHEN NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.number <> OLD.number
  OR (NEW.address <> OLD.address AND (OLD.address <> ''
    OR EXISTS (SELECT 1 FROM article WHERE address <> '' AND address = NEW.address))) BEGIN SELECT RAISE(ABORT, 'caibian: an article keeps its names'); END;;
CREATE TRIGGER article_no_delete BEFORE DELETE ON article WHEN 1 BEGIN SELECT RAISE(ABORT, 'caibian: an article is never deleted'); END;;
CREATE TRIGGER person_no_delete BEFORE DELETE ON person WHEN 1 BEGIN SELECT RAISE(ABORT, 'caibian: a person is never deleted'); END;;
CREATE TRIGGER person_no_replace BEFORE INSERT ON person WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.id OR login = NEW.login) BEGIN SELECT RAISE(ABORT, 'caibian: a person is never replaced'); END;;
CREATE TRIGGER person_stays_themselves BEFORE UPDATE OF id, login ON person WHEN NEW.id <> OLD.id OR NEW.login <> OLD.login BEGIN SELECT RAISE(ABORT, 'caibian: a person keeps their login'); END;;
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
  OR NEW.previous <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), printf('%064d', 0)) BEGIN SELECT RAISE(ABORT, 'caibian: the chain goes on from its head'); END;;
