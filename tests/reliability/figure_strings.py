"""Hostile texts in every text field there is, through everything that the program shows and makes.

Each is written through the use cases where the program lets one write about a citizen, and then laid into every other
text of the database. What is refused is refused with a sentence; what is taken comes out as it went in.
"""

import io
import json
import shutil
import string
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import fields, replace
from functools import cache, partial
from pathlib import Path
from types import NoneType
from typing import Any, Final, get_args, get_type_hints

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete
from sqlalchemy import Text
from typing_extensions import override

from koordinator.bootstrap.command_line import run_command
from koordinator.bootstrap.window import OpenWindow, build_window, ui_resources
from koordinator.domain.citizen import Citizen
from koordinator.domain.consent import Consent, GivenConsent
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import CitizenId, ConsentId
from koordinator.domain.limits import LINE, PARAGRAPH, checked
from koordinator.domain.party import Party, PartyKind
from koordinator.integrations.window_memory import WindowMemory
from koordinator.storage.mappings import MAPPINGS
from koordinator.texts.command_line import UNEXPECTED
from koordinator.texts.errors import sentence
from koordinator.ui.look import dress
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme
from koordinator.usecases.case_folder import FolderWanted
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.unlock import Opened
from tests.reliability.figure import Failure, Figure, Outcome
from tests.reliability.hostile import hostile
from tests.support.leaks import LeakWorld
from tests.support.meeting_world import FIRST_DAY, make_world
from tests.support.office import KEY, Bench, make_template, open_office

_NOT_TYPED: Final = frozenset({
    "uid", "sha256", "seal", "previous_seal", "content", "text", "answers", "cpr", "model_key", "model_version", "key",
    "value", "parameters", "codes", "secret", "previous", "source", "file_name", "snapshot", "rules", "origin",
})  # fmt: skip
"""Made by the program, or read by it as something else than text (a key, a number, a snapshot with its sum)."""
_UNDO: Final = frozenset({"meeting_operation"})
_PRINTABLE: Final = frozenset(string.printable + "æøåÆØÅéßÅ½–…»«•")
_SAYS_ALL: Final = frozenset({"minutes", "first minutes", "plan today", "plan", "first plan"})
_REPORT: Final = UNEXPECTED.partition("{")[0]


class HostileWorld(LeakWorld):
    """A citizen about whom the one text is written wherever something can be written."""

    text: str = ""

    @override
    def word(self, place: str, theme: str | None = None, member: CitizenId | None = None) -> str:
        del place, theme, member
        return self.text

    @override
    def private(self) -> str:
        return self.text

    @override
    def own(self, place: str, by: str) -> str:
        del place, by
        return self.text


def text_fields(kind: type) -> tuple[str, ...]:
    """The fields of the kind that hold what somebody wrote."""
    hints = get_type_hints(kind)
    table = MAPPINGS[kind].table
    return tuple(
        field.name
        for field in fields(kind)
        if set(get_args(hints[field.name]) or (hints[field.name],)) - {NoneType} == {str}
        and field.name not in _NOT_TYPED
        and isinstance(table.c[field.name].type, Text)
    )


def _fault_of(folder: Path, template: Path, seed: int) -> str:
    """What is wrong, or nothing."""
    raw = hostile(seed)
    try:
        text = checked("text", raw, PARAGRAPH)[:LINE].strip()
    except DomainError as error:
        if not sentence(error):
            return f"{error!r} has no sentence"
        # What the program takes of it.
        text = "".join(each for each in raw if each.isprintable())[:LINE].strip()
    with open_office(folder, template) as bench:
        world = make_world(bench)
        fault = _refused_or_taken(bench, world.lone, raw)
        if fault:
            return fault
        HostileWorld.text = text or "x"
        leak = HostileWorld(world, is_family=seed % 4 == 3)
        planted = _plant(bench, leak.text)
        return _store_fault(bench, planted) or _outputs_fault(bench, leak, folder)


