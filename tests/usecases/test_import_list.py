"""Lists into a real register: what goes in, what is refused, what stays as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.citizen import Citizen
from koordinator.domain.cpr import CprNumber, is_replacement
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId
from koordinator.domain.list_import import ColumnsMissing, ListField, ListRefused
from koordinator.domain.list_records import FaultReason
from koordinator.domain.organisation import Department, Employee, Role, Team
from koordinator.domain.register import CaseFile, CaseStatus
from koordinator.usecases.import_list import ImportReport, Tally
from tests.support.lists import SAMPLES, case, import_file, list_import, row, without, write_list
from tests.support.office import TODAY, Bench
from tests.support.stored import everything_stored

Import = Callable[..., ImportReport]


@pytest.fixture
def put_in(bench: Bench, tmp_path: Path) -> Import:
    """Imports the rows as a list."""

    def run(*rows: dict[str, str], create_departments: bool = False) -> ImportReport:
        path = write_list(tmp_path / "liste.csv", rows)
        return import_file(bench, path, create_departments=create_departments)

    return run


def citizens(bench: Bench) -> tuple[Citizen, ...]:
    with bench.office.aside() as tx:
        return tx.of(Citizen).where()


def cases(bench: Bench) -> tuple[CaseFile, ...]:
    with bench.office.aside() as tx:
        return tx.of(CaseFile).where()


def test_the_danish_excel_list_goes_in_whole(bench: Bench) -> None:
    report = import_file(bench, SAMPLES / "sager-excel-dansk.csv")

    assert (report.rows, report.bad) == (725, ())
    assert report.citizens == Tally(created=304)
    assert report.cases == Tally(created=725)
    assert sum(is_replacement(CprNumber(citizen.cpr)) for citizen in citizens(bench)) == 7
    first = citizens(bench)[0]
    assert (first.name, first.cpr, first.address, first.city) == (
        "Freja Ågård",
        "0905540198",
        "Skovbrynet 85",
        "Bindslev",
    )
    assert {case_file.registered_on for case_file in cases(bench)} == {TODAY}


@pytest.mark.parametrize("name", ["sager-excel-dansk.csv", "sager-utf8.csv"])
def test_the_same_cases_in_another_form_change_nothing(bench: Bench, name: str) -> None:
    import_file(bench, SAMPLES / "sager-excel-dansk.csv")
    before, entries = everything_stored(bench), len(bench.log())

    report = import_file(bench, SAMPLES / name)

    assert (report.citizens, report.cases) == (Tally(unchanged=304), Tally(unchanged=725))
    assert (report.unconfirmed_teams, report.unconfirmed_employees) == ((), ())
    assert everything_stored(bench) == before
    assert len(bench.log()) == entries + 1 + 304


def test_notes_from_another_list_are_added_and_nothing_is_erased(bench: Bench) -> None:
    import_file(bench, SAMPLES / "sager-excel-dansk.csv")
    before = {case_file.number: case_file for case_file in cases(bench)}

    report = import_file(bench, SAMPLES / "sager-unicode-tekst.txt")

    assert (report.rows, report.citizens, report.bad) == (120, Tally(unchanged=55), ())
    assert report.cases == Tally(updated=92, unchanged=28)
    changed = [case_file for case_file in cases(bench) if case_file != before[case_file.number]]
    assert len(changed) == 92
    assert all(case_file.note for case_file in changed)
    assert any("\n" in case_file.note for case_file in changed)
    assert all(case_file.opened_on == before[case_file.number].opened_on for case_file in changed)


def test_every_faulty_row_of_the_bad_list_is_refused_with_its_reason(bench: Bench) -> None:
    report = import_file(bench, SAMPLES / "sager-med-fejl.csv")

    assert [(fault.row, fault.reason) for fault in report.bad] == [
        (5, FaultReason.CPR_NO_SUCH_DATE),
        (7, FaultReason.CPR_SHAPE),
        (9, FaultReason.MISSING),
        (11, FaultReason.UNKNOWN_DEPARTMENT),
        (13, FaultReason.NO_SUCH_DATE),
        (15, FaultReason.SHORT_ROW),
        (19, FaultReason.MISSING),
        (21, FaultReason.TOO_LONG),
        (23, FaultReason.OTHER_NAME),
    ]
    assert (report.rows, report.citizens, report.cases) == (40, Tally(created=15), Tally(created=30, unchanged=1))


def test_a_changed_row_updates_the_citizen_and_the_case(bench: Bench, put_in: Import) -> None:
    put_in(row())

    report = put_in(row(Adresse="Strandvejen 3", Status="Lukket"))

    assert (report.citizens, report.cases) == (Tally(updated=1), Tally(updated=1))
    assert citizens(bench)[0].address == "Strandvejen 3"
    assert cases(bench)[0].status is CaseStatus.CLOSED


def test_a_case_known_from_before_keeps_the_day_it_was_registered(bench: Bench, put_in: Import) -> None:
    put_in(row())
    bench.clock.pass_days(30)

    put_in(row(**{"Ydelse/indsats": "Personlig pleje"}))

    (case_file,) = cases(bench)
    assert (case_file.title, case_file.registered_on) == ("Personlig pleje", TODAY)


def test_an_empty_cell_and_a_missing_column_erase_nothing(bench: Bench, put_in: Import) -> None:
    put_in(row())
    before = everything_stored(bench)

    assert put_in(row(Adresse="", Frist="", Team="", Status="")).cases == Tally(unchanged=1)
    assert put_in(without("Frist")).cases == Tally(unchanged=1)
    assert everything_stored(bench) == before


def test_a_repeated_row_is_unchanged_and_not_bad(put_in: Import) -> None:
    report = put_in(row(), row())

    assert (report.bad, report.citizens, report.cases) == ((), Tally(created=1), Tally(created=1, unchanged=1))


def test_another_citizens_case_number_is_refused(bench: Bench, put_in: Import) -> None:
    put_in(row())

    report = put_in(
        row(Navn="Bo Dam", **{"CPR-nr.": "010190-4444"}), case("S2", Navn="Bo Dam", **{"CPR-nr.": "010190-4444"})
    )

    (fault,) = report.bad
    assert (fault.row, fault.column, fault.value, fault.reason) == (2, "Sagsnr.", "S1", FaultReason.CASE_OF_ANOTHER)
    assert report.cases == Tally(created=1)
    assert [(case_file.number, case_file.citizen_id) for case_file in cases(bench)] == [("S1", 1), ("S2", 2)]


def test_an_unknown_department_is_refused_or_made_when_asked(bench: Bench, put_in: Import) -> None:
    rumfart = row(Fagenhed="Rumfart")

    (fault,) = put_in(rumfart).bad
    assert fault.reason is FaultReason.UNKNOWN_DEPARTMENT
    assert citizens(bench) == ()

    report = put_in(rumfart, create_departments=True)
    assert (report.bad, report.cases, report.new_departments) == ((), Tally(created=1), ("Rumfart",))
    with bench.office.aside() as tx:
        assert tx.of(Department).find(name="Rumfart") is not None


def test_a_department_is_known_in_any_case_of_letters(bench: Bench, put_in: Import) -> None:
    assert put_in(row(Fagenhed="SUNDHED "), create_departments=True).new_departments == ()
    with bench.office.aside() as tx:
        assert len(tx.of(Department).where()) == 4


def test_markup_in_a_name_is_text(bench: Bench, put_in: Import) -> None:
    put_in(row(Navn="<img src=x> & <b>Lone</b>"))

    assert citizens(bench)[0].name == "<img src=x> & <b>Lone</b>"


def test_unknown_teams_and_caseworkers_are_made_and_told(bench: Bench, put_in: Import) -> None:
    report = put_in(row())

    assert (report.unconfirmed_teams, report.unconfirmed_employees) == (("Visitationen",), ("Ida Mikkelsen",))
    with bench.office.aside() as tx:
        team, ida = tx.of(Team).find(name="Visitationen"), tx.of(Employee).find(name="Ida Mikkelsen")
    assert team is not None
    assert ida is not None
    assert (team.confirmed, ida.confirmed, ida.email, ida.phone) == (False, False, "ida@kommune.example", "11 22 33 44")
    assert (cases(bench)[0].team_id, cases(bench)[0].caseworker_id) == (team.id, ida.id)


def test_each_citizen_is_one_transaction_and_one_entry_in_the_log(bench: Bench, put_in: Import) -> None:
    before = len(bench.log())

    put_in(row(), case("S2"), case("S3", Navn="Bo Dam", **{"CPR-nr.": "010190-4444"}))

    entries = bench.log()[before:]
    assert [entry.action for entry in entries] == [Action.IMPORT_LIST, Action.IMPORT_CITIZEN, Action.IMPORT_CITIZEN]
    assert [(entry.kind, entry.thing_id, entry.codes) for entry in entries[1:]] == [
        ("citizen", 1, "citizen=created cases=2"),
        ("citizen", 2, "citizen=created cases=1"),
    ]
    assert entries[0].codes == "rows=3 bad=0"


def test_a_stopped_import_keeps_what_went_in_and_can_be_run_again(bench: Bench) -> None:
    lists = list_import(bench)
    preview = lists.preview(SAMPLES / "sager-excel-dansk.csv")

    stopped = lists.run(bench.actor, preview, lambda done, _total: done < 100)
    again = lists.run(bench.actor, preview)

    assert (stopped.cancelled, stopped.citizens) == (True, Tally(created=100))
    assert (again.cancelled, again.citizens) == (False, Tally(created=204, unchanged=100))
    assert len(cases(bench)) == 725


def test_progress_is_told_for_each_citizen_and_at_the_end(bench: Bench, tmp_path: Path) -> None:
    lists, told = list_import(bench), list[tuple[int, int]]()

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    path = write_list(tmp_path / "liste.csv", [row(), case("S2", Navn="Bo Dam", **{"CPR-nr.": "010190-4444"})])

    lists.run(bench.actor, lists.preview(path), note)

    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_list_without_a_needed_column_is_shown_but_not_taken_until_it_is_corrected(
    bench: Bench, tmp_path: Path
) -> None:
    lists = list_import(bench)
    renamed = {("Hvem" if heading == "Navn" else heading): cell for heading, cell in row().items()}
    preview = lists.preview(write_list(tmp_path / "liste.csv", [renamed]))

    assert preview.mapping.missing == (ListField.NAME,)
    assert preview.checked.records == ()
    with pytest.raises(ColumnsMissing):
        lists.run(bench.actor, preview)

    corrected = lists.with_mapping(preview.table, preview.mapping.with_field(1, ListField.NAME))
    assert lists.run(bench.actor, corrected).citizens == Tally(created=1)


def test_refused_rows_can_be_saved_corrected_and_read_again(bench: Bench, tmp_path: Path) -> None:
    lists = list_import(bench)
    preview = lists.preview(SAMPLES / "sager-med-fejl.csv")
    report = lists.run(bench.actor, preview)
    path = tmp_path / "fejl.csv"

    lists.save_bad_rows(path, preview, report.bad)
    path.write_text(path.read_text("utf-8-sig").replace("Rumfart", "Sundhed"), encoding="utf-8-sig")
    again = import_file(bench, path)

    # The corrected row, and the one whose other name no longer stands beside the first.
    assert (again.rows, again.cases.created) == (9, 2)


def test_a_file_that_is_no_list_is_refused_and_nothing_is_changed(bench: Bench, tmp_path: Path) -> None:
    before = everything_stored(bench)

    with pytest.raises(ListRefused):
        import_file(bench, tmp_path / "mangler.csv")

    assert everything_stored(bench) == before


def test_only_a_coordinator_can_import(bench: Bench, tmp_path: Path) -> None:
    lists = list_import(bench)
    preview = lists.preview(write_list(tmp_path / "liste.csv", [row()]))
    counting = Actor(EmployeeId(1), frozenset({Role.SUPERVISOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        lists.run(counting, preview)
    assert citizens(bench) == ()
