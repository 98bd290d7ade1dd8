"""What no first page needs, imported when it is first asked for: the window comes sooner."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from koordinator.ui.page import Shortcut

if TYPE_CHECKING:
    from koordinator.ui.desk import Desk
    from koordinator.ui.late_page import LatePage, WhenReady
    from koordinator.ui.lock_cover import LockCover
    from koordinator.ui.lock_guard import LockGuard
    from koordinator.ui.page import Page
    from koordinator.ui.preview.portfolio import PortfolioDialog
    from koordinator.ui.preview.window import PreviewWindow
    from koordinator.ui.widgets.search_hits import SearchHits
    from koordinator.usecases.ports_lists import GrantNotice


def search_hits(window: QWidget) -> "SearchHits":
    from koordinator.ui.widgets.search_hits import SearchHits  # noqa: PLC0415

    return SearchHits(window)


def late_page(when_ready: "WhenReady", make: "Callable[[], Page]") -> "LatePage":
    """For the page that somebody goes to before everything is there."""
    from koordinator.ui.late_page import LatePage  # noqa: PLC0415

    return LatePage(when_ready, make)


def lock_guard() -> "type[LockGuard]":
    """What a screen that is never locked does without."""
    from koordinator.ui.lock_guard import LockGuard  # noqa: PLC0415

    return LockGuard


def lock_cover() -> "type[LockCover]":
    """See `lock_guard`."""
    from koordinator.ui.lock_cover import LockCover  # noqa: PLC0415

    return LockCover


def list_shortcuts(parent: QWidget, everywhere: Sequence[Shortcut], here: Sequence[Shortcut]) -> None:
    from koordinator.ui.shortcut_list import ShortcutList  # noqa: PLC0415

    ShortcutList.show_for(parent, everywhere, here)


def preview() -> "type[PreviewWindow]":
    """With Qt's printing, which no first page needs."""
    from koordinator.ui.preview.window import PreviewWindow  # noqa: PLC0415

    return PreviewWindow


def portfolio() -> "type[PortfolioDialog]":
    from koordinator.ui.preview.portfolio import PortfolioDialog  # noqa: PLC0415

    return PortfolioDialog


def tell_of_access(desk: "Desk", owner: QWidget, notice: "GrantNotice", read: Callable[[], None]) -> None:
    """See `access_grant.tell_of_access`; few citizens are opened for a special need."""
    from koordinator.ui import access_grant  # noqa: PLC0415

    access_grant.tell_of_access(desk, owner, notice, read)


def ask_for_access(desk: "Desk", page: "Page") -> None:
    """See `access_grant.ask_for_access`."""
    from koordinator.ui import access_grant  # noqa: PLC0415

    access_grant.ask_for_access(desk, page)


def may_close_unsaved(parent: QWidget) -> bool:
    from koordinator.ui.ask import Question  # noqa: PLC0415

    return Question.close_unsaved(parent)
