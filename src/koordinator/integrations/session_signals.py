"""Linux: the session's own lock, the screen saver and the machine going to sleep, heard over D-Bus.

Only buses that are sockets of this machine are spoken to. Where there is none, nothing is heard and nothing is said.
Import it when the first page stands: it brings the D-Bus library.
"""

import os
import socket
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from threading import Event, Thread
from typing import Any, Final, NamedTuple

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.fds import FileDescriptor
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from koordinator.texts.ui import PROGRAM, SLEEP_REASON

_SYSTEM_BUS: Final = "unix:path=/run/dbus/system_bus_socket"
_LOGIN: Final = "org.freedesktop.login1"
_PATH: Final = "/org/freedesktop/login1"
_MANAGER: Final = DBusAddress(_PATH, _LOGIN, f"{_LOGIN}.Manager")
_OWN: Final = DBusAddress(f"{_PATH}/session/auto", _LOGIN, "org.freedesktop.DBus.Properties")
_SAVERS: Final = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))
_PATIENCE_SECONDS: Final = 3.0
"""login1 itself waits five seconds for us before the machine sleeps."""
_ANY: Final = MatchRule(type="signal")

Next = Callable[[], Message]
"""Waits for the next signal."""


class Buses(NamedTuple):
    """Addresses; "" where there is no such bus."""

    system: str
    session: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Buses":
        """Where the machine has them."""
        system = environment.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS
        return cls(_local(system), _local(environment.get("DBUS_SESSION_BUS_ADDRESS", "")))


class SessionSignals:
    """Calls `locks`, on a thread of its own, when the screen must be locked; `covered` is told once it is."""

    def __init__(self, locks: Callable[[], object], buses: Buses | None = None) -> None:
        self._locks = locks
        self._buses = buses or Buses.of(os.environ)
        self._covered = Event()
        self._is_over = False
        self._sockets: list[socket.socket] = []

    def start(self) -> tuple[Thread, ...]:
        """One thread for each bus there is."""
        ways = ((self._buses.session, self._hear_session), (self._buses.system, self._hear_system))
        threads = tuple(
            Thread(target=self._hear, args=(address, hear), name="session", daemon=True)
            for address, hear in ways
            if address
        )
        for thread in threads:
            thread.start()
        return threads

    def covered(self) -> None:
        """The screen is locked, and has been painted so."""
        self._covered.set()

    def stop(self) -> None:
        """Nothing is heard any more, and the machine need not wait for us."""
        self._is_over = True
        self._covered.set()
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _hear(self, address: str, hear: Callable[[DBusConnection, Next], None]) -> None:
        # A bus that is not there, goes away or speaks otherwise than we know is no fault of the person's.
        faults = suppress(OSError, ValueError, KeyError, IndexError, RuntimeError)
        with faults, open_dbus_connection(address, enable_fds=True) as bus:
            self._sockets.append(bus.sock)
            # What is said while an answer is waited for would be thrown away without a queue of its own.
            with bus.filter(_ANY, queue=deque()) as signals:
                if not self._is_over:
                    hear(bus, partial(bus.recv_until_filtered, signals))

    def _hear_session(self, bus: DBusConnection, next_signal: Next) -> None:
        for saver in _SAVERS:
            _listen(bus, MatchRule(type="signal", interface=saver, member="ActiveChanged"))
        while True:
            said = next_signal()
            if _is_signal(said, "ActiveChanged") and said.body[0]:
                self._locks()

    def _hear_system(self, bus: DBusConnection, next_signal: Next) -> None:
        _listen(bus, MatchRule(type="signal", sender=_LOGIN, interface=_MANAGER.interface, member="PrepareForSleep"))
        own = _own_session(bus)
        if own:
            # The signals of other people's sessions are not for us.
            rule = MatchRule(type="signal", sender=_LOGIN, interface=f"{_LOGIN}.Session", member="Lock", path=own)
            _listen(bus, rule)
        delay = _delay(bus)
        try:
            while True:
                said = next_signal()
                if _is_signal(said, "Lock"):
                    self._locks()
                elif _is_signal(said, "PrepareForSleep") and said.body[0]:
                    self._lock_before_sleep(delay)
                    delay = None
                elif _is_signal(said, "PrepareForSleep"):
                    delay = _delay(bus)
        finally:
            if delay is not None:
                delay.close()

    def _lock_before_sleep(self, delay: FileDescriptor | None) -> None:
        self._covered.clear()
        self._locks()
        self._covered.wait(_PATIENCE_SECONDS)
        if delay is not None:
            delay.close()


def _listen(bus: DBusConnection, rule: MatchRule) -> None:
    _asked(bus, message_bus.AddMatch(rule))


def _asked(bus: DBusConnection, message: Message) -> tuple[Any, ...]:
    """The answer; nothing where nobody answers or who does refuses."""
    with suppress(TimeoutError):
        answer = bus.send_and_get_reply(message, timeout=_PATIENCE_SECONDS)
        if answer.header.message_type is MessageType.method_return:
            return tuple(answer.body)
    return ()


def _own_session(bus: DBusConnection) -> str:
    """The path under which the session's signals come; "" where the program runs in none."""
    number = _asked(bus, new_method_call(_OWN, "Get", "ss", (f"{_LOGIN}.Session", "Id")))
    path = _asked(bus, new_method_call(_MANAGER, "GetSession", "s", (number[0][1],))) if number else ()
    return str(path[0]) if path else ""


def _delay(bus: DBusConnection) -> FileDescriptor | None:
    """As long as it is open the machine waits for us before it sleeps."""
    words = ("sleep", PROGRAM, SLEEP_REASON, "delay")
    given = _asked(bus, new_method_call(_MANAGER, "Inhibit", "ssss", words))
    return given[0] if given and isinstance(given[0], FileDescriptor) else None


def _is_signal(message: Message, member: str) -> bool:
    header = message.header
    return header.message_type is MessageType.signal and header.fields.get(HeaderFields.member) == member


def _local(address: str) -> str:
    """A bus of this machine; one that is reached over a network is left alone."""
    return address if all(each.startswith("unix:") for each in address.split(";")) else ""
