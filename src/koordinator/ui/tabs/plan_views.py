"""Where we disagree: who sees what, each under their own name; and the numbers for parts of life, the themes."""

from collections.abc import Callable
from functools import partial

from koordinator.domain.content_parts import latest_of_each
from koordinator.domain.ids import CitizenId, ThemeId
from koordinator.domain.joint_plan import ThemeScore, Viewpoint
from koordinator.domain.party import party_of
from koordinator.domain.plan_rules import View
from koordinator.domain.theme import Theme
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts import subject as subject_texts
from koordinator.ui.ask_value import AskChoice, Asked
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.focus import place_kept
from koordinator.ui.tabs.dialogs.plan_parts import GivenScore, ScoreDialog, ViewDialog
from koordinator.ui.tabs.plan_goal_facts import said_by
from koordinator.ui.tabs.plan_people import Named, ask_people, own_or_named, themes_of
from koordinator.ui.widgets.buttons import Button, IconButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, row
from koordinator.ui.widgets.score_line import WIDEST_LINE, ScoreLine
from koordinator.usecases.paper_parts import score_content
from koordinator.usecases.plan_file import PlanFile


class PlanViews(Card):
    """The views in the common part, or in one member's. `saved` hears of the plan after each change."""

    def __init__(
        self, desk: Desk, saved: Callable[[PlanFile], None], member_id: CitizenId | None = None, name: str = ""
    ) -> None:
        super().__init__(f"{tab_texts.VIEWS}: {name}" if name else tab_texts.VIEWS)
        self._desk, self._saved, self._member_id = desk, saved, member_id
        self._file: PlanFile | None = None
        new = Button(tab_texts.NEW_VIEW, icon="plus")
        new.clicked.connect(self._add)
        self.add_to_head(new)
        self._lines = column(gap=10)
        self.body.addLayout(self._lines)

    def show_file(self, file: PlanFile) -> None:
        """Shows the views in their order."""
        before, self._file = self._file, file
        if before is None or before.viewpoints != file.viewpoints:
            with place_kept(self):
                self._build(file)

    def _build(self, file: PlanFile) -> None:
        clear(self._lines)
        own = [view for view in file.viewpoints if view.member_id == self._member_id]
        for view in own:
            who = file.parties.name(party_of(view)) or file.people.name
            head = " · ".join(filter(None, (who, view.about)))
            is_own = party_of(view) is None or file.parties.citizen(party_of(view)) is not None
            words = Label(view.says, Role.VOICE if is_own else Role.BODY, wraps=True)
            line = row(gap=4)
            line.addLayout(column(Label(head, Role.SMALL_MUTED, wraps=True), words, gap=0), 1)
            for icon, name, act in (
                ("pencil", subject_texts.EDIT, partial(self._change, view)),
                ("trash", tab_texts.REMOVE_VIEW, partial(self._remove, view)),
            ):
                button = IconButton(icon, f"{name}: {view.says}")
                button.clicked.connect(act)
                line.addWidget(button)
            self._lines.addLayout(line)
        if not own:
            self._lines.addWidget(Label(tab_texts.NO_VIEWS, Role.MUTED, wraps=True))

    def _add(self) -> None:
        plan = self._file.plan if self._file is not None else None
        if plan is not None:
            parts, actor = self._desk.services.plan_parts, self._desk.actor
            self._ask(View("", member_id=self._member_id), lambda view: parts.add_viewpoint(actor, plan.id, view))

    def _change(self, viewpoint: Viewpoint) -> None:
        parts, actor = self._desk.services.plan_parts, self._desk.actor
        start = View(viewpoint.says, party_of(viewpoint), viewpoint.about, viewpoint.member_id)
        self._ask(start, lambda view: parts.change_viewpoint(actor, viewpoint, view))

    def _remove(self, viewpoint: Viewpoint) -> None:
        parts, actor = self._desk.services.plan_parts, self._desk.actor
        self._desk.tasks.write(self, lambda: parts.remove_viewpoint(actor, viewpoint.id), self._saved)

    def _ask(self, start: View, save: Callable[[View], PlanFile]) -> None:
        file = self._file
        if file is None:
            return

        def ask(named: Named) -> None:
            people = own_or_named(file, named)
            tasks, saved = self._desk.tasks, self._saved
            ask_until_saved(tasks, self, start, lambda view: ViewDialog.ask(self, people, view), save, saved)

        ask_people(self._desk, self, file, ask)


