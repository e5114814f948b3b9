"""What the queues are called, and what an empty one says to do next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.store.queues import Order, Queue

translate = QCoreApplication.translate


def name_of(queue: Queue) -> str:
    """Return the name of a queue as the left column shows it."""
    return {
        Queue.MINE: translate("Places", "我的稿件"),
        Queue.RETURNED: translate("Places", "退回给我"),
        Queue.TO_CONFIRM: translate("Places", "待确认审改"),
        Queue.SUBMITTED: translate("Places", "送审中"),
        Queue.TO_REVIEW: translate("Places", "待我审核"),
        Queue.TO_PUBLISH: translate("Places", "待发布"),
        Queue.SCHEDULED: translate("Places", "定时发布"),
        Queue.LIVE: translate("Places", "已发布"),
        Queue.WITHDRAWN: translate("Places", "已撤稿"),
        Queue.ALL: translate("Places", "全部稿件"),
        Queue.TRASH: translate("Places", "回收站"),
        Queue.CHANNEL: translate("Places", "栏目"),
    }[queue]


def empty_text(queue: Queue) -> str:
    """Return what an empty queue says."""
    return {
        Queue.MINE: translate("Places", "还没有经手的稿件。\n按 Ctrl+N 新建一篇。"),
        Queue.RETURNED: translate("Places", "没有退回的稿件。\n审核退回时，意见和稿件会出现在这里。"),
        Queue.TO_CONFIRM: translate("Places", "没有等您确认的审改。\n审核人改了您送审的稿件，会出现在这里。"),
        Queue.SUBMITTED: translate("Places", "没有在审的稿件。\n写好后打开稿件，按“送审”。"),
        Queue.TO_REVIEW: translate("Places", "没有等您审核的稿件。\n编辑送审后会出现在这里。"),
        Queue.TO_PUBLISH: translate("Places", "没有等着签发的稿件。\n终审通过后会出现在这里。"),
        Queue.SCHEDULED: translate("Places", "没有定时的稿件。\n在“待发布”里打开稿件，可以定时。"),
        Queue.LIVE: translate("Places", "还没有发布过稿件。\n审核通过的稿件在“待发布”里签发。"),
        Queue.WITHDRAWN: translate("Places", "没有撤下的稿件。"),
        Queue.ALL: translate("Places", "还没有稿件。\n按 Ctrl+N 新建一篇。"),
        Queue.TRASH: translate("Places", "回收站是空的。\n弃稿会放在这里，可以恢复。"),
        Queue.CHANNEL: translate("Places", "这个栏目还没有稿件。\n按 Ctrl+N 新建一篇，在属性里选这个栏目。"),
    }[queue]


def nothing_found(query: str, queue: str) -> str:
    """Return what a list says in which nothing was found; ``queue`` is the one that the search was kept to."""
    found = translate("Places", "没有找到“{query}”。") if query else translate("Places", "没有符合筛选条件的稿件。")
    if query and queue:
        next_step = translate("Places", "换个说法，或点掉上面的查找范围，改在全部稿件里找。")
    elif query:
        next_step = translate("Places", "换个说法，或只写其中几个字再试。")
    else:
        next_step = translate("Places", "点上面的条件，可以取消它。")
    return f"{found}\n{next_step}".format(query=query, queue=queue)


def order_name(order: Order) -> str:
    """Return what an order is called."""
    return {
        Order.NEWEST: translate("Places", "最近改动"),
        Order.OLDEST: translate("Places", "最早改动"),
        Order.WAITING: translate("Places", "等待最久"),
        Order.PUBLISHED: translate("Places", "最近发布"),
        Order.DUE: translate("Places", "最先发布"),
        Order.NUMBER: translate("Places", "登记号"),
        Order.TITLE: translate("Places", "标题"),
    }[order]
