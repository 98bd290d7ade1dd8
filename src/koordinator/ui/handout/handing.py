"""From "Udlevér" to the note that is kept, the same wherever it is pressed."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from koordinator.domain.handouts import HandedThing
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper import Handout
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.handout.dialog import HandoutDialog
from koordinator.usecases.handouts import HandoutOffer
from koordinator.usecases.papers import HandedPaper

Noted: TypeAlias = Callable[[tuple[Handout, ...]], object]


def hand_out_kept(owner: QWidget, desk: Desk, kept: HandedPaper) -> None:
    """Of a paper that is being looked at."""
    paper = kept.paper
    hand_out(desk, owner, paper.subject_id, HandedThing(paper.id), lambda _noted: None)


def hand_out(desk: Desk, owner: QWidget, subject_id: SubjectId, thing: HandedThing, noted: Noted) -> None:
    """Asks whom it was handed to, and notes it; `noted` hears of the notes."""
    handouts, actor = desk.services.handouts, desk.actor

    def ask(offer: HandoutOffer) -> None:
        ask_until_saved(
            desk.tasks,
            owner,
            (),
            lambda start: HandoutDialog.ask(owner, desk, offer, start),
            lambda handed: handouts.note(actor, subject_id, offer.thing, handed),
            noted,
        )

    desk.tasks.read(owner, lambda: handouts.offer(actor, subject_id, thing), ask)
