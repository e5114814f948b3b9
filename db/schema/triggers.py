"""The rules that hold below the program: triggers, as they stand in the newest schema (SQLite).

``verify`` compares them with those in the file. The migrations carry their own copies.
"""

from __future__ import annotations

from db.schema.amendment_triggers import AMENDMENTS, FOLLOWS
from db.schema.correction_triggers import CORRECTIONS
from db.schema.delegation_triggers import DELEGATIONS, STANDS_IN

# Table -> its keys. INSERT OR REPLACE deletes a conflicting row without asking DELETE triggers: hence the third,
# which asks for the rowid too: it is a key of every table, also of one whose primary key is another.
FROZEN: dict[str, tuple[tuple[str, ...], ...]] = {
    "revision": (("id",), ("article_id", "n")),
    "decision": (("id",),),
    "waiver": (("id",), ("draft_id", "rule", "subject")),
    "fact_tick": (("id",),),
    "amendment": (("id",),),
    "confirmation": (("id",), ("amendment_id",)),
    "sight": (("id",), ("revision_id", "person_id")),
    "delegation": (("id",),),
    "delegation_end": (("id",), ("delegation_id",)),
    "annotation": (("id",),),
    "remark": (("id",),),
    "release": (("id",),),
    "reader_note": (("release_id",),),
    "audit": (("seq",), ("hash",)),
    "asset": (("digest",),),
    "blob": (("digest",),),
    "rendition": (("asset", "media_type", "width"),),
    "original": (("picture",),),
    "rendered": (("digest", "renderer"),),
    "draft_author": (("draft_id", "person_id"),),
    "theme": (("digest",),),
    "chrome": (("digest",),),
}

# Levels of a draft that have a valid approval: within a round a text changes by confirmed amendments alone, and an
# approval stands for the text that it was given to. {d} is the draft's alias.
_APPROVED_LEVELS = """(
    SELECT count(DISTINCT decision.level) FROM decision, scheme
    WHERE scheme.id = {d}.scheme_id AND decision.draft_id = {d}.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level <= scheme.levels
      AND (decision.round = {d}.round OR scheme.resume_at_return))"""

_LAST_LEVEL_APPROVED = """EXISTS (
    SELECT 1 FROM decision, scheme
    WHERE scheme.id = {d}.scheme_id AND decision.draft_id = {d}.id AND decision.verdict IN ('approve', 'sign')
      AND decision.level = scheme.levels AND decision.round = {d}.round AND decision.revision_id = {d}.revision_id)"""


def _frozen(table: str, keys: tuple[tuple[str, ...], ...]) -> dict[str, str]:
    same = " OR ".join("(" + " AND ".join(f"{c} = NEW.{c}" for c in key) + ")" for key in (*keys, ("rowid",)))
    refuse = f"SELECT RAISE(ABORT, 'caibian: {table} is frozen'); END"
    return {
        f"{table}_no_update": f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse}",
        f"{table}_no_delete": f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse}",
        f"{table}_no_replace": f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN {refuse}",
    }


def _refuse(name: str, event: str, when: str, words: str) -> dict[str, str]:
    return {
        name: f"CREATE TRIGGER {name} BEFORE {event} WHEN {when} BEGIN SELECT RAISE(ABORT, 'caibian: {words}'); END"
    }


