"""The folder for the case system: what is in it, how it is filed, and that it is whole or not there."""

import csv
import hashlib
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from koordinator.bootstrap.resources import resources_dir
from koordinator.documents.case_folder_maker import CaseFolderFiles
from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.case_filing import CaseFiling, Sensitivity, UnusableFiling
from koordinator.domain.case_folder import NothingToFile
from koordinator.domain.handouts import HandedOver, HandedThing
from koordinator.domain.ids import CaseFileId
from koordinator.domain.output_file import OutputNotWritten
from koordinator.domain.paper import HandoutWay, PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.register import CaseFile
from koordinator.domain.setting import SettingKey, UnusableKle
from koordinator.integrations.filing_files import FilingOnDisk
from koordinator.integrations.output_files import OutputFilesOnDisk
from koordinator.usecases.case_folder import CaseFolders, FolderWanted
from koordinator.usecases.papers import Papers
from koordinator.usecases.settings import Settings
from tests.documents.press import MAKERS
from tests.storage.databases import files_of_at_most
from tests.support.full_disk import can_fill_disk
from tests.support.meeting_world import MeetingWorld, employee_party
from tests.support.office import TODAY

OWN_FILES = {"journalnotat.txt", "metadata.json", "metadata.txt", "opgaveliste.csv"}


@pytest.fixture
def folders(world: MeetingWorld) -> CaseFolders:
    papers = Papers(world.bench.office, MAKERS)
    return CaseFolders(
        world.bench.office, papers, CaseFolderFiles(), OutputFilesOnDisk(), FilingOnDisk(resources_dir())
    )


def held(world: MeetingWorld) -> None:
    """A meeting today with an agreement that looks like a formula, something to decide, and an approved plan."""
    meeting_id = world.running().meeting.id
    kim = employee_party(world.kim)
    world.room_plan.promise(world.actor, meeting_id, Promise("=Ringer til skolen; æøå", kim, TODAY))
    world.room_plan.ask(world.actor, meeting_id, Question("Støtte i hjemmet", world.handicap, world.ida, TODAY))
    world.closing.close(world.actor, meeting_id)
    plan = world.plans.open(world.actor, world.subject_id).plan or world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    filled = world.plans.add_goal(world.actor, plan.id, "Rolige morgener").plan
    assert filled is not None
    world.plans.approve(world.actor, filled)


def metadata(folder: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    return said


def test_minutes_plan_tasks_and_note_lie_in_a_folder_that_names_nobody(
    world: MeetingWorld, folders: CaseFolders, tmp_path: Path
) -> None:
    held(world)

    folder = folders.write(world.actor, FolderWanted(world.subject_id), tmp_path / "ud")

    assert folder == tmp_path / "ud" / f"til-sagssystemet-moede-{TODAY}"
    names = {path.name for path in folder.iterdir()}
    papers = names - OWN_FILES
    assert names >= OWN_FILES
    assert len(papers) == 2
    said = metadata(folder)
    assert [(each["document_type"], each["kle_facet"]) for each in said["documents"]] == [
        ("Referat", "P35"),
        ("Plan", ""),
        ("Notat", "P35"),
        ("Notat", ""),
    ]
    assert {each["file"] for each in said["documents"]} == papers | {"journalnotat.txt", "opgaveliste.csv"}
    for each in said["documents"]:
        assert each["sha256"] == hashlib.sha256((folder / each["file"]).read_bytes()).hexdigest()
    assert [each["title"] for each in said["documents"][:2]] == [
        f"Referat, mødet {TODAY:%d.%m.%Y}, version 1",
        "Fælles plan, version 1",
    ]
    assert (said["municipality"], said["case_number"]) == ("Lilleby Kommune", "26-100")
    text = (folder / "metadata.txt").read_bytes().decode("utf-8-sig")
    for line in ("Handlingsfacet: P35", "Følsomhed: Følsom", "KLE-emne: 27.00.00"):
        assert line in text
    for everything in (text, json.dumps(said, ensure_ascii=False), folder.name):
        assert "Lone" not in everything
        assert "Bæk" not in everything
    entry = world.bench.log()[-3]
    assert (entry.action, entry.subject_id) == ("make_case_folder", world.subject_id)


def test_the_tasks_open_in_a_danish_excel_and_run_nothing(
    world: MeetingWorld, folders: CaseFolders, tmp_path: Path
) -> None:
    held(world)

    folder = folders.write(world.actor, FolderWanted(world.subject_id), tmp_path)

    content = (folder / "opgaveliste.csv").read_bytes()
    assert content.startswith("\ufeff".encode())
    head, promise, question = csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";")
    day = f"{TODAY:%d.%m.%Y}"
    assert head[:5] == ["Slags", "Hvad", "Hvem", "Hvor", "Senest"]
    assert promise == ["Aftale", "'=Ringer til skolen; æøå", "Kim Møller", "Familie", day, "", day]
    assert question[:5] == ["Skal afgøres", "Støtte i hjemmet", "Ida Mikkelsen", "Handicap", day]


