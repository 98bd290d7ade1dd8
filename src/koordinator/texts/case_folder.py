"""Words of the folder for the case system: its files, its metadata, the journal note and the list of tasks."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from koordinator.domain.case_filing import JOURNAL_NOTE, TASK_LIST, Sensitivity
from koordinator.domain.case_folder import FiledDocument, FolderAbout, FolderContent, HandedDocument
from koordinator.domain.content_parts import AgreementContent, PendingContent
from koordinator.domain.meeting import Attendance
from koordinator.domain.minutes_content import AttendeeContent, MinutesContent
from koordinator.domain.register import CaseFile
from koordinator.texts import handout
from koordinator.texts.formats import capitalised, date_long, date_short, moment_short
from koordinator.texts.paper_common import meeting_word, place_words, starts_to_ends
from koordinator.texts.paper_minutes import HELD, asked, held, on_the_day, person
from koordinator.texts.plan import AGREEMENTS, TO_DECIDE, due_words

MAKE: Final = "Mappe til sagssystemet"
MAKE_HINT: Final = "Referat, plan, opgaveliste og journalnotat, klar til at trække over i fagsystemet."
HEADING: Final = "Lav en mappe til sagssystemet"
HOLDS: Final = "Mappen får {what}. Den indeholder personoplysninger. Slet den, når dokumenterne ligger på sagen."
MINUTES_OF: Final = "referatet fra mødet {day}"
PLAN: Final = "den fælles plan"
REST: Final = "det, der er udleveret, en opgaveliste, et journalnotat og oplysninger om hver fil"
CASE_NUMBER: Final = "Sagsnummer"
OPEN_CASES: Final = "Åbne sager: {cases}"
NO_OPEN_CASES: Final = "Skriv nummeret på sagen i fagsystemet, eller lad det stå tomt."
KLE: Final = "KLE-emne"
KLE_HINT: Final = "Tomt betyder kommunens emne, {subject}."
SENSITIVITY: Final = "Følsomhed"
BY_TYPE: Final = "Som dokumentets type siger"
SAVE: Final = "Vælg mappe og gem"
SUMMARY: Final = "lav en mappe til sagssystemet: referat, plan, opgaveliste, journalnotat og oplysninger om filerne"
CITIZEN_HELP: Final = "borgeren (CPR-nummer eller id); så bruges det seneste møde"
MEETING_HELP: Final = "et bestemt møde i stedet for det seneste"
MEETING: Final = "MØDE"
DIR_HELP: Final = "den mappe, den nye mappe skal ligge i"
CASE_NUMBER_HELP: Final = "sagsnummeret i fagsystemet (huskes til næste gang)"
KLE_HELP: Final = "KLE-emnet, for eksempel 27.00.00 (huskes til næste gang)"
SENSITIVITY_HELP: Final = "følsomheden af alle filerne (huskes til næste gang)"
WHOM: Final = "Skriv enten borgeren eller --meeting"
KLE_EXAMPLE: Final = "For eksempel 27.00.00"
FACET_EXAMPLE: Final = "For eksempel P35"
NOT_KLE: Final = "Skriv et KLE-emne som 27.00.00, eller lad feltet stå tomt."
NOT_FACET: Final = "Skriv en handlingsfacet som P35, eller lad feltet stå tomt."
SETTINGS_CARD: Final = "Sagssystemet"
SETTINGS_HINT: Final = (
    "Står i mappen til sagssystemet. Tomme felter betyder programmets værdier. De kan ændres for den enkelte sag."
)

NOTE_FILE: Final = "journalnotat.txt"
TASKS_FILE: Final = "opgaveliste.csv"
ABOUT_JSON: Final = "metadata.json"
ABOUT_TEXT: Final = "metadata.txt"
LANGUAGE: Final = "da"
SENSITIVITIES: Final[dict[Sensitivity, str]] = {
    Sensitivity.NOT_CONFIDENTIAL: "IkkeFortrolig",
    Sensitivity.CONFIDENTIAL: "Fortrolig",
    Sensitivity.SENSITIVE: "Følsom",
    Sensitivity.SPECIALLY_SENSITIVE: "SærligFølsom",
}
SENSITIVITY_CHOICES: Final[dict[Sensitivity, str]] = {
    Sensitivity.NOT_CONFIDENTIAL: "Ikke fortrolig",
    Sensitivity.CONFIDENTIAL: "Fortrolig",
    Sensitivity.SENSITIVE: "Følsom",
    Sensitivity.SPECIALLY_SENSITIVE: "Særlig følsom",
}
TASK_HEADINGS: Final = ("Slags", "Hvad", "Hvem", "Hvor", "Senest", "Hvor tit", "Aftalt den")
_AGREEMENT: Final = "Aftale"
_TITLES: Final = {JOURNAL_NOTE: "Journalnotat", TASK_LIST: "Opgaveliste"}
_THERE: Final = (Attendance.PRESENT, Attendance.WRITTEN)


def folder_name(content: FolderContent) -> str:
    """til-sagssystemet-moede-2026-11-21; names nobody"""
    if content.minutes is None:
        return f"til-sagssystemet-{content.made_on}"
    return f"til-sagssystemet-moede-{content.minutes.appointment.starts_on}"


def holds(meeting_on: date | None, *, has_plan: bool) -> str:
    """Mappen får referatet fra mødet 21.11.2026, den fælles plan, ..."""
    minutes = MINUTES_OF.format(day=date_short(meeting_on)) if meeting_on is not None else ""
    return HOLDS.format(what=", ".join(part for part in (minutes, PLAN if has_plan else "", REST) if part))


def open_cases(cases: Sequence[CaseFile]) -> str:
    """Åbne sager: 26-100 Støtte, 26-204 Job"""
    if not cases:
        return NO_OPEN_CASES
    return OPEN_CASES.format(cases=", ".join(f"{each.number} {each.title}".strip() for each in cases))


def written(folder: str) -> str:
    """Mappen ligger her: E:\\til-sagssystemet-2026-11-21"""
    return f"Mappen ligger her: {folder}"


def title(document: FiledDocument) -> str:
    """What it is, without anybody's name: Referat, mødet 21.11.2026, version 1; Journalnotat 21.11.2026"""
    if document.facts is not None:
        return handout.title(document.facts)
    return f"{_TITLES[document.kind]} {date_short(document.filed_on)}"