_DECISIONS = {
    **_refuse(
        "decision_verdict",
        "INSERT ON decision",
        "NEW.verdict NOT IN ('approve', 'return', 'sign')",
        "no such verdict",
    ),
    **_refuse(
        "decision_on_what_waits",
        "INSERT ON decision",
        """NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.revision_id = NEW.revision_id AND draft.round = NEW.round
      AND revision.digest = NEW.digest
      AND ((draft.stage = 'review' AND draft.level = NEW.level AND NEW.verdict <> 'sign')
        OR (draft.stage IN ('approved', 'scheduled') AND NEW.verdict = 'return')
        OR (draft.stage IN ('editing', 'returned') AND NEW.verdict = 'sign' AND NEW.level = 1)))""",
        "a decision is made on the revision that waits at this level",
    ),
    **_refuse(
        "decision_by_reviewer",
        "INSERT ON decision",
        """NEW.verdict <> 'sign' AND NEW.delegation_id IS NULL AND NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'reviewer'
      AND person_role.level = NEW.level)""",
        "the person does not review this level",
    ),
    **_refuse(
        "decision_listed",
        "INSERT ON decision",
        """NEW.verdict <> 'sign' AND NEW.delegation_id IS NULL AND EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level)
  AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme_reviewer ON scheme_reviewer.scheme_id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme_reviewer.level = NEW.level
      AND scheme_reviewer.person_id = NEW.person_id)""",
        "the scheme names other people for this level",
    ),
    **_refuse(
        "decision_four_eyes",
        "INSERT ON decision",
        """NEW.verdict <> 'sign' AND NEW.exemption = '' AND EXISTS (
    SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id)""",
        "nobody decides on a text of their own",
    ),
    **_refuse(
        "decision_one_level",
        "INSERT ON decision",
        """NEW.verdict <> 'sign' AND NEW.exemption = '' AND EXISTS (
    SELECT 1 FROM decision WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id AND level <> NEW.level)""",
        "nobody decides at two levels of one draft",
    ),
    **_refuse(
        "decision_exemption",
        "INSERT ON decision",
        """NEW.exemption <> '' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme ON scheme.id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme.exemption = NEW.exemption)""",
        "the scheme records no such exemption",
    ),
    **_refuse(
        "decision_sign",
        "INSERT ON decision",
        """NEW.verdict = 'sign' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme ON scheme.id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme.writer_signs AND draft.submitted_by = NEW.person_id)""",
        "the scheme counts no sign-off of the writer",
    ),
    **_refuse(
        "decision_opinion",
        "INSERT ON decision",
        "NEW.verdict = 'return' AND trim(NEW.opinion) = ''",
        "a return says why",
    ),
    **_refuse(
        "fact_tick_on_what_waits",
        "INSERT ON fact_tick",
        """NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.revision_id = NEW.revision_id AND revision.digest = NEW.digest
      AND draft.stage = 'review' AND draft.level = NEW.level)""",
        "facts are checked in the text that waits at this level",
    ),
    **_refuse(
        "fact_tick_by_reviewer",
        "INSERT ON fact_tick",
        f"""NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'reviewer'
      AND person_role.level = NEW.level)
  AND NOT {STANDS_IN.format(which="1")}""",
        "the person does not review this level",
    ),
    **_refuse(
        "fact_tick_four_eyes",
        "INSERT ON fact_tick",
        """EXISTS (
    SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id)
  AND (SELECT scheme.exemption FROM draft JOIN scheme ON scheme.id = draft.scheme_id
       WHERE draft.id = NEW.draft_id) = ''""",
        "nobody checks a text of their own",
    ),
    **_refuse(
        "decision_open_notes",
        "INSERT ON decision",
        """NEW.verdict = 'approve' AND (
    SELECT scheme.notes_block FROM draft JOIN scheme ON scheme.id = draft.scheme_id WHERE draft.id = NEW.draft_id)
  AND EXISTS (
    SELECT 1 FROM annotation WHERE draft_id = NEW.draft_id AND coalesce((
      SELECT step FROM remark WHERE annotation_id = annotation.id AND step <> 'reply'
      ORDER BY id DESC LIMIT 1), 'reopen') = 'reopen')""",
        "notes wait to be resolved",
    ),
    **_refuse("annotation_says", "INSERT ON annotation", "trim(NEW.text) = ''", "a note says something"),
    **_refuse(
        "remark_step",
        "INSERT ON remark",
        """NEW.step NOT IN ('reply', 'resolve', 'reopen') OR (NEW.step = 'reply' AND trim(NEW.text) = '')""",
        "no such answer",
    ),
    **_refuse("waiver_reason", "INSERT ON waiver", "trim(NEW.reason) = ''", "a waiver says why"),
}

