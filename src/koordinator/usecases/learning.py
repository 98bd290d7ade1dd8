"""Læring: the model in short with the municipality's own numbers, and the practice case as far as it has come."""

from dataclasses import dataclass

from koordinator.domain.access import Action, Actor, may
from koordinator.domain.agreement import Agreement
from koordinator.domain.citizen import Citizen
from koordinator.domain.consent import Consent
from koordinator.domain.guide_facts import GuideFacts
from koordinator.domain.ids import SubjectId
from koordinator.domain.joint_plan import Goal
from koordinator.domain.meeting import Meeting, MeetingStatus, Preparation
from koordinator.domain.model_pace import ModelPace
from koordinator.domain.practice import PracticeFacts, PracticeMeeting, TaskLine, practice_lines
from koordinator.domain.setting import PRACTICE_DATA, SettingKey
from koordinator.domain.ways_content import WaysSheet
from koordinator.usecases.paper_parts import sender_of
from koordinator.usecases.plans import open_plan
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_learning import ModelSheets
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.ports_network import Drawn
from koordinator.usecases.ports_sheets import CitizenSheets
from koordinator.usecases.ports_year_wheel import Colours
from koordinator.usecases.settings import current_values


@dataclass(frozen=True, slots=True)
class PracticeFile:
    """The case: whom it is about, from how many departments there is help, and every task with where it stands."""

    citizen: Citizen
    departments: int
    facts: PracticeFacts
    lines: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class LearningPage:
    """What the page shows; `practice` is None in every other database than the practice case's."""

    pace: ModelPace
    practice: PracticeFile | None


class Learning:
    """The use cases of the page."""

    def __init__(self, office: Office, sheets: ModelSheets, to_citizens: CitizenSheets) -> None:
        self._office = office
        self._sheets = sheets
        self._to_citizens = to_citizens

    def open(self, actor: Actor) -> LearningPage:
        """The model concerns no citizen, so only the look at the practice case is logged."""
        with self._office.aside() as tx:
            pace, is_practice = _pace(tx), current_values(tx)[SettingKey.IS_DEMO] == PRACTICE_DATA
        if not is_practice or not may(actor, Action.OPEN_CITIZEN):
            return LearningPage(pace, None)
        with self._office.act(actor, Action.OPEN_CITIZEN) as tx:
            citizen = tx.of(Citizen).where()[0]
            tx.about("citizen", citizen.id, citizen.subject_id)
            (guide,) = tx.guide.of_subjects((citizen.subject_id,))
            facts = _facts(tx, citizen, guide)
            return LearningPage(pace, PracticeFile(citizen, guide.departments, facts, practice_lines(facts)))

    def picture(self, colours: Colours) -> Drawn:
        """The staircase for the screen."""
        return self._sheets.picture(colours)

    def paper(self, *, large_print: bool) -> MadePaper:
        """The model on one page for the wall, with today's numbers and nobody's name."""
        with self._office.aside() as tx:
            pace = _pace(tx)
        return self._sheets.paper(pace, large_print=large_print)

    def ways_paper(self, *, large_print: bool) -> MadePaper:
        """Sådan arbejder vi sammen: the same model explained to citizens, about nobody."""
        with self._office.aside() as tx:
            content = WaysSheet(sender_of(tx), tx.today)
        return self._to_citizens.ways(content, large_print=large_print)


def _pace(tx: Transaction) -> ModelPace:
    values = current_values(tx)
    return ModelPace(
        municipality=values[SettingKey.MUNICIPALITY],
        today=tx.today,
        first_meeting_days=int(values[SettingKey.FIRST_MEETING_WITHIN_DAYS]),
        meeting_interval_days=int(values[SettingKey.MEETING_INTERVAL_DAYS]),
        review_interval_days=int(values[SettingKey.PLAN_REVIEW_INTERVAL_DAYS]),
        reassess_days=int(values[SettingKey.REASSESS_AFTER_DAYS]),
        hand_out_working_days=int(values[SettingKey.HAND_OUT_WITHIN_WORKING_DAYS]),
        take_over_days=int(values[SettingKey.TAKE_OVER_WITHIN_DAYS]),
        families_from=int(values[SettingKey.EXPECTED_ON_STEP3_FROM]),
        families_to=int(values[SettingKey.EXPECTED_ON_STEP3_TO]),
    )


def _facts(tx: Transaction, citizen: Citizen, guide: GuideFacts) -> PracticeFacts:
    return PracticeFacts(
        decided=guide.assessment.decided_step,
        step=guide.step,
        has_coordinator=guide.coordinator_id is not None,
        has_consent=any(consent.holds_on(tx.today) for consent in tx.of(Consent).where(citizen_id=citizen.id)),
        meeting=_meeting(tx, citizen.subject_id),
        plan_approved=guide.plan is not None,
        plan_handed_out=guide.plan is not None and guide.plan.handed_out,
    )


def _meeting(tx: Transaction, subject_id: SubjectId) -> PracticeMeeting | None:
    """The one that was held; before that, the first that has not been cancelled."""
    there = [row for row in tx.of(Meeting).where(subject_id=subject_id) if row.status is not MeetingStatus.CANCELLED]
    if not there:
        return None
    meeting = next((row for row in there if row.status is MeetingStatus.HELD), there[0])
    preparation = tx.of(Preparation).find(meeting_id=meeting.id)
    plan = open_plan(tx, subject_id)
    has_goal = plan is not None and tx.of(Goal).find(plan_id=plan.id) is not None
    return PracticeMeeting(
        meeting.id,
        meeting.status,
        prepared=preparation is not None and preparation.prepared_on is not None,
        invited=meeting.invited_at is not None,
        agreed=has_goal and tx.of(Agreement).find(meeting_id=meeting.id) is not None,
    )
