"""The words of all drafts in work, as they are looked through: title lines and plain text."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from db.domain.article import ArticleRow
from db.domain.workflow import Stage
from db.schema.articles import article, search_text
from db.store import articles
from db.store.id_lists import gathered

IN_WORK = (Stage.EDITING, Stage.RETURNED, Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED)


@dataclass(frozen=True, slots=True)
class DraftText:
    """``heads`` are 引题, 标题 and 副题, one a line."""

    row: ArticleRow
    heads: str
    plain: str


def in_work(connection: Connection) -> array[int]:
    """Return the ids of all articles with a draft in work, changed last first."""
    a = article.c
    return gathered(connection, select(a.id).where(a.stage.in_(IN_WORK)).order_by(a.touched.desc()))


def texts(connection: Connection, wanted: Sequence[int]) -> list[DraftText]:
    """Return the words of these articles, in this order; what is gone meanwhile is left out."""
    s = search_text.c
    query = select(s.article_id, s.title, s.body).where(s.article_id.in_(bindparam("ids", expanding=True)))
    found = {row.article_id: row for row in connection.execute(query, {"ids": list(wanted)})}
    rows = articles.rows(connection, [key for key in wanted if key in found])
    return [DraftText(rows[key], found[key].title, found[key].body) for key in wanted if key in rows]
