"""Makes the papers the use cases ask for: composed once as neutral content, then drawn, or written as .ics."""

from koordinator.documents.compose.assessment_note import assessment_note
from koordinator.documents.compose.calendar import calendar_invitation, mail_body
from koordinator.documents.compose.contacts import contacts_sheet
from koordinator.documents.compose.input_card import input_card
from koordinator.documents.compose.invitation import agenda_sheet, invitation_letter
from koordinator.documents.compose.minutes import minutes_paper
from koordinator.documents.compose.plan_citizen import plan_for_citizen
from koordinator.documents.compose.plan_professional import plan_for_professionals, reduced_plan_for
from koordinator.documents.compose.preparation import preparation_sheet
from koordinator.documents.compose.take_home import take_home_sheet
from koordinator.documents.content import Document
from koordinator.documents.ics import calendar_file, method_of
from koordinator.documents.mail_draft import Attached, MailDraft, draft_file
from koordinator.documents.pdf import PdfPress
from koordinator.documents.printing import printed
from koordinator.domain.invitation_content import (
    CalendarContent,
    CalendarMethod,
    InputCardContent,
    InvitationContent,
    MailDraftContent,
    PreparationContent,
)
from koordinator.domain.letter_texts import LetterStandard
from koordinator.domain.minutes_content import MinutesContent
from koordinator.domain.paper import Reader
from koordinator.domain.plan_content import PlanContent
from koordinator.domain.plan_difference import difference
from koordinator.domain.sheet_content import AssessmentNote
from koordinator.texts import paper_calendar as mail
from koordinator.texts import paper_names as names
from koordinator.usecases.ports_meetings import MadePaper, PaperStyle


class PdfPapers:
    """Every paper as PDF, and the calendar file. The same content gives the same bytes."""

    def __init__(self, press: PdfPress, letters: LetterStandard) -> None:
        self._press = press
        self._letters = letters

    def plan(self, content: PlanContent, style: PaperStyle, previous: PlanContent | None) -> MadePaper:
        """The joint plan; with what is new since the previous version, where there is one."""
        shown, before = _shown(content, style), _shown(previous, style) if previous else None
        compose = plan_for_citizen if style.reader is Reader.CITIZEN else plan_for_professionals
        changes = difference(before, shown) if before else None
        if style.reduced_for:
            document = reduced_plan_for(style.reduced_for, shown, changes, large_print=style.large_print)
        else:
            document = compose(shown, changes, large_print=style.large_print, member_uid=style.member_uid)
        return self._made(names.plan(content.number), style, document)

    def contacts(self, content: PlanContent, style: PaperStyle) -> MadePaper:
        """Hvem hjælper dig med hvad, as a sheet of its own."""
        document = contacts_sheet(
            _shown(content, style),
            large_print=style.large_print,
            to_citizen=style.reader is Reader.CITIZEN,
            member_uid=style.member_uid,
        )
        return self._made(names.contacts(content.approved_on), style, document)

    def invitation(self, content: InvitationContent, style: PaperStyle) -> MadePaper:
        """The letter to one person: an invitation, a new time, or that the meeting is cancelled."""
        to_citizen = style.reader is Reader.CITIZEN
        texts = self._letters.with_own(content.own_texts)
        document = invitation_letter(content, texts, to_citizen=to_citizen, large_print=style.large_print)
        day = content.appointment.starts_on
        name = names.letter(day, to_citizen=to_citizen, cancelled=content.cancelled)
        return self._printed(names.pdf(name, large_print=style.large_print), document, style)

    def agenda(self, content: InvitationContent, style: PaperStyle) -> MadePaper:
        """The agenda as a sheet of its own."""
        to_citizen = style.reader is Reader.CITIZEN
        document = agenda_sheet(content, to_citizen=to_citizen, large_print=style.large_print)
        return self._made(names.agenda(content.appointment.starts_on), style, document)

    def preparation(self, content: PreparationContent, style: PaperStyle) -> MadePaper:
        """The sheet for preparing the meeting with the citizen."""
        texts = self._letters.with_own(content.own_texts)
        document = preparation_sheet(content, texts, large_print=style.large_print)
        name = names.preparation(content.appointment.starts_on)
        return self._printed(names.pdf(name, large_print=style.large_print), document, style)

    def minutes(self, content: MinutesContent, style: PaperStyle) -> MadePaper:
        """The minutes."""
        to_citizen = style.reader is Reader.CITIZEN
        document = minutes_paper(
            content, to_citizen=to_citizen, large_print=style.large_print, reduced_for=style.reduced_for
        )
        return self._made(names.minutes(content.appointment.starts_on, content.number), style, document)

    def take_home(self, content: MinutesContent, style: PaperStyle) -> MadePaper:
        """Tag med hjem: the most important of the meeting on one page, to the citizen."""
        document = take_home_sheet(content, large_print=style.large_print)
        name = names.take_home(content.appointment.starts_on)
        return self._printed(names.pdf(name, large_print=style.large_print), document, style)

    def assessment_note(self, content: AssessmentNote, style: PaperStyle) -> MadePaper:
        """The assessment as a note for the file."""
        document = assessment_note(content, large_print=style.large_print)
        name = names.assessment(content.assessment.decided_on or content.made_on)
        return self._printed(names.pdf(name, large_print=style.large_print), document, style)

    def calendar(self, content: CalendarContent) -> MadePaper:
        """The calendar file (RFC 5545). Whoever has no usable e-mail address is not in it."""
        cancelled = content.method is CalendarMethod.CANCEL
        name = names.calendar(content.appointment.starts_on, cancelled=cancelled)
        texts = self._letters.with_own(content.own_texts)
        return MadePaper(name, calendar_file(calendar_invitation(content, texts)))

    def mail_draft(self, content: MailDraftContent) -> MadePaper:
        """The mail as an .eml file that opens as a draft. Whoever has no usable e-mail address is not in it."""
        calendar, letter = self.calendar(content.calendar), content.letter
        letters = (self.invitation(letter, PaperStyle(Reader.PROFESSIONAL)),) if letter else ()
        texts = self._letters.with_own(content.calendar.own_texts)
        invitation = calendar_invitation(content.calendar, texts)
        draft = MailDraft(
            to=tuple(person.email for person in content.to),
            subject=mail.subject(invitation.summary, content.calendar),
            body=mail_body(content.calendar, texts, with_letter=letter is not None),
            calendar=Attached(calendar.file_name, calendar.content),
            method=method_of(invitation),
            letters=tuple(Attached(each.file_name, each.content) for each in letters),
        )
        return MadePaper(names.mail_draft(calendar.file_name), draft_file(draft))

    def input_card(self, content: InputCardContent, style: PaperStyle) -> MadePaper:
        """The card for a written contribution: half a page, or a whole one in large print."""
        document = input_card(content, large_print=style.large_print)
        name = names.input_card(content.appointment.starts_on)
        return self._printed(names.pdf(name, large_print=style.large_print), document, style)

    def _made(self, name: str, style: PaperStyle, document: Document) -> MadePaper:
        file_name = names.pdf(
            name,
            large_print=style.large_print,
            to_professionals=style.reader is Reader.PROFESSIONAL,
            one_member=style.member_uid is not None,
            reduced=bool(style.reduced_for),
        )
        return self._printed(file_name, document, style)

    def _printed(self, file_name: str, document: Document, style: PaperStyle) -> MadePaper:
        return printed(self._press, file_name, document, style.case_numbers)


def _shown(content: PlanContent, style: PaperStyle) -> PlanContent:
    """What this reader's copy holds."""
    return content.for_member(style.member_uid) if style.member_uid else content
