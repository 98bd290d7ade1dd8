"""Everything held about a citizen: nothing forgotten, and nothing of others before somebody has decided so."""

import json
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest

from koordinator.bootstrap.resources import resources_dir
from koordinator.documents.pdf import Pdf
from koordinator.domain.access import Action, Channel
from koordinator.domain.agreement import Agreement
from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_model import UNKNOWN, OptionKey, ParameterKey
from koordinator.domain.citizen import Citizen, FamilyMembership, LeaveReason
from koordinator.domain.contact_note import ContactKind, ContactNote
from koordinator.domain.draft import DraftPlace
from koordinator.domain.errors import FieldMissing, NotFound
from koordinator.domain.ids import AgreementId, CitizenId, ContactNoteId, ParticipantId, PlanVersionId, RowId
from koordinator.domain.joint_plan import MemberPart, PlanVersion
from koordinator.domain.meeting import MeetingNote, MeetingOperation, NoteKind, Participant
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Paper, PaperKind
from koordinator.domain.presence_wish import PresenceWish
from koordinator.domain.register import ContactPerson
from koordinator.domain.right_of_access import AccessDecision, AccessVerdict, NotToDecide, Other, OtherKey, OtherKind
from koordinator.domain.right_of_access_masks import words_of
from koordinator.integrations.spelling import DanishDictionary
from koordinator.usecases.right_of_access import RightOfAccess
from koordinator.usecases.who_acts import WhoActs
from tests.documents.press import read_back
from tests.support.demo import opened_demo, services_of
from tests.support.desk import services_at
from tests.support.histories import MORNING, Histories, days_ago
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY, Bench


def access_of(bench: Bench) -> RightOfAccess:
    return services_at(bench).right_of_access


def read(world: MeetingWorld, citizen: Citizen | None = None) -> tuple[str, str]:
    """The report as text, and the data file."""
    access, whose = access_of(world.bench), citizen or world.lone
    paper = access.report(world.actor, whose.id)
    text = " ".join(read_back(Pdf(paper.content, 0, ())).text.split())
    return text, access.data(world.actor, whose.id).content.decode()


def say(world: MeetingWorld, text: str, who: str = "Lone") -> ContactNote:
    note = ContactNote(ContactNoteId(0), world.subject_id, ContactKind.PHONE, who, text, MORNING, world.mette, MORNING)
    return Histories(world.bench).add(note)


def others(world: MeetingWorld, citizen: Citizen | None = None) -> dict[str, Other]:
    access, whose = access_of(world.bench), citizen or world.lone
    return {other.name: other for other in access.others(world.actor, whose.id)}


def decide(
    world: MeetingWorld,
    *keys: OtherKey,
    verdict: AccessVerdict = AccessVerdict.SHOWN,
    reason: str = "Lone ved det i forvejen.",
) -> None:
    access_of(world.bench).decide(world.actor, world.lone.id, keys, verdict, reason)


def test_the_citizens_own_rows_are_there_in_both(world: MeetingWorld) -> None:
    for said in read(world):
        for word in ("Lone Bæk", "1203784444", "Skovvej 3", "Bostøtte", "26-100", "Min Plan", "Mette Holm"):
            assert word in said


def test_nobody_else_is_in_either_before_it_is_decided(world: MeetingWorld) -> None:
    say(world, "Anna og Jens Ravn vil gerne, og det vil Bodil Lund også. Ring 9977.")

    for said in read(world):
        for word in ("Anna", "Jens", "Ravn", "Trine", "Skov ", "Bodil", "Lund", "Lilleby Skole"):
            assert word not in said, word
        assert "[person " in said


