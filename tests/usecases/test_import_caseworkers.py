"""Who a list means: by e-mail where there is one, else by name and team."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from koordinator.domain.access import Action
from koordinator.domain.ids import CaseFileId, EmployeeId, RowId
from koordinator.domain.organisation import Employee, Team, TeamMembership
from koordinator.domain.register import CaseFile
from koordinator.usecases.organisation import Organisation
from tests.support.lists import case, import_file, row, write_list
from tests.support.office import TODAY, Bench
from tests.support.stored import everything_stored

MAIL = "Sagsbehandlers e-mail"
PHONE = "Sagsbehandlers telefon"
WHO = "Sagsbehandler"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "liste.csv"


def caseworkers(bench: Bench) -> dict[str, EmployeeId | None]:
    """The caseworker of each case."""
    with bench.office.aside() as tx:
        return {case_file.number: case_file.caseworker_id for case_file in tx.of(CaseFile).where()}


def employee(bench: Bench, employee_id: EmployeeId | None) -> Employee:
    with bench.office.aside() as tx:
        return tx.of(Employee).get(employee_id or 0)


def test_one_e_mail_address_is_one_person_whatever_the_name_and_team(bench: Bench, file: Path) -> None:
    rows = [
        case("S1", **{WHO: "Ida Mikkelsen", MAIL: "ida@kommune.example", "Team": "Visitationen"}),
        case("S2", **{WHO: "Ida M. Holm", MAIL: "IDA@kommune.example", "Team": "Hjælpemidler"}),
    ]
    report = import_file(bench, write_list(file, rows))

    assert report.unconfirmed_employees == ("Ida Mikkelsen",)
    ids = caseworkers(bench)
    assert ids["S1"] == ids["S2"]
    with bench.office.aside() as tx:
        assert len(tx.of(TeamMembership).where(employee_id=ids["S1"])) == 2


def test_without_e_mail_the_same_name_in_two_teams_is_two_persons(bench: Bench, file: Path) -> None:
    rows = [case("S1", **{MAIL: "", "Team": "Visitationen"}), case("S2", **{MAIL: "", "Team": "Hjælpemidler"})]
    import_file(bench, write_list(file, rows))

    ids = caseworkers(bench)
    assert ids["S1"] != ids["S2"]
    before = everything_stored(bench)
    import_file(bench, file)
    assert everything_stored(bench) == before


def test_a_team_of_the_same_name_in_another_department_is_another_team(bench: Bench, file: Path) -> None:
    rows = [case("S1", **{MAIL: ""}), case("S2", **{MAIL: "", "Fagenhed": "Handicap"})]
    import_file(bench, write_list(file, rows))

    ids = caseworkers(bench)
    assert ids["S1"] != ids["S2"]


def test_a_row_without_e_mail_means_the_colleague_of_that_name_in_the_team(bench: Bench, file: Path) -> None:
    import_file(bench, write_list(file, [case("S1"), case("S2", **{MAIL: ""})]))

    assert len(set(caseworkers(bench).values())) == 1


def test_an_e_mail_address_that_comes_later_is_learned(bench: Bench, file: Path) -> None:
    import_file(bench, write_list(file, [case("S1", **{MAIL: ""})]))
    report = import_file(bench, write_list(file, [case("S1")]))

    assert report.unconfirmed_employees == ()
    assert employee(bench, caseworkers(bench)["S1"]).email == "ida@kommune.example"


def test_two_of_one_name_and_team_with_different_e_mail_addresses_are_two(bench: Bench, file: Path) -> None:
    import_file(bench, write_list(file, [case("S1"), case("S2", **{MAIL: "ida.2@kommune.example"})]))

    ids = caseworkers(bench)
    assert ids["S1"] != ids["S2"]


def test_of_two_addresses_under_one_known_name_only_the_first_is_the_known_one(bench: Bench, file: Path) -> None:
    import_file(bench, write_list(file, [case("S1", **{MAIL: ""})]))
    known = caseworkers(bench)["S1"]

    import_file(bench, write_list(file, [case("S1"), case("S2", **{MAIL: "ida.2@kommune.example"})]))

    ids = caseworkers(bench)
    assert ids["S1"] == known
    assert ids["S2"] != known
    before = everything_stored(bench)
    import_file(bench, file)
    assert everything_stored(bench) == before


def test_of_two_of_one_name_who_is_in_the_team_today_is_meant(bench: Bench, file: Path) -> None:
    import_file(bench, write_list(file, [case("S1", **{MAIL: ""})]))
    with bench.office.act(bench.actor, Action.EDIT_ORGANISATION) as tx:
        (place,) = tx.of(TeamMembership).where()
        left = replace(place, from_on=TODAY - timedelta(days=90), until_on=TODAY - timedelta(days=30))
        tx.of(TeamMembership).save(left)
        new = tx.of(Employee).add(Employee(EmployeeId(0), "Ida Mikkelsen"))
        tx.of(TeamMembership).add(TeamMembership(RowId(0), new.id, place.team_id, TODAY))
        tx.about("employee", new.id)

    import_file(bench, write_list(file, [case("S2", **{MAIL: ""})]))

    assert caseworkers(bench)["S2"] == new.id


def test_somebody_known_by_address_alone_gets_a_name_when_a_list_tells_it(bench: Bench, file: Path) -> None:
    report = import_file(bench, write_list(file, [case("S1", **{WHO: ""})]))
    assert report.unconfirmed_employees == ("ida@kommune.example",)

    import_file(bench, write_list(file, [case("S1")]))

    assert employee(bench, caseworkers(bench)["S1"]).name == "Ida Mikkelsen"


def test_without_a_team_to_go_by_the_only_one_of_the_name_is_meant(bench: Bench, file: Path) -> None:
    import_file(bench, write_list(file, [case("S1"), case("S2", **{MAIL: "", "Team": ""})]))

    assert len(set(caseworkers(bench).values())) == 1


def test_somebody_first_named_without_a_team_joins_it_when_it_is_told(bench: Bench, file: Path) -> None:
    rows = [case("S1", **{MAIL: "", "Team": ""}), case("S2", **{MAIL: ""})]
    report = import_file(bench, write_list(file, rows))

    assert report.unconfirmed_employees == ("Ida Mikkelsen",)
    assert len(set(caseworkers(bench).values())) == 1


def test_two_telephone_numbers_in_one_list_settle_on_the_last(bench: Bench, file: Path) -> None:
    write_list(file, [case("S1", **{PHONE: "11 11 11 11"}), case("S2", **{PHONE: "22 22 22 22"})])
    import_file(bench, file)
    before = everything_stored(bench)

    import_file(bench, file)

    assert employee(bench, caseworkers(bench)["S1"]).phone == "22 22 22 22"
    assert everything_stored(bench) == before


def test_what_a_list_says_of_a_confirmed_colleague_changes_nothing(bench: Bench, file: Path) -> None:
    import_file(bench, write_list(file, [row()]))
    ida = employee(bench, caseworkers(bench)["S1"])
    Organisation(bench.office).save_employee(bench.actor, replace(ida, confirmed=True, phone="99 99 99 99"))

    import_file(bench, write_list(file, [row(**{PHONE: "22 22 22 22", "Team": "Hjælpemidler"})]))

    assert employee(bench, ida.id).phone == "99 99 99 99"
    with bench.office.aside() as tx:
        assert len(tx.of(TeamMembership).where(employee_id=ida.id)) == 1


def test_a_confirmed_namesake_without_a_team_is_not_guessed_at(bench: Bench, file: Path) -> None:
    known = Organisation(bench.office).save_employee(bench.actor, Employee(EmployeeId(0), "Ida Mikkelsen"))

    import_file(bench, write_list(file, [row(**{MAIL: ""})]))

    assert caseworkers(bench)["S1"] != known.id


def test_merged_colleagues_and_teams_are_found_under_their_old_names(bench: Bench, file: Path) -> None:
    import_file(bench, write_list(file, [row(), case("S2", **{MAIL: "holm@kommune.example", "Team": "Hjælpemidler"})]))
    organisation, ids = Organisation(bench.office), caseworkers(bench)
    final = organisation.save_employee(bench.actor, Employee(EmployeeId(0), "Ida Holm"))
    with bench.office.aside() as tx:
        first, second = (tx.of(Team).find(name=name) for name in ("Visitationen", "Hjælpemidler"))
    assert first is not None
    assert second is not None
    assert ids["S1"] is not None
    assert ids["S2"] is not None
    organisation.merge_employees(bench.actor, ids["S1"], ids["S2"])
    organisation.merge_employees(bench.actor, ids["S2"], final.id)
    organisation.merge_teams(bench.actor, first.id, second.id)
    before = everything_stored(bench)

    report = import_file(bench, file)

    assert (report.unconfirmed_teams, report.unconfirmed_employees) == ((), ())
    assert set(caseworkers(bench).values()) == {final.id}
    assert everything_stored(bench) == before


def test_a_row_without_caseworker_and_team_has_none(bench: Bench, file: Path) -> None:
    report = import_file(bench, write_list(file, [row(**{WHO: "", MAIL: "", PHONE: "", "Team": ""})]))

    assert (report.unconfirmed_teams, report.unconfirmed_employees) == ((), ())
    with bench.office.aside() as tx:
        case_file = tx.of(CaseFile).get(CaseFileId(1))
    assert (case_file.team_id, case_file.caseworker_id) == (None, None)
