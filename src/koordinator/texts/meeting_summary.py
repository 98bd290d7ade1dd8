"""The summary that is read aloud before people leave: plain, made of what was noted, and read in a minute."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import AgreementContent, PendingContent
from koordinator.domain.meeting import Attendance, NoteKind
from koordinator.domain.minutes_content import MinutesContent
from koordinator.texts.formats import capitalised, clock, count_of, date_no_year, join_with_og, weekday_date
from koordinator.texts.paper_voice import Voice, call_name, quoted_once, stopped, voice_to, without_stop

A_MINUTE: Final = 130
"""So many words are read aloud, calmly, in a minute."""
_MOST_NAMES: Final = 8


class _Room(NamedTuple):
    """How much is read again of what was noted; all of it stands in the minutes."""

    sentences: int
    words: int
    agreements: int
    pending: int


_ROOM: Final = (
    _Room(sentences=3, words=25, agreements=8, pending=3),
    _Room(sentences=2, words=15, agreements=6, pending=2),
    _Room(sentences=1, words=12, agreements=5, pending=1),
    _Room(sentences=1, words=8, agreements=3, pending=1),
    _Room(sentences=0, words=6, agreements=2, pending=1),
)


def spoken_summary(minutes: MinutesContent) -> str:
    """The meeting in a few paragraphs, to the citizen or the family. Only what is there is said, within a minute."""
    told = (_told(minutes, room) for room in _ROOM)
    return next((text for text in told if word_count(text) <= A_MINUTE), _told(minutes, _ROOM[-1]))


def word_count(text: str) -> int:
    """How many words are read aloud."""
    return len(text.split())


def _told(minutes: MinutesContent, room: _Room) -> str:
    voice = voice_to(family=minutes.subject.is_family)
    paragraphs = (
        _who_was_there(minutes),
        _said(minutes, NoteKind.SAID, f"{voice.you_first} sagde", room),
        _said(minutes, NoteKind.WISH, f"{voice.you_first} ønsker", room),
        _since_last(minutes),
        _new_goals(minutes, room),
        "\n".join(_agreements(minutes, voice, room)),
        "\n".join(_not_decided(minutes, voice, room)),
        _next_meeting(minutes),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _who_was_there(minutes: MinutesContent) -> str:
    """By name as long as they can be heard one by one."""
    present = [call_name(each.name) for each in minutes.attendees if each.attendance is Attendance.PRESENT]
    if len(present) > _MOST_NAMES:
        return f"Til mødet i dag var vi {len(present)} mennesker."
    return f"Til mødet i dag var {join_with_og(present)}." if present else ""


def _said(minutes: MinutesContent, kind: NoteKind, begins: str, room: _Room) -> str:
    said = [note.text for item in minutes.agenda for note in item.notes if note.kind is kind][: room.sentences]
    return f"{begins}: {' '.join(quoted_once(_begun(words, room.words)) for words in said)}" if said else ""


def _begun(text: str, most: int) -> str:
    """The text on one line; one of more words is broken off."""
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])} …"


def _since_last(minutes: MinutesContent) -> str:
    count = dict.fromkeys(AgreementStatus, 0)
    for agreement in minutes.since_last:
        count[agreement.status] += 1
    parts = (
        (AgreementStatus.DONE, "er holdt"),
        (AgreementStatus.OPEN, "går videre"),
        (AgreementStatus.NOT_DONE, "blev ikke til noget"),
    )
    told = [f"{count_of(count[status], 'aftale', 'aftaler')} {words}" for status, words in parts if count[status]]
    return f"Siden sidst: {join_with_og(told)}." if told else ""


def _new_goals(minutes: MinutesContent, room: _Room) -> str:
    new = [goal.title for goal in minutes.goals if goal.uid in minutes.new_goal_uids]
    titles = [without_stop(_begun(title, room.words)) for title in new[: room.agreements]]
    if not titles:
        return ""
    return f"{'Nyt mål' if len(titles) == 1 else 'Nye mål'}: {join_with_og(titles)}."


def _agreements(minutes: MinutesContent, voice: Voice, room: _Room) -> Iterator[str]:
    made = [each for each in minutes.agreements if each.status is not AgreementStatus.NOT_DONE]
    if made:
        yield "Det har vi aftalt:"
    for agreement in made[: room.agreements]:
        said = replace(agreement, what=_begun(agreement.what, room.words))
        yield f"{_who(agreement, minutes, voice)}: {capitalised(stopped(_what_and_when(said)))}"
    if len(made) > room.agreements:
        yield f"Og {count_of(len(made) - room.agreements, 'aftale', 'aftaler')} mere. Dem får {voice.you} på papir."


def _who(agreement: AgreementContent, minutes: MinutesContent, voice: Voice) -> str:
    if agreement.who_uid is not None and agreement.who_uid == minutes.subject.uid:
        return voice.you_first
    return agreement.who or "Mangler navn"


def _what_and_when(agreement: AgreementContent) -> str:
    when = agreement.rhythm
    if agreement.due_on is not None:
        when = f"senest {date_no_year(agreement.due_on)}"
    return f"{without_stop(agreement.what)}, {when}" if when else agreement.what


def _not_decided(minutes: MinutesContent, voice: Voice, room: _Room) -> Iterator[str]:
    waiting = [each for each in minutes.pending if each.outcome_on is None]
    for decision in waiting[: room.pending]:
        yield _waits(replace(decision, what=_begun(decision.what, room.words)), voice)
    if len(waiting) > room.pending:
        yield f"{capitalised(count_of(len(waiting) - room.pending, 'ting', 'ting'))} mere er heller ikke afgjort endnu."


def _waits(decision: PendingContent, voice: Voice) -> str:
    who = f" fra {decision.employee}" if decision.employee else ""
    when = f" senest {date_no_year(decision.answer_by_on)}" if decision.answer_by_on else ""
    return (
        f"Ikke afgjort endnu: {without_stop(decision.what)}. "
        f"{voice.you_first} får svar{who}{when}, og {voice.you} kan klage over svaret."
    )


def _next_meeting(minutes: MinutesContent) -> str:
    following = minutes.next_meeting
    if following is None:
        return "Vi har ikke aftalt et næste møde endnu."
    return f"Næste møde er {weekday_date(following.starts_on)} kl. {clock(following.starts_clock)}."