def test_who_is_decided_about_is_shown_or_stays_out_with_the_reason(world: MeetingWorld) -> None:
    say(world, "Anna og Jens Ravn vil gerne.")
    found = others(world)
    decide(world, found["Jens Ravn"].key)
    decide(world, found["Anna Bæk"].key, verdict=AccessVerdict.MASKED)

    for said in read(world):
        assert "Jens Ravn" in said
        assert "Anna" not in said
        assert "Lone ved det i forvejen." in said
    decide(world, found["Jens Ravn"].key, verdict=AccessVerdict.MASKED)
    assert all("Jens" not in said for said in read(world))


def test_each_is_to_be_decided_with_what_is_known_of_them(world: MeetingWorld) -> None:
    say(world, "Så kom Bodil Lund forbi, og så gik de.", who="Naboen Per")
    found = others(world)

    assert [(name, found[name].key.kind) for name in found] == [
        ("Anna Bæk", OtherKind.CITIZEN),
        ("Jens Ravn", OtherKind.CONTACT_PERSON),
        ("Trine Skov", OtherKind.CONTACT_PERSON),
        ("Bodil Lund", OtherKind.NAME),
        ("Lilleby Skole", OtherKind.NAME),
        ("Naboen Per", OtherKind.NAME),
    ]
    assert "Så kom Bodil Lund forbi" in found["Bodil Lund"].detail
    assert "Kim Møller" not in found


def test_a_protected_address_is_on_nothing_before_it_is_decided(world: MeetingWorld) -> None:
    say(world, "Vi mødtes på Skovvej 3 i 4999 Lilleby.")
    assert all("Skovvej 3" in said for said in read(world))
    Histories(world.bench).save(replace(world.lone, protected_address=True))

    for said in read(world):
        assert "Skovvej" not in said
        assert "4999" not in said
        assert "Vi mødtes på [beskyttet adresse] i [beskyttet adresse]" in said
    (key,) = [other.key for other in others(world).values() if other.key.kind is OtherKind.ADDRESS]
    decide(world, key)
    assert all("Skovvej 3" in said for said in read(world))


@pytest.mark.parametrize("who", ["lone", "anna"])
def test_a_protected_address_is_known_without_its_floor_too(world: MeetingWorld, who: str) -> None:
    lives = replace(getattr(world, who), address="Hemmelighedsvej 7, 2. tv.", postal_code="9876", city="Skjulteby")
    Histories(world.bench).save(replace(lives, protected_address=True))
    say(world, "Vi mødtes på Hemmelighedsvej 7, og før det i 9876 Skjulteby.")

    for said in read(world):
        assert [word for word in ("Hemmelighedsvej", "9876", "Skjulteby") if word in said] == []


def test_the_reason_names_nobody_either(world: MeetingWorld) -> None:
    decide(world, others(world)["Jens Ravn"].key, verdict=AccessVerdict.MASKED, reason="Jens vil ikke have det")

    for said in read(world):
        assert "Jens" not in said
        assert "vil ikke have det" in said


def test_what_somebody_else_said_is_held_back_with_them(world: MeetingWorld) -> None:
    say(world, "Det er for meget for hende.", who="Jens Ravn")

    assert all("for meget" not in said for said in read(world))
    decide(world, others(world)["Jens Ravn"].key)
    assert all("for meget" in said for said in read(world))


def test_a_private_note_is_the_authors_until_it_is_decided(world: MeetingWorld) -> None:
    file = world.running()
    for is_private, text in ((True, "Husk at ringe til Sofie Krag"), (False, "Alt går godt")):
        draft = NoteDraft(NoteKind.SAID, text, file.agenda[0].id, is_private)
        file = world.room_plan.note(world.actor, file.meeting.id, draft)
    (private,) = [note for note in file.notes if note.private]
    key = OtherKey(OtherKind.PRIVATE_NOTE, private.id)

    assert all("Husk" not in said and "Alt går godt" in said for said in read(world))
    seen = {
        other.key: other
        for other in access_of(world.bench).others(replace(world.actor, employee_id=world.kim), world.lone.id)
    }
    assert (seen[key].name, seen[key].detail) == ("Mette Holm", "")
    assert OtherKey(OtherKind.NAME, name="sofie krag") not in seen
    decide(world, key)
    assert all("Husk" in said and "Sofie" not in said for said in read(world))


