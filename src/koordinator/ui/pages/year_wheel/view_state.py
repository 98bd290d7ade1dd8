"""What Årshjul shows, made of the wheel that was read. Without Qt."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.year_wheel import WheelMonth
from koordinator.domain.year_wheel_visit import Left, Visit, WhyNot
from koordinator.texts import year_wheel as words
from koordinator.texts import year_wheel_page as texts
from koordinator.ui.due.rows import DueRow, due_row
from koordinator.usecases.year_wheel import WheelPage
from koordinator.usecases.year_wheel_visits import Proposal


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month's list. `empty` is said where there is nothing in it."""

    heading: str
    kinds: str
    notable: str
    rows: tuple[DueRow, ...]
    empty: str


def spoken_months(page: WheelPage) -> tuple[str, ...]:
    """What each month says to somebody who cannot see the wheel."""
    now = page.sheet.month_now
    return tuple(words.month_spoken(each.month, each.counts, is_now=each.month == now) for each in page.wheel.months)


def month_view(page: WheelPage, month: int) -> MonthView:
    """The month's list."""
    chosen = page.wheel.months[month - 1]
    notable = [each for each in page.sheet.notable if each.on.month == month]
    return MonthView(
        heading=words.month_heading(month, page.wheel.year, chosen.counts.total),
        kinds=words.counts_line(chosen.counts),
        notable=words.notable_line(notable),
        rows=_rows(chosen, page.today),
        empty="" if chosen.items else texts.nothing_in(month, page.wheel.year, page.sheet.counts.total.total),
    )


def visit_for(proposal: Proposal, line: DueRow) -> Visit | None:
    """The visit that the line is part of, or the family's first; None where nothing can be gathered."""
    visits = proposal.gathering.visits
    wanted = (visit for visit in visits if line.item in visit.items)
    return next(wanted, visits[0] if visits else None)


def left_by_reason(proposal: Proposal) -> tuple[tuple[WhyNot, tuple[Left, ...]], ...]:
    """What is not gathered, under each reason."""
    left = proposal.gathering.left
    groups = ((why, tuple(each for each in left if each.why is why)) for why in WhyNot)
    return tuple((why, those) for why, those in groups if those)


def _rows(month: WheelMonth, today: date) -> tuple[DueRow, ...]:
    return tuple(due_row(item, today) for item in month.items)
