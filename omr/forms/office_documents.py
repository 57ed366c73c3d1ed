"""A word processor's document -> a PDF, through LibreOffice, in a process that a hostile document may take with it."""

import shutil
import zipfile
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from form_templates.errors import Finding, TemplateError
from omr.forms.document_kinds import OfficeMissing, is_document
from omr.forms.page_findings import PageFinding, PageProblem, unreadable
from omr.forms.page_images import PageOpener
from omr.images.limited_program import output_of
from omr.images.limits import MEGABYTE, ReadingLimits
from omr.images.page_source import begins_like_scan
from omr.results import RAISED_BY_LIMITS, Reason

_PROGRAMS = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_LARGEST = 100 * MEGABYTE  # bytes of a document, also of what is packed in it
_MOST_SAID = MEGABYTE  # bytes that LibreOffice tells

_PACKED, _OLE, _RICH_TEXT = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # what Word makes of a document with a password

# No macros, no addresses that are looked up for pictures, and nothing asked of the network.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_SET = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def find_office() -> str | None:
    """Return the program of LibreOffice; None if it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


@contextmanager
def documents_as_pdf(paths: Sequence[Path], opener: PageOpener) -> Iterator[tuple[Path, ...]]:
    """Yield the files of a form, with a PDF of the same name for each document among them.

    A PDF or picture that is only named like a document is left as it is.

    The PDFs are gone when the block ends. Mistakes that the block finds in one are told of its document. Ctrl-C closes
    ``opener``.

    Args:
        paths: Files of any kind.
        opener: Opens documents, within its limits.

    Raises:
        OfficeMissing: LibreOffice is not installed.
        TemplateError: A document cannot be turned into PDF.
        WorkersCannotStart: The process in which that is done cannot be had.
        Cancelled: ``opener`` was closed meanwhile.
    """
    documents = frozenset(path for path in paths if is_document(path) and not begins_like_scan(path))
    if not documents:
        yield tuple(paths)
        return
    program = find_office()
    if program is None:
        raise OfficeMissing(path for path in paths if path in documents)
    with TemporaryDirectory(prefix="phieu-", ignore_cleanup_errors=True) as folder:
        originals: dict[Path, Path] = {}
        try:
            sources = _convert_all(paths, documents, opener, program, Path(folder))
            originals = dict(zip(sources, paths, strict=True))
            yield sources
        except TemplateError as error:
            raise TemplateError(tuple(_of_document(finding, originals) for finding in error.findings)) from error
        except KeyboardInterrupt:
            opener.close()  # else LibreOffice goes on writing into the folder while that is cleared away
            raise


def _convert_all(
    paths: Sequence[Path], documents: Container[Path], opener: PageOpener, program: str, folder: Path
) -> tuple[Path, ...]:
    findings: list[Finding] = []
    sources = []
    for number, path in enumerate(paths):
        if path not in documents:
            sources.append(path)
            continue
        place = folder / str(number)
        place.mkdir()
        made = opener.ask(_convert, path, program, place)
        if isinstance(made, PageFinding):
            findings.append(_limited(made))
        else:
            sources.append(made)
    if findings:
        raise TemplateError(tuple(findings))
    return tuple(sources)


def _of_document(finding: Finding, originals: dict[Path, Path]) -> Finding:
    return replace(finding, path=originals.get(finding.path, finding.path))


def _limited(finding: PageFinding) -> PageFinding:
    """Word a limit that a document went beyond: another advice than for a page image."""
    if finding.problem not in RAISED_BY_LIMITS:
        return finding
    return _finding(finding.path, PageProblem.NOT_CONVERTED_IN_LIMITS, detail=finding.facts["detail"])


def _convert(path: Path, limits: ReadingLimits, program: str, folder: Path) -> Path | PageFinding:
    """Do in the process what takes time and memory by what the document holds.

    The document is copied first, for LibreOffice leaves a lock beside what it opens.
    """
    problem = _look_at(path, limits)
    if problem is not None:
        return problem
    copy = folder / f"form{path.suffix.lower()}"
    shutil.copyfile(path, copy)
    profile, temporary = folder / "profile", folder / "tmp"
    (profile / "user").mkdir(parents=True)
    temporary.mkdir()
    items = "\n".join(_ITEM.format(path=place, name=name, value=value) for place, name, value in _SET)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), encoding="utf-8")
    options = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"]
    output_of(
        [
            program,
            f"-env:UserInstallation={profile.absolute().as_uri()}",
            *options,
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(copy),
        ],
        limits,
        _MOST_SAID,
        {"TMPDIR": str(temporary), "SAL_USE_VCLPLUGIN": "svp"},  # it draws without a screen
    )
    made = folder / "form.pdf"
    if not made.is_file() or not made.stat().st_size:
        return _finding(path, PageProblem.NOT_CONVERTED)
    return made.rename(folder / f"{path.stem}.pdf")


def _look_at(path: Path, limits: ReadingLimits) -> PageFinding | None:
    """Return why a document need not be opened at all; None if it may be one."""
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if not data:
        return unreadable(path, Reason.FILE_EMPTY, "")
    if len(data) > _LARGEST:
        return unreadable(path, Reason.NEEDS_TOO_MUCH_MEMORY, limits.memory_text)
    if data.startswith(_OLE) and _LOCKED in data:
        return unreadable(path, Reason.FILE_ENCRYPTED, "")
    if not data.startswith((_PACKED, _OLE, _RICH_TEXT)):
        return _finding(path, PageProblem.NO_DOCUMENT)
    if data.startswith(_PACKED):
        try:
            with zipfile.ZipFile(path) as packed:
                unpacked = sum(entry.file_size for entry in packed.infolist())
        except zipfile.BadZipFile:
            return unreadable(path, Reason.FILE_DAMAGED, "")
        if unpacked > _LARGEST:
            return unreadable(path, Reason.NEEDS_TOO_MUCH_MEMORY, limits.memory_text)
    return None


_MESSAGES = {
    PageProblem.NO_DOCUMENT: "is no document of a word processor, whatever its name says; save the form as PDF",
    PageProblem.NOT_CONVERTED: (
        "LibreOffice cannot turn it into PDF: it may be damaged or have a password, or LibreOffice lacks its Writer. "
        "Open it where it was written and save it as PDF"
    ),
    PageProblem.NOT_CONVERTED_IN_LIMITS: (
        "turning it into PDF takes more than it may ({detail}); open it where it was written and save it as PDF"
    ),
}


def _finding(path: Path, problem: PageProblem, **facts: str) -> PageFinding:
    return PageFinding(path, "", _MESSAGES[problem].format(**facts), problem, facts)
