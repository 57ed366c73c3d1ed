"""Extract, check and compile the catalogues, with the tools that come with PySide6."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

LANGUAGES = ("vi", "en")

_HERE = Path(__file__).parent
_SOURCES = _HERE.parent


def catalogue(language: str) -> Path:
    """Return the text catalogue of a language."""
    return _HERE / f"phieu_{language}.ts"


def update_catalogue(language: str, target: Path | None = None) -> None:
    """Take new source texts into a catalogue and drop those that are gone."""
    sources = [str(path) for path in sorted(_SOURCES.rglob("*.py"))]
    # English source texts need a catalogue for their plurals only.
    options = ["-pluralonly"] if language == "en" else []
    languages = ["-source-language", "en", "-target-language", language]
    target = target or catalogue(language)
    _run("lupdate", [*sources, *options, *languages, "-no-obsolete", "-locations", "none", "-ts", str(target)])


def compile_catalogue(language: str, target: Path | None = None) -> None:
    """Compile a catalogue into what the window loads."""
    target = target or catalogue(language).with_suffix(".qm")
    _run("lrelease", [str(catalogue(language)), "-qm", str(target)])


def find_unfinished(language: str) -> list[str]:
    """Return the source texts that lack a translation, each with its context."""
    found = []
    for context in ElementTree.parse(catalogue(language)).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") or not _is_complete(translation):
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def _is_complete(translation: ElementTree.Element) -> bool:
    forms = translation.findall("numerusform")
    return all(form.text for form in forms) if forms else bool(translation.text)


def _run(tool: str, arguments: Sequence[str]) -> None:
    # The console scripts beside the interpreter, for they need no shell and no PATH.
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(program), *arguments], check=True, capture_output=True)
