"""Whether what is locked, and the log, are as they were written: gone through when somebody asks for it."""

from koordinator.domain.verification import Verification
from koordinator.texts import keys as texts
from koordinator.texts import verify
from koordinator.ui.desk import Desk
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.said import Said


class CheckCard(Card):
    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.CHECK)
        self._desk = desk
        self._check, self._said = Button(texts.VERIFY, icon="check-check"), Said()
        self._check.clicked.connect(self._verify)
        self.body.addWidget(Label(texts.CHECK_TEXT, Role.MUTED, wraps=True))
        self.body.addLayout(row(self._check, STRETCH))
        self.body.addWidget(self._said)

    def _verify(self) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._check.rest()
        self._said.say(texts.WORKING, Role.MUTED)
        self._desk.tasks.compute(self, lambda: services.verify.run(actor), self._tell, self._fail)

    def _tell(self, checked: Verification) -> None:
        self._check.wake()
        faults = "\n".join(verify.faults(checked))
        if faults:
            self._said.say(faults, Role.WARNING)
        else:
            self._said.say(verify.checked(checked))

    def _fail(self, error: Exception) -> None:
        self._check.wake()
        self._said.say(self._desk.tasks.explain(error), Role.WARNING)
