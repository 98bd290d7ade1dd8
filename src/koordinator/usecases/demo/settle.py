"""Settling the town: its employees and teams, its households with their cases, efforts and networks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from koordinator.domain.access import Actor, Channel
from koordinator.domain.citizen import Citizen, Family, FamilyRole, RelationKind
from koordinator.domain.ids import (
    CaseFileId,
    ContactPersonId,
    DepartmentId,
    EffortId,
    EmployeeId,
    OtherPlanId,
    RowId,
    TeamId,
    ThemeId,
)
from koordinator.domain.meeting_rhythm import SchoolHoliday
from koordinator.domain.organisation import Role, Team, TeamKind, TeamMembership
from koordinator.domain.register import (
    ApplicationKind,
    CaseFile,
    Closeness,
    ContactKind,
    ContactPerson,
    Effort,
    OtherPlan,
)
from koordinator.domain.setting import SettingKey
from koordinator.domain.team_places import WHOLE_TIME
from koordinator.usecases.citizens import new_citizen
from koordinator.usecases.demo.clock import StoryClock
from koordinator.usecases.demo.town import Household, Story, Theme, ThemeCase, Town, TownEmployee, TownMember, fitting
from koordinator.usecases.families import NewMember
from koordinator.usecases.organisation import Colleague, new_employee
from koordinator.usecases.ports import Clock
from koordinator.usecases.services import Services

DEMO_BEGUN, DEMO_DONE = "begun", "done"
"""What the setting IS_DEMO says while the town is being settled, and afterwards."""
_CROSS_SHARE = 40
"""Percent of the time."""
_CASES_OF_OTHERS = 2
"""How many cases each further member has."""
_STAND_BESIDE = frozenset({Story.NONE, Story.STEP1, Story.MOVED_OUT})
"""The stories of further members whose own course is not what the household's theme is about."""
_SPREAD_DAYS = 23
"""Days that come from a theme lie so far apart in its households."""


@dataclass(frozen=True, slots=True)
class Office:
    """The settled office: the colleagues in the town's order, and the departments by name."""

    services: Services
    clock: Clock
    town: Town
    owner: Actor
    employees: tuple[EmployeeId, ...]
    departments: dict[str, DepartmentId]
    themes: dict[str, ThemeId]
    today: date
    """The day that the stories end on."""
    channel: Channel = Channel.SYSTEM
    wait_until: Callable[[time], None] = lambda _at: None
    """Where time can be moved: to the time of the same day."""

    def theme_id(self, key: str) -> ThemeId | None:
        """The program's theme with the key; none where it is empty."""
        return self.themes[key] if key else None

    def actor(self, number: int) -> Actor:
        """The colleague with the number as coordinator; the owner holds every role."""
        employee_id = self.employees[number]
        is_owner = employee_id == self.owner.employee_id
        return Actor(employee_id, self.owner.roles if is_owner else frozenset({Role.COORDINATOR}), self.channel)

    def employee_in(self, department: str, turn: int = 0) -> EmployeeId:
        """One of the colleagues of the department, by turns."""
        there = [n for n, each in enumerate(self.town.employees) if each.department == department]
        return self.employees[there[turn % len(there)]]


@dataclass(frozen=True, slots=True)
class Home:
    """A settled household: its citizens in the town's order, and the family where there is one."""

    household: Household
    theme: Theme
    citizens: tuple[Citizen, ...]
    family: Family | None


def settle_office(services: Services, clock: StoryClock, town: Town) -> Office:
    """The municipality, its teams and its employees; the first one is the database's owner."""
    owner = replace(services.who_acts.owner(), channel=Channel.SYSTEM)
    services.settings.change(
        owner,
        {
            SettingKey.MUNICIPALITY: town.municipality,
            SettingKey.MAIN_PHONE: town.main_phone,
            SettingKey.RETURN_ADDRESS: town.return_address,
            SettingKey.IS_DEMO: DEMO_BEGUN,
        },
    )
    _settle_letterhead(services, owner, town)
    organisation = services.organisation
    departments = {each.name: each.id for each in organisation.view(owner).departments}
    cross = organisation.save_team(owner, Team(TeamId(0), None, town.cross_team, TeamKind.CROSS))
    teams: dict[str, TeamId] = {}
    employees = []
    for number, each in enumerate(town.employees):
        if each.team not in teams:
            made = organisation.save_team(owner, Team(TeamId(0), departments[each.department], each.team))
            teams[each.team] = made.id
        employees.append(_settle_employee(services, owner, each, teams[each.team], is_owner=number == 0))
    _settle_cross_team(services, owner, town, cross.id, employees)
    _settle_school_holidays(services, owner, town, clock.story_today)
    themes = _themes(services, owner)
    told_on, wait = clock.story_today, clock.wait_until
    return Office(services, clock, town, owner, tuple(employees), departments, themes, told_on, wait_until=wait)


