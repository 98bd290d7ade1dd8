"""A question as it is asked in an assessment, about a citizen by the name of Lone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from koordinator.domain.assessment_model import AssessmentModel, Parameter
from koordinator.texts import assessment as assessment_words
from koordinator.texts import model_editor as texts
from koordinator.ui.tokens import STEP_TONES, Tone
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.option_card import Option, OptionCards


class QuestionPreview(Card):
    """Only to be looked at."""

    def __init__(self) -> None:
        super().__init__(texts.PREVIEW)
        self._position = Label(role=Role.SMALL_MUTED)
        self._question = Label(role=Role.LEAD, wraps=True)
        self._ask = Label(role=Role.MUTED, wraps=True)
        self._options = OptionCards(texts.PREVIEW)
        self._help = Label(role=Role.SMALL_MUTED, wraps=True)
        for part in (self._position, self._question, self._ask, self._options, self._help):
            self.body.addWidget(part)
        self._options.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_question(self, model: AssessmentModel, at: int) -> None:
        parameter = model.parameters[at]
        self._position.setText(texts.position(at + 1, len(model.parameters)))
        self._question.setText(texts.preview(parameter.question))
        self._ask.setText(texts.preview(parameter.ask))
        self._help.setText(texts.preview(parameter.help))
        self._options.show_options(texts.preview(parameter.question) or texts.PREVIEW, _cards(parameter))
        for card in self._options.findChildren(QWidget):
            card.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _cards(parameter: Parameter) -> list[Option]:
    cards = [
        Option(option.key, texts.preview(option.label), texts.preview(option.meaning), _badges(parameter, at))
        for at, option in enumerate(parameter.options)
    ]
    return [*cards, Option("", assessment_words.UNKNOWN_LABEL, assessment_words.UNKNOWN_MEANING)]


def _badges(parameter: Parameter, at: int) -> tuple[tuple[str, Tone], ...]:
    option = parameter.options[at]
    return () if option.argues_for is None else ((texts.argues(option), STEP_TONES[option.argues_for]),)
