"""What came of something that somebody did: said where they look, and to screen readers."""

from koordinator.ui.notify import announce
from koordinator.ui.widgets.labels import Label, Role


class Said(Label):
    """Takes no room until there is something to say."""

    def __init__(self) -> None:
        super().__init__(wraps=True)
        self.hide()

    def say(self, words: str, role: Role = Role.BODY) -> None:
        """In the place of what was said before; nothing with no words."""
        self.set_role(role)
        self.setText(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words)
