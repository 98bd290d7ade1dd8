"""What every tab of Indstillinger is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class SettingsTab(QWidget):
    """A subclass overrides `reload`; `leave` hands over what is being typed."""

    navigate = Signal(str, object)
    """The key of another page and the id of the thing to show there."""

    def reload(self) -> None:
        """Reads what the tab shows, and shows it."""
        raise NotImplementedError

    def leave(self) -> None:
        """The tab is about to be left."""