_DRAFTS = {
    **_refuse("draft_no_delete", "DELETE ON draft", "1", "a lane of work is never deleted"),
    **_refuse(
        "draft_text_at_rest",
        "UPDATE ON draft_text",
        """(SELECT stage FROM draft WHERE id = OLD.draft_id) NOT IN ('editing', 'returned')
  AND NEW.fields IS NOT (
    SELECT revision.form FROM draft JOIN revision ON revision.id = draft.revision_id WHERE draft.id = OLD.draft_id)""",
        "a text in review or approved is read-only",
    ),
    **_refuse("draft_text_no_delete", "DELETE ON draft_text", "1", "a working text is never deleted"),
    **_refuse(
        "draft_text_no_replace",
        "INSERT ON draft_text",
        "EXISTS (SELECT 1 FROM draft_text WHERE draft_id = NEW.draft_id)",
        "a draft has one working text",
    ),
    **_refuse(
        "draft_text_stays",
        "UPDATE OF draft_id ON draft_text",
        "NEW.draft_id <> OLD.draft_id",
        "a working text stays with its draft",
    ),
    **_refuse(
        "draft_keeps_what_is_reviewed",
        "UPDATE ON draft",
        f"""OLD.stage IN ('review', 'approved', 'scheduled')
  AND NEW.stage IN ('review', 'approved', 'scheduled', 'published')
  AND (NEW.round <> OLD.round OR NEW.scheme_id IS NOT OLD.scheme_id
    OR (NEW.revision_id IS NOT OLD.revision_id
      AND NOT (OLD.stage = 'review' AND NEW.stage = 'review' AND NEW.level = OLD.level AND {FOLLOWS})))""",
        "the revision under review does not change",
    ),
    **_refuse(
        "draft_stays_itself",
        "UPDATE OF id, article_id ON draft",
        "NEW.id <> OLD.id OR NEW.article_id <> OLD.article_id",
        "a draft stays with its article",
    ),
    **_refuse(
        "draft_step",
        "UPDATE OF stage ON draft",
        """OLD.stage <> NEW.stage AND NOT (
     (OLD.stage IN ('editing', 'returned') AND NEW.stage IN ('review', 'trashed'))
  OR (OLD.stage = 'review' AND NEW.stage IN ('editing', 'returned', 'approved'))
  OR (OLD.stage = 'approved' AND NEW.stage IN ('scheduled', 'published', 'returned'))
  OR (OLD.stage = 'scheduled' AND NEW.stage IN ('approved', 'published', 'returned'))
  OR (OLD.stage IN ('approved', 'scheduled') AND NEW.stage = 'editing'
    AND NEW.base_revision_id IS NOT OLD.base_revision_id)
  OR (OLD.stage = 'trashed' AND NEW.stage IN ('editing', 'returned')))""",
        "no such step",
    ),
    **_refuse(
        "draft_approved",
        "UPDATE ON draft",
        f"""NEW.stage IN ('approved', 'scheduled') AND OLD.stage NOT IN ('approved', 'scheduled') AND NOT (
    {_APPROVED_LEVELS.format(d="NEW")} = (SELECT levels FROM scheme WHERE id = NEW.scheme_id)
    AND {_LAST_LEVEL_APPROVED.format(d="NEW")})""",
        "not every level has approved this revision",
    ),
    **_refuse(
        "draft_published",
        "UPDATE ON draft",
        """NEW.stage = 'published' AND OLD.stage <> 'published' AND NOT EXISTS (
    SELECT 1 FROM release WHERE draft_id = NEW.id AND revision_id = NEW.revision_id AND kind = 'publish')""",
        "a published draft has its release",
    ),
    **_refuse(
        "draft_starts_open",
        "INSERT ON draft",
        """NEW.stage NOT IN ('editing', 'returned') OR EXISTS (
    SELECT 1 FROM draft WHERE id = NEW.id
      OR (article_id = NEW.article_id AND stage NOT IN ('published', 'trashed')
        AND (purpose = 'correction') = (NEW.purpose = 'correction')))""",
        "a draft starts as a draft, one of a kind at a time",
    ),
}

