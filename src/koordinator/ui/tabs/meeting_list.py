"""Meetings as a list, on the page of all meetings and in a citizen's tab alike."""

from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meetings import view_state as state
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.ports_diary import MeetingEntry


def meeting_columns(*, with_subject: bool) -> tuple[Column[MeetingEntry], ...]:
    """When, about whom, where, who comes, and where the meeting is."""
    subject = (Column(texts.ABOUT, lambda entry: entry.subject_name, 0, Look.STRONG, _kind),)
    return (
        Column(texts.WHEN, state.when, 210, Look.PLAIN if with_subject else Look.STRONG, _span),
        *(subject if with_subject else ()),
        Column(texts.WHERE, state.where, 190 if with_subject else 0),
        Column(texts.PARTICIPANTS, state.answers, 180),
        Column(texts.STATUS, lambda entry: words.STATUS[entry.status], 100, badge=state.tone),
    )


def _span(entry: MeetingEntry) -> str:
    return words.time_span(entry.starts_on, entry.starts_clock, entry.duration_minutes)


def _kind(entry: MeetingEntry) -> str:
    return words.KINDS[entry.kind]
