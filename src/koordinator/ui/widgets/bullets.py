"""Lines with a dot before each."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column, holder


def bullets(lines: Iterable[str], role: Role = Role.BODY) -> QWidget:
    """Short sentences or clauses that stand together; each wraps under itself."""
    rows = column(gap=4)
    for line in lines:
        dot = Label("•", role)
        dot.setAlignment(Qt.AlignmentFlag.AlignTop)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(dot)
        both.addWidget(Label(line, role, wraps=True), 1)
        rows.addLayout(both)
    return holder(rows)
