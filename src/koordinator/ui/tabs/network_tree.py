"""The family as a tree. Whoever is in it is a citizen with a page of their own, one click away."""

from PySide6.QtCore import Signal

from koordinator.texts import network as texts
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.figure_colours import figure_colours
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.figure_view import FigureView
from koordinator.usecases.network_file import NetworkFile


class TreeCard(Card):
    """Shown for a family alone."""

    navigate = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.TREE)
        self._desk = desk
        self._file: NetworkFile | None = None
        self.view = FigureView()
        self.view.opened.connect(self._open)
        self.body.addWidget(self.view)
        theme.active().changed.connect(self._draw)

    def show_network(self, file: NetworkFile) -> None:
        """Shows the family's tree, or nothing for a citizen."""
        self._file = file
        self.setVisible(bool(file.relatives))
        self._draw()

    def _draw(self) -> None:
        tree = self._file.content.tree if self._file is not None else None
        if tree is not None and tree.generations:
            network, colours = self._desk.services.network, figure_colours(theme.active().tokens)
            self._desk.tasks.compute(self, lambda: network.tree(tree, colours), self.view.show_drawn)

    def _open(self, number: int) -> None:
        if self._file is not None:
            self.navigate.emit("citizen", self._file.relatives[number])
