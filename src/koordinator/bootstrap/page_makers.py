"""How each page but the first is made. Imported in the background after the first paint."""

from collections.abc import Callable, Mapping
from typing import Final

from koordinator.ui.desk import Desk
from koordinator.ui.page import Page

PAGE_MAKERS: Final[Mapping[str, Callable[[Desk], Page]]] = {}
"""By the keys of `pages.PAGES`."""
