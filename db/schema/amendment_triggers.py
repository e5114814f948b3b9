"""The rules of 审改 that hold below the program: name -> (event, when, words), for ``triggers`` to write out."""

from __future__ import annotations

from db.schema.delegation_triggers import STANDS_IN

# An amendment of a lane waits; {draft} is its id.
OPEN = """EXISTS (
    SELECT 1 FROM amendment JOIN draft ON draft.id = amendment.draft_id
    WHERE draft.id = {draft} AND draft.stage = 'review' AND amendment.round = draft.round AND NOT EXISTS (
      SELECT 1 FROM confirmation WHERE confirmation.amendment_id = amendment.id))"""

# Of a lane that is under review, the revision comes from the one before by a confirmation.
FOLLOWS = """EXISTS (
    SELECT 1 FROM confirmation JOIN amendment ON amendment.id = confirmation.amendment_id
    WHERE amendment.draft_id = OLD.id AND amendment.round = OLD.round AND amendment.level = OLD.level
      AND amendment.base_revision_id = OLD.revision_id AND confirmation.revision_id = NEW.revision_id)"""

AMENDMENTS: dict[str, tuple[str, str, str]] = {
    "amendment_of_what_waits": (
        "INSERT ON amendment",
        """NOT EXISTS (
    SELECT 1 FROM draft JOIN revision ON revision.id = NEW.revision_id
    WHERE draft.id = NEW.draft_id AND draft.stage = 'review' AND draft.level = NEW.level AND draft.round = NEW.round
      AND draft.revision_id = NEW.base_revision_id AND revision.draft_id = NEW.draft_id
      AND revision.kind = 'amend' AND revision.person_id = NEW.person_id)""",
        "an amendment is made of the revision that waits at this level",
    ),
    "amendment_by_reviewer": (
        "INSERT ON amendment",
        f"""(NOT EXISTS (
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
  AND NOT {STANDS_IN.format(which="1")}""",
        "the person does not review this level",
    ),
    "amendment_four_eyes": (
        "INSERT ON amendment",
        """NEW.exemption = '' AND (EXISTS (
    SELECT 1 FROM draft_author WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id)
  OR EXISTS (
    SELECT 1 FROM decision
    WHERE draft_id = NEW.draft_id AND person_id = NEW.person_id AND level <> NEW.level))""",
        "nobody amends a text of their own, nor at two levels",
    ),
    "amendment_exemption": (
        "INSERT ON amendment",
        """NEW.exemption <> '' AND NOT EXISTS (
    SELECT 1 FROM draft JOIN scheme ON scheme.id = draft.scheme_id
    WHERE draft.id = NEW.draft_id AND scheme.exemption = NEW.exemption)""",
        "the scheme records no such exemption",
    ),
    "amendment_one_waits": (
        "INSERT ON amendment",
        OPEN.format(draft="NEW.draft_id"),
        "one amendment waits at a time",
    ),
    "confirmation_of_what_waits": (
        "INSERT ON confirmation",
        """NOT EXISTS (
    SELECT 1 FROM amendment JOIN draft ON draft.id = amendment.draft_id
    WHERE amendment.id = NEW.amendment_id AND draft.stage = 'review' AND draft.round = amendment.round
      AND draft.level = amendment.level AND draft.revision_id = amendment.base_revision_id)""",
        "an amendment is confirmed while it waits",
    ),
    "confirmation_by_editor": (
        "INSERT ON confirmation",
        """NEW.answer <> 'taken_back' AND NOT EXISTS (
    SELECT 1 FROM amendment JOIN draft_author ON draft_author.draft_id = amendment.draft_id
      JOIN person ON person.id = draft_author.person_id JOIN person_role ON person_role.person_id = person.id
    WHERE amendment.id = NEW.amendment_id AND draft_author.person_id = NEW.person_id AND person.active
      AND person_role.role IN ('editor', 'contributor') AND amendment.person_id <> NEW.person_id)""",
        "an editor of the draft other than the amender confirms",
    ),
    "confirmation_taken_back": (
        "INSERT ON confirmation",
        """NEW.answer = 'taken_back' AND NOT EXISTS (
    SELECT 1 FROM amendment JOIN person ON person.id = amendment.person_id
    WHERE amendment.id = NEW.amendment_id AND amendment.person_id = NEW.person_id AND person.active)""",
        "only the amender takes an amendment back",
    ),
    "confirmation_answer": (
        "INSERT ON confirmation",
        """NEW.answer NOT IN ('accept', 'partly', 'reject', 'taken_back')
  OR (NEW.answer = 'reject' AND trim(NEW.reason) = '')
  OR NOT EXISTS (
    SELECT 1 FROM amendment JOIN revision ON revision.id = NEW.revision_id
    WHERE amendment.id = NEW.amendment_id AND (
         (NEW.answer = 'accept' AND NEW.revision_id = amendment.revision_id)
      OR (NEW.answer IN ('reject', 'taken_back') AND NEW.revision_id = amendment.base_revision_id)
      OR (NEW.answer = 'partly' AND revision.kind = 'confirm' AND revision.draft_id = amendment.draft_id
        AND revision.person_id = NEW.person_id)))""",
        "a confirmation says which text stands, and why when none of the changes does",
    ),
    "decision_confirmed": (
        "INSERT ON decision",
        OPEN.format(draft="NEW.draft_id"),
        "an amendment waits for its confirmation",
    ),
    "draft_round_grows": (
        "UPDATE ON draft",
        """NEW.round < OLD.round OR (OLD.stage NOT IN ('review', 'approved', 'scheduled')
  AND NEW.revision_id IS NOT OLD.revision_id AND NEW.round <= OLD.round)""",
        "another text is sent in as another round",
    ),
}
