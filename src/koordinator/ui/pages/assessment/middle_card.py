"""The card in the middle: what is done at the stop one is at, and the buttons that lead on."""

from functools import partial

from PySide6.QtCore import Signal

from koordinator.domain.assessment_model import OptionKey, ParameterKey
from koordinator.domain.recommendation import from_register
from koordinator.domain.registered_facts import counts
from koordinator.domain.steps import Step
from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.ui.focus import focus_inside
from koordinator.ui.pages.assessment.decision_body import DecisionBody
from koordinator.ui.pages.assessment.family_state import family_view
from koordinator.ui.pages.assessment.parts import Body, Footer, ScrollColumn
from koordinator.ui.pages.assessment.question_body import QuestionBody
from koordinator.ui.pages.assessment.register_body import RegisterBody
from koordinator.ui.pages.assessment.view_state import called, decision_view, question_view, register_lines
from koordinator.ui.pages.assessment.way import DECISION, REGISTER, Stop, StopKind, stop_after, stop_before
from koordinator.ui.pages.assessment.work import REASON, STEP, Work
from koordinator.ui.widgets.card import Card
from koordinator.usecases.assessments import Decision


class MiddleCard(Card):
    """`gone_to` with another stop, `back` and `on` from the buttons below, `shared` with SiblingsApart."""

    gone_to = Signal(object)
    back = Signal()
    on = Signal()
    shared = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__(fills=True)
        self._work = work
        self._stop = REGISTER
        self._asks_citizen: set[ParameterKey] = set()
        self._register, self._question, self._decision = RegisterBody(), QuestionBody(), DecisionBody()
        self.footer = Footer()
        self._scroll = ScrollColumn()
        for body in (self._register, self._question, self._decision):
            self._scroll.content.addWidget(body)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.footer)
        self._connect()

    @property
    def decision(self) -> Decision | None:
        """What is decided; None while no step is chosen or a reason is missing."""
        step = self._decision.step
        return Decision(step, self._decision.reason) if step is not None and self._decision.can_lock else None

    def forget(self) -> None:
        """For another assessment: what was begun on the screen only is gone."""
        self._asks_citizen = set()
        self._question.forget()
        self._decision.forget()

    def show_stop(self, stop: Stop) -> None:
        """Goes to the stop."""
        self._stop = stop
        self.refresh()
        for body in (self._register, self._question, self._decision):
            body.setVisible(body is self._here())
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Shows the assessment as it is now, at the same stop."""
        file = self._work.file
        if self._stop.kind is StopKind.REGISTER:
            self._register.show_lines(called(file.people), register_lines(file))
            self._register.show_family(family_view(file.family))
        elif self._stop.parameter is not None:
            key = self._stop.parameter
            view = question_view(file, key, ask_citizen=key in self._asks_citizen)
            self._question.show_question(view, self._work.draft(key))
        else:
            chosen = self._work.draft(STEP)
            before = Step(int(chosen)) if chosen else None
            self._decision.show_steps(decision_view(file), self._work.draft(REASON), before)
        self._show_footer()

    def press(self, digit: int, *, for_citizen: bool) -> None:
        """A digit was typed."""
        self._here().press(digit, for_citizen=for_citizen)
        self._bring_into_view()

    def take_focus(self) -> None:
        """The keyboard begins where the work does; what the register knows only has to be confirmed."""
        if self._stop == REGISTER:
            self.footer.primary.setFocus()
        else:
            self._here().take_focus()
            self._bring_into_view()

    def may_leave(self) -> bool:
        """Hands over what is being written; False when it is too long to be saved."""
        if self._stop.kind is not StopKind.QUESTION:
            return True
        if self._question.is_too_long:
            self._question.focus_note()
            return False
        self._question.commit()
        return True

    def focus_what_is_missing(self) -> None:
        """The keyboard goes to what the decision lacks, else to the button that locks."""
        if self.decision is not None:
            self.footer.primary.setFocus()
        elif self._decision.step is not None:
            self._decision.focus_reason()

    def _bring_into_view(self) -> None:
        focus = focus_inside(self._scroll)
        if focus is not None:
            self._scroll.bring_into_view(focus)

    def _here(self) -> Body:
        bodies: dict[StopKind, Body] = {
            StopKind.REGISTER: self._register,
            StopKind.QUESTION: self._question,
            StopKind.DECISION: self._decision,
        }
        return bodies[self._stop.kind]

    def _connect(self) -> None:
        self.footer.back.connect(self.back)
        self.footer.on.connect(self.on)
        self._register.corrected.connect(lambda key: self.gone_to.emit(Stop(StopKind.QUESTION, key)))
        self._register.renewed.connect(self._take_from_register)
        self._question.chosen.connect(lambda key: self._answer(option=OptionKey(key)))
        self._question.citizen_chosen.connect(lambda key: self._answer(citizen_option=OptionKey(key) if key else None))
        self._question.noted.connect(self._note)
        self._question.note_draft.connect(self._keep_note)
        self._question.citizen_asked.connect(self._ask_citizen)
        self._decision.deviated.connect(self._scroll.bring_into_view)
        self._register.shared.connect(self.shared)
        self._decision.reason_draft.connect(partial(self._work.keep_draft, REASON))
        self._decision.step_chosen.connect(self._keep_step)

    def _answer(self, **said: OptionKey | str | None) -> None:
        if self._stop.parameter is not None:
            self._work.answer(self._stop.parameter, **said)

    def _note(self, text: str) -> None:
        self._answer(note=text)
        if self._stop.parameter is not None:
            self._work.clear_draft(self._stop.parameter)

    def _keep_note(self, text: str) -> None:
        """The first note of all makes the assessment a row, so that there is something to keep a draft with."""
        if self._work.file.assessment.id and self._stop.parameter is not None:
            self._work.keep_draft(self._stop.parameter, text)
        else:
            self._question.commit()

    def _ask_citizen(self) -> None:
        if self._stop.parameter is not None:
            self._asks_citizen.add(self._stop.parameter)
            self.refresh()
            self.take_focus()

    def _keep_step(self, step: Step) -> None:
        self._work.keep_draft(STEP, str(int(step)))
        self._show_footer()

    def _take_from_register(self, key: ParameterKey) -> None:
        file = self._work.file
        proposed = from_register(file.assessment.model, counts(file.registered))
        self._work.answer(key, option=proposed[key])

    def _show_footer(self) -> None:
        model = self._work.file.assessment.model
        can_go_back = stop_before(model, self._stop) is not None
        if self._stop == REGISTER:
            lines = register_lines(self._work.file)
            self.footer.show_way(texts.CONFIRM, texts.register_keys(len(lines)), can_go_back=can_go_back)
        elif self._stop.parameter is not None:
            parameter = model.parameter(self._stop.parameter)
            both = parameter.citizen_answers or parameter.key in self._asks_citizen
            hint = (texts.keys_for_both if both else words.choose_with_keys)(len(parameter.allowed))
            is_last = stop_after(model, self._stop) == DECISION
            self.footer.show_way(texts.TO_DECISION if is_last else texts.NEXT, hint, can_go_back=can_go_back)
        else:
            file = self._work.file
            lock = texts.LOCK if file.casework_of else texts.lock(file.step, self._decision.step)
            self.footer.show_way(lock, texts.keys_for_steps(), can_go_back=can_go_back)