def test_the_note_says_what_was_done_who_was_there_and_what_is_agreed(
    world: MeetingWorld, folders: CaseFolders, tmp_path: Path
) -> None:
    held(world)

    folder = folders.write(world.actor, FolderWanted(world.subject_id), tmp_path)

    note = (folder / "journalnotat.txt").read_bytes().decode("utf-8-sig")
    for words in (
        "Om: Lone Bæk\r\nSagsnummer: 26-100",
        "af Mette Holm",
        "Hvad er gjort\r\nSamarbejdsmøde lørdag 21. november 2026",
        "Sted: Hjemme hos borgeren",
        "- Lone Bæk: Til stede",
        "Ikke med\r\n- Kim Møller (Familie)",
        "- =Ringer til skolen; æøå (Kim Møller, senest 21. november)",
        "Skal afgøres\r\n- Støtte i hjemmet (Ida Mikkelsen, Handicap, senest 21. november)",
    ):
        assert words in note
    for secret in ("1203784444", "120378", "Skovvej"):
        assert secret not in note


def test_what_was_handed_out_is_filed_byte_for_byte_and_once(
    world: MeetingWorld, folders: CaseFolders, tmp_path: Path
) -> None:
    held(world)
    papers = Papers(world.bench.office, MAKERS)
    for order in (
        PaperOrder(PaperKind.PLAN, world.subject_id, Reader.CITIZEN, number=1),
        PaperOrder(PaperKind.PLAN, world.subject_id, Reader.PROFESSIONAL, number=1),
        PaperOrder(PaperKind.CONTACTS, world.subject_id),
    ):
        given = papers.make(world.actor, order)
        noted = (HandedOver("Lone Bæk", TODAY, HandoutWay.LETTER),)
        world.handouts.note(world.actor, world.subject_id, HandedThing(given.paper.id), noted)
    (withdrawn, *_) = world.papers.of_subject(world.actor, world.subject_id).handouts

    with_both = folders.write(world.actor, FolderWanted(world.subject_id), tmp_path)
    world.handouts.withdraw(world.actor, withdrawn.id, "Forkert")
    without = folders.write(world.actor, FolderWanted(world.subject_id), tmp_path)

    assert [each["document_type"] for each in metadata(with_both)["documents"]][:3] == ["Referat", "Plan", "Plan"]
    assert len(metadata(with_both)["documents"]) == 5
    assert len(metadata(without)["documents"]) == 4
    assert without.name == f"{with_both.name} 2"
    note = (without / "journalnotat.txt").read_text(encoding="utf-8-sig")
    assert note.endswith(f"Udleveret\n- Fælles plan, version 1: Lone Bæk · {TODAY:%d.%m.%Y} · Brev\n")


