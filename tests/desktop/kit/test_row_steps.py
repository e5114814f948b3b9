"""Steps from one order to another."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from desktop.kit.row_steps import Inserted, Moved, Removed, steps


def take(old, new, way):
    ids = list(old)
    for step in way:
        match step:
            case Removed(first, count):
                del ids[first : first + count]
            case Inserted(first, count):
                ids[first:first] = new[first : first + count]
            case Moved(first, to):
                ids.insert(to, ids.pop(first))
    return ids


def way(old, new):
    return steps(array("q", old), array("q", new))


def test_the_same_order_needs_no_step():
    assert way(range(1000), range(1000)) == ()


def test_an_edited_article_goes_to_the_top_in_one_move():
    assert way([1, 2, 3, 4], [4, 1, 2, 3]) == (Moved(3, 0),)
    assert way([1, 2, 3, 4], [2, 3, 4, 1]) == (Moved(0, 3),)
    assert way([1, 2], [2, 1]) == (Moved(1, 0),)


def test_the_rest_of_a_list_comes_in_one_insertion():
    assert way(range(60), range(100_000)) == (Inserted(60, 99_940),)


def test_what_goes_and_comes_in_several_places_is_told_by_runs():
    assert way([1, 2, 3, 4, 5, 6], [1, 9, 4, 5, 7, 8]) == (Removed(5, 1), Removed(1, 2), Inserted(1, 1), Inserted(4, 2))


def test_another_order_altogether_is_shown_anew():
    assert way([1, 2, 3, 4, 5], [5, 3, 1, 4, 2]) is None
    assert way(range(1000), range(0, 1000, 2)) is None


orders = st.lists(st.integers(1, 40), unique=True, max_size=40)


@given(orders, orders)
def test_steps_lead_where_they_should(old, new):
    found = way(old, new)
    assert found is None or take(old, new, found) == new


@given(orders, st.sets(st.integers(1, 40)), st.lists(st.integers(41, 60), unique=True), st.data())
def test_whatever_goes_or_comes_the_rest_stays(old, gone, came, data):
    new = [i for i in old if i not in gone]
    for i in came:
        new.insert(data.draw(st.integers(0, len(new))), i)
    found = way(old, new)
    assert found is not None and take(old, new, found) == new
