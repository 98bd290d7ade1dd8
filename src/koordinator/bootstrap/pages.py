"""Which pages there are, in the order of the rail. A page that does not work yet is not here."""

from koordinator.ui.desk import Desk
from koordinator.ui.page_stack import PageEntry


def page_entries(desk: Desk) -> tuple[PageEntry, ...]:
    """The pages that the acting employee may see."""
    return ()
