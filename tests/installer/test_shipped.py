"""The list of what is shipped: whole, in the locked versions, with every licence, and no address in it."""

import importlib.util
import json
import re
import sys
from types import ModuleType

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.architecture.source_tree import ROOT

REGISTRIES = re.compile(r"(pypi|pythonhosted|npmjs|registry)\.(org|com)|index-url", re.IGNORECASE)
ONLY_FOR_TESTS = {"pytest", "mypy", "ruff", "hypothesis", "cyclonedx-python-lib", "jpype1"}


@pytest.fixture(scope="module")
def shipped() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shipped", ROOT / "installer" / "shipped.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["shipped"] = module
    spec.loader.exec_module(module)
    return module


def test_list_is_valid_and_names_every_library_in_its_locked_version(shipped: ModuleType) -> None:
    text = shipped.make_sbom()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bom = json.loads(text)
    pinned = shipped.locked()

    libraries = {part["name"]: part["version"] for part in bom["components"] if part["type"] == "library"}
    assert libraries == {name: pinned[name].version for name in shipped.libraries()}
    assert {"pyside6-essentials", "sqlcipher3", "cryptography", "pywin32-ctypes", "jeepney"} <= libraries.keys()
    assert not ONLY_FOR_TESTS & libraries.keys()
    others = {part["name"] for part in bom["components"]} - libraries.keys()
    assert others == {"source-sans-3", "lucide", "stavekontrolden"}
    assert all(part["licenses"] for part in bom["components"])
    assert REGISTRIES.search(text) is None


def test_every_library_brings_the_hashes_of_the_lock(shipped: ModuleType) -> None:
    bom = json.loads(shipped.make_sbom())
    pinned = shipped.locked()

    for part in bom["components"]:
        if part["type"] == "library":
            hashes = [each["value"] for each in part["properties"]]
            assert sorted(hashes) == sorted(pinned[part["name"]].hashes)


def test_resource_of_the_licences_is_what_the_lock_says(shipped: ModuleType) -> None:
    """When this fails: python3 installer/dev.py licences."""
    pinned = shipped.locked()

    assert [(each.name, each.version) for each in shipped.shipped_libraries()] == [
        (name, pinned[name].version) for name in shipped.libraries()
    ]
    assert [each.licence for each in shipped.shipped_libraries()] == [
        shipped.licence_of(name) for name in shipped.libraries()
    ]
    assert json.loads(shipped.LIBRARIES.read_text(encoding="utf-8"))["program"] == shipped._project()["version"]


def test_every_licence_can_be_read_and_no_text_lies_there_for_nothing(shipped: ModuleType) -> None:
    named = {text for each in shipped.shipped_libraries() for text in each.texts}

    assert all(each.texts for each in shipped.shipped_libraries())
    assert {file.name for file in (shipped.LICENCES / "texts").iterdir()} == named
    for thing in shipped.bundled():
        assert (ROOT / "resources" / thing.texts[0]).is_file()


def test_lock_holds_every_library_with_hashes_and_is_installed_only_with_them(shipped: ModuleType) -> None:
    lock = shipped.LOCK.read_text(encoding="utf-8")
    named = re.findall(r"^([\w.-]+)==", lock, flags=re.MULTILINE)

    assert len(shipped.locked()) == len(named)
    assert all(each.hashes for each in shipped.locked().values())
    installer = (ROOT / "installer" / "dev.py").read_text(encoding="utf-8")
    installs = [line for line in installer.splitlines() if "LOCK)" in line and "uv(" in line]
    assert installs
    assert all('"--require-hashes"' in line for line in installs)


def test_repository_names_no_registry(shipped: ModuleType) -> None:
    texts = (file.read_text(encoding="utf-8") for file in (shipped.LICENCES / "texts").iterdir())

    assert [text for text in (*texts, shipped.LOCK.read_text(encoding="utf-8")) if "index-url" in text] == []
