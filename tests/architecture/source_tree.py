"""The source tree as the architecture tests read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "koordinator"
TOP_LEVEL = {"pyproject.toml", "src", "resources", "tests", "installer", "README.md", "LICENSE"}
LAYERS = ("domain", "usecases", "texts", "storage", "documents", "integrations", "ui", "cli", "bootstrap")


def python_files(*folders: Path) -> list[Path]:
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


def own_files() -> Iterator[Path]:
    """Every file that belongs to the project: what the tools leave behind starts with a dot or an underscore."""
    for top in sorted(ROOT.iterdir()):
        if top.name in TOP_LEVEL or top.name == ".ci":
            yield from (file for file in (top, *top.rglob("*")) if file.is_file() and "__pycache__" not in file.parts)


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def place(file: Path, node: ast.AST | None = None) -> str:
    """Where to look, as an editor understands it."""
    line = f":{node.lineno}" if isinstance(node, ast.stmt | ast.expr) else ""
    return f"{file.relative_to(ROOT).as_posix()}{line}"
