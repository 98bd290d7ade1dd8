"""The papers of one person: whole where a consent covers all of it, reduced where it makes an exception, or refused.

What the consents say today decides, also about minutes and versions of the plan that were frozen before.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from koordinator.domain.access import Action, Actor
from koordinator.domain.content_parts import SubjectContent, Uid
from koordinator.domain.coverage import NotCoveredByConsent
from koordinator.domain.ids import ParticipantId, SubjectId
from koordinator.domain.may_read import MayRead
from koordinator.domain.meeting import Participant
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.party import Party, keys_of, party_of
from koordinator.domain.reduced import reduced_minutes, reduced_plan
from koordinator.usecases.invitation_snapshot import invitation_content, reader_of
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.papers import (
    HandedPaper,
    PlanSource,
    about_meeting,
    kept,
    minutes_of,
    participant_of,
    plan_source,
    plan_source_today,
)
from koordinator.usecases.parties import Parties, parties_for
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_meetings import PaperMaker, PaperStyle
from koordinator.usecases.sharing import Sharing, sharing_of
from koordinator.usecases.subject_people import SubjectPeople, people_of


@dataclass(frozen=True, slots=True)
class _OneReader:
    """The person, how their papers are written, and what these may show."""

    name: str
    reader: Reader
    may: MayRead

    def style(self, about: SubjectContent, *, large_print: bool) -> PaperStyle:
        """Reduced papers speak about the citizen, whoever reads them."""
        if self.may.shows_all(about):
            return PaperStyle(self.reader, large_print)
        return PaperStyle(Reader.PROFESSIONAL, large_print, reduced_for=self.name)


class ReaderPapers:
    """The use cases of papers for one person. Each one made is kept with its exact bytes and for whom it was."""

    def __init__(self, office: Office, maker: PaperMaker) -> None:
        self._office = office
        self._maker = maker

    def minutes(
        self, actor: Actor, participant_id: ParticipantId, *, number: int | None = None, large_print: bool = False
    ) -> HandedPaper:
        """The minutes for one participant: of that number, else the newest. Raises NotFound or NotCoveredByConsent."""
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            participant, file = participant_of(tx, actor, participant_id)
            one = _participant(file, participant)
            content = minutes_of(tx, actor, file.meeting, number)
            style = one.style(content.subject, large_print=large_print)
            made = self._maker.minutes(
                reduced_minutes(content, one.may, one.name) if style.reduced_for else content, style
            )
            about = about_meeting(file.meeting, PaperKind.MINUTES, style.reader)
            return kept(tx, actor, replace(about, made_for=style.reduced_for, number=content.number), made)

    def agenda(self, actor: Actor, participant_id: ParticipantId, *, large_print: bool = False) -> HandedPaper:
        """The agenda with the items that the participant takes part in. Raises NotFound or NotCoveredByConsent."""
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            participant, file = participant_of(tx, actor, participant_id)
            one = _participant(file, participant)
            content = invitation_content(tx, file, participant)
            style = one.style(content.subject, large_print=large_print)
            made = self._maker.agenda(content, style)
            about = about_meeting(file.meeting, PaperKind.AGENDA, style.reader)
            return kept(tx, actor, replace(about, made_for=style.reduced_for), made)

    def plan(self, actor: Actor, subject_id: SubjectId, party: Party, *, number: int | None = None) -> HandedPaper:
        """The plan for one person: of that number, else the newest approved. Raises NotFound or NotCoveredByConsent."""
        return self._plan(actor, subject_id, party, lambda tx: plan_source(tx, subject_id, number))

    def plan_today(self, actor: Actor, subject_id: SubjectId, party: Party) -> HandedPaper:
        """What `Papers.plan_today` gives the others, for one person. Raises NotFound or NotCoveredByConsent."""
        return self._plan(actor, subject_id, party, lambda tx: plan_source_today(tx, subject_id))

    def _plan(
        self, actor: Actor, subject_id: SubjectId, party: Party, source_of: Callable[[Transaction], PlanSource]
    ) -> HandedPaper:
        with self._office.act(actor, Action.MAKE_PAPER) as tx:
            people = people_of(tx, subject_id)
            parties = parties_for(tx, people, [keys_of(party)])
            may = _allowed(sharing_of(tx, people, parties), party, parties.name(party), tx.today)
            source = source_of(tx)
            style = _plan_style(people, parties, party, may, source.content.subject)
            content, previous = source.content, source.previous
            if style.reduced_for:
                content = reduced_plan(content, may)
                previous = reduced_plan(previous, may) if previous is not None else None
            about = source.about(PaperKind.PLAN, style.reader)
            made = self._maker.plan(content, style, previous)
            return kept(tx, actor, replace(about, made_for=style.reduced_for), made)


def _plan_style(
    people: SubjectPeople, parties: Parties, party: Party, may: MayRead, about: SubjectContent
) -> PaperStyle:
    """One of a family gets what is common and their own part; an extract is for those outside it."""
    citizen = parties.citizen(party)
    if people.is_family and citizen is not None and citizen.id in people.citizen_ids:
        return PaperStyle(member_uid=Uid(citizen.uid))
    reader = Reader.CITIZEN if citizen is not None else Reader.PROFESSIONAL
    return _OneReader(parties.name(party), reader, may).style(about, large_print=False)


def _participant(file: MeetingFile, participant: Participant) -> _OneReader:
    name, may = file.parties.name(party_of(participant)), file.may_read(participant)
    if may is None:
        raise NotCoveredByConsent(name)
    return _OneReader(name, reader_of(file, participant), may)


def _allowed(sharing: Sharing, party: Party, name: str, today: date) -> MayRead:
    may = sharing.may_read(party, today)
    if may is None:
        raise NotCoveredByConsent(name)
    return may
