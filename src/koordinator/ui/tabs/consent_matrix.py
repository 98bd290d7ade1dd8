"""Hvem må høre hvad i dag: everybody round the subject against the themes, as the consents are now."""

from koordinator.domain.coverage import Coverage
from koordinator.domain.ids import CitizenId
from koordinator.texts import consent as texts
from koordinator.ui.tabs.consent_view import described, in_order, matrix_columns
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear, column
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.consents import ConsentFile, Person


class MatrixCard(Card):
    """A view of the consents: nothing is set here. Only the themes that somebody is left out of, or all of them."""

    def __init__(self) -> None:
        super().__init__(texts.MATRIX)
        self._file: ConsentFile | None = None
        self._member: CitizenId | None = None
        self._citizens: tuple[CitizenId, ...] = ()
        self.list: DataList[Person] | None = None
        self.every_theme = Button(texts.ALL_THEMES, Kind.FILTER)
        self.every_theme.setCheckable(True)
        self.every_theme.toggled.connect(lambda _on: self._show())
        self.add_to_head(self.every_theme)
        self._members, self._table = column(gap=8), column(gap=8)
        self._said = Label(role=Role.MUTED, wraps=True)
        self.body.addWidget(Label(texts.MATRIX_INTRO, Role.MUTED, wraps=True))
        for part in (self._members, self._table):
            self.body.addLayout(part)
        self.body.addWidget(self._said)

    def show_file(self, file: ConsentFile) -> None:
        """Shows who may hear what; of a family what is common, or one member's own."""
        self._file = file
        if file.people.citizen_ids != self._citizens:
            self._citizens = file.people.citizen_ids
            self._offer_members(file)
        self._show()

    def covered(self, person: Person) -> Coverage:
        """What the person may hear of what is chosen above the list."""
        if self._member is None or self._file is None:
            return person.coverage
        return self._file.sharing.of_member(self._member, person.party, self._file.today)

    def _offer_members(self, file: ConsentFile) -> None:
        clear(self._members)
        self._member = None
        if file.people.is_family:
            own = [(citizen.id, citizen.name) for citizen in file.people.citizens]
            chips = FilterChips([(None, texts.COMMON), *own], texts.WHOSE_MATTERS)
            chips.chosen.connect(self._choose)
            self._members.addWidget(chips)

    def _choose(self, member: CitizenId | None) -> None:
        self._member = member
        self._show()

    def _show(self) -> None:
        clear(self._table)
        self.list = None
        self._said.hide()
        file = self._file
        if file is None:
            return
        if not file.round_it:
            self._table.addWidget(Label(texts.NOBODY_ROUND, Role.MUTED, wraps=True))
            return
        columns = matrix_columns(file, self.covered, every_theme=self.every_theme.isChecked())
        self.list = DataList(texts.MATRIX, columns, lambda person: person.party, fits_rows=True)
        self.list.set_rows(in_order(file.round_it))
        self.list.selected.connect(self._describe)
        self._table.addWidget(self.list)

    def _describe(self, person: Person | None) -> None:
        if person is not None and self._file is not None:
            self._said.setText(described(self._file, person, self.covered(person)))
            self._said.show()
