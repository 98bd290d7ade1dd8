"""Finding citizens, families, cases and agreements in a real database."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from koordinator.domain.agreement import Agreement
from koordinator.domain.citizen import Citizen, Family, Subject, SubjectKind
from koordinator.domain.errors import StaleVersion
from koordinator.domain.ids import AgreementId, CaseFileId, CitizenId, DepartmentId, FamilyId, SubjectId
from koordinator.domain.register import CaseFile
from koordinator.domain.search import HitKind, SearchHit
from koordinator.storage.queries.search import MOST_OF_A_KIND
from tests.support.office import TODAY, Bench, open_office


def add_family(bench: Bench, name: str) -> Family:
    with bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        return tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, name))


def add_case(bench: Bench, citizen_id: CitizenId, number: str) -> CaseFile:
    with bench.office.aside() as tx:
        return tx.of(CaseFile).add(CaseFile(CaseFileId(0), number, citizen_id, DepartmentId(1)))


def add_agreement(bench: Bench, subject_id: SubjectId, what: str, due_on: date | None = None) -> Agreement:
    with bench.office.aside() as tx:
        agreement = Agreement(AgreementId(0), tx.new_uid(), subject_id, what, TODAY, due_on=due_on)
        return tx.of(Agreement).add(agreement)


def find(bench: Bench, typed: str) -> tuple[SearchHit, ...]:
    with bench.office.glance() as view:
        return view.search.hits(typed)


def save_twice(bench: Bench, citizen: Citizen) -> None:
    with bench.office.aside() as tx:
        tx.of(Citizen).save(citizen)
        tx.of(Citizen).save(citizen)


def index_bytes(bench: Bench) -> bytes:
    with bench.database.read() as connection:
        return b"".join(connection.execute(text("SELECT block FROM search_agreement_part_data")).scalars())


def titles(hits: Sequence[SearchHit]) -> list[str]:
    return [hit.title for hit in hits]


@pytest.mark.parametrize(
    "typed",
    [
        "Østergård",
        "østergård",
        "oestergaard",
        "STERG",
        "gård",
        "gaard",
        "mette øst",
        "øst mette",
        "karl",
        "mette-karla",
    ],
)
def test_a_citizen_is_found_by_any_part_of_the_name_with_or_without_danish_letters(bench: Bench, typed: str) -> None:
    bench.add_citizen("Mette-Karla Østergård")
    bench.add_citizen("Lone Bæk", "0101904444")

    assert titles(find(bench, typed)) == ["Mette-Karla Østergård"]


@pytest.mark.parametrize(
    ("typed", "found"), [("L", ["Lone Bæk"]), ("lo", ["Lone Bæk"]), ("bo", []), ("lo bæ", ["Lone Bæk"])]
)
def test_one_or_two_letters_find_the_beginnings_of_names(bench: Bench, typed: str, found: list[str]) -> None:
    bench.add_citizen("Lone Bæk")
    bench.add_citizen("Ebbe Hansen", "0101904444")

    assert titles(find(bench, typed)) == found


def test_a_short_word_beside_a_long_one_begins_a_word(bench: Bench) -> None:
    bench.add_citizen("Bo Hansen")
    bench.add_citizen("Ebbo Hansen", "0101904444")

    assert titles(find(bench, "hansen bo")) == ["Bo Hansen"]


def test_several_short_words_must_each_begin_a_word(bench: Bench) -> None:
    bench.add_citizen("Bo Li Hansen")
    bench.add_citizen("Bo Hansen", "0101904444")

    assert titles(find(bench, "bo li")) == ["Bo Li Hansen"]
    assert titles(find(bench, "bo ha")) == ["Bo Hansen", "Bo Li Hansen"]


@pytest.mark.parametrize("typed", ["120378", "120378-4444", "1203784444", "120378 44"])
def test_a_citizen_is_found_by_cpr_number_and_the_number_stays_masked(bench: Bench, typed: str) -> None:
    citizen = bench.add_citizen("Lone Bæk", "1203784444")
    bench.add_citizen("Ida Bæk", "1203794444")

    (hit,) = find(bench, typed)

    assert hit == SearchHit(
        HitKind.CITIZEN,
        citizen.id,
        citizen.subject_id,
        SubjectKind.CITIZEN,
        citizen.id,
        "Lone Bæk",
        cpr_masked="120378-••••",
    )


def test_another_persons_last_four_digits_find_nobody(bench: Bench) -> None:
    bench.add_citizen("Lone Bæk", "1203784444")

    assert find(bench, "4444") == ()
    assert find(bench, "120378-5") == ()


def test_names_that_begin_with_the_text_come_before_those_that_hold_it(bench: Bench) -> None:
    for number, name in enumerate(["Hanne Anker", "Ankerhus Bo", "Anker Bo"]):
        bench.add_citizen(name, f"010190444{number}")

    assert titles(find(bench, "anker")) == ["Anker Bo", "Ankerhus Bo", "Hanne Anker"]


def test_many_citizens_do_not_hide_a_family_a_case_and_an_agreement(bench: Bench) -> None:
    citizens = [
        bench.add_citizen(f"Rømer {letter}", f"010190{number:04}") for number, letter in enumerate("abcdefghij")
    ]
    family = add_family(bench, "Familien Rømer")
    case_file = add_case(bench, citizens[0].id, "RØMER-2026-1")
    agreement = add_agreement(bench, family.subject_id, "Ringe til fru Rømer", date(2026, 12, 4))

    hits = find(bench, "rømer")

    assert [hit.kind for hit in hits[:MOST_OF_A_KIND]] == [HitKind.CITIZEN] * MOST_OF_A_KIND
    assert hits[MOST_OF_A_KIND:] == (
        SearchHit(HitKind.FAMILY, family.id, family.subject_id, SubjectKind.FAMILY, family.id, "Familien Rømer"),
        SearchHit(
            HitKind.CASE_FILE,
            case_file.id,
            citizens[0].subject_id,
            SubjectKind.CITIZEN,
            citizens[0].id,
            "RØMER-2026-1",
            "Rømer a",
            department="Arbejdsmarked og Uddannelse",
        ),
        SearchHit(
            HitKind.AGREEMENT,
            agreement.id,
            family.subject_id,
            SubjectKind.FAMILY,
            family.id,
            "Ringe til fru Rømer",
            "Familien Rømer",
            due_on=date(2026, 12, 4),
        ),
    )


@pytest.mark.parametrize("typed", ["S2018-00001", "s201800001", "2018-0000", "00001", "s2"])
def test_a_case_is_found_by_any_part_of_its_number_with_or_without_signs(bench: Bench, typed: str) -> None:
    add_case(bench, bench.add_citizen().id, "S2018-00001")

    assert "S2018-00001" in titles(find(bench, typed))


@pytest.mark.parametrize("typed", ["", "  ", "-", '"', "*", "%", "_", "'", "\x00", 'lone" OR "', "NEAR(", "x" * 10_000])
def test_signs_are_no_operators_and_find_nothing_of_their_own(bench: Bench, typed: str) -> None:
    bench.add_citizen("Ida Dam")

    assert find(bench, typed) == ()


def test_a_changed_name_is_found_by_the_new_one_alone(bench: Bench) -> None:
    citizen = bench.add_citizen("Lone Bæk")
    with bench.office.aside() as tx:
        tx.of(Citizen).save(replace(citizen, name="Lone Dam"))

    assert find(bench, "bæk") == ()
    assert titles(find(bench, "dam")) == ["Lone Dam"]


def test_a_change_that_does_not_touch_the_name_leaves_the_entry(bench: Bench) -> None:
    citizen = bench.add_citizen("Lone Bæk")
    with bench.office.aside() as tx:
        tx.of(Citizen).save(replace(citizen, phone="11 22 33 44"))

    assert titles(find(bench, "lone")) == ["Lone Bæk"]


def test_what_is_rolled_back_is_not_found(bench: Bench) -> None:
    citizen = bench.add_citizen("Lone Bæk")
    with pytest.raises(StaleVersion):
        save_twice(bench, replace(citizen, name="Ida Dam"))

    assert titles(find(bench, "bæk")) == ["Lone Bæk"]
    assert find(bench, "dam") == ()


def test_a_removed_agreement_leaves_nothing_in_the_index(bench: Bench) -> None:
    agreement = add_agreement(bench, bench.add_citizen().subject_id, "Zqxwv til mandag")
    assert b"qxw" in index_bytes(bench)
    with bench.office.aside() as tx:
        tx.of(Agreement).remove(agreement.id)

    assert find(bench, "zqxwv") == ()
    assert b"qxw" not in index_bytes(bench)


def test_the_index_is_part_of_the_databases_own_check(bench: Bench) -> None:
    bench.add_citizen()
    with bench.database.write() as connection:
        check = "INSERT INTO search_citizen_part (search_citizen_part, rank) VALUES ('integrity-check', 1)"
        connection.execute(text(check))

    assert bench.database.verify_pages() == ()


@pytest.fixture(scope="module")
def shared_bench(tmp_path_factory: pytest.TempPathFactory, database_template: Path) -> Iterator[Bench]:
    with open_office(tmp_path_factory.mktemp("search"), database_template) as opened:
        yield opened


@given(st.lists(st.text("abcæøåéAÆØÅ", min_size=3, max_size=9), min_size=1, max_size=3), st.data())
def test_every_part_of_three_letters_finds_the_name(shared_bench: Bench, words: list[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(words))
    start = data.draw(st.integers(0, len(word) - 3))
    part = word[start : data.draw(st.integers(start + 3, len(word)))]
    citizen = shared_bench.add_citizen(" ".join(words), cpr="")

    hits = find(shared_bench, part)

    with shared_bench.office.aside() as tx:
        tx.of(Citizen).remove(citizen.id)
    assert [hit.thing_id for hit in hits] == [citizen.id]