def test_a_private_note_that_was_taken_back_stays_back(world: MeetingWorld) -> None:
    file = world.running()
    draft = NoteDraft(NoteKind.SAID, "Husk det her", file.agenda[0].id, private=True)
    file = world.room_plan.note(world.actor, file.meeting.id, draft)
    world.room.undo(world.actor, file.meeting.id)
    histories = Histories(world.bench)

    assert any("Husk" in step.before + step.after for step in histories.all(MeetingOperation))
    assert histories.all(MeetingNote) == ()
    assert all("Husk" not in said for said in read(world))


def test_a_draft_is_held_back_until_it_is_decided(world: MeetingWorld) -> None:
    meeting = world.planned().meeting
    draft = world.drafts.keep(world.actor, DraftPlace("meeting", meeting.id, "summary"), "Vi nåede langt")

    assert all("nåede langt" not in said for said in read(world))
    decide(world, OtherKey(OtherKind.DRAFT, draft.id))
    assert all("nåede langt" in said for said in read(world))


def test_a_draft_of_a_members_part_is_held_about_the_member_and_about_nobody_else(world: MeetingWorld) -> None:
    """It is known by the citizen: the part is made by its first word, and has a number that may be somebody else's."""
    histories = Histories(world.bench)
    plan = histories.plan(histories.family("Familien Bæk", world.lone, world.anna).subject_id)
    tina = world.bench.add_citizen("Tina Dam", "")
    histories.add(MemberPart(RowId(tina.id), plan.id, world.anna.id))
    assert [part.id for part in histories.all(MemberPart)] == [RowId(tina.id)]
    drafts = [
        world.drafts.keep(world.actor, DraftPlace("member_part", citizen.id, "own_words"), "Jeg vil svømme")
        for citizen in (world.lone, world.anna, tina)
    ]

    found = [other.key for other in access_of(world.bench).others(world.actor, world.lone.id)]

    held = [OtherKey(OtherKind.DRAFT, draft.id) for draft in drafts]
    assert [key for key in found if key.kind is OtherKind.DRAFT] == held[:2]


def test_a_family_is_the_members_own_together_but_not_each_others_parts(world: MeetingWorld) -> None:
    histories = Histories(world.bench)
    family = histories.family("Familien Bæk", world.lone, world.anna)
    for member, what in ((None, "Alle spiser sammen"), (world.lone.id, "Lones egen"), (world.anna.id, "Pigens egen")):
        agreement = Agreement(AgreementId(0), what, family.subject_id, what, TODAY, member_id=member)
        histories.add(agreement)

    for said in read(world):
        assert "Alle spiser sammen" in said
        assert "Lones egen" in said
        assert "Pigens egen" not in said


def test_of_a_family_that_was_left_what_was_there_before_stays(world: MeetingWorld) -> None:
    histories = Histories(world.bench)
    family = histories.family("Familien Bæk", world.lone, world.anna)
    (own,) = histories.all(FamilyMembership, citizen_id=world.lone.id)
    histories.save(replace(own, until_on=days_ago(10), left_because=LeaveReason.MOVED_OUT))
    # A time before that, which somebody registered later.
    histories.add(replace(own, id=RowId(0), from_on=days_ago(500), until_on=days_ago(400)))
    for day, what in ((days_ago(20), "Det gamle"), (days_ago(5), "Det nye")):
        histories.add(Agreement(AgreementId(0), what, family.subject_id, what, day))

    for said in read(world):
        assert "Det gamle" in said
        assert "Det nye" not in said


