"""The card with the family: the way into the family's assessment, one caseworker for siblings, and leaving."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    LeaveReason,
    PrimaryCaseworkerPeriod,
    Relation,
    RelationKind,
)
from koordinator.domain.ids import RowId
from koordinator.domain.organisation import Role
from koordinator.ui.ask_value import AskChoice, AskText
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.choose_employee import EmployeeDialog
from koordinator.ui.tabs.family_card import FamilyCard, siblings_apart
from koordinator.ui.tabs.siblings import SiblingsApart
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.fields import ChoiceField, TextField
from tests.support.desk import desk_at
from tests.support.full_disk import can_fill_disk
from tests.support.histories import Histories, days_ago
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.refused import RefusedOnce


class Home:
    def __init__(self, bench: Bench, desk: Desk) -> None:
        self.histories, self.desk = Histories(bench), desk
        self.lone = bench.add_citizen()
        self.oliver, self.anna = bench.add_citizen("Oliver Bæk", ""), bench.add_citizen("Anna Bæk", "")
        self.family: Family = self.histories.family("Familien Bæk", self.lone)
        for child in (self.oliver, self.anna):
            self.histories.add(FamilyMembership(RowId(0), self.family.id, child.id, FamilyRole.CHILD, days_ago(300)))
        self.ida, self.bo = self.histories.employee(), self.histories.employee("Bo Thygesen")
        for child, employee in ((self.oliver, self.ida), (self.anna, self.bo)):
            desk.services.primary_caseworkers.choose(desk.actor, child.id, employee.id)

    def on_family(self) -> SubjectView:
        return SubjectView(family=self.desk.services.families.open(self.desk.actor, self.family.id))

    def on_citizen(self, citizen: Citizen) -> SubjectView:
        return SubjectView(citizen=self.desk.services.citizens.open(self.desk.actor, citizen.id))


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def home(bench: Bench, desk: Desk) -> Home:
    return Home(bench, desk)


def shown(qtbot: QtBot, desk: Desk, view: SubjectView) -> FamilyCard:
    card = FamilyCard(desk)
    qtbot.addWidget(card)
    card.show_subject(view)
    card.show()
    return card


def buttons(card: FamilyCard) -> list[str]:
    return [part.text() for part in card.findChildren(QPushButton) if part.isVisible()]


def press(card: FamilyCard, words: str) -> None:
    (found,) = [part for part in card.findChildren(QPushButton) if part.text() == words and part.isVisible()]
    found.click()


def test_the_family_is_assessed_from_its_page_and_from_a_members(qtbot: QtBot, desk: Desk, home: Home) -> None:
    for view in (home.on_family(), home.on_citizen(home.oliver)):
        card = shown(qtbot, desk, view)
        with qtbot.waitSignal(card.navigate) as gone:
            press(card, "Vurdér familien")
        assert gone.args == ["assessment", home.family.subject_id]


def test_who_is_in_no_family_or_may_not_assess_is_not_led_there(
    qtbot: QtBot, bench: Bench, desk: Desk, home: Home
) -> None:
    alone = bench.add_citizen("Kim Dam", "")
    assert "Vurdér familien" not in buttons(shown(qtbot, desk, home.on_citizen(alone)))

    reader = replace(desk, actor=replace(desk.actor, roles=frozenset({Role.CASEWORKER})))
    assert "Vurdér familien" not in buttons(shown(qtbot, reader, home.on_family()))


def test_siblings_get_one_caseworker_in_one_go(qtbot: QtBot, desk: Desk, home: Home) -> None:
    apart = siblings_apart(home.on_family())
    assert apart is not None
    assert apart.remark == (
        "Søskende har ikke samme faste sagsbehandler: Oliver har Ida Mikkelsen og Anna har Bo Thygesen. "
        "Det er bedst, at de deler én."
    )
    card = shown(qtbot, desk, home.on_family())
    when_dialog_opens(EmployeeDialog, lambda dialog: dialog.accept())
    with qtbot.waitSignal(card.changed):
        press(card, "Vælg én til alle")

    now = home.histories.all(PrimaryCaseworkerPeriod, until_on=None)
    assert {period.employee_id for period in now} == {apart.proposed} == {home.ida.id}
    assert siblings_apart(home.on_family()) is None


def test_one_who_thinks_better_of_it_changes_nothing(qtbot: QtBot, desk: Desk, home: Home) -> None:
    card = shown(qtbot, desk, home.on_family())
    when_dialog_opens(EmployeeDialog, lambda dialog: dialog.reject())
    press(card, "Vælg én til alle")
    wait_until_idle(qtbot, desk)

    assert siblings_apart(home.on_family()) is not None


def test_on_a_childs_page_the_others_are_named(home: Home) -> None:
    assert siblings_apart(home.on_citizen(home.oliver)) == SiblingsApart(
        "Anna har en anden fast sagsbehandler. Søskende bør have den samme.",
        (home.oliver.id, home.anna.id),
        home.ida.id,
    )
    assert siblings_apart(home.on_citizen(home.lone)) is None


def test_a_sibling_without_a_caseworker_is_offered_the_others(bench: Bench, home: Home) -> None:
    half = bench.add_citizen("Emil Rømer", "")
    home.histories.add(Relation(RowId(0), half.id, home.anna.id, RelationKind.SIBLING))

    apart = siblings_apart(home.on_citizen(half))

    assert apart is not None
    assert (apart.siblings, apart.proposed) == ((half.id, home.anna.id), home.bo.id)


def test_leaving_the_family_asks_why(qtbot: QtBot, desk: Desk, home: Home) -> None:
    card = shown(qtbot, desk, home.on_family())
    card._card.list.choose(home.anna.id)

    def died(dialog: AskChoice) -> None:
        (field,) = dialog.findChildren(ChoiceField)
        field.set_value(LeaveReason.DIED)
        dialog.accept()

    when_dialog_opens(AskChoice, died)
    with qtbot.waitSignal(card.changed):
        press(card, "Tag ud af familien")

    left = [row for row in home.histories.all(FamilyMembership) if row.until_on is not None]
    assert [row.left_because for row in left] == [LeaveReason.DIED]


@can_fill_disk
def test_what_was_chosen_comes_back_from_a_full_disk(qtbot: QtBot, bench: Bench, desk: Desk, home: Home) -> None:
    card = shown(qtbot, desk, home.on_family())
    card._card.list.choose(home.anna.id)

    RefusedOnce(qtbot, bench, desk).fill_in(
        AskChoice,
        lambda dialog: dialog.findChildren(ChoiceField)[0].set_value(LeaveReason.DIED),
        lambda: press(card, "Tag ud af familien"),
    )

    left = [row for row in home.histories.all(FamilyMembership) if row.until_on is not None]
    assert [row.left_because for row in left] == [LeaveReason.DIED]


@can_fill_disk
def test_the_name_of_a_new_family_comes_back_from_a_full_disk(
    qtbot: QtBot, bench: Bench, desk: Desk, home: Home
) -> None:
    alone = bench.add_citizen("Kim Dam", "")
    card = shown(qtbot, desk, home.on_citizen(alone))

    RefusedOnce(qtbot, bench, desk).fill_in(
        AskText,
        lambda dialog: dialog.findChildren(TextField)[0].set_value("Familien Dam og Holm"),
        lambda: press(card, "Opret familie"),
    )

    assert "Familien Dam og Holm" in {family.name for family in home.histories.all(Family)}


def test_a_members_place_is_corrected(qtbot: QtBot, desk: Desk, home: Home) -> None:
    card = shown(qtbot, desk, home.on_family())
    card._card.list.choose(home.anna.id)

    def grown_up(dialog: AskChoice) -> None:
        (field,) = dialog.findChildren(ChoiceField)
        assert field.value() is FamilyRole.CHILD
        field.set_value(FamilyRole.ADULT)
        dialog.accept()

    when_dialog_opens(AskChoice, grown_up)
    with qtbot.waitSignal(card.changed):
        press(card, "Ret plads i familien")

    roles = {row.citizen_id: row.role for row in home.histories.all(FamilyMembership)}
    assert (roles[home.anna.id], roles[home.oliver.id]) == (FamilyRole.ADULT, FamilyRole.CHILD)


def test_a_misspelt_name_is_put_right(qtbot: QtBot, desk: Desk, home: Home) -> None:
    card = shown(qtbot, desk, home.on_family())

    def put_right(dialog: AskText) -> None:
        (field,) = dialog.findChildren(TextField)
        assert field.value() == "Familien Bæk"
        field.set_value("Familien Bæk-Holm")
        dialog.accept()

    when_dialog_opens(AskText, put_right)
    with qtbot.waitSignal(card.changed):
        press(card, "Ret familiens navn")

    assert [family.name for family in home.histories.all(Family)] == ["Familien Bæk-Holm"]