def _refused_or_taken(bench: Bench, citizen: Citizen, raw: str) -> str:
    """The text as it came, through the front door."""
    try:
        saved = Citizens(bench.office).save(bench.actor, replace(citizen, city=raw))
    except DomainError as error:
        return "" if sentence(error) else f"{error!r} has no sentence"
    return "" if saved.city == raw.replace("\r\n", "\n").strip() else "went in changed"


def _plant(bench: Bench, text: str) -> dict[type, tuple[str, ...]]:
    """Lays the text into every text field of every row; gives the fields."""
    planted: dict[type, tuple[str, ...]] = {}
    with bench.database.write() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
        for name in names:
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        for kind, mapping in MAPPINGS.items():
            columns = text_fields(kind)
            if columns and mapping.name not in _UNDO:
                taken = tuple(column for column in columns if _laid(connection, mapping.name, column, text))
                planted[kind] = taken
    return planted


def _laid(connection: Any, table: str, column: str, text: str) -> bool:  # noqa: ANN401 - SQLAlchemy's connection
    """False where a rule of the table allows no such text."""
    point = connection.begin_nested()
    try:
        connection.exec_driver_sql(f'UPDATE "{table}" SET "{column}" = ?', (text,))  # noqa: S608
    except Exception:  # noqa: BLE001 - a UNIQUE or CHECK of the table
        point.rollback()
        return False
    point.commit()
    return True


def _store_fault(bench: Bench, planted: dict[type, tuple[str, ...]]) -> str:
    with bench.office.aside() as tx:
        for kind, names in planted.items():
            rows: tuple[object, ...] = tx.of(kind).where()
            for thing in rows:
                for name in names:
                    if getattr(thing, name) != HostileWorld.text:
                        return f"{kind.__name__}.{name} came out changed"
    return ""


def _outputs_fault(bench: Bench, leak: HostileWorld, folder: Path) -> str:
    for name, make in _outputs(bench, leak, folder):
        try:
            make()
        except DomainError as error:
            if not sentence(error):
                return f"{name}: {error!r} has no sentence"
        except AssertionError as error:
            return f"{name}: {error}"
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            return f"{name}: {type(error).__name__}: {error}"[:300]
    return ""


