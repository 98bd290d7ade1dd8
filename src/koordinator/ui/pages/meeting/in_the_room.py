"""What everybody who is in the room may see together, by the consents. Without Qt."""

from dataclasses import dataclass, replace

from koordinator.domain.content_parts import Uid
from koordinator.domain.ids import CitizenId, GoalId, ThemeId
from koordinator.domain.may_read import MayRead, together
from koordinator.domain.meeting import AgendaItem, Attendance
from koordinator.usecases.meeting_file import MeetingFile


@dataclass(frozen=True, slots=True)
class InTheRoom:
    """The meeting as all who are there may see it; `held_back` when something of it is not shown."""

    file: MeetingFile
    may: MayRead

    @property
    def is_limited(self) -> bool:
        """Somebody who is there may not see all of it."""
        return self.may.nothing or bool(self.may.excepted)

    def takes_part_in(self, item: AgendaItem | None) -> bool:
        """Whether everybody there takes part in the item."""
        if item is None:
            return not self.is_limited
        return self.may.takes_part_in(item.kind, self.file.parties.theme(item.theme_id))


def in_the_room(file: MeetingFile) -> InTheRoom:
    """What those who are noted as present, and have not left, may see: what one of them may not, none is shown."""
    there = [each for each in file.participants if each.attendance is Attendance.PRESENT and each.left_clock is None]
    everybody = {Uid(citizen.uid): frozenset[str]() for citizen in file.people.citizens}
    may = together(file.may_read(participant) for participant in there) if there else MayRead(members=everybody)
    return InTheRoom(_shown(file, may), may)


def _shown(file: MeetingFile, may: MayRead) -> MeetingFile:
    themes = {goal.id: goal.theme_id for goal in file.goals}

    def shows(theme_id: ThemeId | None, goal_id: GoalId | None = None, member: CitizenId | None = None) -> bool:
        chosen = (theme_id, themes.get(goal_id) if goal_id is not None else None)
        whose = Uid(file.parties.citizens[member].uid) if member is not None else None
        return may.shows(file.parties.theme(*chosen), whose)

    return replace(
        file,
        goals=tuple(each for each in file.goals if shows(each.theme_id, member=each.citizen_id)),
        agreements=tuple(each for each in file.agreements if shows(each.theme_id, each.goal_id, each.member_id)),
        since_last=tuple(each for each in file.since_last if shows(each.theme_id, each.goal_id, each.member_id)),
        decisions=tuple(each for each in file.decisions if shows(each.theme_id, member=each.member_id)),
    )
