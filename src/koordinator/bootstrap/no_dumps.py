"""No picture of the program's memory on the disk when it falls, nor in a report that the system sends somewhere.

Called before anything that is private is read; it takes less than a millisecond.
"""

import os
import sys
from contextlib import suppress
from typing import Final

if sys.platform == "win32":
    import ctypes
else:
    # ctypes itself takes four times as long to come.
    import _ctypes
    import resource

_SET_DUMPABLE: Final = 4
_NO: Final = 0
_NO_WINDOWS_OF_FAULTS: Final = 0x0001 | 0x0002
_REPORT_WITHOUT_HEAP: Final = 0x0001


def keep_no_dumps() -> None:
    """As far as the system lets us: whatever it refuses, the program goes on. Not tried on a Windows machine."""
    with suppress(OSError, ValueError, AttributeError):
        if sys.platform == "win32":
            kernel = ctypes.WinDLL("kernel32")
            kernel.SetErrorMode(_NO_WINDOWS_OF_FAULTS)
            kernel.WerSetFlags(_REPORT_WITHOUT_HEAP)
        else:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if sys.platform == "linux":
                # A dump that goes to another program asks for no limit; nor may another of the user's programs look in.
                itself = _ctypes.dlopen(None, os.RTLD_NOW)  # type: ignore[arg-type]
                _ctypes.call_function(_ctypes.dlsym(itself, "prctl"), (_SET_DUMPABLE, _NO, 0, 0, 0))