_RELEASES = {
    **_refuse(
        "release_kind",
        "INSERT ON release",
        "NEW.kind NOT IN ('publish', 'migrated', 'withdraw', 'reinstate')",
        "no such kind of release",
    ),
    **_refuse(
        "release_of_approved",
        "INSERT ON release",
        f"""NEW.kind = 'publish' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = draft.revision_id
    WHERE draft.id = NEW.draft_id AND draft.article_id = NEW.article_id AND draft.stage IN ('approved', 'scheduled')
      AND draft.revision_id = NEW.revision_id AND revision.digest = NEW.digest
      AND {_APPROVED_LEVELS.format(d="draft")} = (SELECT levels FROM scheme WHERE id = draft.scheme_id)
      AND {_LAST_LEVEL_APPROVED.format(d="draft")})""",
        "only what is approved is published",
    ),
    **_refuse(
        "release_by_publisher",
        "INSERT ON release",
        """NEW.kind <> 'migrated' AND NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'publisher')""",
        "the person does not publish",
    ),
    **_refuse(
        "release_not_by_author",
        "INSERT ON release",
        """NEW.kind = 'publish' AND EXISTS (
    SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id)
  AND (SELECT scheme.exemption FROM draft JOIN scheme ON scheme.id = draft.scheme_id
       WHERE draft.id = NEW.draft_id) = ''""",
        "nobody publishes a text of their own",
    ),
    **_refuse(
        "release_migrated",
        "INSERT ON release",
        """NEW.kind = 'migrated' AND (NEW.published_at >= NEW.at
  OR EXISTS (SELECT 1 FROM release WHERE article_id = NEW.article_id)
  OR NOT EXISTS (
    SELECT 1 FROM person JOIN person_role ON person_role.person_id = person.id
    WHERE person.id = NEW.person_id AND person.active AND person_role.role = 'admin'))""",
        "a migrated release is dated before its import, by an administrator, of a new article",
    ),
    **_refuse(
        "release_in_order",
        "INSERT ON release",
        """(NEW.kind = 'withdraw' AND NOT EXISTS (
    SELECT 1 FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id)
      AND kind IN ('publish', 'migrated', 'reinstate') AND revision_id = NEW.revision_id))
  OR (NEW.kind = 'reinstate' AND NOT EXISTS (
    SELECT 1 FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id)
      AND kind = 'withdraw' AND revision_id = NEW.revision_id AND html_digest = NEW.html_digest))""",
        "no such step",
    ),
    **_refuse(
        "release_address_stays",
        "INSERT ON release",
        """EXISTS (SELECT 1 FROM release WHERE article_id = NEW.article_id
    AND (address <> NEW.address OR published_at <> NEW.published_at))""",
        "address and publish time never change",
    ),
    **_refuse(
        "article_live",
        "UPDATE OF publication, live_release_id ON article",
        """NEW.publication NOT IN ('none', 'scheduled', 'live', 'withdrawn')
  OR (NEW.publication = 'live' AND NOT EXISTS (
    SELECT 1 FROM release WHERE id = NEW.live_release_id
      AND id = (SELECT max(id) FROM release WHERE article_id = NEW.id) AND kind <> 'withdraw'))
  OR (NEW.publication = 'withdrawn' AND NOT EXISTS (
    SELECT 1 FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.id) AND kind = 'withdraw'))
  OR (NEW.publication IN ('none', 'scheduled') AND EXISTS (SELECT 1 FROM release WHERE article_id = NEW.id))""",
        "what is live has its release",
    ),
    **_refuse(
        "article_starts_unpublished",
        "INSERT ON article",
        """NEW.publication <> 'none'
  OR EXISTS (SELECT 1 FROM article WHERE id = NEW.id OR uid = NEW.uid OR number = NEW.number)
  OR (NEW.address <> '' AND EXISTS (SELECT 1 FROM article WHERE address <> '' AND address = NEW.address))""",
        "an article starts unpublished",
    ),
    **_refuse(
        "article_stays_itself",
        "UPDATE OF id, uid, number, address ON article",
        """NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.number <> OLD.number
  OR (NEW.address <> OLD.address AND (OLD.address <> ''
    OR EXISTS (SELECT 1 FROM article WHERE address <> '' AND address = NEW.address)))""",
        "an article keeps its names",
    ),
    **_refuse("article_no_delete", "DELETE ON article", "1", "an article is never deleted"),
    **_refuse("person_no_delete", "DELETE ON person", "1", "a person is never deleted"),
    **_refuse(
        "person_no_replace",
        "INSERT ON person",
        "EXISTS (SELECT 1 FROM person WHERE id = NEW.id OR login = NEW.login)",
        "a person is never replaced",
    ),
    **_refuse(
        "person_stays_themselves",
        "UPDATE OF id, login ON person",
        "NEW.id <> OLD.id OR NEW.login <> OLD.login",
        "a person keeps their login",
    ),
    **_refuse(
        "audit_in_order",
        "INSERT ON audit",
        """NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
  OR NEW.previous <> coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), printf('%064d', 0))""",
        "the chain goes on from its head",
    ),
}


def triggers() -> dict[str, str]:
    """Return name -> CREATE TRIGGER statement of the newest schema."""
    made: dict[str, str] = {}
    for table, keys in FROZEN.items():
        made |= _frozen(table, keys)
    for name, (event, when, words) in (AMENDMENTS | DELEGATIONS | CORRECTIONS).items():
        made |= _refuse(name, event, when, words)
    return made | _DECISIONS | _DRAFTS | _RELEASES
