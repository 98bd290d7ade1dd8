"""Hjælp: short pages about how things are done, the keys, how supervision counts, where data lie."""

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout

from koordinator.texts import help as texts
from koordinator.ui import theme
from koordinator.ui.main_window import MainWindow
from koordinator.ui.override import override
from koordinator.ui.page import Page
from koordinator.ui.pages.help.about import SCHEME, About, read_about
from koordinator.ui.pages.help.help_type import set_type
from koordinator.ui.pages.help.topics import Topic, read_topics, shortcut_topic
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

_LINE_WIDTH: Final = 760
_LAST: Final = 1
"""What the program is made of stays last; the keys come before it."""


class HelpFiles(NamedTuple):
    """Where the pages lie, and the places they tell of."""

    folder: Path
    database: Path
    reports: Path


class HelpPage(Page):
    """`shown_id` is the key of a topic (the name of its file), or None for the first."""

    def __init__(self, tasks: Tasks, files: HelpFiles) -> None:
        super().__init__()
        self._tasks, self._files = tasks, files
        self._about: About | None = None
        self._frame = PageScaffold(texts.TITLE)
        self._topics: DataList[Topic] = DataList(
            texts.TOPICS,
            (Column(texts.TOPICS, lambda topic: topic.title, look=Look.STRONG),),
            lambda topic: topic.key,
            has_head=False,
        )
        self._topics.selected.connect(self._show_topic)
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.document().setDocumentMargin(0)
        self._card = Card(" ", fills=True)
        self._card.body.addWidget(self._text)
        choice = Card(margin=10, fills=True)
        choice.body.addWidget(self._topics)
        both = row(choice, self._card, gap=20)
        both.setStretch(0, 2)
        both.setStretch(1, 5)
        self._frame.content.addLayout(both, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self._fit()
        theme.active().changed.connect(self._take_look)

    @override
    def reload(self) -> None:
        self._tasks.compute(self, self._read, self._show)

    def _read(self) -> tuple[tuple[Topic, ...], About]:
        files, about = self._files, read_about(self._files.folder.parent)
        places = {"database": str(files.database), "reports": str(files.reports)}
        return read_topics(files.folder, places | {"version": about.version, "program": about.as_markdown()}), about

    def _show(self, read: tuple[tuple[Topic, ...], About]) -> None:
        topics, self._about = read
        window = self.window()
        keys = (shortcut_topic(window.shortcuts()),) if isinstance(window, MainWindow) else ()
        self._topics.set_rows([*topics[:-_LAST], *keys, *topics[-_LAST:]])
        self._frame.show_content()
        self._topics.choose(self.shown_id if self.shown_id is not None else topics[0].key)

    def _take_look(self) -> None:
        self._fit()
        self._show_topic(self._topics.current_row())

    def _fit(self) -> None:
        self._text.setMaximumWidth(theme.active().px(_LINE_WIDTH))

    def _show_topic(self, topic: Topic | None) -> None:
        if topic is not None:
            self._card.set_title(topic.title)
            self._text.setAccessibleName(topic.title)
            self._text.setMarkdown(topic.text)
            set_type(self._text.document())

    def _follow(self, link: QUrl) -> None:
        """To the text of a licence, and back to the list."""
        if self._about is None or link.scheme() != SCHEME:
            return
        key = link.path()
        if not key:
            self._show_topic(self._topics.current_row())
            return
        name = self._about.name_of(key)
        self._card.set_title(name)
        self._text.setAccessibleName(name)
        self._text.setMarkdown(f"[{texts.BACK}]({SCHEME}:)")
        set_type(self._text.document())
        end = QTextCursor(self._text.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertBlock(QTextBlockFormat(), QTextCharFormat())
        end.insertText(self._about.licence_of(key))
