"""Trying the program on the spot: something is written, read back, drawn as a paper, and taken away again."""

from datetime import time
from typing import Final

from koordinator.domain.access import Actor
from koordinator.domain.content_parts import AppointmentContent, Sender, SubjectContent, Uid
from koordinator.domain.draft import DraftPlace
from koordinator.domain.invitation_content import PreparationContent
from koordinator.domain.meeting import PlaceKind
from koordinator.usecases.drafts import Drafts
from koordinator.usecases.ports import Clock
from koordinator.usecases.ports_meetings import PaperMaker, PaperStyle

_PLACE: Final = DraftPlace("self_test", 0, "text")
_WRITTEN: Final = "æøå ÆØÅ é"
_PDF: Final = b"%PDF-"


class SelfTestFailed(Exception):
    """Something that was written did not come back, or a paper could not be drawn: a fault of ours."""


class SelfTest:
    """Leaves the database as it was."""

    def __init__(self, drafts: Drafts, maker: PaperMaker, clock: Clock) -> None:
        self._drafts = drafts
        self._maker = maker
        self._clock = clock

    def run(self, actor: Actor) -> int:
        """The number of bytes of the paper that was drawn. Raises SelfTestFailed."""
        self._drafts.keep(actor, _PLACE, _WRITTEN)
        read = self._drafts.find(actor, _PLACE)
        self._drafts.clear(actor, _PLACE)
        if read is None or read.text != _WRITTEN or self._drafts.find(actor, _PLACE) is not None:
            raise SelfTestFailed
        paper = self._maker.preparation(self._sheet(), PaperStyle()).content
        if not paper.startswith(_PDF):
            raise SelfTestFailed
        return len(paper)

    def _sheet(self) -> PreparationContent:
        today = self._clock.today()
        return PreparationContent(
            sender=Sender("", "", ""),
            subject=SubjectContent(Uid(""), _WRITTEN, is_family=False, members=()),
            appointment=AppointmentContent(Uid(""), today, time(13), 60, PlaceKind.TOWN_HALL),
            made_on=today,
        )
