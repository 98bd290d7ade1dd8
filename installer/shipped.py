"""Everything that is shipped with koordinator: its libraries in the locked versions, fonts, icons and dictionary.

Run by dev.py in the environment: `sbom [-o FILE]` writes the list as CycloneDX, `licences` remakes what the program
shows under Hjælp > Om programmet (resources/licences).
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final, NamedTuple

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).resolve().parent.parent
LOCK: Final = ROOT / "installer" / "requirements.lock"
LICENCES: Final = ROOT / "resources" / "licences"
LIBRARIES: Final = LICENCES / "libraries.json"
BUNDLED: Final = LICENCES / "bundled.toml"

_SYSTEMS: Final = (("linux", "Linux", "posix"), ("win32", "Windows", "nt"), ("darwin", "Darwin", "posix"))
_PINNED: Final = re.compile(
    r"^([\w.-]+)==([\w.]+)(?: ; .*?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
_IS_LICENCE: Final = re.compile(r"(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)
_STANDARD: Final = ("LGPL-3.0", "GPL-3.0")
"""Texts that Qt's wheels name and do not bring."""
_SAID: Final = {
    # What their metadata do not say as an SPDX expression, read from their own licence files.
    "backports-tarfile": "MIT",
    "chunspell": "MIT AND (MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-only)",
    "jaraco-classes": "MIT",
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "rl-accel": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "sqlcipher3": "Zlib AND BSD-3-Clause",
}


class Locked(NamedTuple):
    """A line of the lock file."""

    version: str
    hashes: tuple[str, ...]


class Shipped(NamedTuple):
    """A thing that goes along. `texts` are the names of its licence texts in resources/licences/texts."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def locked() -> dict[str, Locked]:
    """Every line of the lock file."""
    return {
        canonicalize_name(name): Locked(version, tuple(re.findall(r"sha256:([0-9a-f]{64})", hashes)))
        for name, version, hashes in _PINNED.findall(LOCK.read_text(encoding="utf-8"))
    }


def _project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def libraries() -> tuple[str, ...]:
    """The names of the libraries that the program needs on any system, sorted; what only tests need is left out."""
    seen: dict[str, set[str]] = {}
    waiting = [(Requirement(text), "") for text in _project()["dependencies"]]
    while waiting:
        wanted, extra = waiting.pop()
        if wanted.marker is not None and not any(wanted.marker.evaluate(each) for each in _environments(extra)):
            continue
        name = canonicalize_name(wanted.name)
        new = ({""} | set(wanted.extras)) - seen.setdefault(name, set())
        seen[name] |= new
        waiting += [(Requirement(text), each) for each in new for text in _requires(name)]
    return tuple(sorted(seen))


def _environments(extra: str) -> Iterator[dict[str, str]]:
    for system, platform, os_name in _SYSTEMS:
        yield {"sys_platform": system, "platform_system": platform, "os_name": os_name, "extra": extra}


def _requires(name: str) -> Sequence[str]:
    found = _installed(name)
    return (found.requires or ()) if found is not None else ()


def _installed(name: str) -> Distribution | None:
    """None for a library of another system, which is locked but not installed here."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def licence_of(name: str) -> str:
    """As an SPDX expression."""
    found = _installed(name)
    said = dict(found.metadata.json) if found is not None else {}
    return _SAID.get(name) or str(said.get("license_expression") or said.get("license") or "")


def licence_texts(name: str) -> str:
    """What the library itself brings, in one text."""
    found = _installed(name)
    files = [file for file in (found.files if found is not None else None) or () if _is_licence(file)]
    texts = {str(file.locate().read_text(encoding="utf-8", errors="replace")).strip(): None for file in sorted(files)}  # type: ignore[attr-defined]
    return "\n\n".join(texts) + "\n" if texts else ""


def _is_licence(file: Any) -> bool:  # noqa: ANN401 - a path as metadata have it
    folder, _, rest = str(file).replace("\\", "/").partition(".dist-info/")
    return bool(rest) and "/" not in folder and bool(_IS_LICENCE.search(rest))


def write_licences() -> None:
    """Remakes resources/licences from the environment; the texts that no library brings itself lie there already."""
    texts = LICENCES / "texts"
    rows: list[dict[str, object]] = []
    pinned = locked()
    for name in libraries():
        text, licence = licence_texts(name), licence_of(name)
        if text:
            (texts / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
        # A library of another system is not installed here: its text was put there by hand.
        own = (texts / f"{name}.txt").is_file()
        brought = [f"{name}.txt"] if own else [f"{each}.txt" for each in _STANDARD if each in licence]
        rows.append({"name": name, "version": pinned[name].version, "licence": licence, "texts": brought})
    listed = {"program": _project()["version"], "libraries": rows}
    LIBRARIES.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8", newline="\n")


def shipped_libraries() -> tuple[Shipped, ...]:
    """As they stand in resources/licences."""
    rows = json.loads(LIBRARIES.read_text(encoding="utf-8"))["libraries"]
    return tuple(Shipped(row["name"], row["version"], row["licence"], tuple(row["texts"])) for row in rows)


def bundled() -> tuple[Shipped, ...]:
    """Fonts, icons and dictionary."""
    rows = tomllib.loads(BUNDLED.read_text(encoding="utf-8"))["bundled"]
    return tuple(Shipped(row["key"], row["version"], row["licence"], (row["text"],)) for row in rows)


def make_sbom() -> str:
    """The list as CycloneDX 1.6 JSON. It names no address."""
    project, make, pinned = _project(), LicenseFactory(), locked()
    bom = Bom()
    program = Component(
        name=project["name"],
        version=project["version"],
        type=ComponentType.APPLICATION,
        bom_ref=project["name"],
        licenses=[make.make_from_string(project["license"])],
    )
    bom.metadata.component = program
    parts = []
    for thing in shipped_libraries():
        part = Component(
            name=thing.name,
            version=thing.version,
            bom_ref=thing.name,
            purl=PackageURL("pypi", None, thing.name, thing.version),
            licenses=[make.make_from_string(thing.licence)],
            # Each is one of the files in which the version comes: for one system, or as source.
            properties=[Property(name="koordinator:sha256", value=each) for each in pinned[thing.name].hashes],
        )
        parts.append(part)
    parts += [_bundled_component(thing, make) for thing in bundled()]
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(program, parts)
    return JsonV1Dot6(bom).output_as_string(indent=1)


def _bundled_component(thing: Shipped, make: LicenseFactory) -> Component:
    return Component(
        name=thing.name,
        version=thing.version or None,
        type=ComponentType.DATA,
        bom_ref=thing.name,
        licenses=[make.make_from_string(thing.licence)],
    )


def main(arguments: Sequence[str]) -> int:
    """What dev.py asks for."""
    if arguments[:1] == ["licences"]:
        write_licences()
    elif arguments[:1] == ["sbom"] and arguments[1:2] in ([], ["-o"]) and len(arguments) in (1, 3):
        if arguments[2:]:
            Path(arguments[2]).write_text(make_sbom() + "\n", encoding="utf-8")
        else:
            sys.stdout.write(make_sbom() + "\n")
    else:
        sys.stderr.write("sbom [-o FIL] | licences\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
