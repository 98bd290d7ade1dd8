"""What is chosen on the page: whom, and who receives each. Without Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from koordinator.domain.handover import spread
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.texts import handover as texts
from koordinator.texts.assessment import step_short
from koordinator.texts.ui import joined
from koordinator.usecases.handover_file import Portfolio, PortfolioLine, Receiver


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A subject of the giver; `receiver` is what the column says."""

    line: PortfolioLine
    is_chosen: bool
    receiver: str
    load: str

    @property
    def can_be_chosen(self) -> bool:
        """What is being handed over already is not begun again."""
        return self.line.under_way is None

    @property
    def tick(self) -> str:
        """The word in the first column."""
        if not self.can_be_chosen:
            return ""
        return texts.TICKED if self.is_chosen else texts.NOT_TICKED

    @property
    def detail(self) -> str:
        """The step, and what the giver is there."""
        step = step_short(self.line.step) if self.line.step is not None else ""
        return joined((step, texts.held(self.line.held)))


@dataclass(frozen=True, slots=True)
class Selection:
    """Who is chosen, and the receiver of each that has one."""

    chosen: frozenset[SubjectId] = frozenset()
    receivers: Mapping[SubjectId, EmployeeId] = field(default_factory=dict)

    def toggled(self, subject_id: SubjectId) -> "Selection":
        """With the one chosen that was not, or the other way round."""
        return replace(self, chosen=self.chosen ^ {subject_id})

    def with_all(self, subject_ids: Iterable[SubjectId]) -> "Selection":
        """With all of them, or with none where all were chosen already."""
        wanted = frozenset(subject_ids)
        return replace(self, chosen=frozenset() if wanted <= self.chosen else wanted)

    def given_to(self, subject_id: SubjectId, receiver_id: EmployeeId) -> "Selection":
        """The one chosen, and received by that employee."""
        return Selection(self.chosen | {subject_id}, {**self.receivers, subject_id: receiver_id})

    def spread_over(self, receivers: Iterable[Receiver]) -> "Selection":
        """Those that are chosen, spread so that who carries least gets most."""
        carried = [(each.employee.id, each.courses) for each in receivers]
        return replace(self, receivers={**self.receivers, **dict(spread(sorted(self.chosen), carried))})

    @property
    def ready(self) -> dict[SubjectId, EmployeeId]:
        """Those that are chosen and have a receiver."""
        return {key: to for key, to in self.receivers.items() if key in self.chosen}

    @property
    def is_ready(self) -> bool:
        """Everybody who is chosen has a receiver."""
        return bool(self.chosen) and len(self.ready) == len(self.chosen)


def rows_of(portfolio: Portfolio, selection: Selection) -> tuple[HandoverRow, ...]:
    """The giver's subjects in their order."""
    known = {each.employee.id: each for each in portfolio.receivers}
    return tuple(_row(line, selection, known) for line in portfolio.lines)


def choosable(portfolio: Portfolio) -> tuple[SubjectId, ...]:
    """Those that are not being handed over already."""
    return tuple(line.subject_id for line in portfolio.lines if line.under_way is None)


def can_receive(receiver: Receiver, lines: Iterable[PortfolioLine]) -> bool:
    """Only who holds authority can coordinate."""
    return receiver.has_authority or not any(line.held.coordinates for line in lines)


def _row(line: PortfolioLine, selection: Selection, known: Mapping[EmployeeId, Receiver]) -> HandoverRow:
    under_way = line.under_way
    if under_way is not None:
        name = known[under_way.receiver_id].employee.name if under_way.receiver_id in known else ""
        return HandoverRow(line, is_chosen=False, receiver=texts.under_way(name, under_way.takes_effect_on), load="")
    is_chosen = line.subject_id in selection.chosen
    receiver = known.get(selection.receivers.get(line.subject_id, EmployeeId(0)))
    if receiver is None:
        return HandoverRow(line, is_chosen, texts.NOT_CHOSEN if is_chosen else "", "")
    return HandoverRow(line, is_chosen, receiver.employee.name, texts.load(receiver.courses))