def _settle_letterhead(services: Services, owner: Actor, town: Town) -> None:
    services.letterheads.change(
        owner,
        {
            SettingKey.LETTERHEAD_DEPARTMENT: town.letterhead_department,
            SettingKey.LETTERHEAD_ADDRESS: town.letterhead_address,
            SettingKey.LETTERHEAD_WEB: town.letterhead_web,
            SettingKey.ENVELOPE: town.envelope,
        },
    )
    services.letterheads.set_logo(owner, town.logo)


def _themes(services: Services, actor: Actor) -> dict[str, ThemeId]:
    return {theme.key: theme.id for theme in services.themes.all(actor)}


def _settle_school_holidays(services: Services, owner: Actor, town: Town, today: date) -> None:
    """This year's and the next one's."""
    for year in (today.year, today.year + 1):
        for holiday in town.school_holidays:
            monday = date.fromisocalendar(year, holiday.week, 1)
            from_on, until_on = monday - timedelta(days=2), monday + timedelta(weeks=holiday.weeks)
            services.rhythms.add_school_holiday(owner, SchoolHoliday(RowId(0), holiday.name, from_on, until_on))


def _settle_cross_team(
    services: Services, owner: Actor, town: Town, team_id: TeamId, employees: Sequence[EmployeeId]
) -> None:
    """Those who coordinate families are in the team across with a part of their time, and keep their home team."""
    view = services.organisation.view(owner)
    numbers = {household.coordinator for household in town.households if household.family_story}
    for colleague in view.colleagues:
        if colleague.employee.id in {employees[number] for number in numbers}:
            home = tuple(replace(place, share_percent=WHOLE_TIME - _CROSS_SHARE) for place in colleague.places)
            cross = TeamMembership(RowId(0), colleague.employee.id, team_id, view.today, share_percent=_CROSS_SHARE)
            roles = colleague.roles | {Role.TEAM_MEMBER}
            services.organisation.save_colleague(owner, replace(colleague, roles=roles, places=(*home, cross)))


def settled_office(services: Services, clock: Clock, town: Town, actor: Actor) -> Office:
    """The office of a town that was settled before, found by its employees' e-mail addresses."""
    view = services.organisation.view(actor)
    by_email = {row.employee.email: row.employee.id for row in view.colleagues}
    departments = {each.name: each.id for each in view.departments}
    employees = tuple(by_email[each.email] for each in town.employees)
    themes = _themes(services, actor)
    return Office(services, clock, town, actor, employees, departments, themes, clock.today(), actor.channel)


def _settle_employee(
    services: Services, owner: Actor, employee: TownEmployee, team_id: TeamId, *, is_owner: bool
) -> EmployeeId:
    organisation = services.organisation
    view = organisation.view(owner)
    start = (
        next(row for row in view.colleagues if row.employee.id == owner.employee_id)
        if is_owner
        else Colleague(new_employee(), (), frozenset({employee.role}), has_authority=employee.authority)
    )
    person = replace(
        start.employee,
        name=employee.name,
        title=employee.title,
        email=employee.email,
        phone=employee.phone,
        phone_hours=employee.phone_hours,
    )
    home = TeamMembership(RowId(0), person.id, team_id, view.today)
    return organisation.save_colleague(owner, replace(start, employee=person, places=(home,))).id


def settle_home(office: Office, household: Household) -> Home:
    """The household's citizens with their relations; the theme's cases, efforts and network round the first."""
    theme = office.town.theme(household.theme)
    actor = office.actor(household.coordinator)
    citizens = tuple(_settle_citizen(office, actor, household, number) for number in range(len(household.members)))
    _relate(office, actor, household, citizens)
    for number, (citizen, member) in enumerate(zip(citizens, household.members, strict=True)):
        in_centre = number == 0 or member.story not in _STAND_BESIDE
        _register_cases(office, actor, citizen, _cases(office, theme, citizen, member, in_centre=in_centre))
        if in_centre:
            _register_network(office, actor, theme, citizen)
            _register_plans(office, actor, theme, citizen)
    family = None
    if household.family_story:
        members = tuple(
            NewMember(citizen.id, member.role) for citizen, member in zip(citizens, household.members, strict=True)
        )
        family = office.services.families.create(
            actor, office.town.words.family_name.format(surname=household.surname), members
        )
    return Home(household, theme, citizens, family)


