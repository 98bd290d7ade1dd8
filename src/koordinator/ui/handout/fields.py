"""The part of the hand-out's form that is one person: a tick, who they are, how they got it, what to know of them."""

from typing import Final, cast

from PySide6.QtWidgets import QComboBox, QSizePolicy

from koordinator.domain.handouts import Recipient
from koordinator.domain.paper import HandoutWay
from koordinator.texts import handout as texts
from koordinator.texts.plan import HANDOUT_WAYS
from koordinator.ui.override import override
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.fields import Field
from koordinator.ui.widgets.labels import tooltip
from koordinator.ui.widgets.layout import holder, row

_WAY_SHOWN: Final = 14
"""Characters of the drop-down lists, so that they stand under one another."""


class RecipientField(Field):
    """Its value is the way, or None where the person did not get it."""

    def __init__(self, recipient: Recipient, way: HandoutWay, *, is_on: bool) -> None:
        self.recipient = recipient
        self.box = CheckBox(texts.who(recipient, most=texts.NAME_SHOWN))
        whole = texts.who(recipient)
        self.box.setAccessibleName(whole)
        self.box.setToolTip(tooltip(whole) if whole != self.box.text() else "")
        self.way = Choice(
            [(each, HANDOUT_WAYS[each]) for each in recipient.ways], texts.HOW_TO.format(name=recipient.name)
        )
        self.way.choose(way)
        self.way.setMinimumContentsLength(_WAY_SHOWN)
        self.way.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.way.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = row(self.box, self.way, gap=12)
        line.setStretch(0, 1)
        line.setContentsMargins(0, 0, 0, 0)
        super().__init__(whole, holder(line), hint=texts.remarks(recipient))
        self._hide_label()
        self._hint_below()
        self.setFocusProxy(self.box)
        self.box.setChecked(is_on)
        self.way.setEnabled(is_on)
        self.box.toggled.connect(self._ticked)
        self.way.currentIndexChanged.connect(lambda _index: self._touched())

    @override
    def value(self) -> HandoutWay | None:
        return cast("HandoutWay", self.way.key()) if self.box.isChecked() else None

    def _ticked(self, is_on: bool) -> None:
        self.way.setEnabled(is_on)
        self._touched()
