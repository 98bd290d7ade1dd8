"""How long a test waits: so long that only a fault makes it stop, however slow the machine is."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot, SignalInstance, WaitSignalsOrder
from pytestqt.wait_signal import CallbackBlocker, CheckParamsCb, MultiSignalBlocker, SignalBlocker
from typing_extensions import override

PATIENCE_SECONDS: Final = 90
_PATIENCE_MS: Final = PATIENCE_SECONDS * 1_000


class PatientQtBot(QtBot):
    """Waits for the state and never for the clock."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE_MS) -> None:
        """Until it holds and what came with it is on the screen."""
        super().waitUntil(callback, timeout=timeout)
        turn()

    @override
    def waitSignal(
        self,
        signal: SignalInstance,
        *,
        timeout: int = _PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: CheckParamsCb | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)

    @override
    def waitSignals(
        self,
        signals: list[SignalInstance],
        *,
        timeout: int = _PATIENCE_MS,
        raising: bool | None = None,
        check_params_cbs: list[CheckParamsCb] | None = None,
        order: WaitSignalsOrder = "none",
    ) -> MultiSignalBlocker:
        return super().waitSignals(
            signals, timeout=timeout, raising=raising, check_params_cbs=check_params_cbs, order=order
        )

    @override
    def waitCallback(self, *, timeout: int = _PATIENCE_MS, raising: bool | None = None) -> CallbackBlocker:
        return super().waitCallback(timeout=timeout, raising=raising)


def turn() -> None:
    """One turn of the event loop: Qt shows what is new, and lays it out, a turn later."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