def _settle_citizen(office: Office, actor: Actor, household: Household, number: int) -> Citizen:
    member = household.members[number]
    return office.services.citizens.save(
        actor,
        replace(
            new_citizen(member.name, member.cpr),
            address=household.address,
            postal_code=household.postal_code,
            city=household.city,
            phone=household.phone if member.role is FamilyRole.ADULT else "",
            protected_address=household.protected,
            digital_post_exempt=household.exempt and number == 0,
            needs_interpreter=household.interpreter and number == 0,
            language=household.language,
        ),
    )


def _relate(office: Office, actor: Actor, household: Household, citizens: tuple[Citizen, ...]) -> None:
    register = office.services.register
    first = citizens[0]
    for citizen, member in zip(citizens[1:], household.members[1:], strict=True):
        kind = RelationKind.CHILD if member.role is FamilyRole.CHILD else RelationKind.PARTNER
        register.relate(actor, first.id, citizen.id, kind)


def _cases(
    office: Office, theme: Theme, citizen: Citizen, member: TownMember, *, in_centre: bool
) -> tuple[ThemeCase, ...]:
    """All of the theme for who is in the centre, a few of what the age brings for the others."""
    age = member.age_on(office.today)
    if in_centre:
        return fitting(theme.cases, age)
    of_age = fitting(office.town.cases_of_others, age)
    return tuple(of_age[(citizen.id + turn) % len(of_age)] for turn in range(_CASES_OF_OTHERS))


def _register_cases(office: Office, actor: Actor, citizen: Citizen, cases: tuple[ThemeCase, ...]) -> None:
    register, today = office.services.register, office.clock.today()
    for turn, case in enumerate(cases):
        register.save_case(
            actor,
            CaseFile(
                CaseFileId(0),
                f"SB{citizen.id:04d}-{turn + 1:02d}",
                citizen.id,
                office.departments[case.department],
                caseworker_id=office.employee_in(case.department, citizen.id + turn),
                title=case.title,
                legal_basis=case.basis,
                opened_on=today,
                application=ApplicationKind.NEW if turn == 0 else ApplicationKind.NONE,
                received_on=today if turn == 0 else None,
            ),
        )


def _register_network(office: Office, actor: Actor, theme: Theme, citizen: Citizen) -> None:
    register, today = office.services.register, office.clock.today()
    for effort in theme.efforts:
        register.save_effort(
            actor,
            Effort(
                EffortId(0),
                citizen.id,
                effort.name,
                effort.purpose,
                department_id=office.departments[effort.department],
                amount=effort.amount,
                from_on=_day(office, citizen, effort.from_day) or today,
                until_on=_day(office, citizen, effort.until_day),
                theme_id=office.theme_id(effort.about),
            ),
        )
    for turn, contact in enumerate(theme.contacts):
        register.save_contact(
            actor,
            ContactPerson(
                ContactPersonId(0),
                citizen.id,
                contact.name,
                contact.kind,
                organisation=contact.organisation,
                role=contact.role,
                helps_with=contact.helps,
                closeness=_closeness(contact.kind, turn),
            ),
        )


def _register_plans(office: Office, actor: Actor, theme: Theme, citizen: Citizen) -> None:
    register, today = office.services.register, office.clock.today()
    for plan in theme.plans:
        register.save_other_plan(
            actor,
            OtherPlan(
                OtherPlanId(0),
                citizen.id,
                plan.title,
                plan.owner,
                plan.goal,
                relation=plan.relation,
                from_on=today,
                follow_up_on=_day(office, citizen, plan.follow_up_in),
            ),
        )


def _day(office: Office, citizen: Citizen, days: int) -> date | None:
    """About so many days from today; None for 0."""
    return office.today + timedelta(days=days + citizen.id * 7 % _SPREAD_DAYS) if days else None


def _closeness(kind: ContactKind, turn: int) -> Closeness:
    """Family is near; of the others every other one is there now and then, and every other one from afar."""
    if kind is ContactKind.RELATIVE:
        return Closeness.NEAR
    return Closeness.FAR if turn % 2 else Closeness.BETWEEN
