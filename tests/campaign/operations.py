"""What people do to a survey, and how one sees that nothing was lost when it was interrupted and done again."""

import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from form_templates.loading import load_template
from omr.survey.folder import Survey
from tests.campaign.facts import broken_promises, differences, survey_facts
from tests.campaign.scene import COPIES, UNITS, Scene
from tests.omr.build import age_database

OLD = b"%PDF-1.4 what was written here before" + b"\0" * 5000
"""Stands where an operation writes its file."""

_OLD_VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")


@dataclass(frozen=True, slots=True)
class Operation:
    """Something people do.

    Attributes:
        name: What it is called.
        prepare: Makes what it begins with in an empty folder; the number chooses among variants.
        words: What is run: ``main`` or ``decide``, and arguments.
        harm: Yields what is wrong: after an interruption, or (True) after it was done again to its end.
        makes_a_folder: Whether it refuses a folder that it made before; then what it made must be whole.
    """

    name: str
    prepare: Callable[[Scene, Path, int], object]
    words: Callable[[Scene, Path], tuple[str, ...]]
    harm: Callable[[Scene, Path, bool], Iterator[str]]
    makes_a_folder: bool = False


def said(place: Path) -> list[str]:
    """Return the whole lines that runs said so far."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(place.parent.glob("logs/*/out.txt"))]
    lines = [line for text in texts for line in text.splitlines(keepends=True)]
    return [line.removesuffix("\n") for line in lines if line.endswith("\n")]


def _read_harm(scene: Scene, place: Path, is_done: bool) -> Iterator[str]:
    yield from broken_promises(place / "s", is_at_rest=is_done)
    if is_done:
        yield from differences(scene.facts, survey_facts(place / "s"))


def _decided_harm(scene: Scene, place: Path, is_done: bool) -> Iterator[str]:
    """Yield decisions that were said to be kept and are not."""
    yield from broken_promises(place / "s", is_at_rest=is_done)
    with closing(sqlite3.connect(place / "s" / "survey.db")) as connection:
        query = "SELECT page_id || ' ' || item_id FROM {} WHERE withdrawn_at IS NULL"
        tables = "verification", "recheck", "acceptance"
        kept = {name for table in tables for (name,) in connection.execute(query.format(table))}
    yield from (f"the decision on {name} was said to be kept and is gone" for name in said(place) if name not in kept)
    if is_done and (gone := [each for each in scene.facts if each not in survey_facts(place / "s")]):
        yield f"{gone} are gone"


def _print_harm(scene: Scene, place: Path, is_done: bool) -> Iterator[str]:
    yield from broken_promises(place / "s", is_at_rest=is_done)
    yield from _file_harm(place / "out.pdf", is_done, _is_pdf_of(COPIES))
    is_new = (place / "out.pdf").read_bytes() != OLD
    with Survey.open(place / "s") as survey:
        issued = survey.store.issued.next_serials().get(UNITS[0].code, 1)
    if is_new and issued <= COPIES + 1:
        yield "forms lie there to be printed whose serials are not noted: the next ones would share them"


def _new_harm(scene: Scene, place: Path, is_done: bool) -> Iterator[str]:
    if not is_done:
        return
    if not (place / "new" / "survey.toml").exists():
        yield "a folder lies there that is no survey, and stands in the way of one"
        return
    with Survey.open(place / "new") as survey:
        if survey.settings.name != "Khảo sát" or len(survey.units) != len(UNITS):
            yield f"the survey is not what was asked for: {survey.settings}, {len(survey.units)} units"
    yield from broken_promises(place / "new")


def _migrate_harm(scene: Scene, place: Path, is_done: bool) -> Iterator[str]:
    with closing(sqlite3.connect(place / "s" / "survey.db")) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            yield f"the database is not sound: {verdict}"
    if is_done:
        yield from broken_promises(place / "s")
        yield from differences(scene.facts, survey_facts(place / "s"))


def _import_harm(scene: Scene, place: Path, is_done: bool) -> Iterator[str]:
    if is_done or (place / "form").exists():
        items = len(list(load_template(place / "form").items()))
        if items != 10:
            yield f"the template has {items} items instead of 10"


def _export_harm(name: str) -> Callable[[Scene, Path, bool], Iterator[str]]:
    def harm(scene: Scene, place: Path, is_done: bool) -> Iterator[str]:
        yield from broken_promises(place / "s", is_at_rest=is_done)
        yield from differences(scene.facts, survey_facts(place / "s"))
        yield from _file_harm(place / name, is_done, _is_whole)
        if is_done:
            yield from _left_beside(place, {name, "s"})

    return harm


def _file_harm(path: Path, is_done: bool, is_whole: Callable[[Path], bool]) -> Iterator[str]:
    """Yield what is wrong with a file that was to be replaced."""
    if not path.exists():
        yield f"{path.name} is gone"
    elif path.read_bytes() == OLD:
        if is_done:
            yield f"{path.name} was not written"
    elif not is_whole(path):
        yield f"{path.name} is neither what it was nor whole ({path.stat().st_size} bytes)"


def _left_beside(place: Path, wanted: set[str]) -> Iterator[str]:
    yield from (f"{path.name} was left" for path in place.iterdir() if path.name not in wanted)


def _is_pdf_of(pages: int) -> Callable[[Path], bool]:
    def is_whole(path: Path) -> bool:
        try:
            document = pdfium.PdfDocument(path)
        except pdfium.PdfiumError:
            return False
        count = len(document)
        document.close()
        return count == pages

    return is_whole


def _is_whole(path: Path) -> bool:
    data = path.read_bytes()
    match path.suffix:
        case ".xlsx":
            return zipfile.is_zipfile(path) and zipfile.ZipFile(path).testzip() is None
        case ".pdf":
            return data.startswith(b"%PDF-") and b"%%EOF" in data[-64:]
        case ".parquet":
            return data.startswith(b"PAR1") and data.endswith(b"PAR1")
        case _:
            return len(data) > 0 and (path.suffix != ".csv" or data.endswith(b"\n"))


def _with_survey(*, is_read: bool, old: str = "") -> Callable[[Scene, Path, int], object]:
    def prepare(scene: Scene, place: Path, _variant: int) -> None:
        scene.copy_survey(place, is_read=is_read)
        if old:
            (place / old).write_bytes(OLD)

    return prepare


def _aged(scene: Scene, place: Path, variant: int) -> None:
    folder = scene.copy_survey(place)
    with closing(sqlite3.connect(folder / "survey.db")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    age_database(folder / "survey.db", _OLD_VERSIONS[variant % len(_OLD_VERSIONS)])


def _nothing(scene: Scene, place: Path, _variant: int) -> None:
    shutil.rmtree(place / "new", ignore_errors=True)


def _export(name: str) -> Operation:
    return Operation(
        f"export {name}",
        _with_survey(is_read=True, old=name),
        lambda _scene, place: ("main", "export", str(place / "s"), "--out", str(place / name)),
        _export_harm(name),
    )


def _decide(what: str) -> Operation:
    return Operation(
        what,
        _with_survey(is_read=True),
        lambda _scene, place: ("decide", str(place / "s"), what, "Lan"),
        _decided_harm,
    )


READ = Operation(
    "read",
    _with_survey(is_read=False),
    lambda scene, place: ("main", "read", str(place / "s"), str(scene.pile), "--jobs", "2"),
    _read_harm,
)

PRINT = Operation(
    "print",
    _with_survey(is_read=False, old="out.pdf"),
    lambda _scene, place: (
        *("main", "print", str(place / "s"), "--out", str(place / "out.pdf")),
        *("--unit", UNITS[0].code, "--copies", str(COPIES)),
    ),
    _print_harm,
)

NEW = Operation(
    "new",
    _nothing,
    lambda scene, place: (
        *("main", "new", str(place / "new"), "--template", str(scene.template)),
        *("--name", "Khảo sát", "--units", str(scene.units)),
    ),
    _new_harm,
    makes_a_folder=True,
)

MIGRATE = Operation("migrate", _aged, lambda _scene, place: ("main", "status", str(place / "s")), _migrate_harm)

IMPORT = Operation(
    "import",
    _nothing,
    lambda scene, place: (
        *("main", "template", "import", str(scene.layout)),
        *("--page", str(scene.layout.with_name("blank.png")), "--out", str(place / "form")),
    ),
    _import_harm,
    makes_a_folder=True,
)

EXPORTS = tuple(_export(name) for name in ("out.xlsx", "out.csv", "out.pdf", "out.sav", "out.parquet"))

OPERATIONS = (READ, _decide("review"), _decide("recheck"), _decide("accept"), PRINT, NEW, MIGRATE, *EXPORTS, IMPORT)
"""Everything that may be interrupted."""
