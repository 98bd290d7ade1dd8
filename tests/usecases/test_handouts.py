"""Whom a paper may go to, who got it, and taking back a note that was wrong."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen, PreferredContact, Relation, RelationKind, Subject, SubjectKind
from koordinator.domain.errors import AlreadyLocked, FieldMissing, FieldTooLong, NotFound
from koordinator.domain.handouts import (
    HandedOutAhead,
    HandedOver,
    HandedThing,
    NoDigitalPost,
    NotByDigitalPost,
    RecipientRole,
)
from koordinator.domain.ids import CitizenId, RowId, SubjectId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.paper import Handout, HandoutWay, Paper, PaperKind, Reader
from koordinator.domain.register import ContactPerson
from tests.support.consents import employee, given_to
from tests.support.histories import Histories
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY

LETTER = HandedOver("Lone Bæk", TODAY, HandoutWay.LETTER)


def minutes(world: MeetingWorld, reader: Reader = Reader.CITIZEN) -> Paper:
    """Of a meeting today at which Lone and Mette were."""
    meeting_id = world.running().meeting.id
    world.closing.close(world.actor, meeting_id)
    return world.make(PaperKind.MINUTES, world.subject_id, meeting_id=meeting_id, reader=reader).paper


def plan_with_goal(world: MeetingWorld) -> JointPlan:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.add_goal(world.actor, plan.id, "Rolige morgener")
    return plan


def contacts(world: MeetingWorld) -> Paper:
    return world.make(PaperKind.CONTACTS, world.subject_id).paper


def set_citizen(world: MeetingWorld, **changes: object) -> None:
    with world.bench.office.aside() as tx:
        lone = tx.of(Citizen).get(world.lone.id)
        tx.of(Citizen).save(replace(lone, **changes))  # type: ignore[arg-type]


def test_a_paper_of_a_version_counts_as_that_version(world: MeetingWorld) -> None:
    plan = plan_with_goal(world)
    (version,) = world.plans.approve(world.actor, plan).versions
    made = world.make(PaperKind.PLAN, world.subject_id).paper

    (on_paper,) = world.handouts.note(
        world.actor, world.subject_id, HandedThing(made.id), (replace(LETTER, recipient=" Lone Bæk "),)
    )
    aloud = replace(LETTER, way=HandoutWay.READ_ALOUD)
    (heard,) = world.handouts.note(world.actor, world.subject_id, HandedThing(plan_version_id=version.id), (aloud,))

    assert (on_paper.recipient, on_paper.paper_id, on_paper.plan_version_id) == ("Lone Bæk", made.id, version.id)
    assert (heard.paper_id, heard.plan_version_id, heard.noted_by_id) == (None, version.id, world.mette)
    assert world.plans.open(world.actor, world.subject_id).handouts == (on_paper, heard)
    offer = world.handouts.offer(world.actor, world.subject_id, HandedThing(plan_version_id=version.id))
    assert (offer.facts.kind, offer.facts.number, offer.noted) == (PaperKind.PLAN, 1, (on_paper, heard))


def test_several_get_it_at_once_or_nobody_does(world: MeetingWorld) -> None:
    paper = contacts(world)
    kim = HandedOver("Kim Møller", TODAY - timedelta(days=1), HandoutWay.SECURE_MAIL)

    with pytest.raises(FieldMissing):
        world.handouts.note(
            world.actor, world.subject_id, HandedThing(paper.id), (LETTER, replace(LETTER, recipient=" "))
        )
    assert world.papers.of_subject(world.actor, world.subject_id).handouts == ()
    noted = world.handouts.note(world.actor, world.subject_id, HandedThing(paper.id), (LETTER, kim))

    assert [each.recipient for each in noted] == ["Lone Bæk", "Kim Møller"]
    entry = world.bench.log()[-1]
    assert (entry.action, entry.kind, entry.codes) == (Action.HAND_OUT, "paper", "way=letter+secure_mail")


def test_what_belongs_to_somebody_else_is_not_handed_out(world: MeetingWorld) -> None:
    paper = contacts(world)

    for thing in (HandedThing(paper.id), HandedThing()):
        with pytest.raises(NotFound):
            world.handouts.note(world.actor, world.anna.subject_id, thing, (LETTER,))
        with pytest.raises(NotFound):
            world.handouts.offer(world.actor, world.anna.subject_id, thing)
    ahead = replace(LETTER, on=TODAY + timedelta(days=1))
    with pytest.raises(HandedOutAhead):
        world.handouts.note(world.actor, world.subject_id, HandedThing(paper.id), (ahead,))
    with pytest.raises(FieldTooLong):
        world.handouts.note(
            world.actor, world.subject_id, HandedThing(paper.id), (replace(LETTER, recipient="n" * 201),)
        )


def test_an_exempt_citizen_is_proposed_a_letter_and_refused_digital_post(world: MeetingWorld) -> None:
    set_citizen(world, digital_post_exempt=True, protected_address=True)
    thing = HandedThing(contacts(world).id)

    lone = world.handouts.offer(world.actor, world.subject_id, thing).recipients.people[0]
    with pytest.raises(NotByDigitalPost):
        world.handouts.note(world.actor, world.subject_id, thing, (replace(LETTER, way=HandoutWay.DIGITAL_POST),))

    assert (lone.name, lone.no_digital_post, lone.protected_address) == ("Lone Bæk", NoDigitalPost.EXEMPT, True)
    assert lone.proposed_way(met_today=False) is HandoutWay.LETTER


def test_whoever_acts_for_the_citizen_is_proposed_with_them(world: MeetingWorld) -> None:
    set_citizen(world, preferred_contact=PreferredContact.LETTER)
    with world.bench.office.aside() as tx:
        tx.of(Relation).add(Relation(RowId(0), world.anna.id, world.lone.id, RelationKind.CUSTODY_HOLDER))

    people = world.handouts.offer(world.actor, world.subject_id, HandedThing(contacts(world).id)).recipients.people
    annas = world.make(PaperKind.CONTACTS, world.anna.subject_id).paper
    of_child = world.handouts.offer(world.actor, world.anna.subject_id, HandedThing(annas.id)).recipients.people

    assert [(each.name, each.role, each.proposed, each.wants_letter) for each in people] == [
        ("Lone Bæk", RecipientRole.CITIZEN, True, True),
        ("Jens Ravn", RecipientRole.PARTY_REPRESENTATIVE, True, False),
    ]
    assert [(each.name, each.role, each.no_digital_post) for each in of_child] == [
        ("Anna Bæk", RecipientRole.CITIZEN, NoDigitalPost.UNDER_AGE),
        ("Lone Bæk", RecipientRole.CUSTODY_HOLDER, None),
    ]


def test_who_acts_for_one_of_a_family_gets_what_the_others_allow(world: MeetingWorld) -> None:
    family = Histories(world.bench).family("Familien Bæk", world.lone, world.anna)
    with world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.CITIZEN))
        father = tx.of(Citizen).add(Citizen(CitizenId(0), tx.new_uid(), subject.id, "", "Per Skov"))
        tx.of(Relation).add(Relation(RowId(0), world.anna.id, father.id, RelationKind.CUSTODY_HOLDER))
    paper = world.make(PaperKind.CONTACTS, family.subject_id).paper

    whole = world.handouts.offer(world.actor, family.subject_id, HandedThing(paper.id)).recipients
    own = world.make(PaperKind.CONTACTS, world.anna.subject_id).paper
    of_child = world.handouts.offer(world.actor, world.anna.subject_id, HandedThing(own.id)).recipients

    assert [each.name for each in whole.people] == ["Lone Bæk", "Anna Bæk"]
    assert whole.extract_only == ("Per Skov", "Jens Ravn")
    assert ("Per Skov", True) in [(each.name, each.proposed) for each in of_child.people]


def test_one_who_no_longer_acts_for_the_citizen_is_not_proposed(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        jens = tx.of(ContactPerson).get(world.jens)
        tx.of(ContactPerson).save(replace(jens, until_on=TODAY))

    people = world.handouts.offer(world.actor, world.subject_id, HandedThing(contacts(world).id)).recipients.people

    assert [each.name for each in people] == ["Lone Bæk"]


def test_those_at_the_meeting_are_proposed_as_the_consents_allow(world: MeetingWorld) -> None:
    paper = minutes(world, Reader.PROFESSIONAL)

    offer = world.handouts.offer(world.actor, world.subject_id, HandedThing(paper.id))

    assert offer.facts.meeting_on == TODAY
    assert offer.recipients.met_today
    assert [(each.name, each.role, each.proposed) for each in offer.recipients.people] == [
        ("Lone Bæk", RecipientRole.CITIZEN, True),
        ("Jens Ravn", RecipientRole.PARTY_REPRESENTATIVE, True),
        ("Mette Holm", RecipientRole.PRESENT, True),
    ]
    assert offer.recipients.extract_only == ("Kim Møller", "Bo Thygesen")


def test_a_plan_goes_to_those_of_the_last_meeting(world: MeetingWorld) -> None:
    minutes(world)
    world.bench.clock.pass_days(1)

    recipients = world.handouts.offer(world.actor, world.subject_id, HandedThing(contacts(world).id)).recipients

    assert [each.name for each in recipients.people] == ["Lone Bæk", "Jens Ravn", "Mette Holm"]
    assert not recipients.met_today
    assert not recipients.people[2].proposed


def test_what_is_for_the_file_is_proposed_to_nobody_who_was_there(world: MeetingWorld) -> None:
    minutes(world)
    paper = world.make(PaperKind.COURSE_HISTORY, world.subject_id).paper

    people = world.handouts.offer(world.actor, world.subject_id, HandedThing(paper.id)).recipients.people

    assert [(each.name, each.proposed) for each in people][-1] == ("Mette Holm", False)


def test_before_the_meeting_those_who_are_asked_are_proposed(world: MeetingWorld) -> None:
    meeting_id = world.planned().meeting.id
    paper = world.make(PaperKind.AGENDA, world.subject_id, meeting_id=meeting_id, reader=Reader.PROFESSIONAL).paper

    people = world.handouts.offer(world.actor, world.subject_id, HandedThing(paper.id)).recipients.people

    assert (people[-1].name, people[-1].role, people[-1].proposed) == ("Mette Holm", RecipientRole.INVITED, True)


def test_an_extract_goes_to_the_one_it_was_made_for(world: MeetingWorld) -> None:
    given_to(world, employee(world.ida))
    paper = contacts(world)
    for name, role in (("Jens Ravn", RecipientRole.PARTY_REPRESENTATIVE), ("Ida Mikkelsen", RecipientRole.OTHER)):
        with world.bench.office.aside() as tx:
            alone = tx.of(Paper).add(replace(paper, id=type(paper.id)(0), uid=tx.new_uid(), made_for=name))

        offer = world.handouts.offer(world.actor, world.subject_id, HandedThing(alone.id))

        assert [(each.name, each.role, each.proposed) for each in offer.recipients.people] == [(name, role, True)]


def test_a_wrong_note_is_withdrawn_with_a_reason_and_stays(world: MeetingWorld) -> None:
    plan = plan_with_goal(world)
    world.closing.close(world.actor, world.running().meeting.id)
    (version,) = world.plans.approve(world.actor, plan).versions
    (note,) = world.handouts.note(world.actor, world.subject_id, HandedThing(plan_version_id=version.id), (LETTER,))

    with pytest.raises(FieldMissing):
        world.handouts.withdraw(world.actor, note.id, " ")
    withdrawn = world.handouts.withdraw(world.actor, note.id, "Forkert dag")

    assert (withdrawn.withdrawn_because, withdrawn.counts) == ("Forkert dag", False)
    file = world.plans.open(world.actor, world.subject_id)
    assert file.handouts == (withdrawn,)
    assert file.last_paper is not None
    assert file.last_paper.handed_on is None
    with pytest.raises(AlreadyLocked):
        world.handouts.withdraw(world.actor, note.id, "Igen")


@pytest.mark.parametrize(
    "changes",
    [
        {"recipient": "Anna Bæk"},
        {"handed_on": TODAY - timedelta(days=3)},
        {"way": HandoutWay.DIGITAL_POST},
        {"paper_id": None},
    ],
)
def test_the_database_lets_nobody_rewrite_a_note(world: MeetingWorld, changes: dict[str, object]) -> None:
    (note,) = world.handouts.note(world.actor, world.subject_id, HandedThing(contacts(world).id), (LETTER,))

    with pytest.raises(IntegrityError, match="handout_is_as_noted"), world.bench.office.aside() as tx:
        tx.of(Handout).save(replace(note, **changes))  # type: ignore[arg-type]


def test_the_database_lets_nobody_rewrite_a_withdrawal(world: MeetingWorld) -> None:
    (note,) = world.handouts.note(world.actor, world.subject_id, HandedThing(contacts(world).id), (LETTER,))
    withdrawn = world.handouts.withdraw(world.actor, note.id, "Forkert dag")

    for changes in ({"withdrawn_at": None}, {"withdrawn_because": "Andet"}):
        with pytest.raises(IntegrityError, match="handout_is_as_noted"), world.bench.office.aside() as tx:
            tx.of(Handout).save(replace(withdrawn, **changes))
