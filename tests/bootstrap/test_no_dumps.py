"""The program as it is started leaves no picture of its memory, whatever the system would allow."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel")

_STARTED = """
import ctypes, resource, runpy, sys
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
sys.argv = ["koordinator", "--help"]
try:
    runpy.run_module("koordinator", run_name="__main__")
except SystemExit as end:
    assert not end.code
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE))
"""
"""3 asks whether the process may be dumped."""


def test_a_started_program_is_not_dumped() -> None:
    said = subprocess.run([sys.executable, "-c", _STARTED], capture_output=True, text=True, check=True).stdout

    before, *_, after = said.splitlines()
    assert (before, after) == ("1", "0 0 0")
