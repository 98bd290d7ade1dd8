"""Where many papers are drawn in a test: by the makers at hand, and and many of them by real processes."""

from functools import partial

from koordinator.bootstrap.press_rooms import PressRooms
from koordinator.documents.press_pool import PressPool
from koordinator.domain.letterhead import Letterhead
from koordinator.storage.office import SqlOffice
from koordinator.usecases.many_papers import ManyPapers
from koordinator.usecases.paper_drawing import Makers
from tests.documents.press import FONTS, makers_of


def many_papers(office: SqlOffice, makers: Makers) -> ManyPapers:
    return ManyPapers(office, office, PressRooms(makers, partial(PressPool, FONTS, Letterhead), makers_of))
