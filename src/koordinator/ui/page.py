"""What every page is: it is shown for a thing, asks to go elsewhere, and reloads when it has gone stale."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from koordinator.ui.focus import focus_inside
from koordinator.ui.override import override


class Shortcut(NamedTuple):
    """A line in the list of shortcuts: keys as Qt writes them ("Ctrl+K") and what they do."""

    keys: str
    text: str


class Page(QWidget):
    """A subclass overrides `reload`, and `shortcuts` where it has keys of its own."""

    navigate = Signal(str, object)
    """The key of another page and the id of the thing to show there, or None."""
    note_asked = Signal()
    """A note about what the page shows is to be written."""
    filling = Signal()
    """`fills_window` is another than before."""

    def __init__(self) -> None:
        super().__init__()
        self.shown_id: object = None
        self.fills_window = False
        """The page stands alone on the screen, without rail and top bar."""
        self.begins_at: QWidget | None = None
        """What has the keyboard when the page comes; as a focus proxy it would hide what stands before it from Tab."""
        self._stale = True

    def show_for(self, thing_id: object) -> None:
        """Shows the thing with this id (None where the page shows no single thing)."""
        if thing_id != self.shown_id:
            self.shown_id = thing_id
            self._stale = True
        self._reload_when_seen()

    def mark_stale(self) -> None:
        """What the page shows has changed: read it again, now or when it is next looked at."""
        self._stale = True
        self._reload_when_seen()

    def heard(self, change: object) -> None:
        """Something was saved. A hidden page reads again when it is next seen; the visible one has shown it already."""
        if not self.isVisible():
            self._stale = True

    def reload(self) -> None:
        """Reads what `shown_id` says and shows it."""
        raise NotImplementedError

    def shortcuts(self) -> Sequence[Shortcut]:
        """The page's own keys, for the list under F1."""
        return ()

    def take_focus(self) -> None:
        """The keyboard comes to where the work begins."""
        (self.begins_at or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """Goes back inside the page; False when there is nothing to go back to but the page before."""
        return False

    def leave(self) -> None:
        """The page is about to be left: what is being typed is handed over to be saved."""
        focus = focus_inside(self)
        if focus is not None:
            focus.clearFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reload_when_seen()

    def _reload_when_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()
