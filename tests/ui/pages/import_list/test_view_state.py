"""What the page of a list shows, without a window."""

from datetime import date

from koordinator.domain.list_check import CheckedList, check_list
from koordinator.domain.list_import import ColumnMapping, ListField, ListRow, ListTable
from koordinator.domain.list_records import FaultReason, ListRules, RowFault
from koordinator.ui.pages.import_list.view_state import (
    MOST_COLUMNS,
    FaultLine,
    columns_of,
    faults_of,
    preview_of,
    result_of,
)
from koordinator.usecases.import_list import ImportReport, ListPreview, Tally
from tests.domain.lists import GOOD, HEADINGS, RULES, mapping, row

TABLE = ListTable("liste.csv", HEADINGS, (row(), row(3, case_number="S2", department="Rumfart"), row(5)))


def preview(table: ListTable, columns: ColumnMapping, departments: frozenset[str] | None) -> ListPreview:
    rules = ListRules(RULES.vocabulary, date(2026, 1, 1), departments)
    empty = CheckedList(len(table.rows), (), (), ())
    checked = empty if columns.missing else check_list(table.rows, columns, rules)
    return ListPreview(table, columns, checked)


def test_a_list_with_an_unknown_department_offers_to_make_it() -> None:
    view = preview_of(preview(TABLE, mapping(), frozenset({"Familie"})))

    assert view.in_a_line == "liste.csv · 3 rækker · 8 kolonner"
    assert (view.usable, view.citizens, view.cases, view.bad_rows) == ("2 af 3", "1", "med 1 sag", 1)
    assert view.departments == "Fagenheden »Rumfart« findes ikke i programmet. Opret den, eller ret listen."
    assert (view.offers_departments, view.missing) == (True, "")
    assert view.faults == (FaultLine(3, "Fagenhed", "Rumfart", "Fagenheden findes ikke i programmet."),)
    assert (view.run, view.can_run) == ("Indlæs 2 rækker", True)


def test_a_department_that_will_be_made_is_told() -> None:
    view = preview_of(preview(TABLE, mapping(), None), ("Rumfart", "Havet"))

    assert view.departments == "Fagenhederne »Rumfart« og »Havet« bliver oprettet, når listen indlæses."
    assert (view.offers_departments, view.usable) == (False, "3 af 3")


def test_a_list_that_lacks_a_needed_column_cannot_go_in() -> None:
    lacking = mapping().with_field(0, None).with_field(1, None)

    view = preview_of(preview(TABLE, lacking, None))

    assert view.missing == "Vi kan ikke finde »CPR-nummer« og »Navn«. Vælg kolonnen herunder."
    assert (view.run, view.can_run, view.bad_rows) == ("Indlæs", False, 0)


def test_each_column_is_shown_with_its_first_cells_and_cpr_numbers_masked() -> None:
    view = preview_of(preview(TABLE, mapping(), None))
    cpr, name, *_, note = view.columns

    assert view.sample_headings == ("Række 2", "Række 3", "Række 5")
    assert (cpr.heading, cpr.field, cpr.samples[0]) == ("CPR-nr.", ListField.CPR, "090554-••••")
    assert (name.column, name.field, name.samples) == (1, ListField.NAME, ("Freja Ågård",) * 3)
    assert note.samples[0] == GOOD[-1]
    assert view.columns_cut == ""


def test_a_wrong_cpr_number_and_a_missing_cell_are_shown_as_they_are() -> None:
    table = ListTable("liste.csv", ("CPR-nr.", "Navn"), (ListRow(2, ("12345",)),))
    columns = columns_of(table, ColumnMapping(table.headings, (ListField.CPR, None)))

    assert [line.samples for line in columns] == [("12345",), ("",)]


def test_of_very_many_columns_those_that_are_used_are_shown_and_the_first_others() -> None:
    headings = tuple(f"K{number}" for number in range(500))
    fields = (*[None] * 499, ListField.CPR)
    table = ListTable("liste.csv", headings, (ListRow(2, headings),))

    view = preview_of(preview(table, ColumnMapping(headings, fields), None))

    assert len(view.columns) == MOST_COLUMNS
    assert (view.columns[0].column, view.columns[-1].column) == (0, 499)
    assert view.columns_cut == "Listen har 500 kolonner. Her vises 60 af dem."


def test_a_result_tells_what_is_new_changed_and_made() -> None:
    fault = RowFault(4, "Sagsnr.", "S1", FaultReason.CASE_OF_ANOTHER)
    report = ImportReport(
        rows=10,
        citizens=Tally(1, 2, 3),
        cases=Tally(4, 0, 2_000),
        bad=(fault, fault),
        new_departments=("Rumfart",),
        unconfirmed_teams=("PPR",),
        unconfirmed_employees=tuple(f"Ida {number}" for number in range(32)),
    )

    view = result_of(report)

    assert (view.heading, view.remark, view.held, view.taken) == ("Listen er indlæst", "", "", "")
    assert (view.citizens, view.citizens_rest) == ("1 ny", "2 ændret · 3 som før")
    assert (view.cases, view.cases_rest) == ("4 nye", "0 ændret · 2.000 som før")
    assert view.bad_rows == 1
    assert view.made[:2] == ("Nye fagenheder: Rumfart", "Teams: PPR")
    assert view.made[2].endswith("Ida 28, Ida 29 og 2 flere")
    assert view.faults == faults_of((fault, fault))


def test_a_stopped_import_says_that_nothing_is_lost() -> None:
    view = result_of(ImportReport(rows=2, citizens=Tally(), cases=Tally(), bad=(), cancelled=True))

    assert view.heading == "Indlæsningen blev stoppet"
    assert "gemt" in view.remark
    assert view.made == ()
