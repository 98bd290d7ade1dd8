"""A page that is nothing but tabs, and what each of its tabs is."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.access import Action, Actor, roles_for
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.ui.widgets.tabs import Tabs


class PageTab(QWidget):
    """A subclass overrides `reload`; `leave` hands over what is being typed."""

    navigate = Signal(str, object)
    """The key of another page and the id of the thing to show there."""

    def reload(self) -> None:
        """Reads what the tab shows, and shows it."""
        raise NotImplementedError

    def leave(self) -> None:
        """The tab is about to be left."""

    def shortcuts(self) -> Sequence[Shortcut]:
        """The keys of the tab."""
        return ()


class FillingTab(PageTab):
    """Takes the room there is, and no less than `least` (pixels at 100 %) or its parts need; what is long scrolls."""

    def __init__(self, least: QSize) -> None:
        super().__init__()
        self._least = least

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        width, layout = self._least.width(), self.layout()
        within = layout.totalMinimumHeightForWidth(max(self.width(), width)) if layout is not None else 0
        return QSize(width, max(theme.active().px(self._least.height()), within))


class TabbedPage(Page):
    """`shown_id` is None or the key of the tab to show. A tab stands here when the employee may use it."""

    def __init__(self, title: str, tab_titles: Mapping[str, str], actor: Actor) -> None:
        super().__init__()
        self._titles, self._actor = tab_titles, actor
        self._frame = PageScaffold(title)
        self._tabs = Tabs(title)
        self._keys: list[str] = []
        self._left: PageTab | None = None

    @override
    def show_for(self, thing_id: object) -> None:
        if thing_id in self._keys and thing_id != self._tabs.current():
            # The tab is read because it comes to the front: what is read twice is logged twice.
            self.shown_id = thing_id
            self._tabs.show_tab(str(thing_id))
        super().show_for(thing_id)

    @override
    def reload(self) -> None:
        tab = self._tab()
        if tab is not None:
            self._left = tab
            tab.reload()

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        tab = self._tab()
        return tab.shortcuts() if tab is not None else ()

    @override
    def leave(self) -> None:
        super().leave()
        if self._left is not None:
            self._left.leave()

    def _add(self, key: str, needs: Action, make: Callable[[], QWidget]) -> None:
        if self._actor.roles & roles_for(needs):
            self._keys.append(key)
            self._tabs.add(key, self._titles[key], lambda: self._made(make()))

    def _show_tabs(self) -> None:
        """To be called once, when every tab has been added."""
        self._tabs.shown.connect(self._front)
        self._frame.content.addWidget(self._tabs, 1)
        self._frame.show_content()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _made(self, tab: QWidget) -> QWidget:
        """A tab may lead to another page."""
        if isinstance(tab, PageTab):
            tab.navigate.connect(self.navigate)
        return tab

    def _tab(self) -> PageTab | None:
        tab = self._tabs.made(self._tabs.current())
        return tab if isinstance(tab, PageTab) else None

    def _front(self, _key: str) -> None:
        if self._left is not None:
            self._left.leave()
        self.mark_stale()