def test_what_is_the_citizens_in_anothers_affairs_waits_for_that_other(world: MeetingWorld) -> None:
    histories = Histories(world.bench)
    meeting = histories.meeting(world.anna.subject_id, days_ago(3))
    histories.add(
        Participant(ParticipantId(0), meeting.id, citizen_id=world.lone.id, written_contribution="Jeg kommer ikke")
    )

    assert all("Jeg kommer ikke" not in said for said in read(world))
    decide(world, others(world)["Anna Bæk"].key)
    assert all("Jeg kommer ikke" in said for said in read(world))


def test_what_is_the_citizens_in_another_familys_affairs_waits_for_one_of_them(world: MeetingWorld) -> None:
    histories = Histories(world.bench)
    family = histories.family("Familien Skov", world.anna)
    meeting = histories.meeting(family.subject_id, days_ago(3))
    histories.add(PresenceWish(RowId(0), meeting.id, wanted=False, citizen_id=world.lone.id))

    assert '"wanted"' not in read(world)[1]
    decide(world, others(world)["Anna Bæk"].key)
    assert '"wanted": false' in read(world)[1]


def test_a_frozen_version_is_given_without_the_others(world: MeetingWorld) -> None:
    file = world.running()
    draft = NoteDraft(NoteKind.SAID, "Det går bedre med Anna", file.agenda[0].id)
    file = world.room_plan.note(world.actor, file.meeting.id, draft)
    world.closing.close(world.actor, file.meeting.id)

    for said in read(world):
        assert "Det går bedre med [person 1]" in said
        assert "Anna" not in said


def test_a_frozen_version_that_cannot_be_read_is_given_as_it_stands(world: MeetingWorld) -> None:
    histories = Histories(world.bench)
    plan = histories.plan(world.subject_id, days_ago(9))
    (version,) = histories.all(PlanVersion, plan_id=plan.id)
    histories.add(
        replace(version, id=PlanVersionId(0), number=2, content="der stod noget om Anna", from_on=days_ago(3))
    )

    _, data = read(world)
    assert "der stod noget om [person 1]" in data


def test_answers_are_in_the_words_of_their_model_or_as_they_were_written(world: MeetingWorld) -> None:
    histories = Histories(world.bench)
    answer = Answer(ParameterKey("cases"), OptionKey("three"), OptionKey(UNKNOWN), "Anna er med")
    open_one = histories.assessment(world.subject_id, None)
    histories.save(replace(open_one, answers=(answer,)))

    text, data = read(world)
    assert '"option": "three"' in data
    assert '"note": "[person 1] er med"' in data
    assert "Ved ikke" in text


def test_a_decision_is_about_one_of_them_and_has_a_reason(world: MeetingWorld) -> None:
    access, key = access_of(world.bench), others(world)["Jens Ravn"].key

    with pytest.raises(NotToDecide):
        access.decide(world.actor, world.lone.id, [OtherKey(OtherKind.CITIZEN, 99)], AccessVerdict.SHOWN, "Ja")
    with pytest.raises(FieldMissing):
        access.decide(world.actor, world.lone.id, [key], AccessVerdict.SHOWN, "  ")
    with pytest.raises(NotFound):
        access.report(world.actor, CitizenId(99))
    assert Histories(world.bench).all(AccessDecision) == ()


def test_a_decision_is_kept_with_who_and_when_and_stands_in_the_log(world: MeetingWorld) -> None:
    key = others(world)["Jens Ravn"].key
    decide(world, key)
    (decision,) = Histories(world.bench).all(AccessDecision)
    entry = world.bench.log()[-1]

    assert (decision.key, decision.verdict, decision.decided_by_id) == (key, AccessVerdict.SHOWN, world.mette)
    assert decision.decided_at == world.bench.clock.now()
    assert (entry.action, entry.subject_id, entry.codes) == (Action.DECIDE_ACCESS, world.subject_id, "shown=1")


