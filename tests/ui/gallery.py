"""Pictures of every part of the window with invented content: `python -m tests.ui.gallery FOLDER`.

For the eye: light and dark, the two usual screens, text at 150 %. Hold them beside the sketches.
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLibraryInfo, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from koordinator.ui.ask import Question
from koordinator.ui.look import dress
from koordinator.ui.main_window import MainWindow, Shell
from koordinator.ui.page_stack import PageEntry
from koordinator.ui.rail import Person
from koordinator.ui.resources import UiResources
from koordinator.ui.shortcut_list import ShortcutList
from koordinator.ui.snapshot import render
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme, Theme
from koordinator.ui.widgets.hit import Hit
from tests.ui.gallery_dialogs import AgreementForm
from tests.ui.gallery_pages import AssessmentPage, CitizenPage, EmptyPage, ListPage, OverviewPage, SupervisionPage
from tests.ui.parts import Crashes, Memory, explained

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = (
    PageEntry("overview", "Overblik", OverviewPage, "house"),
    PageEntry("citizens", "Borgere og familier", ListPage, "users"),
    PageEntry("citizen", "Borger", CitizenPage, belongs_to="citizens"),
    PageEntry("assessment", "Vurdering", AssessmentPage, belongs_to="citizens"),
    PageEntry("meetings", "Møder", EmptyPage, "calendar"),
    PageEntry("follow_up", "Opfølgning", EmptyPage, "list-checks"),
    PageEntry("supervision", "Ledelsestilsyn", SupervisionPage, "bar-chart"),
    PageEntry("settings", "Indstillinger", EmptyPage, "settings"),
    PageEntry("help", "Hjælp", EmptyPage, "circle-help"),
)
PAGES = ("overview", "citizens", "citizen", "assessment", "supervision", "meetings")
SMALL, LARGE = QSize(1366, 768), QSize(1920, 1080)
HITS = (
    Hit("citizen", 1, "Lone Bæk", "48 år · Trin 2 · Mette Holm"),
    Hit("citizen", 2, "Ægir Dam-Jensen", "31 år · Trin 2", "user"),
    Hit("meeting", 3, "Samarbejdsmøde med Lone Bæk", "12. januar 2027 kl. 13.00", "calendar"),
    Hit("agreement", 4, "Lone kan altid ringe til Mette", "Aftale · fra i dag", "handshake"),
)


def main(folder: Path) -> None:
    app = QApplication([])
    resources = UiResources(
        ROOT / "resources" / "fonts",
        ROOT / "resources" / "icons",
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    )
    theme = dress(app, resources, Scheme.LIGHT)
    folder.mkdir(parents=True, exist_ok=True)
    tasks = Tasks(explained, Crashes())
    shoot_window(theme, tasks, folder)
    shoot_dialogs(theme, folder)
    tasks.shut_down()


def shoot_window(theme: Theme, tasks: Tasks, folder: Path) -> None:
    for name, scheme, scale, size in (
        ("light", Scheme.LIGHT, 1.0, SMALL),
        ("dark", Scheme.DARK, 1.0, SMALL),
        ("large", Scheme.LIGHT, 1.0, LARGE),
        ("text-150", Scheme.LIGHT, 1.5, SMALL),
        ("text-200", Scheme.DARK, 2.0, LARGE),
    ):
        theme.set_scheme(scheme)
        theme.set_text_scale(scale)
        window = make_window(tasks)
        window.resize(size)
        window.show()
        for page in PAGES:
            window.navigate(page)
            settle()
            render(window, folder / f"{name}-{page}.png")
        search(window)
        render(window, folder / f"{name}-search.png")
        window.close()


def make_window(tasks: Tasks) -> MainWindow:
    person = Person("Mette Holm", ("Handicap · Myndighed", "Voksen"))
    now = datetime(2026, 11, 21, 10, 42, tzinfo=UTC)
    window = MainWindow(Shell(tasks, Memory(), person, lambda: now, lambda _query: HITS), ENTRIES)
    tasks.write(window, lambda: None, lambda _nothing: None)
    return window


def search(window: MainWindow) -> None:
    window.search_box.take_focus()
    window.search_box.setText("lon")
    window.search_box.show_hits("lon", HITS)
    window.messages.done("Aftalen er slettet.", lambda: None)
    settle()


def shoot_dialogs(theme: Theme, folder: Path) -> None:
    dialogs: tuple[tuple[str, Callable[[], QDialog]], ...] = (
        ("form", lambda: AgreementForm(None)),
        ("confirm", confirmation),
        ("shortcuts", shortcuts),
    )
    for look, scheme, scale in (("light", Scheme.LIGHT, 1.0), ("dark", Scheme.DARK, 1.0), ("150", Scheme.LIGHT, 1.5)):
        theme.set_scheme(scheme)
        theme.set_text_scale(scale)
        for name, make in dialogs:
            dialog = make()
            dialog.show()
            if isinstance(dialog, AgreementForm):
                dialog.form.check()
            settle()
            render(dialog, folder / f"dialog-{name}-{look}.png")
            dialog.done(0)


def shortcuts() -> QDialog:
    tasks = Tasks(explained, Crashes())
    window = make_window(tasks)
    tasks.shut_down()
    return ShortcutList(window, window.shortcuts(), OverviewPage().shortcuts())


def confirmation() -> QDialog:
    question = Question(
        None, "Vil du slette aftalen?", "»Sende ansøgning om § 112« fjernes fra planen. Det kan fortrydes i dag."
    )
    question.add_answers("Slet aftalen", "Annullér", dangerous=True)
    return question


def settle(widget: QWidget | None = None) -> None:
    """Lets layouts, timers and answers come to rest."""
    loop = QEventLoop(widget)
    QTimer.singleShot(60, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
