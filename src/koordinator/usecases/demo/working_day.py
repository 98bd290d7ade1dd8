"""One working day through the use cases: from a list on disk to the paper in the citizen's hand and the count."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from koordinator.domain.calendar_periods import half_year_of
from koordinator.domain.citizen import Citizen, FamilyRole
from koordinator.domain.ids import MeetingId, PaperId, SubjectId
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.steps import Step
from koordinator.domain.supervision import GroupBy, SupervisionReport, SupervisionScope
from koordinator.usecases.citizen_file import CitizenFile
from koordinator.usecases.demo import acts, plans, preparing
from koordinator.usecases.demo.acts import Cast
from koordinator.usecases.demo.settle import Home, Office
from koordinator.usecases.demo.town import Household, Story, TownMember
from koordinator.usecases.papers import HandedPaper

THEME: Final = "mornings"
_NEXT_MEETING_IN_DAYS: Final = 84


Told = Callable[[str], None]
"""Hears what has been done, as the name of the step."""


class WorkingDay:
    """The day. Each method is one step; `told` hears of it when it is done."""

    def __init__(self, office: Office, told: Told) -> None:
        self._office = office
        self._services = office.services
        self._actor = office.owner
        self._told = told

    def bring_in(self, list_file: Path) -> Citizen:
        """Imports the list and finds its citizen; the same list again changes nothing."""
        preview = self._services.lists.preview(list_file)
        self._services.lists.run(self._actor, preview)
        cpr = preview.checked.records[0].cpr
        citizen_id = self._services.search.citizen_with(self._actor, cpr)
        self._told("import")
        return self._services.citizens.open(self._actor, citizen_id).citizen

    def count(self) -> SupervisionReport:
        """This half-year's counts by team."""
        scope = SupervisionScope(half_year_of(self._office.clock.today()), GroupBy.TEAM)
        self._told("count")
        return self._services.supervision.report(self._actor, scope)

    def coordinate(self, citizen: Citizen) -> MeetingId:
        """Assesses, plans, prepares, calls, holds and closes the first meeting; approves and hands out the plan.

        A day that has been done is not done again: the meeting that was held is given.
        """
        file = self._services.citizens.open(self._actor, citizen.id)
        if file.course_file.course is not None:
            return self._held_before(citizen.subject_id)
        cast = _cast(self._office, file)
        acts.assess(cast, Step.MEETINGS)
        self._told("assess")
        acts.choose_coordinator(cast)
        acts.give_consent(cast, 365)
        self._told("coordinator")
        meeting_id = acts.plan_meeting(cast, 0).meeting.id
        preparing.prepare(cast, meeting_id)
        self._told("prepare")
        preparing.invite(cast, meeting_id)
        self._told("invite")
        acts.hold(cast, meeting_id, 0, _NEXT_MEETING_IN_DAYS)
        self._told("meeting")
        plans.approve_plan(cast)
        plans.hand_out_plan(cast)
        self._told("plan")
        return meeting_id

    def make_papers(self, citizen: Citizen, meeting_id: MeetingId) -> tuple[HandedPaper, ...]:
        """The papers of the day, and those that the invitation made."""
        papers, actor, subject_id = self._services.papers, self._actor, citizen.subject_id
        plan = PaperOrder(PaperKind.PLAN, subject_id)
        orders = (
            plan,
            replace(plan, large_print=True),
            replace(plan, reader=Reader.PROFESSIONAL),
            PaperOrder(PaperKind.CONTACTS, subject_id),
            PaperOrder(PaperKind.TAKE_HOME, subject_id, meeting_id=meeting_id),
            PaperOrder(PaperKind.MINUTES, subject_id, meeting_id=meeting_id),
        )
        made = tuple(papers.make(actor, order) for order in orders)
        invitations = (papers.open(actor, key) for key in self._papers_of(subject_id, meeting_id))
        self._told("papers")
        return (*made, *invitations)

    def _held_before(self, subject_id: SubjectId) -> MeetingId:
        known = self._services.papers.of_subject(self._actor, subject_id).papers
        return next(paper.meeting_id for paper in known if paper.meeting_id is not None)

    def _papers_of(self, subject_id: SubjectId, meeting_id: MeetingId) -> tuple[PaperId, ...]:
        """The letters and the calendar file, each file name once."""
        known = self._services.papers.of_subject(self._actor, subject_id).papers
        kept = {paper.file_name: paper.id for paper in known if paper.meeting_id == meeting_id}
        return tuple(kept.values())


def _cast(office: Office, file: CitizenFile) -> Cast:
    """The citizen of the list as one who lives alone, with what the mornings are about."""
    citizen = file.citizen
    member = TownMember(citizen.name, citizen.cpr, FamilyRole.ADULT, Story.NONE)
    household = Household(
        surname=citizen.name.split()[-1],
        language=citizen.language,
        address=citizen.address,
        postal_code=citizen.postal_code,
        city=citizen.city,
        phone="",
        theme=THEME,
        coordinator=0,
        family_story=Story.NONE,
        interpreter=False,
        protected=False,
        exempt=False,
        members=(member,),
    )
    return Cast(office, Home(household, office.town.theme(THEME), (citizen,), None), 0, citizen.subject_id)