def test_every_paper_is_kept_and_logged(world: MeetingWorld) -> None:
    access = access_of(world.bench)
    made = [
        access.report(world.actor, world.lone.id, large_print=True),
        access.data(world.actor, world.lone.id),
        access.log(world.actor, world.lone.id),
    ]
    kinds = [PaperKind.RIGHT_OF_ACCESS, PaperKind.ACCESS_DATA, PaperKind.ACCESS_LOG]

    assert [each.paper.kind for each in made] == kinds
    assert [row.sha256 for row in Histories(world.bench).all(Paper)] == [each.paper.sha256 for each in made]
    assert [entry.action for entry in world.bench.log()[-6:]] == [Action.PREPARE_ACCESS, Action.GIVE_ACCESS] * 3
    assert json.loads(made[1].content)["citizen"] == "Lone Bæk"
    assert [each.paper.file_name for each in made] == [
        "indsigt-2026-11-21-stor-skrift.pdf",
        "indsigt-2026-11-21.json",
        "hvem-har-set-dine-oplysninger-2026-11-21.pdf",
    ]


def test_the_letter_says_who_did_what_and_why_by_the_day(world: MeetingWorld) -> None:
    services = services_at(world.bench)
    for _ in range(3):
        services.citizens.open(world.actor, world.lone.id)
    world.bench.clock.moment += timedelta(days=1)
    services_at(world.bench, Channel.COMMAND_LINE).citizens.open(world.colleague(world.kim), world.lone.id)

    paper = services.right_of_access.log(world.actor, world.lone.id)
    text = " ".join(read_back(Pdf(paper.content, 0, ())).text.split())

    assert "Åbnede din side" in text
    assert "3 gange" in text
    assert "For at hjælpe dig og følge din sag" in text
    assert "Kim Møller" in text
    assert text.index("22.11.2026") < text.rindex("21.11.2026")


def test_a_look_at_the_rows_behind_a_number_is_in_the_log_of_each_of_them(world: MeetingWorld) -> None:
    with world.bench.office.act(world.actor, Action.OPEN_SUPERVISION_ROWS) as tx:
        tx.about("supervision", 0, codes=f"team 2026 subjects={world.subject_id} 4711")
    with world.bench.office.act(world.actor, Action.OPEN_SUPERVISION_ROWS) as tx:
        tx.about("supervision", 0, codes="team 2026 subjects=4711")
    with world.bench.office.aside() as tx:
        found = tx.audit.about((world.subject_id,), world.lone.id)

    assert [entry.action for entry in found] == [Action.OPEN_SUPERVISION_ROWS]


def test_no_name_of_anybody_else_in_the_town_leaks(demo_folder: Path) -> None:
    """Neither whole nor in part, but for a part that is an ordinary word, or the name of a colleague too."""
    dictionary = DanishDictionary(resources_dir() / "spelling")
    with opened_demo(demo_folder) as opened:
        access = services_of(opened).right_of_access
        office = access._office
        with office.aside() as tx:
            everybody = tx.of(Citizen).where()
            network = [each for each in tx.of(ContactPerson).where() if each.employee_id is None]
            colleagues = {word for each in tx.of(Employee).where() for word in words_of(each.name)}
        actor = WhoActs(office, Channel.WINDOW).owner()
        for citizen in everybody[:30]:
            data = access.data(actor, citizen.id).content.decode()
            said = set(words_of(data)) - colleagues - set(words_of(citizen.name))
            for name in {each.name for each in everybody} | {each.name for each in network}:
                assert name == citizen.name or name not in data, (citizen.id, name)
            for other in access.others(actor, citizen.id):
                parts = {word for word in words_of(other.name) if len(word) > 1} & said
                assert all(dictionary.knows(word) for word in parts - {"solbæk"}), (citizen.id, other.name)


def test_every_field_of_a_row_is_given(world: MeetingWorld) -> None:
    data = json.loads(read(world)[1])
    (own,) = [row for row in data["held"] if row["kind"] == "citizen"]

    assert set(own["fields"]) == {field.name for field in fields(Citizen)} - {"id", "version"}
