"""The rules of lanes that grow from what is live, and of what is said of a correction, below the program."""

from __future__ import annotations

# The revision of an article's newest release. {a} is the article's id.
_RELEASED = "(SELECT revision_id FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = {a}))"

_CORRECTS = """(NEW.kind = 'publish' AND EXISTS (
    SELECT 1 FROM draft WHERE draft.id = NEW.draft_id AND draft.purpose = 'correction'))"""

# Name -> event, when it is refused, in which words.
CORRECTIONS: dict[str, tuple[str, str, str]] = {
    "draft_starts_from_live": (
        "INSERT ON draft",
        f"""NEW.purpose NOT IN ('original', 'update', 'correction')
  OR (NEW.purpose <> 'original' AND NEW.base_revision_id IS NOT {_RELEASED.format(a="NEW.article_id")})""",
        "a lane starts from what is live",
    ),
    "draft_one_open": (
        "UPDATE OF stage ON draft",
        """NEW.stage NOT IN ('published', 'trashed') AND EXISTS (
    SELECT 1 FROM draft
    WHERE article_id = NEW.article_id AND id <> NEW.id AND stage NOT IN ('published', 'trashed')
      AND (purpose = 'correction') = (NEW.purpose = 'correction'))""",
        "one lane of a kind is open at a time",
    ),
    "draft_base": (
        "UPDATE OF base_revision_id ON draft",
        f"""NEW.base_revision_id IS NOT OLD.base_revision_id AND (
    NEW.purpose = 'original' OR NEW.stage NOT IN ('editing', 'returned')
    OR NEW.base_revision_id IS NOT {_RELEASED.format(a="NEW.article_id")})""",
        "a lane is merged with what is live",
    ),
    "draft_purpose": (
        "UPDATE OF purpose ON draft",
        "NEW.purpose <> OLD.purpose",
        "a lane keeps its purpose",
    ),
    "release_on_live_base": (
        "INSERT ON release",
        f"""NEW.kind = 'publish' AND EXISTS (
    SELECT 1 FROM draft WHERE draft.id = NEW.draft_id AND draft.purpose <> 'original' AND (
      draft.base_revision_id IS NOT {_RELEASED.format(a="NEW.article_id")}
      OR (SELECT kind FROM release WHERE id = (SELECT max(id) FROM release WHERE article_id = NEW.article_id))
        = 'withdraw'))""",
        "what went live meanwhile is merged first",
    ),
    "release_typed": (
        "INSERT ON release",
        f"""(NEW.kind = 'withdraw' OR {_CORRECTS})
    AND (NEW.reason_kind NOT IN ('typo', 'fact', 'source', 'other') OR trim(NEW.reason) = '')
  OR (NEW.kind <> 'withdraw' AND NOT {_CORRECTS} AND (NEW.reason_kind <> '' OR NEW.reason <> ''))""",
        "a correction and a withdrawal say of what kind they are, and why",
    ),
    "reader_note_of_change": (
        "INSERT ON reader_note",
        """trim(NEW.words) = '' OR NOT EXISTS (
    SELECT 1 FROM release WHERE id = NEW.release_id AND kind IN ('publish', 'withdraw') AND reason_kind <> ''
      AND id = (SELECT max(id) FROM release))""",
        "a note to readers comes with a correction or a withdrawal",
    ),
}
