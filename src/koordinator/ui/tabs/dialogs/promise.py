"""The forms of the plan: an agreement, what came of a pending decision, a goal, a hand-out."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from koordinator.domain.agreement_rules import Promise
from koordinator.domain.ids import PaperId, PlanVersionId
from koordinator.domain.joint_plan import Goal
from koordinator.domain.limits import LINE, PARAGRAPH
from koordinator.domain.paper import HandoutWay
from koordinator.domain.party import Party
from koordinator.texts import plan as plan_texts
from koordinator.texts import plan_tab as texts
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of
from koordinator.ui.widgets.fields import ChoiceField, DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.papers import HandedOver
from koordinator.usecases.participants import Candidate


class PromiseDialog(FormDialog):
    """What, who, by when or how often."""

    @classmethod
    def ask(cls, parent: QWidget, candidates: tuple[Candidate, ...], today: date) -> Promise | None:
        """The agreement as it was filled in, or None. Who and when may wait; the plan says that they are missing."""
        dialog = cls(parent, texts.NEW_PROMISE)
        what = dialog.form.add(NoteField(texts.WHAT, limit=PARAGRAPH, required=True))
        people: tuple[tuple[Party | None, str], ...] = (
            (None, texts.NOBODY),
            *((each.party, each.name) for each in candidates),
        )
        who = dialog.form.add(Pick(texts.WHO, people, None))
        due = DateField(texts.WHEN, lambda: today)
        rhythm = TextField(texts.RHYTHM, limit=LINE, hint=texts.RHYTHM_HINT)
        dialog.form.add_beside(due, rhythm)
        return Promise(what.value(), who.key, due.value(), rhythm.value()) if dialog.run() else None


class GoalDialog(FormDialog):
    """A goal with the citizen's own part."""

    @classmethod
    def edit(cls, parent: QWidget, goal: Goal) -> Goal | None:
        """The goal as it was filled in, or None."""
        dialog = cls(parent, texts.EDIT_GOAL)
        title = dialog.form.add(TextField(texts.GOAL_TITLE, goal.title, limit=LINE, required=True))
        wording = dialog.form.add(
            NoteField(plan_texts.CITIZENS_WORDING, goal.citizens_wording, limit=PARAGRAPH, voice=True)
        )
        own = dialog.form.add(NoteField(plan_texts.OWN_PART, goal.own_part, limit=PARAGRAPH, voice=True))
        practising = dialog.form.add(NoteField(plan_texts.PRACTISING, goal.practising, limit=PARAGRAPH, voice=True))
        status = dialog.form.add(Pick(texts.STATUS, choices_of(plan_texts.GOAL_STATUS), goal.status))
        if not dialog.run():
            return None
        return replace(
            goal,
            title=title.value(),
            citizens_wording=wording.value(),
            own_part=own.value(),
            practising=practising.value(),
            status=status.key,
        )


class ScoreDialog(FormDialog):
    """The citizen's own number for a goal."""

    @classmethod
    def ask(cls, parent: QWidget, heading: str) -> int | None:
        """0-10, or None."""
        dialog = cls(parent, heading, intro=texts.SCORE_HINT, save=texts.GIVE_SCORE)
        options = ((None, texts.SCORE), *((number, str(number)) for number in range(11)))
        field = dialog.form.add(ChoiceField(texts.SCORE, options, None, required=True))
        value = field.value() if dialog.run() else None
        return value if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class HandoutOffer:
    """What can be handed out: a paper, or the plan version that is read aloud; usually to whom."""

    recipient: str
    today: date
    paper_id: PaperId | None = None
    plan_version_id: PlanVersionId | None = None
    post_exempt: bool = False


class HandoutDialog(FormDialog):
    """Who got it, on which day and how."""

    @classmethod
    def ask(cls, parent: QWidget, offer: HandoutOffer) -> HandedOver | None:
        """The hand-out as it was filled in, or None."""
        dialog = cls(parent, texts.HAND_OUT, intro=texts.EXEMPT_HINT if offer.post_exempt else "")
        to = dialog.form.add(TextField(texts.RECIPIENT, offer.recipient, limit=LINE, required=True))
        ways = {
            way: words
            for way, words in plan_texts.HANDOUT_WAYS.items()
            if not (offer.post_exempt and way is HandoutWay.DIGITAL_POST)
        }
        way = Pick(texts.WAY, choices_of(ways), HandoutWay.AT_MEETING)
        on = DateField(texts.ON_DAY, lambda: offer.today, offer.today, required=True)
        on.set_bounds(latest=offer.today)
        dialog.form.add_beside(way, on)
        day = on.value() if dialog.run() else None
        if day is None:
            return None
        return HandedOver(to.value(), day, way.key, offer.paper_id, offer.plan_version_id)
