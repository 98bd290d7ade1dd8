"""What Opfølgning shows, made of what falls due. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from koordinator.domain.follow_up import DueItem, DueKind, Urgency
from koordinator.texts import follow_up_page as texts
from koordinator.ui.due.rows import DueRow, due_row
from koordinator.usecases.follow_up import FollowUpPage


@dataclass(frozen=True, slots=True)
class GroupView:
    """What is equally pressing."""

    urgency: Urgency
    title: str
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which lines to show: of one kind or all, with all of the words in them."""

    kind: DueKind | None = None
    text: str = ""


def groups_of(page: FollowUpPage, chosen: Chosen) -> tuple[GroupView, ...]:
    """The groups that have lines to show, the most pressing first."""
    words = chosen.text.casefold().split()
    groups = (
        (group.urgency, tuple(due_row(item, page.today) for item in group.items if _fits(item, chosen.kind, words)))
        for group in page.groups
    )
    return tuple(GroupView(urgency, texts.group_title(urgency, len(rows)), rows) for urgency, rows in groups if rows)


def _fits(item: DueItem, kind: DueKind | None, words: Sequence[str]) -> bool:
    if kind is not None and item.kind is not kind:
        return False
    text = f"{item.what} {item.subject_name} {item.who} {item.department}".casefold()
    return all(word in text for word in words)