def _outputs(bench: Bench, leak: HostileWorld, folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    services, actor = leak.services, leak.actor
    lone, subject_id = leak.world.lone.id, leak.subject_id
    leak.keep(
        GivenConsent(Consent(ConsentId(0), each.id, leak.text, "", "", all_invited=True, from_on=FIRST_DAY), (), ())
        for each in leak.members
    )
    for party in (Party(PartyKind.CITIZEN, lone), Party(PartyKind.EMPLOYEE, leak.world.kim)):
        yield f"papers for {party.kind}", partial(_all_papers, leak, party)
    yield "access as PDF", lambda: services.right_of_access.report(actor, lone)
    yield "access as JSON", lambda: _same_in_json(services.right_of_access.data(actor, lone).content)
    yield "log letter", lambda: services.right_of_access.log(actor, lone)
    for meeting_id in (None, leak.held):
        wanted = FolderWanted(subject_id, meeting_id, None)
        yield "case folder", partial(services.case_folders.write, actor, wanted, folder)
    yield "search", lambda: services.search.hits(actor, leak.text)
    (folder / "prøve.key").write_text(KEY.hex, encoding="ascii")
    for command in _COMMANDS:
        yield " ".join(command), partial(_command, bench, command, folder)
    yield "window", lambda: _window(bench, folder)


_COMMANDS: Final = (
    ("citizens",), ("citizens", "--json"), ("guide",), ("guide", "--json"), ("meetings",), ("meetings", "--json"),
    ("network", "1", "-o", "net.pdf"), ("wheel", "--year", "2026", "-o", "hjul.pdf"),
    ("plan", "compare", "1", "--from", "1"),
    ("supervision", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "xlsx", "-o", "tal.xlsx"),
    ("supervision", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "csv", "-o", "tal.csv"),
    ("supervision", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "pdf", "-o", "tal.pdf"),
    ("access", "1"),
)  # fmt: skip


def _all_papers(leak: HostileWorld, party: Party) -> None:
    """Each is read back by another program; what our letters can print stands on the paper as it was written."""
    typed = _without_breaks(leak.text)
    for name, printed in leak.papers_for(party):
        if name in _SAYS_ALL and set(typed) <= _PRINTABLE:
            assert typed in _without_breaks(printed), f"the text is not in the {name} as it was"


def _without_breaks(text: str) -> str:
    """Lines and long words are broken, with a hyphen, where the paper ends."""
    return "".join(text.split()).replace("-", "")


def _same_in_json(content: bytes) -> None:
    assert HostileWorld.text in list(_strings(json.loads(content))), "the text is not in it as it was"


def _strings(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for each in content.values():
            yield from _strings(each)
    elif isinstance(content, list):
        for each in content:
            yield from _strings(each)


def _command(bench: Bench, command: tuple[str, ...], folder: Path) -> None:
    """As at a terminal; what is refused is refused with a sentence, and nothing is our own fault."""
    placed = [str(folder / each) if each.endswith((".pdf", ".xlsx", ".csv")) else each for each in command]
    common = ["--database", str(bench.database.path), "--key-file", str(folder / "prøve.key")]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        run_command([*placed, *common])
    assert _REPORT not in err.getvalue(), "a crash was reported"
    if "--json" in command and err.getvalue() == "":
        json.loads(out.getvalue())


def _window(bench: Bench, folder: Path) -> None:
    """Every page, and every tab of the citizen's, in the real window."""
    app = _application()
    crashes: list[Exception] = []
    tasks = Tasks(sentence, crashes.append)
    tasks.setParent(app)
    opened = Opened(bench.database.path, bench.database, KEY)
    shown = build_window(opened, tasks, WindowMemory(folder / "window.json"), clock=bench.clock)
    shown.window.show()
    try:
        for key, thing in _places(shown):
            shown.window.navigate(key, thing)
            _settle(tasks)
    finally:
        shown.window.hide()
        tasks.shut_down()
        # With everything that would still look at the window; later, a turn of the next trial would.
        delete(tasks)
        # Thousands of kept widgets would make every later trial slower.
        delete(shown.window)
    if crashes:
        raise crashes[0]


@cache
def _application() -> QApplication:
    app = QApplication.instance() or QApplication(["koordinator", "-platform", "offscreen"])
    assert isinstance(app, QApplication)
    dress(app, ui_resources(), Scheme.LIGHT)
    return app


def _places(shown: OpenWindow) -> Iterator[tuple[str, object]]:
    for key in shown.page_keys:
        if key == "citizen":
            yield from ((key, (1, tab)) for tab in _TABS)
        elif key == "meeting":
            yield from ((key, number) for number in (1, 2, 3))
        elif key not in ("family", "assessment", "import_list"):
            yield key, None


_TABS: Final = ("overview", "assessment", "network", "meetings", "plan", "documents", "consent", "history")


def _settle(tasks: Tasks) -> None:
    """Until everything has come, and a turn later has been shown."""
    while not tasks.is_idle:
        loop = QEventLoop()
        tasks.idle.connect(loop.quit)
        loop.exec()
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def _run(seeds: range) -> Outcome:
    failures = []
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        template = make_template(home)
        for seed in seeds:
            folder = home / str(seed)
            folder.mkdir()
            if fault := _fault_of(folder, template, seed):
                failures.append(Failure(seed, fault))
            shutil.rmtree(folder)
    count = sum(len(text_fields(kind)) for kind in MAPPINGS)
    return Outcome(len(seeds), tuple(failures), f"{count} text fields")


FIGURE = Figure(
    "Hostile texts in every text field, through every output",
    "2,000: no exception, text out = text in",
    short=range(170, 171),
    whole=range(2000),
    run=_run,
    at_once=25,
)
