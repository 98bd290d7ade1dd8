"""Deletion that really removes: looked for in every way in which the bytes could still be read."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen, Family, FamilyMembership, FamilyRole, Subject, SubjectKind
from koordinator.domain.consent import Consent
from koordinator.domain.cpr import parse_cpr
from koordinator.domain.deletion import (
    ArchiveAnswer,
    ArchiveNotSettled,
    DeletedKind,
)
from koordinator.domain.draft import Draft
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import ConsentId, FamilyId, RowId, SubjectId
from koordinator.domain.retention import RetentionKind
from koordinator.domain.retention_due import MustBeKept, StillInUse
from koordinator.storage.deletion_list import DeletionListFile, list_path
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.retention import Retention
from tests.support.deciphered import deciphered
from tests.support.deletion_world import index_parts, is_here, readable
from tests.support.histories import Histories
from tests.support.office import KEY, TODAY, Bench
from tests.support.planted import CPR, NAME, all_planted, telling_forms

ARCHIVE = ArchiveAnswer.NOT_WORTH_KEEPING


def test_nothing_of_the_citizen_is_left(bench: Bench, planted: SubjectId, deletions: Deletions, tmp_path: Path) -> None:
    before, pages = readable(bench, tmp_path), deciphered(bench.database.path, KEY)
    assert [text for text in all_planted() if text.encode() not in before] == []
    assert NAME.encode() in pages
    assert "vrx" in index_parts(bench)

    (proof,) = deletions.delete(bench.actor, (planted,), ARCHIVE)

    after = readable(bench, tmp_path)
    assert [form for form in telling_forms() if form in after] == []
    assert index_parts(bench) == set()
    assert (proof.kind, proof.subject_id, proof.archive) == (DeletedKind.CITIZEN, planted, ARCHIVE)
    assert (proof.rule, proof.months, proof.event_on) == (RetentionKind.SUBJECT, 60, date(2019, 3, 1))
    assert bench.log()[proof.log_sequence - 1].action is Action.DELETE_SUBJECT
    assert bench.database.verify_pages() == ()


def test_history_is_guarded_as_before(bench: Bench, planted: SubjectId, deletions: Deletions) -> None:
    guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    with bench.database.read() as connection:
        before = connection.exec_driver_sql(guards).all()

    deletions.delete(bench.actor, (planted,), ARCHIVE)

    with bench.database.read() as connection:
        assert connection.exec_driver_sql(guards).all() == before


def test_the_key_of_who_is_gone_is_never_given_again(bench: Bench, planted: SubjectId, deletions: Deletions) -> None:
    """The log goes on naming it."""
    with bench.office.aside() as tx:
        gone = tx.of(Citizen).get(tx.of(Citizen).where()[-1].id)
    deletions.delete(bench.actor, (planted,), ARCHIVE)

    assert bench.add_citizen("Ny Borger", "").id > gone.id


def test_what_would_go_is_told_before_and_it_is_what_goes(
    bench: Bench, planted: SubjectId, deletions: Deletions
) -> None:
    other = bench.add_citizen("Tina Dam", "")
    with bench.office.aside() as tx:
        tx.connection.exec_driver_sql(
            "INSERT INTO contact_note (subject_id, kind, who, what, contacted_at, author_id, noted_at) "
            "VALUES (?, 'phone', ?, 'Ringede', '2026-01-01', 1, '2026-01-01')",
            (other.subject_id, NAME),
        )

    preview = deletions.preview(bench.actor, planted)
    (proof,) = deletions.delete(bench.actor, (planted,), ARCHIVE)

    assert preview.subject.name == NAME
    assert preview.due is not None
    assert proof.counts == preview.removed.as_text
    assert (preview.removed.mentions, proof.mentions) == (1, 1)


def test_a_hold_stops_it_until_it_is_lifted(
    bench: Bench, planted: SubjectId, deletions: Deletions, retention: Retention
) -> None:
    shelf = retention.hold(bench.actor, planted, "Retssag")
    assert [(each.name, each.hold is not None) for each in shelf.due] == [(NAME, True)]
    assert [each.subject.name for each in shelf.holds] == [NAME]

    with pytest.raises(MustBeKept):
        deletions.delete(bench.actor, (planted,), ARCHIVE)
    assert is_here(bench, planted)
    assert DeletionListFile(bench.database.path).read() == ()

    retention.lift(bench.actor, planted)
    deletions.delete(bench.actor, (planted,), ARCHIVE)
    assert not is_here(bench, planted)


def test_what_is_kept_until_a_day_is_due_again_then(
    bench: Bench, planted: SubjectId, deletions: Deletions, retention: Retention
) -> None:
    retention.hold(bench.actor, planted, "Klagen er ikke afgjort", date(2026, 12, 21))
    with pytest.raises(MustBeKept):
        deletions.delete(bench.actor, (planted,), ARCHIVE)

    bench.clock.pass_days(30)
    deletions.delete(bench.actor, (planted,), ARCHIVE)
    assert not is_here(bench, planted)


def test_nobody_is_deleted_before_the_time_or_without_a_word_about_the_archive(
    bench: Bench, planted: SubjectId, deletions: Deletions, retention: Retention
) -> None:
    new = bench.add_citizen("Tina Dam", "")
    with pytest.raises(StillInUse):
        deletions.delete(bench.actor, (new.subject_id,), ARCHIVE)
    with pytest.raises(ArchiveNotSettled):
        deletions.delete(bench.actor, (planted,), None)
    retention.set_period(bench.actor, RetentionKind.SUBJECT, 120, "Besluttet af byrådet", TODAY)
    with pytest.raises(StillInUse) as refused:
        deletions.delete(bench.actor, (planted,), ARCHIVE)
    assert refused.value.due_on == date(2029, 3, 1)
    with pytest.raises(NotFound):
        deletions.preview(bench.actor, SubjectId(999))
    assert is_here(bench, planted)


def test_old_small_things_go_together_but_for_those_of_who_is_held(
    bench: Bench, planted: SubjectId, deletions: Deletions, retention: Retention
) -> None:
    retention.set_period(bench.actor, RetentionKind.CONSENT, 12, "Besluttet", TODAY)
    retention.set_period(bench.actor, RetentionKind.PAPER, 12, "Besluttet", TODAY)
    retention.hold(bench.actor, planted, "Retssag")
    assert retention.shelf(bench.actor).groups == ()
    assert deletions.delete_old(bench.actor, RetentionKind.DRAFT) is None
    shelf = retention.lift(bench.actor, planted)
    assert {(each.kind, each.number) for each in shelf.groups} == {
        (RetentionKind.CONSENT, 1),
        (RetentionKind.DRAFT, 1),
    }

    proof = deletions.delete_old(bench.actor, RetentionKind.CONSENT)
    again = deletions.delete_old(bench.actor, RetentionKind.CONSENT)

    assert proof is not None
    assert again is None
    assert (proof.kind, proof.uid, proof.counts) == (
        DeletedKind.CONSENT,
        "2025-11-21",
        "consent=1 consent_exception=1 consent_party=1",
    )


def test_a_members_deletion_leaves_the_family_what_is_theirs(
    bench: Bench, planted: SubjectId, deletions: Deletions
) -> None:
    tina = bench.add_citizen("Tina Dam", "")
    with bench.office.aside() as tx:
        member = tx.of(Citizen).find(subject_id=planted)
        assert member is not None
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Dam"))
        begun, left = date(2018, 1, 1), date(2020, 1, 1)
        for citizen_id, until_on in ((member.id, left), (tina.id, None)):
            role = FamilyRole.ADULT
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen_id, role, begun, until_on))
        run = tx.connection.exec_driver_sql
        run("INSERT INTO relation (citizen_id, other_citizen_id, kind) VALUES (?, ?, 'sibling')", (tina.id, member.id))
        run(
            "INSERT INTO course (uid, subject_id, from_on, citizens_word, call_afterwards, version) "
            "VALUES ('family', ?, '2018-01-01', '', '', 1)",
            (subject.id,),
        )
        for owner in (member.id, tina.id, None):
            run(
                "INSERT INTO agreement (uid, subject_id, what, made_on, citizen_id, rhythm, status, not_done_reason, "
                "times_carried, version) VALUES (lower(hex(randomblob(8))), ?, 'Ringe', '2018-02-01', ?, '', 'done', "
                "'', 0, 1)",
                (subject.id, owner),
            )

    deletions.delete(bench.actor, (planted,), ARCHIVE)

    with bench.office.aside() as tx:
        left_over = tx.connection.exec_driver_sql("SELECT citizen_id FROM agreement WHERE what = 'Ringe'").all()
        assert sorted(left_over, key=str) == [(tina.id,), (None,)]
        assert [row.citizen_id for row in tx.of(FamilyMembership).where(family_id=family.id)] == [tina.id]
        assert tx.connection.exec_driver_sql("SELECT count(*) FROM relation").scalar() == 0
        assert tx.of(Family).get(family.id).name == "Familien Dam"
    assert list_path(bench.database.path).exists()


def test_a_members_hold_keeps_the_family_and_the_familys_its_members(
    bench: Bench, planted: SubjectId, deletions: Deletions, retention: Retention
) -> None:
    with bench.office.aside() as tx:
        member = tx.of(Citizen).find(subject_id=planted)
        assert member is not None
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien"))
        begun, left = date(2018, 1, 1), date(2020, 1, 1)
        tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, member.id, FamilyRole.ADULT, begun, left))
    shelf = retention.hold(bench.actor, subject.id, "Retssag")

    assert [each.subject.name for each in shelf.holds] == ["Familien"]
    with pytest.raises(MustBeKept):
        deletions.delete(bench.actor, (planted,), ARCHIVE)
    retention.lift(bench.actor, subject.id)
    retention.hold_person(bench.actor, parse_cpr(CPR), "Retssag")
    with pytest.raises(MustBeKept):
        deletions.delete(bench.actor, (subject.id,), ARCHIVE)
    with pytest.raises(NotFound):
        retention.hold_person(bench.actor, parse_cpr("0101850009"), "Retssag")


@pytest.mark.parametrize(
    ("text", "is_about_them"),
    [
        ("Ring til Quistplants mor", True),
        ("ÆRLIG ÅMOSEGÅRD QUISTPLANT", True),
        ("Åmosegård vil gerne have besked", True),
        ("cpr 010185-0017", True),
        ("010185 0017", True),
        ("Tlf. 12 34 56 78 efter kl. 16", True),
        ("kirsten@eksempel.dk", True),
        ("Skriv til Ærlig Holm", False),
        ("et ærligt svar om en åmosegård", False),
        ("010185-0025", False),
        ("Kære [borger]. Vi ses den [dag].", False),
        ("", False),
    ],
)
def test_what_was_typed_before_it_belonged_to_anything_goes_when_it_says_who_they_are(
    bench: Bench, planted: SubjectId, deletions: Deletions, text: str, is_about_them: bool
) -> None:
    """A name that somebody else has as well points to nobody."""
    Histories(bench).employee("Ærlig Holm")
    typed = Draft(RowId(0), bench.actor.employee_id, "letter_text", 0, "text", 0, text, bench.clock.now())
    with bench.office.aside() as tx:
        citizen = tx.of(Citizen).find(subject_id=planted)
        assert citizen is not None
        tx.of(Citizen).save(replace(citizen, phone="12345678", email="kirsten@eksempel.dk"))
        draft = tx.of(Draft).add(typed)

    deletions.delete(bench.actor, (planted,), ARCHIVE)

    with bench.office.aside() as tx:
        assert (tx.of(Draft).find(id=draft.id) is None) is is_about_them


def test_who_never_had_a_course_is_still_due_after_somebody_looked_at_what_would_go(
    bench: Bench, deletions: Deletions, retention: Retention
) -> None:
    """To decide about somebody is not to use them: the time would begin anew with each question."""
    citizen = bench.add_citizen("Tina Dam", "")
    with bench.office.act(bench.actor, Action.OPEN_CITIZEN) as tx:
        tx.about("citizen", citizen.id, citizen.subject_id)
    bench.clock.pass_days(366)
    retention.hold(bench.actor, citizen.subject_id, "Klage")
    retention.lift(bench.actor, citizen.subject_id)
    assert deletions.preview(bench.actor, citizen.subject_id).due is not None

    (proof,) = deletions.delete(bench.actor, (citizen.subject_id,), ARCHIVE)

    assert (proof.rule, proof.event_on) == (RetentionKind.WITHOUT_COURSE, TODAY)


def test_a_consent_that_is_over_stays_for_as_long_as_it_narrows_one_that_holds(
    bench: Bench, deletions: Deletions, retention: Retention
) -> None:
    lone = bench.add_citizen("Lone Bæk", "").id
    first, said = date(2020, 1, 1), datetime(2020, 1, 1, 12, tzinfo=UTC)
    wide = Consent(ConsentId(0), lone, "Planen", "Alle", "Ja", from_on=first, given_at=said)
    with bench.office.aside() as tx:
        kept = [
            tx.of(Consent).add(each).id
            for each in (wide, replace(wide, until_on=date(2021, 1, 1)), replace(wide, withdrawn_at=said))
        ]
    retention.set_period(bench.actor, RetentionKind.CONSENT, 12, "Besluttet", TODAY)

    assert deletions.delete_old(bench.actor, RetentionKind.CONSENT) is None
    with bench.office.aside() as tx:
        newest = tx.of(Consent).add(wide).id

    assert deletions.delete_old(bench.actor, RetentionKind.CONSENT) is not None
    with bench.office.aside() as tx:
        assert [each.id for each in tx.of(Consent).where(citizen_id=lone)] == [kept[0], newest]
