"""Measures everything in one run and prints one table: `python3 installer/dev.py bench`.

Each bench is a process of its own, so that none warms another up.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCHES = tuple(sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py")))
ONE = "import json, sys; from importlib import import_module; print(json.dumps(import_module(sys.argv[1]).measure()))"
HEAD = ("What", "Goal", "Floor ms", "Ours ms", "Ratio")


def main() -> int:
    """The table on standard output; 1 when a bench could not be run."""
    lines: list[tuple[str, ...]] = [HEAD]
    failed = False
    for name in BENCHES:
        run = subprocess.run(
            [sys.executable, "-c", ONE, f"tests.bench.{name}"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if run.returncode:
            failed = True
            lines.append((name, "could not be run", "", "", ""))
            sys.stderr.write(run.stderr)
            continue
        lines += [_line(*row) for row in json.loads(run.stdout.splitlines()[-1])]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEAD))]
    for line in lines:
        sys.stdout.write("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n")
    return int(failed)


def _line(name: str, goal: str, floor: float | None, ours: float, ratio: float | None) -> tuple[str, ...]:
    return name, goal, _number(floor), _number(ours), f"{ratio:.2f}" if ratio is not None else ""


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main())
