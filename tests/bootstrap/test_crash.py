"""Whatever falls, and wherever: no report and no line in the system's log holds a word about anybody."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from koordinator.bootstrap.crash import write_report
from tests.support.patience import PATIENCE_SECONDS

SECRETS: Final = ("Lone Bæk", "120378-9995")
NOW: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)
FALLS: Final = """
import gc, sys, threading, warnings
from pathlib import Path
from PySide6.QtCore import QObject, QTimer, qCritical, qWarning
from PySide6.QtWidgets import QApplication
from koordinator.bootstrap import heavy
from koordinator.bootstrap.no_dumps import keep_no_dumps
from koordinator.bootstrap.unexpected import catch_the_unexpected
from koordinator.bootstrap.window import make_tasks
from koordinator.integrations.clock import SystemClock

SECRET = "Lone Bæk 120378-9995"
keep_no_dumps()
app = QApplication([])
tasks = make_tasks(app, SystemClock())
catch_the_unexpected(tasks, SystemClock())
told = []
tasks.failed.connect(told.append)

class Goes:
    def __del__(self):
        raise ValueError(SECRET)

def in_a_slot():
    raise KeyError(SECRET)

def in_a_thread():
    raise LookupError(SECRET)

def fall():
    QTimer.singleShot(0, app, in_a_slot)
    thread = threading.Thread(target=in_a_thread, name=SECRET)
    thread.start()
    thread.join()
    Goes()
    tasks.compute(app, lambda: int(SECRET), print)
    qWarning(SECRET)
    qCritical(SECRET)
    tasks.idle.connect(app.quit)

QTimer.singleShot(0, app, fall)
app.exec()
print(len(told), flush=True)
if sys.argv[1:] == ["abort"]:
    import ctypes
    ctypes.CDLL(None).abort()
"""


def plain() -> Exception:
    error = ValueError("Lone Bæk")
    error.add_note("120378-9995")
    return error


def nested() -> Exception:
    try:
        try:
            raise LookupError("Lone Bæk")
        except LookupError as cause:
            raise RuntimeError("120378-9995") from cause
    except RuntimeError as error:
        return error


def grouped() -> Exception:
    return ExceptionGroup("Lone Bæk", [nested(), ExceptionGroup("inde", [KeyError("120378-9995")])])


def in_a_ring() -> Exception:
    one, other = ValueError("Lone Bæk"), KeyError("120378-9995")
    one.__cause__, other.__cause__ = other, one
    return one


@pytest.mark.parametrize(
    ("make", "kinds"),
    [
        (plain, ["ValueError"]),
        (nested, ["RuntimeError", "LookupError"]),
        (grouped, ["ExceptionGroup", "RuntimeError", "LookupError", "ExceptionGroup", "KeyError"]),
        (in_a_ring, ["ValueError", "KeyError"]),
    ],
)
def test_report_names_every_kind_of_error_and_nobody(
    tmp_path: Path, make: Callable[[], Exception], kinds: list[str]
) -> None:
    report = write_report(make(), NOW, tmp_path).read_text(encoding="utf-8")

    assert [line.removeprefix("builtins.") for line in report.splitlines() if line.startswith("builtins.")] == kinds
    assert [secret for secret in SECRETS if secret in report] == []


@pytest.mark.parametrize("how", ["", "abort"])
def test_process_that_falls_in_every_way_leaves_kinds_and_places_only(tmp_path: Path, how: str) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(tmp_path / "state")}

    fell = subprocess.run(
        [sys.executable, "-c", FALLS, *([how] if how else [])],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )

    assert fell.stdout.strip() == "4", fell.stderr
    assert (fell.returncode != 0) == bool(how)
    left = [file.read_text(encoding="utf-8") for file in tmp_path.rglob("*") if file.is_file()]
    assert len(left) >= 1
    assert [secret for secret in SECRETS if secret in "".join([*left, fell.stdout, fell.stderr])] == []