class PlanThemes(Card):
    """A number a theme, where that helps: the citizen's own over time, the others' beside it."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__(tab_texts.THEMES)
        self._desk, self._saved = desk, saved
        self._file: PlanFile | None = None
        score = Button(tab_texts.SCORE_THEME, icon="plus")
        score.clicked.connect(self._choose)
        self.add_to_head(score)
        self._lines = column(gap=12)
        self.body.addLayout(self._lines)

    def show_file(self, file: PlanFile) -> None:
        """Shows the themes that have a number."""
        before, self._file = self._file, file
        if before is None or (before.theme_scores, before.themes) != (file.theme_scores, file.themes):
            with place_kept(self):
                self._build(file)

    def _build(self, file: PlanFile) -> None:
        clear(self._lines)
        for theme in file.themes:
            scores = [score for score in file.theme_scores if score.theme_id == theme.id]
            if scores:
                self._add_theme(file, theme, scores)
        if not file.theme_scores:
            self._lines.addWidget(Label(tab_texts.THEMES_HINT, Role.MUTED, wraps=True))

    def _add_theme(self, file: PlanFile, theme: Theme, scores: list[ThemeScore]) -> None:
        own = [score.score for score in scores if party_of(score) is None]
        others = [score_content(score, file.parties) for score in scores if party_of(score) is not None]
        progress = texts.progress(own[0] if len(own) > 1 else None, own[-1] if own else None)
        said = [f"{file.people.name}: {progress}", *(said_by(each) for each in latest_of_each(others))]
        again = Button(tab_texts.GIVE_SCORE)
        again.setAccessibleName(f"{tab_texts.GIVE_SCORE}: {theme.name}")
        again.clicked.connect(partial(self._ask_people, theme.id))
        head = row(gap=8)
        head.addLayout(column(Label(theme.name, Role.STRONG), Label("\n".join(said), Role.MUTED, wraps=True), gap=2), 1)
        head.addWidget(again)
        self._lines.addLayout(head)
        if len(own) > 1:
            line = ScoreLine(own, f"{theme.name}: {progress}", widest=WIDEST_LINE)
            self._lines.addLayout(row(line, STRETCH))

    def _choose(self) -> None:
        if self._file is not None:
            asked = Asked(tab_texts.SCORE_THEME, tab_texts.WHICH_THEME, tab_texts.THEMES_HINT, subject_texts.GO_ON)
            chosen = AskChoice.one_of(self, asked, themes_of(self._file, None))
            if isinstance(chosen, int):
                self._ask_people(ThemeId(chosen))

    def _ask_people(self, theme_id: ThemeId) -> None:
        if self._file is not None:
            ask_people(self._desk, self, self._file, partial(self._ask_score, theme_id, self._file))

    def _ask_score(self, theme_id: ThemeId, file: PlanFile, named: Named) -> None:
        plan, parts, actor = file.plan, self._desk.services.plan_parts, self._desk.actor
        name = next(theme.name for theme in file.themes if theme.id == theme_id)
        people = own_or_named(file, named)
        if plan is not None:
            key = plan.id
            ask_until_saved(
                self._desk.tasks,
                self,
                GivenScore(0),
                lambda start: ScoreDialog.ask(self, name, people, start),
                lambda given: parts.score_theme(actor, key, theme_id, given.score, given.by),
                self._saved,
            )
