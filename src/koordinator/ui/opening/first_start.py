"""The first start: try the demo data, or set up one's own municipality and keys."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QStackedWidget, QWidget

from koordinator.domain.errors import DomainError
from koordinator.domain.limits import LINE, SHORT
from koordinator.texts import opening as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.opening.way_choice import WayChoice, choose_again
from koordinator.ui.override import override
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.fields import CheckField, ChoiceField, EmailField, TextField
from koordinator.ui.widgets.form import Form
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.option_card import Option, OptionCards
from koordinator.ui.widgets.screen_room import set_size

_SIZE: Final = (640, 720)
_DEMO, _PRACTICE, _OWN, _BACKUP = "demo", "practice", "own", "backup"


@dataclass(frozen=True, slots=True)
class OwnSetup:
    """What the owner of a new database says about the municipality and themselves."""

    municipality: str
    main_phone: str
    name: str
    title: str
    phone: str
    email: str
    department: str
    team: str
    has_authority: bool
    passphrase: str | None
    """None: the key lies in the machine's own key store."""


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What the first start can do; what asks nobody anything runs on a worker."""

    departments: tuple[str, ...]
    has_keyring: bool
    open_demo: Callable[[], object] | None
    """None when there is no demo to offer."""
    open_practice: Callable[[], object]
    create: Callable[[OwnSetup], tuple[object, str]]
    """Makes the database; gives it with its recovery code. Raises a DomainError."""
    restore: Callable[[], bool]
    """Puts a backup that the person chooses in place, and asks what it needs; False when they gave up."""
    show_sheet: Callable[[QWidget, str, str], None]
    """Shows the sheet with the code, for the municipality named, until the person has kept it."""


class FirstStart(QDialog):
    """`run` gives the opened database, or None when the person closed the program."""

    def __init__(self, tasks: Tasks, steps: FirstSteps) -> None:
        super().__init__()
        self._tasks, self._steps = tasks, steps
        self._opened: object = None
        self._is_working = False
        self._stack = QStackedWidget()
        self._welcome = _Welcome(has_demo=steps.open_demo is not None)
        self._about = _AboutYou(steps.departments)
        self._keys = WayChoice(texts.KEY_HEADING, texts.KEY_TEXT, has_keyring=steps.has_keyring)
        self._fault = Label(role=Role.FAULT, wraps=True)
        self._back = Button(texts.BACK)
        self._next = Button(texts.NEXT, Kind.PRIMARY)
        self.setWindowTitle(ui_texts.PROGRAM)
        self._lay_out()
        self._show(0)

    @classmethod
    def run(cls, tasks: Tasks, steps: FirstSteps) -> object:
        """Goes through the first start."""
        dialog = cls(tasks, steps)
        dialog.exec()
        return dialog._opened

    @override
    def reject(self) -> None:
        """A database that is being made is waited for."""
        if not self._is_working:
            super().reject()

    def _lay_out(self) -> None:
        for page in (self._welcome, self._about, self._keys):
            area = QScrollArea()
            area.setWidgetResizable(True)
            # It follows the field that has the keyboard; a stop of its own would be one without a name.
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self._stack.addWidget(area)
        self._fault.hide()
        self._next.setDefault(True)
        self._next.clicked.connect(self._go_on)
        self._back.clicked.connect(lambda: self._show(self._stack.currentIndex() - 1))
        inside = column(gap=12)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._fault)
        inside.addLayout(row(self._back, STRETCH, self._next, gap=12))
        inside.setContentsMargins(32, 28, 32, 24)
        self.setLayout(inside)
        set_size(self, *_SIZE)

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._back.setVisible(number > 0)
        self._next.setText(texts.CREATE if number == self._stack.count() - 1 else texts.NEXT)
        self._fault.hide()
        page = (self._welcome, self._about, self._keys)[number]
        self.setAccessibleName(page.accessibleName())
        page.take_focus()

    def _go_on(self) -> None:
        at = self._stack.currentIndex()
        open_invented = {_DEMO: self._steps.open_demo, _PRACTICE: self._steps.open_practice}.get(self._welcome.way())
        if at == 0 and open_invented is not None:
            self._work(open_invented, self._finish)
        elif at == 0 and self._welcome.way() == _BACKUP:
            self._restore()
        elif at == 0:
            self._show(1)
        elif at == 1 and self._about.form.check():
            self._show(2)
        elif at == 2 and self._keys.check():
            setup = self._about.setup(self._keys.passphrase())
            self._work(lambda: self._steps.create(setup), self._created)

    def _restore(self) -> None:
        """Whoever has a backup is done here: the database is there to be opened."""
        try:
            if self._steps.restore():
                self.accept()
        except DomainError as error:
            self._fail(error)

    def _work(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._is_working = True
        self._next.setEnabled(False)
        self._back.setEnabled(False)
        self._next.setText(texts.CREATING)
        self._fault.hide()
        self._tasks.compute(self, work, then, self._fail)

    def _created(self, result: object) -> None:
        if isinstance(result, tuple):
            opened, code = result
            self._steps.show_sheet(self, code, self._about.municipality())
            self._finish(opened)

    def _finish(self, opened: object) -> None:
        self._opened = opened
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._is_working = False
        self._next.setEnabled(True)
        self._back.setEnabled(True)
        self._show(self._stack.currentIndex())
        self._fault.setText(self._tasks.explain(error))
        self._fault.show()


class _Welcome(QWidget):
    def __init__(self, *, has_demo: bool) -> None:
        super().__init__()
        self.setAccessibleName(texts.WELCOME_HEADING)
        self._ways = OptionCards(texts.WELCOME_HEADING)
        self._options = [
            Option(_PRACTICE, texts.PRACTISE, texts.PRACTISE_MEANING),
            Option(_OWN, texts.SET_UP, texts.SET_UP_MEANING),
            Option(_BACKUP, texts.HAS_BACKUP, texts.HAS_BACKUP_MEANING),
        ]
        if has_demo:
            self._options.insert(0, Option(_DEMO, texts.TRY_DEMO, texts.TRY_DEMO_MEANING))
        self._ways.show_options(texts.WELCOME_HEADING, self._options, self._options[0].key)
        inside = column(
            Label(texts.WELCOME_HEADING, Role.PAGE, wraps=True), Label(texts.WELCOME_TEXT, wraps=True), gap=12
        )
        inside.addSpacing(8)
        inside.addWidget(self._ways)
        inside.addStretch(1)
        self.setLayout(inside)

    def way(self) -> str:
        return self._ways.key() or ""

    def take_focus(self) -> None:
        choose_again(self._ways, self._options)


class _AboutYou(QWidget):
    def __init__(self, departments: tuple[str, ...]) -> None:
        super().__init__()
        self.setAccessibleName(texts.ABOUT_HEADING)
        self.form = Form()
        self._municipality = self.form.add(TextField(texts.MUNICIPALITY, limit=LINE, required=True))
        self._main_phone = self.form.add(TextField(texts.MAIN_PHONE, limit=SHORT))
        self._name = self.form.add(TextField(texts.YOUR_NAME, limit=LINE, required=True))
        self._title = TextField(texts.YOUR_TITLE, limit=SHORT)
        self._phone = TextField(texts.YOUR_PHONE, limit=SHORT)
        self.form.add_beside(self._title, self._phone)
        self._email = self.form.add(EmailField(texts.YOUR_EMAIL))
        self._department = ChoiceField(texts.DEPARTMENT, tuple((name, name) for name in departments))
        self._team = TextField(texts.TEAM, limit=LINE)
        self.form.add_beside(self._department, self._team)
        self._authority = self.form.add(CheckField(texts.HAS_AUTHORITY, is_on=True, hint=texts.HAS_AUTHORITY_HINT))
        inside = column(Label(texts.ABOUT_HEADING, Role.PAGE, wraps=True), Label(texts.ABOUT_TEXT, Role.MUTED), gap=12)
        inside.addWidget(self.form)
        inside.addStretch(1)
        self.setLayout(inside)

    def take_focus(self) -> None:
        self._municipality.setFocus()

    def municipality(self) -> str:
        return self._municipality.value()

    def setup(self, passphrase: str | None) -> OwnSetup:
        """Everything that was said."""
        return OwnSetup(
            municipality=self._municipality.value(),
            main_phone=self._main_phone.value(),
            name=self._name.value(),
            title=self._title.value(),
            phone=self._phone.value(),
            email=self._email.value(),
            department=str(self._department.value() or ""),
            team=self._team.value(),
            has_authority=bool(self._authority.value()),
            passphrase=passphrase,
        )
