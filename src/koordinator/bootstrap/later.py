"""Work that is begun now and asked for later."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Later(Generic[Result]):
    """Runs on a thread of its own, at once. A daemon: a program that is closed does not wait for it."""

    def __init__(self, work: Callable[[], Result], when_done: Callable[[], None] = lambda: None) -> None:
        """`when_done` is called on that thread, also when the work failed."""
        self._work = work
        self._when_done = when_done
        self._done = Event()
        self._error: BaseException | None = None
        self._result: list[Result] = []
        Thread(target=self._run, name="later", daemon=True).start()

    def is_done(self) -> bool:
        """Whether `get` answers at once."""
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """Waits no longer than that; whether it is done."""
        return self._done.wait(seconds)

    def get(self) -> Result:
        """The result, waited for; raises what the work raised."""
        self._done.wait()
        if self._error is not None:
            raise self._error
        return self._result[0]

    def _run(self) -> None:
        try:
            self._result.append(self._work())
        except BaseException as error:  # noqa: BLE001 - whatever it is, whoever asks for the result is told
            self._error = error
        self._done.set()
        self._when_done()
