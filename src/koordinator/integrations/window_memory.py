"""What the window remembers from one start to the next (size, light or dark), in a small file. No citizen's data."""

import json
from pathlib import Path


class WindowMemory:
    """Text by key. A file that cannot be read or written is done without: the window then opens as the first time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = _read(file)

    def get(self, key: str) -> str | None:
        """What was remembered, or None."""
        return self._values.get(key)

    def put(self, key: str, value: str) -> None:
        """Remembers the value."""
        self._values[key] = value
        fresh = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(self._values, indent=1), encoding="utf-8")
            fresh.replace(self._file)
        except OSError:
            fresh.unlink(missing_ok=True)


def _read(file: Path) -> dict[str, str]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {str(key): value for key, value in values.items() if isinstance(value, str)}
