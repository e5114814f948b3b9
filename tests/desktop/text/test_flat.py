"""Trees laid out as leaves and built again."""

from hypothesis import HealthCheck, given, settings

from desktop.text.flat import Kind, Leaf, Level, State, flatten, gather, next_item, path_of, written
from desktop.text.settling import settle
from desktop.text.tree import Listing, Plain, Quote, Run

from .trees import documents


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_a_tree_that_is_laid_out_can_be_built_again(document):
    document = settle(document)
    leaves = flatten(document)
    assert gather(leaves) == document
    assert all(path_of(written(leaf.path)) == leaf.path for leaf in leaves)


def test_a_list_may_begin_with_nothing():
    counted = Listing(0, ((Plain((Run("零"),)),),))
    assert gather(flatten([counted])) == (counted,)


def test_a_level_that_goes_on_from_nothing_opens():
    line = Plain((Run("一"),))
    assert gather([Leaf((Level(Kind.QUOTE), Level(Kind.BULLETED, State.NEXT)), line)]) == (
        Quote((Listing(None, ((line,),)),)),
    )


def test_the_next_item_is_one_of_the_innermost_list():
    path = (Level(Kind.NUMBERED, State.OPENS, 3), Level(Kind.QUOTE, State.OPENS))
    assert next_item(path) == (Level(Kind.NUMBERED, State.NEXT, 3), Level(Kind.QUOTE))
