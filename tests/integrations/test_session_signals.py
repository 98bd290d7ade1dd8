"""The session's lock and sleep, over a real bus with a login service that the test plays."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from koordinator.integrations.session_signals import Buses, SessionSignals
from tests.support.patience import PATIENCE_SECONDS

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux")

LOGIN = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", interface=f"{LOGIN}.Manager")
OWN = "/org/freedesktop/login1/session/_32"
CONFIGURATION = """<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>
"""


class Login:
    """Answers as login1 does, on a thread of its own, and keeps the other end of what holds the sleep."""

    def __init__(self, bus: DBusConnection) -> None:
        self.bus = bus
        self.held = queue.SimpleQueue[int]()
        self.asked = queue.SimpleQueue[tuple[Any, ...]]()
        self.says_first: tuple[Any, ...] = ()
        self._thread = threading.Thread(target=self._answer)
        bus.send_and_get_reply(message_bus.RequestName(LOGIN))
        self._thread.start()

    def says(self, path: str, interface: str, member: str, *words: bool) -> None:
        self.bus.send(new_signal(DBusAddress(path, interface=interface), member, "b" * len(words), words))

    def leave(self) -> None:
        """A message to itself ends the thread."""
        self.bus.send(new_signal(DBusAddress("/", interface="a.b"), "Over"))
        self._thread.join()

    def _answer(self) -> None:
        while True:
            message = self.bus.receive()
            member = message.header.fields.get(HeaderFields.member)
            if message.header.message_type is MessageType.signal and member == "Over":
                return
            if message.header.message_type is MessageType.method_call:
                self._reply(message, str(member))

    def _reply(self, message: Message, member: str) -> None:
        if member == "Inhibit":
            if self.says_first:
                self.says(*self.says_first)
            self.asked.put(message.body)
            ours, theirs = os.pipe()
            self.bus.send(new_method_return(message, "h", (theirs,)))
            os.close(theirs)
            self.held.put(ours)
        elif member == "GetSession":
            self.bus.send(new_method_return(message, "o", (OWN,)))
        elif member == "Get":
            self.bus.send(new_method_return(message, "v", (("s", "2"),)))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("bus")
    configuration = folder / "bus.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"]
    try:
        daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    except FileNotFoundError:
        missing = "dbus-daemon is not installed"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def login(address: str) -> Iterator[Login]:
    with open_dbus_connection(address, enable_fds=True) as bus:
        bus.send_and_get_reply(message_bus.AddMatch("type='signal',interface='a.b'"))
        service = Login(bus)
        yield service
        service.leave()


class Program:
    """What the program does with what it hears."""

    def __init__(self, buses: Buses) -> None:
        self.heard = queue.SimpleQueue[str]()
        self.signals = SessionSignals(lambda: self.heard.put("locked"), buses)
        self.threads = self.signals.start()

    def waits_for_lock(self) -> None:
        assert self.heard.get(timeout=PATIENCE_SECONDS) == "locked"

    def stop(self) -> None:
        self.signals.stop()
        for thread in self.threads:
            thread.join(PATIENCE_SECONDS)
            assert not thread.is_alive()


def said_until_heard(login: Login, program: Program, *signals: tuple[Any, ...]) -> int:
    """Says them in turn until five were heard: a bus takes its time until it passes on what somebody listens to.

    How many times each was said.
    """
    rounds = heard = 0
    while heard < 5:
        rounds += 1
        for signal in signals:
            login.says(*signal)
        try:
            program.heard.get(timeout=0.05)
            heard += 1
        except queue.Empty:
            assert rounds < 20 * PATIENCE_SECONDS
    return rounds


def saver(desktop: str, *, on: bool) -> tuple[Any, ...]:
    return "/ScreenSaver", f"org.{desktop}.ScreenSaver", "ActiveChanged", on


def sleep(*, near: bool) -> tuple[Any, ...]:
    return MANAGER.object_path, MANAGER.interface, "PrepareForSleep", near


def session(path: str) -> tuple[Any, ...]:
    return path, f"{LOGIN}.Session", "Lock"


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome"])
def test_screen_saver_locks_when_it_comes_on_and_not_when_it_goes(address: str, login: Login, desktop: str) -> None:
    program = Program(Buses("", address))

    rounds = said_until_heard(login, program, saver(desktop, on=False), saver(desktop, on=True))

    program.stop()
    assert 5 + program.heard.qsize() <= rounds


def test_own_session_s_lock_locks_and_another_s_does_not(address: str, login: Login) -> None:
    program = Program(Buses(address, ""))

    rounds = said_until_heard(login, program, session(OWN.replace("_32", "_39")), session(OWN))

    program.stop()
    assert 5 + program.heard.qsize() <= rounds


def test_machine_sleeps_only_once_the_screen_is_locked(address: str, login: Login) -> None:
    program = Program(Buses(address, ""))
    held = login.held.get(timeout=PATIENCE_SECONDS)
    assert login.asked.get()[::3] == ("sleep", "delay")

    login.says(*sleep(near=True))
    program.waits_for_lock()
    os.set_blocking(held, False)
    with pytest.raises(BlockingIOError):
        os.read(held, 1)
    program.signals.covered()
    os.set_blocking(held, True)
    assert os.read(held, 1) == b""

    login.says(*sleep(near=False))
    again = login.held.get(timeout=PATIENCE_SECONDS)
    program.stop()
    assert os.read(again, 1) == b""
    os.close(held)
    os.close(again)


def test_lock_that_comes_while_an_answer_is_waited_for_is_heard(address: str, login: Login) -> None:
    """As when the machine wakes: the desktop locks while we ask that the next sleep waits for us."""
    login.says_first = session(OWN)
    program = Program(Buses(address, ""))

    program.waits_for_lock()

    program.stop()


def test_bus_without_a_login_service_is_no_fault(address: str) -> None:
    Program(Buses(address, address)).stop()


def test_without_any_bus_nothing_happens(tmp_path: Path) -> None:
    assert Program(Buses("", "")).threads == ()
    Program(Buses(f"unix:path={tmp_path}/gone", f"unix:path={tmp_path}/gone")).stop()


def test_bus_over_a_network_is_left_alone() -> None:
    far = {
        "DBUS_SYSTEM_BUS_ADDRESS": "tcp:host=127.0.0.1,port=1",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/a;tcp:host=b",
    }
    near = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/a", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/b"}

    assert Buses.of(far) == ("", "")
    assert Buses.of(near) == ("unix:path=/a", "unix:path=/b")


def test_where_nothing_is_said_the_system_s_bus_is_the_usual_one() -> None:
    assert Buses.of({}) == ("unix:path=/run/dbus/system_bus_socket", "")