def test_what_is_chosen_for_the_case_holds_the_next_time_too(
    world: MeetingWorld, folders: CaseFolders, tmp_path: Path
) -> None:
    held(world)
    offer = folders.offer(world.actor, world.subject_id)
    assert (offer.filing.case_number, offer.standard_kle) == ("26-100", "27.00.00")
    assert (offer.meeting_on, offer.has_plan) == (TODAY, True)
    chosen = replace(
        offer.filing, case_number="27-1", kle_subject="29.00.00", sensitivity=Sensitivity.SPECIALLY_SENSITIVE
    )

    folders.write(world.actor, FolderWanted(world.subject_id, filing=chosen), tmp_path)
    again = folders.write(world.actor, FolderWanted(world.subject_id), tmp_path)

    said = metadata(again)
    assert said["case_number"] == "27-1"
    assert {(each["kle_subject"], each["sensitivity"]) for each in said["documents"]} == {("29.00.00", "SærligFølsom")}
    kept = folders.offer(world.actor, world.subject_id).filing
    folders.write(world.actor, FolderWanted(world.subject_id, filing=replace(kept, sensitivity=None)), tmp_path)
    assert folders.offer(world.actor, world.subject_id).filing.sensitivity is None
    with pytest.raises(UnusableKle):
        folders.write(world.actor, FolderWanted(world.subject_id, filing=replace(kept, kle_subject="P35")), tmp_path)


def test_the_municipality_has_its_own_subject(world: MeetingWorld, folders: CaseFolders) -> None:
    held(world)
    Settings(world.bench.office).change(world.actor, {SettingKey.KLE_SUBJECT: "15.00.00"})

    assert folders.offer(world.actor, world.subject_id).standard_kle == "15.00.00"


def test_several_open_cases_are_for_the_person_to_choose_between(world: MeetingWorld, folders: CaseFolders) -> None:
    held(world)
    with world.bench.office.aside() as tx:
        tx.of(CaseFile).add(CaseFile(CaseFileId(0), "26-204", world.lone.id, world.handicap))

    offer = folders.offer(world.actor, world.subject_id)

    assert offer.filing == CaseFiling(offer.filing.id, world.subject_id)
    assert [each.number for each in offer.open_cases] == ["26-100", "26-204"]


def test_a_plan_alone_is_filed_before_the_first_meeting(
    world: MeetingWorld, folders: CaseFolders, tmp_path: Path
) -> None:
    begun = world.plans.begin(world.actor, world.subject_id).plan
    assert begun is not None
    world.promises.promise(world.actor, world.subject_id, Promise("Ringer", employee_party(world.kim), TODAY))

    folder = folders.write(world.actor, FolderWanted(world.subject_id), tmp_path)

    assert folder.name == f"til-sagssystemet-{TODAY}"
    assert metadata(folder)["documents"][0]["title"] == "Fælles plan, udkast"
    note = (folder / "journalnotat.txt").read_text(encoding="utf-8-sig")
    assert "Der er ikke holdt et møde endnu." in note
    assert "- Ringer (Kim Møller, senest 21. november)" in note


def test_there_must_be_something_to_file(world: MeetingWorld, folders: CaseFolders, tmp_path: Path) -> None:
    planned = world.planned().meeting.id
    with pytest.raises(NothingToFile):
        folders.write(world.actor, FolderWanted(world.subject_id), tmp_path / "ud")
    with pytest.raises(NothingToFile):
        folders.offer(world.actor, world.subject_id, planned)
    held(world)
    with pytest.raises(NothingToFile):
        folders.offer(world.actor, world.anna.subject_id, planned)

    assert not (tmp_path / "ud").exists()


@can_fill_disk
def test_a_full_disk_leaves_no_half_of_a_folder(world: MeetingWorld, folders: CaseFolders, tmp_path: Path) -> None:
    held(world)
    place = tmp_path / "ud"
    place.mkdir()

    class Full(OutputFilesOnDisk):
        """The database's disk is another one."""

        @override
        def write_folder(self, parent: Path, name: str, files: Any) -> Path:
            with files_of_at_most(2_000):
                return super().write_folder(parent, name, files)

    folders._files = Full()
    with pytest.raises(OutputNotWritten):
        folders.write(world.actor, FolderWanted(world.subject_id), place)

    assert list(place.iterdir()) == []


def test_a_program_without_its_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnusableFiling):
        FilingOnDisk(tmp_path).standard()
