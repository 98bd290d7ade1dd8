"""What the program was started for, and where it keeps things."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.bootstrap import places
from koordinator.bootstrap.heavy import common_parser
from koordinator.bootstrap.later import Later
from koordinator.bootstrap.start import StartOptions, asks_for_window, start_options, window_options


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), True),
        (("--database", "a.db"), True),
        (("--as", "Mette", "--json"), True),
        (("--key-file=a.key",), True),
        (("citizens",), False),
        (("--database", "a.db", "citizens"), False),
        (("--help",), False),
        (("-h",), False),
        (("--unknown",), False),
    ],
)
def test_window_is_opened_when_no_command_is_named(arguments: tuple[str, ...], expected: bool) -> None:
    assert asks_for_window(arguments) is expected


@given(st.lists(st.sampled_from(("--database", "--key-file", "--as", "a.db", "Mette Holm", "a/b.key")), max_size=6))
def test_plain_options_are_read_as_the_command_line_reads_them(arguments: list[str]) -> None:
    try:
        parsed, rest = common_parser().parse_known_args(arguments)
    except SystemExit:
        return
    if not rest:
        assert window_options(arguments) == start_options(parsed)
    assert asks_for_window(arguments) is (not rest)


def test_common_options_go_with_the_window() -> None:
    options = window_options(["--database", "a.db", "--key-file", "a.key", "--as", "Mette Holm"])

    assert options == StartOptions("a.db", Path("a.key"), "Mette Holm")
    assert window_options([]) == StartOptions(None, None, None)


def test_places_follow_the_xdg_rules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative/is/ignored")
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert places.usual_database() == tmp_path / "data" / "Koordinator" / "koordinator.db"
    assert places.usual_demo_folder() == tmp_path / "data" / "Koordinator" / "koordinator-demo"
    assert places.window_memory_file() == tmp_path / ".config" / "Koordinator" / "window.json"
    assert places.log_folder() == tmp_path / ".local" / "state" / "Koordinator" / "log"


def test_places_on_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))

    assert places.usual_database() == tmp_path / "Koordinator" / "koordinator.db"
    assert places.window_memory_file() == tmp_path / "Koordinator" / "window.json"
    assert places.log_folder() == tmp_path / "Koordinator" / "Logs"


def test_places_on_macos(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert places.usual_database() == tmp_path / "Library" / "Application Support" / "Koordinator" / "koordinator.db"
    assert places.log_folder() == tmp_path / "Library" / "Logs" / "Koordinator"


def test_work_that_is_asked_for_later() -> None:
    heard: list[bool] = []

    answer = Later(lambda: 42, lambda: heard.append(True))

    assert answer.get() == 42
    assert answer.is_done()
    assert answer.wait(0)


def test_work_that_failed_says_so_to_who_asks() -> None:
    failing = Later(lambda: 1 // 0)

    with pytest.raises(ZeroDivisionError):
        failing.get()
