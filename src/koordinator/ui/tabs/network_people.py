"""The network as a picture and as a list: who stands round the citizen or the family; each opens to be corrected."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal

from koordinator.domain.network_content import NetworkMember
from koordinator.domain.network_people import NetworkPerson
from koordinator.texts import formats
from koordinator.texts import network as texts
from koordinator.texts import register as register_texts
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.figure_colours import figure_colours
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.figure_view import FigureView
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.network_file import NetworkFile
from koordinator.usecases.ports_network import Drawn


class Way(StrEnum):
    """How the network is looked at."""

    PICTURE = "picture"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody of the network with where they belong."""

    person: NetworkPerson
    member: NetworkMember
    area: str


def lines_of(file: NetworkFile) -> tuple[PersonLine, ...]:
    """Area by area, as in the picture."""
    areas = [texts.area_title(area) for area in file.content.areas for _ in area.people]
    pairs = zip(file.persons, file.content.people, areas, strict=True)
    return tuple(PersonLine(person, member, area) for person, member, area in pairs)


class PeopleCard(Card):
    """`opened` gives the person who is to be seen and corrected."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.PICTURE)
        self._desk = desk
        self._file: NetworkFile | None = None
        self._is_picture = True
        self._empty = Label("", Role.MUTED, wraps=True)
        self.view = FigureView()
        self.list: DataList[PersonLine] = DataList(
            texts.LIST,
            (
                Column(register_texts.CONTACT_NAME, lambda line: line.member.card.name, 0, Look.STRONG, _who),
                Column(texts.WHERE, lambda line: line.area, 180, detail=_closeness),
                Column(register_texts.HELPS_WITH, lambda line: line.member.card.helps_with, 220, detail=_whom),
                Column(register_texts.PHONE, lambda line: line.member.card.phone, 130, detail=_hours),
            ),
            lambda line: (line.area, line.member.card.name, line.person.contact.id),
            fits_rows=True,
        )
        self.view.opened.connect(self._open_spot)
        self.list.opened.connect(lambda line: self.opened.emit(line.person))
        for part in (self._empty, self.view, self.list):
            self.body.addWidget(part)
        theme.active().changed.connect(self._draw)

    def show_network(self, file: NetworkFile) -> None:
        """Shows the network; an empty one says what to do."""
        self._file = file
        name = file.people.name
        is_family, called = file.people.is_family, formats.spoken_name(name, is_family=file.people.is_family)
        self.set_title(register_texts.WHO_HELPS.format(name=called))
        self._empty.setText(texts.EMPTY_FAMILY if is_family else register_texts.NO_CONTACTS.format(name=called))
        self.list.set_rows(lines_of(file))
        self._show_parts()
        self._draw()

    def show_as(self, way: object) -> None:
        """The picture, or the list in its place."""
        self._is_picture = way is Way.PICTURE
        self._show_parts()
        self._draw()

    def _show_parts(self) -> None:
        has_people = self._file is not None and bool(self._file.persons)
        self._empty.setVisible(not has_people)
        self.view.setVisible(has_people and self._is_picture)
        self.list.setVisible(has_people and not self._is_picture)

    def _draw(self) -> None:
        if self._file is None or not self._is_picture or not self._file.persons:
            return
        network, content = self._desk.services.network, self._file.content
        colours = figure_colours(theme.active().tokens)
        self._desk.tasks.compute(self, lambda: network.picture(content, colours), self._show_drawn)

    def _show_drawn(self, drawn: Drawn) -> None:
        self.view.show_drawn(drawn)

    def _open_spot(self, number: int) -> None:
        if self._file is not None and number < len(self._file.persons):
            self.opened.emit(self._file.persons[number])


def _who(line: PersonLine) -> str:
    return texts.role_line(line.member.card)


def _closeness(line: PersonLine) -> str:
    return register_texts.CLOSENESSES[line.member.closeness]


def _whom(line: PersonLine) -> str:
    return texts.whose(line.member.helps)


def _hours(line: PersonLine) -> str:
    return line.member.card.phone_hours