def about(folder: FolderAbout) -> str:
    """The metadata for somebody who reads them."""
    head = [
        MAKE,
        "",
        *_line("Kommune", folder.municipality),
        f"{CASE_NUMBER}: {folder.case_number or 'ikke angivet'}",
        f"Lavet: {moment_short(folder.made_at)}",
    ]
    return "\n".join((*head, *(line for each in folder.documents for line in _about(each)))) + "\n"


def _about(document: FiledDocument) -> Iterator[str]:
    yield ""
    yield document.file_name
    yield f"  Titel: {title(document)}"
    yield f"  Dokumenttype: {document.rule.document_type}"
    yield f"  Dato: {date_short(document.filed_on)}"
    yield f"  KLE-emne: {document.kle_subject}"
    if document.facet:
        yield f"  Handlingsfacet: {document.facet}"
    yield f"  Følsomhed: {SENSITIVITIES[document.rule.sensitivity]}"
    yield "  Sprog: dansk"
    yield f"  SHA-256: {document.sha256}"


def note(content: FolderContent) -> str:
    """The journal note: what was done, when, who was there, and what was agreed, in short."""
    head = [_TITLES[JOURNAL_NOTE], "", f"Om: {content.name}", *_line(CASE_NUMBER, content.case_number)]
    head.append(f"Skrevet {date_long(content.made_on)} af {content.made_by}")
    body = _of_meeting(content.minutes) if content.minutes is not None else _open(content)
    got = _section(handout.HANDED_OUT, map(_handed, content.handed_out))
    return "\n".join((*head, *body, *got)) + "\n"


def _of_meeting(minutes: MinutesContent) -> Iterator[str]:
    when = f"{capitalised(meeting_word(minutes.kind))} {starts_to_ends(minutes.appointment)}"
    yield from _section("Hvad er gjort", (when, *_line(HELD, held(minutes.opened_at, minutes.closed_at))))
    yield f"Sted: {place_words(minutes.appointment, 'borgeren')}"
    yield from _section("Hvem var med", map(_attendee, _those(minutes, present=True)))
    yield from _section("Ikke med", map(_attendee, _those(minutes, present=False)))
    if not minutes.citizen_took_part and minutes.without_citizen_reason:
        yield from _section("Uden borgeren", (minutes.without_citizen_reason,))
    yield from _section("Kort sagt", minutes.summary.splitlines())
    yield from _section("Aftalt", map(_agreement, minutes.agreements))
    yield from _section(TO_DECIDE, map(_pending, minutes.pending))
    if minutes.next_meeting is not None:
        yield from _section("Næste møde", (capitalised(starts_to_ends(minutes.next_meeting)),))
    if minutes.correction:
        yield from _section("Referatet er rettet", (minutes.correction,))


def _open(content: FolderContent) -> Iterator[str]:
    yield from _section("Hvad er gjort", ("Den fælles plan er lagt på sagen. Der er ikke holdt et møde endnu.",))
    yield from _section(f"{AGREEMENTS}, der er åbne", map(_agreement, content.agreements))
    yield from _section(TO_DECIDE, map(_pending, content.pending))


def _those(minutes: MinutesContent, *, present: bool) -> Iterator[AttendeeContent]:
    return (each for each in minutes.attendees if (each.attendance in _THERE) is present)


def _attendee(attendee: AttendeeContent) -> str:
    who = person(attendee)
    said = on_the_day(attendee) if attendee.attendance in _THERE else asked(attendee)
    return f"- {attendee.name}{f' ({who})' if who else ''}: {said}"


def _handed(document: HandedDocument) -> str:
    return f"- {handout.title(document.facts)}: {handout.line(document.handout)}"


def _agreement(agreement: AgreementContent) -> str:
    who = agreement.who or "mangler en person"
    return f"- {agreement.what} ({who}, {due_words(agreement.due_on, agreement.rhythm)})"


def _pending(pending: PendingContent) -> str:
    who = ", ".join(part for part in (pending.employee, pending.department) if part) or "mangler en, der svarer"
    return f"- {pending.what} ({who}, {due_words(pending.answer_by_on, '')})"


def _section(heading: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    """Nothing where there is nothing to say."""
    every = list(lines)
    if every:
        yield from ("", heading, *every)


def _line(label: str, value: str) -> tuple[str, ...]:
    return (f"{label}: {value}",) if value else ()


def tasks(content: FolderContent) -> tuple[tuple[str | date | None, ...], ...]:
    """A row for each open agreement and for each thing that is to be decided."""
    agreements = (
        (_AGREEMENT, each.what, each.who, each.organisation, each.due_on, each.rhythm, each.made_on)
        for each in content.agreements
    )
    pending = (
        (TO_DECIDE, each.what, each.employee, each.department, each.answer_by_on, "", None) for each in content.pending
    )
    return (*agreements, *pending)


def made_at(moment: datetime) -> str:
    """2026-11-21T12:05:00+00:00"""
    return moment.isoformat(timespec="seconds")
