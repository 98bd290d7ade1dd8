"""The teams of an employee in a form: from when, until when, and with what share of the time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.organisation import Team, TeamKind, TeamMembership
from koordinator.domain.setting import NumberRange
from koordinator.domain.team_places import WHOLE_TIME, live_places, most_share
from koordinator.texts import settings as texts
from koordinator.ui.widgets.fields import CheckField, DateField
from koordinator.ui.widgets.form import Form
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.number_field import WholeNumberField


class TeamPlaces:
    """A box for each team; whoever is in it has a time and a share. What has been stands below."""

    def __init__(self, form: Form, teams: Sequence[Team], places: Sequence[TeamMembership], today: date) -> None:
        live = live_places(places, today)
        known = {team.id for team in teams}
        self._today = today
        self._others = tuple(row for row in live if row.team_id not in known)
        self._rows = [_Place(form, team, row, today) for team in teams for row in _rows_of(team, live)]
        self._sum = Label(role=Role.MUTED, wraps=True)
        form.body.addWidget(self._sum)
        names = {team.id: team.name for team in teams}
        earlier = [row for row in places if row.team_id in names and row.until_on is not None and row not in live]
        if earlier:
            form.body.addWidget(Label(texts.EARLIER_PLACES, Role.STRONG))
            lines = (
                texts.earlier_place(names[row.team_id], row.share_percent, row.from_on, row.until_on)
                for row in earlier
                if row.until_on is not None
            )
            form.body.addWidget(Label("\n".join(lines), Role.SMALL_MUTED, wraps=True))
        for row in self._rows:
            row.when_changed(self._say_sum)
        self._say_sum()

    def places(self) -> tuple[TeamMembership, ...]:
        """What is filled in; a share that is no number counts as the whole time until it is."""
        return (*self._others, *(place for row in self._rows if (place := row.place()) is not None))

    def accepts(self) -> bool:
        """Every time ends after it began."""
        return all(row.accepts() for row in self._rows)

    def _say_sum(self) -> None:
        places = self.places()
        self._sum.setText(texts.time_shared(most_share(places, self._today)) if len(places) > 1 else "")
        self._sum.setVisible(bool(self._sum.text()))


def _rows_of(team: Team, live: Sequence[TeamMembership]) -> Sequence[TeamMembership | None]:
    """The times in the team, now and to come, or one to fill in."""
    return [row for row in live if row.team_id == team.id] or [None]


class _Place:
    """One team. A time that has begun keeps its first day."""

    def __init__(self, form: Form, team: Team, row: TeamMembership | None, today: date) -> None:
        self._today = today
        share = "" if team.kind is TeamKind.CROSS else str(WHOLE_TIME)
        self._start = row or TeamMembership(RowId(0), EmployeeId(0), team.id, today)
        name = texts.ACROSS_TEAM.format(name=team.name) if team.kind is TeamKind.CROSS else team.name
        self._box = form.add(CheckField(name, is_on=row is not None))
        self._from = DateField(texts.PLACE_FROM, lambda: today, self._start.from_on, required=True)
        self._from.setEnabled(row is None or row.from_on >= today)
        self._until = DateField(texts.PLACE_UNTIL, lambda: today, self._start.until_on)
        self._until.set_bounds(earliest=today)
        self._share = WholeNumberField(
            texts.SHARE, NumberRange(1, WHOLE_TIME), share if row is None else str(row.share_percent)
        )
        form.add_beside(self._from, self._until, self._share)
        self._box.changed.connect(self._show_fields)
        self._show_fields()

    def when_changed(self, tell: Callable[[], None]) -> None:
        for field in (self._box, self._from, self._until, self._share):
            field.changed.connect(tell)

    def place(self) -> TeamMembership | None:
        if not self._box.value():
            return None
        share = self._share.value()
        return replace(
            self._start,
            from_on=self._from.value() or self._start.from_on,
            until_on=self._until.value(),
            share_percent=int(share) if share.isdecimal() else WHOLE_TIME,
        )

    def accepts(self) -> bool:
        place = self.place()
        if place is None or place.until_on is None or place.until_on > place.from_on:
            return True
        self._until.show_fault(texts.UNTIL_AFTER_FROM)
        self._until.setFocus()
        return False

    def _show_fields(self) -> None:
        for field in (self._from, self._until, self._share):
            field.setVisible(self._box.value())
