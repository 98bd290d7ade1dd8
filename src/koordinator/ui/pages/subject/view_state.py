"""What the top of a citizen's or a family's page shows, from the file that was read. Without Qt."""

from dataclasses import replace

from koordinator.domain.citizen import Citizen
from koordinator.domain.cpr import CprNumber, formatted_cpr, masked_cpr
from koordinator.domain.danish_day import age
from koordinator.domain.steps import Step
from koordinator.texts import subject as texts
from koordinator.texts.citizen_requests import objects
from koordinator.texts.handover import HAND_OVER as HAND_OVER_WORD
from koordinator.ui.pages.subject.header import HeaderView, Responsible
from koordinator.ui.tabs.tab import SubjectView
from koordinator.usecases.citizen_file import CitizenFile, FamilyFile

COORDINATOR, PRIMARY, HAND_OVER = "coordinator", "primary", "hand_over"


def header_of(view: SubjectView, *, may_work: bool = True) -> HeaderView:
    """The header of a citizen or a family; who only looks is not asked to choose anybody."""
    header = _header_of(view)
    if may_work:
        return header
    return replace(header, responsible=tuple(replace(each, action="", other="") for each in header.responsible))


def _header_of(view: SubjectView) -> HeaderView:
    if view.citizen is not None:
        return _citizen_header(view, view.citizen)
    if view.family is not None:
        return _family_header(view, view.family)
    raise ValueError("a view shows a citizen or a family")


def citizen_line(file: CitizenFile, cpr: CprNumber | None = None) -> str:
    """Age and CPR number, masked unless the whole one is handed in."""
    citizen = file.citizen
    years = age(citizen.born_on, file.course_file.today) if citizen.born_on is not None else None
    shown = formatted_cpr(cpr) if cpr is not None else masked_cpr(CprNumber(citizen.cpr)) if citizen.cpr else ""
    return texts.age_line(years, shown)


def place_line(citizen: Citizen) -> str:
    """Address and language; on the screen a protected address is shown, with the badge beside it."""
    return texts.place_line(address_of(citizen), citizen.language)


def address_of(citizen: Citizen) -> str:
    """Møllebakken 12, 9881 Bindslev"""
    town = " ".join(part for part in (citizen.postal_code, citizen.city) if part)
    return ", ".join(part for part in (citizen.address, town) if part)


def shows_way(view: SubjectView) -> bool:
    """A course that rests has no way to show."""
    return view.course_file.next_step.waits or view.course_file.course is not None


def _citizen_header(view: SubjectView, file: CitizenFile) -> HeaderView:
    citizen = file.citizen
    flags = (
        (citizen.protected_address, texts.PROTECTED),
        (citizen.digital_post_exempt, texts.POST_EXEMPT),
        (citizen.needs_interpreter, texts.NEEDS_INTERPRETER),
        (bool(file.objections), objects(len(file.objections))),
    )
    return HeaderView(
        name=citizen.name,
        line=citizen_line(file),
        place=place_line(citizen),
        badges=tuple(word for is_on, word in flags if is_on),
        responsible=(_primary(file), *_coordinator(view)),
        step=_step_number(view),
        has_cpr=bool(citizen.cpr),
    )


def _family_header(view: SubjectView, file: FamilyFile) -> HeaderView:
    members = file.members.members
    today = view.course_file.today
    ages = sorted((age(m.citizen.born_on, today) for m in members if m.citizen.born_on), reverse=True)
    return HeaderView(
        name=view.name,
        line=texts.members_line(len(members), tuple(ages)),
        place="",
        badges=(),
        responsible=_coordinator(view),
        step=_step_number(view),
    )


def _step_number(view: SubjectView) -> int | None:
    """Their own step, or trin 3 where the family's casework covers the citizen."""
    if view.course_file.next_step.of_family:
        return int(Step.ONE_CASEWORK)
    period = view.course_file.step
    return int(period.step) if period is not None else None


def _primary(file: CitizenFile) -> Responsible:
    period = file.primary_caseworker
    if period is None:
        wish = texts.WISHES[file.citizen.primary_caseworker_wish]
        return Responsible(texts.PRIMARY, wish, action=texts.CHOOSE, key=PRIMARY)
    return Responsible(texts.PRIMARY, file.employees[period.employee_id].name, action=texts.CHANGE, key=PRIMARY)


def _coordinator(view: SubjectView) -> tuple[Responsible, ...]:
    """A coordinator belongs to trin 2 and 3."""
    step, period = view.course_file.step, view.course_file.coordinator
    employees = view.citizen.employees if view.citizen is not None else view.family.employees if view.family else {}
    if period is not None:
        name = employees[period.employee_id].name
        since = texts.since(period.from_on)
        line = Responsible(texts.COORDINATOR, name, since, texts.CHANGE, COORDINATOR)
        is_under_way = view.course_file.handover is not None and view.course_file.handover.is_open
        return (line if is_under_way else replace(line, other=HAND_OVER_WORD, other_key=HAND_OVER),)
    if step is not None and Step(step.step).has_joint_plan:
        return (Responsible(texts.COORDINATOR, texts.NOBODY, action=texts.CHOOSE, key=COORDINATOR),)
    return ()
