"""What the tabs show, as plain functions of what was read."""

from dataclasses import replace

from koordinator.domain.citizen import FamilyRole
from koordinator.domain.ids import CaseFileId
from koordinator.domain.register import CaseFile
from koordinator.ui.tabs.family_card import lines_of, siblings_apart
from koordinator.ui.tabs.history_tab import course_lines, log_lines
from koordinator.ui.tabs.overview_tab import course_words, whose_case
from koordinator.ui.tabs.plan_tab import has_joint_plan, why_no_plan
from koordinator.ui.tabs.tab import SubjectView
from koordinator.usecases.families import NewMember
from koordinator.usecases.services import Services
from tests.support.desk import services_at
from tests.support.meeting_world import MeetingWorld


def citizen_view(services: Services, world: MeetingWorld, citizen_id: int) -> SubjectView:
    citizen = world.lone if citizen_id == world.lone.id else world.anna
    return SubjectView(citizen=services.citizens.open(world.actor, citizen.id))


def family_view(services: Services, world: MeetingWorld) -> SubjectView:
    members = (NewMember(world.lone.id, FamilyRole.ADULT), NewMember(world.anna.id, FamilyRole.CHILD))
    family = services.families.create(world.actor, "Familien Bæk", members)
    return SubjectView(family=services.families.open(world.actor, family.id))


def test_a_relative_is_a_line_until_the_family_has_both(world: MeetingWorld) -> None:
    services = services_at(world.bench)
    (relative,) = lines_of(citizen_view(services, world, world.lone.id))
    assert (relative.citizen.name, relative.what) == ("Anna Bæk", "barn")
    assert relative.relation_id is not None

    whole = family_view(services, world)

    assert [line.citizen.name for line in lines_of(whole)] == ["Lone Bæk", "Anna Bæk"]
    (member,) = lines_of(citizen_view(services, world, world.lone.id))
    assert member.membership_id is not None
    assert member.relation_id is None


def test_siblings_with_the_same_caseworker_need_no_remark(world: MeetingWorld) -> None:
    file = services_at(world.bench).citizens.open(world.actor, world.lone.id)

    assert siblings_apart(SubjectView(citizen=file)) is None


def test_a_course_says_since_when_or_why_there_is_none(world: MeetingWorld) -> None:
    services = services_at(world.bench)

    assert course_words(citizen_view(services, world, world.lone.id)).startswith("Siden ")
    assert course_words(citizen_view(services, world, world.anna.id)).startswith("Intet forløb endnu")


def test_a_member_is_sent_to_the_familys_course_and_plan(world: MeetingWorld) -> None:
    view = citizen_view(services_at(world.bench), world, world.anna.id)
    assert view.citizen is not None
    course_file = view.citizen.course_file
    step = course_file.next_step._replace(of_family="Familien Bæk")
    member = SubjectView(citizen=replace(view.citizen, course_file=replace(course_file, next_step=step)))

    assert "Familien Bæk" in course_words(member)
    assert "Familien Bæk" in why_no_plan(member)


def test_a_joint_plan_belongs_to_trin_2_and_3(world: MeetingWorld) -> None:
    services = services_at(world.bench)

    assert has_joint_plan(citizen_view(services, world, world.lone.id))
    assert not has_joint_plan(citizen_view(services, world, world.anna.id))
    assert "trin 2 og 3" in why_no_plan(citizen_view(services, world, world.anna.id))


def test_a_case_on_the_familys_page_says_whose_it_is(world: MeetingWorld) -> None:
    services = services_at(world.bench)
    case = CaseFile(CaseFileId(1), "26-100", world.lone.id, world.handicap)

    assert whose_case(case, citizen_view(services, world, world.lone.id)) == "26-100"
    assert whose_case(case, family_view(services, world)) == "26-100 · Lone"


def test_history_lines_have_words_and_names(world: MeetingWorld) -> None:
    services = services_at(world.bench)
    services.citizens.open(world.actor, world.lone.id)
    history = services.history.of_subject(world.actor, world.subject_id)

    assert {line.what for line in course_lines(history.course)} >= {"Trin 2", "Koordinerende sagsbehandler: Mette Holm"}
    newest = log_lines(services.history.of_subject(world.actor, world.subject_id))[0]
    assert (newest.what, newest.beside) == ("Så historikken", "Mette Holm")
