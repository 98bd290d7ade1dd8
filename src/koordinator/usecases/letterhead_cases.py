"""The case numbers at the foot of a paper, where the municipality wants them there."""

from collections.abc import Collection
from dataclasses import replace

from koordinator.domain.ids import CitizenId
from koordinator.domain.invitation_content import InvitationContent
from koordinator.domain.paper import Reader
from koordinator.domain.register import CaseFile
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.usecases.ports_first import Shelves
from koordinator.usecases.ports_meetings import PaperStyle
from koordinator.usecases.subject_people import SubjectPeople


def numbered(tx: Shelves, style: PaperStyle, citizens: Collection[CitizenId], *, is_letter: bool = False) -> PaperStyle:
    """The style with the numbers of the citizens' open cases: on letters, and on what professionals read in full.

    A number says that there is a case: it is on no paper that something is left out of.
    """
    is_for_it = is_letter or style.reader is Reader.PROFESSIONAL
    if style.reduced_for or not is_for_it or not _are_wanted(tx):
        return style
    cases = (case for key in citizens for case in tx.of(CaseFile).where(citizen_id=key) if case.status.is_open)
    return replace(style, case_numbers=tuple(sorted({case.number for case in cases})))


def invitation_style(tx: Shelves, people: SubjectPeople, content: InvitationContent, style: PaperStyle) -> PaperStyle:
    """The same for a letter about a meeting: to those it is about and to professionals who are told what it is about.

    Relatives and whoever gets a neutral letter are told of no case.
    """
    uid = content.addressee.citizen_uid
    is_theirs = uid is not None and content.subject.member(uid) is not None
    if content.is_neutral or not (is_theirs or style.reader is Reader.PROFESSIONAL):
        return style
    return numbered(tx, style, people.citizen_ids, is_letter=True)


def _are_wanted(tx: Shelves) -> bool:
    key = SettingKey.CASE_NUMBER_ON_PAPERS
    return bool(value_on(tx.of(Setting).where(key=key), key, tx.today))
