"""The summary that is read aloud before people leave: plain, about a minute, made of what was noted."""

from collections.abc import Iterator
from typing import Final

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import AgreementContent, PendingContent
from koordinator.domain.meeting import Attendance, NoteKind
from koordinator.domain.minutes_content import MinutesContent
from koordinator.texts.formats import capitalised, clock, count_of, date_no_year, join_with_og, weekday_date
from koordinator.texts.paper_voice import Voice, call_name, quoted_once, stopped, voice_to, without_stop

_MOST_WORDS: Final = 3
"""So many of the citizen's sentences are read again; all of them stand in the minutes."""


def spoken_summary(minutes: MinutesContent) -> str:
    """The meeting in a few paragraphs, to the citizen or the family. Only what is there is said."""
    voice = voice_to(family=minutes.subject.is_family)
    paragraphs = (
        _who_was_there(minutes),
        _words(minutes, NoteKind.SAID, f"{voice.you_first} sagde"),
        _words(minutes, NoteKind.WISH, f"{voice.you_first} ønsker"),
        _since_last(minutes),
        _new_goals(minutes),
        "\n".join(_agreements(minutes, voice)),
        "\n".join(_not_decided(each, voice) for each in minutes.pending if each.outcome_on is None),
        _next_meeting(minutes),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _who_was_there(minutes: MinutesContent) -> str:
    present = [call_name(each.name) for each in minutes.attendees if each.attendance is Attendance.PRESENT]
    return f"Til mødet i dag var {join_with_og(present)}." if present else ""


def _words(minutes: MinutesContent, kind: NoteKind, begins: str) -> str:
    said = [note.text for item in minutes.agenda for note in item.notes if note.kind is kind][:_MOST_WORDS]
    return f"{begins}: {' '.join(quoted_once(words) for words in said)}" if said else ""


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


def _new_goals(minutes: MinutesContent) -> str:
    titles = [without_stop(goal.title) for goal in minutes.goals if goal.uid in minutes.new_goal_uids]
    if not titles:
        return ""
    return f"{'Nyt mål' if len(titles) == 1 else 'Nye mål'}: {join_with_og(titles)}."


def _agreements(minutes: MinutesContent, voice: Voice) -> Iterator[str]:
    made = [each for each in minutes.agreements if each.status is not AgreementStatus.NOT_DONE]
    if made:
        yield "Det har vi aftalt:"
    for agreement in made:
        yield f"{_who(agreement, minutes, voice)}: {capitalised(stopped(_what_and_when(agreement)))}"


def _who(agreement: AgreementContent, minutes: MinutesContent, voice: Voice) -> str:
    if agreement.who_uid is not None and agreement.who_uid == minutes.subject.uid:
        return voice.you_first
    return agreement.who or "Mangler navn"


def _what_and_when(agreement: AgreementContent) -> str:
    when = agreement.rhythm
    if agreement.due_on is not None:
        when = f"senest {date_no_year(agreement.due_on)}"
    return f"{without_stop(agreement.what)}, {when}" if when else agreement.what


def _not_decided(decision: PendingContent, voice: Voice) -> str:
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
