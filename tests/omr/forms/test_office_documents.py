"""Documents become PDFs in a process of their own; what is wrong with them is told of the document."""

import shutil
import signal
import stat
import sys
import tempfile
import time
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread, main_thread

import psutil
import pytest

from form_templates.errors import TemplateError
from omr.errors import MachineError
from omr.forms import office_documents
from omr.forms.document_kinds import OfficeMissing
from omr.forms.office_documents import documents_as_pdf, find_office
from omr.forms.page_findings import PageProblem
from omr.forms.page_images import PageOpener
from omr.forms.proposing.template_proposal import propose_template
from omr.images.limits import ReadingLimits
from omr.processes.limited_process import call_here
from omr.results import Reason
from tests.omr.forms.proposing.blank_forms import FORMS

_HERE = PageOpener(call=call_here)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stands in for LibreOffice with a shell script")


@pytest.fixture
def document(tmp_path):
    """What passes for a document until it is opened."""
    path = tmp_path / "Mẫu phiếu số 1.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w:document/>")
    return path


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Return a function that puts a shell script in the place of LibreOffice."""

    def put(script: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(office_documents, "_PROGRAMS", (str(program),))

    return put


def _problem_of(path: Path, opener: PageOpener = _HERE) -> PageProblem | Reason:
    with pytest.raises(TemplateError) as caught, documents_as_pdf([path], opener):
        pass
    (finding,) = caught.value.findings
    assert finding.path == path
    return finding.problem


def test_that_a_document_is_searched_as_the_pdf_made_of_it_under_its_own_name(document, office, tmp_path):
    (tmp_path / "made.pdf").write_bytes(FORMS["inline_boxes"]().pdf())
    office(f'while [ "$1" != --outdir ]; do shift; done; cp "{tmp_path}/made.pdf" "$2/form.pdf"')

    with documents_as_pdf([document], _HERE) as sources:
        proposal = propose_template(sources, tmp_path / "out", _HERE)

    assert proposal.template.template_id == "mau-phieu-so-1"
    assert [source.name for source in sources] == ["Mẫu phiếu số 1.pdf"]
    assert not sources[0].exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Mẫu phiếu số 1.docx", "bin", "made.pdf", "out"]


def test_that_files_of_other_kinds_are_left_as_they_are_without_libreoffice(tmp_path, monkeypatch):
    monkeypatch.setattr(office_documents, "_PROGRAMS", ())

    with documents_as_pdf([tmp_path / "a.pdf", tmp_path / "b.png"], _HERE) as sources:
        assert sources == (tmp_path / "a.pdf", tmp_path / "b.png")


def test_that_a_pdf_or_a_picture_named_like_a_document_is_taken_as_what_it_is(document, monkeypatch, tmp_path):
    monkeypatch.setattr(office_documents, "_PROGRAMS", ())
    named = (tmp_path / "form.docx", tmp_path / "page.doc")
    named[0].write_bytes(b"%PDF-1.7\n")
    named[1].write_bytes(b"\x89PNG\r\n\x1a\n")

    with documents_as_pdf(named, _HERE) as sources:
        assert sources == named


def test_that_without_libreoffice_the_machine_lacks_it_and_the_sentence_says_to_save_as_pdf(document, monkeypatch):
    monkeypatch.setattr(office_documents, "_PROGRAMS", ())

    with pytest.raises(OfficeMissing) as caught, documents_as_pdf([document], _HERE):
        pass

    assert isinstance(caught.value, MachineError)
    assert document.name in str(caught.value)
    assert "nothing was written. Install libreoffice-writer" in str(caught.value)
    assert "save it as PDF" in str(caught.value)


def test_that_mistakes_in_the_pdf_are_told_of_the_document(document, office):
    office('while [ "$1" != --outdir ]; do shift; done; echo nonsense > "$2/form.pdf"')

    with pytest.raises(TemplateError) as caught, documents_as_pdf([document], _HERE) as sources:
        propose_template(sources, document.parent / "out", _HERE)

    assert [finding.path for finding in caught.value.findings] == [document]


def test_that_a_document_that_gives_no_pdf_is_told(document, office):
    office("echo Error: source file could not be loaded >&2")

    assert _problem_of(document) is PageProblem.NOT_CONVERTED


def test_that_what_is_no_document_is_never_opened(office, tmp_path):
    office(f"touch {tmp_path}/opened")
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("word/document.xml", "w") as entry:
        for _ in range(101):
            entry.write(bytes(10**6))
    files = {
        "text.docx": (b"no document", PageProblem.NO_DOCUMENT),
        "program.doc": (b"MZ\x90\x00", PageProblem.NO_DOCUMENT),
        "empty.odt": (b"", Reason.FILE_EMPTY),
        "cut.docx": (b"PK\x03\x04 cut off", Reason.FILE_DAMAGED),
        "locked.docx": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Reason.FILE_ENCRYPTED),
    }
    found = {bomb.name: _problem_of(bomb), "gone.docx": _problem_of(tmp_path / "gone.docx")}
    for name, (content, _) in files.items():
        (tmp_path / name).write_bytes(content)
        found[name] = _problem_of(tmp_path / name)

    assert found == {name: problem for name, (_, problem) in files.items()} | {
        "bomb.docx": PageProblem.NOT_CONVERTED_IN_LIMITS,
        "gone.docx": Reason.FILE_NOT_FOUND,
    }
    assert not (tmp_path / "opened").exists()


def test_that_a_document_that_never_ends_is_ended_with_all_it_started(document, office, tmp_path):
    office(f"sleep 987 & echo $! > {tmp_path}/child; wait")

    with PageOpener(ReadingLimits(page_seconds=1.0)) as opener:
        assert _problem_of(document, opener) is PageProblem.NOT_CONVERTED_IN_LIMITS

    child = int((tmp_path / "child").read_text())
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


def test_that_ctrl_c_leaves_no_folder_behind_that_a_program_was_still_writing(document, office, tmp_path, monkeypatch):
    temporary, started = tmp_path / "tmp", tmp_path / "started"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    folder = 'while [ "$1" != --outdir ]; do shift; done; folder="$2"'
    office(f'{folder}\nn=0\nwhile true; do n=$((n+1)); mkdir -p "$folder/profile/$n"; touch {started}; done')
    pressing = Thread(target=_press_ctrl_c_once_there_is, args=(started,))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests begun in the background ignore Ctrl-C

    with PageOpener() as opener:
        pressing.start()
        try:
            with pytest.raises(KeyboardInterrupt), documents_as_pdf([document], opener):
                pass
        finally:
            signal.signal(signal.SIGINT, before)

    assert [path.name for path in temporary.iterdir() if path.name.startswith("phieu-")] == []


def _press_ctrl_c_once_there_is(path: Path) -> None:
    until_s = time.monotonic() + 60
    while not path.exists() and time.monotonic() < until_s:
        time.sleep(0.05)
    # To the main thread, which else goes on waiting where the system wakes another one.
    signal.pthread_kill(main_thread().ident, signal.SIGINT)


@pytest.mark.skipif(find_office() is None or not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_that_libreoffice_itself_makes_a_pdf_without_asking_the_network_or_leaving_a_trace(tmp_path):
    asked: list[str] = []

    class _Server(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline().decode())

    path = tmp_path / "form.docx"
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        _save_document_with_a_picture_at(path, f"http://127.0.0.1:{server.server_port}/spy.png")

        # In a process of its own, for LibreOffice gets what memory the asking process leaves of the limit.
        with PageOpener() as opener, documents_as_pdf([path], opener) as sources:
            head = sources[0].read_bytes()[:5]
        server.shutdown()

    assert head == b"%PDF-"
    assert asked == []
    assert list(tmp_path.iterdir()) == [path]


def _save_document_with_a_picture_at(path: Path, address: str) -> None:
    """Save what Word makes of a picture that is linked, which LibreOffice would fetch if it were let."""
    formats = "http://schemas.openxmlformats.org"
    spaces = {
        "w": f"{formats}/wordprocessingml/2006/main",
        "r": f"{formats}/officeDocument/2006/relationships",
        "wp": f"{formats}/drawingml/2006/wordprocessingDrawing",
        "a": f"{formats}/drawingml/2006/main",
        "pic": f"{formats}/drawingml/2006/picture",
    }
    names = " ".join(f'xmlns:{short}="{long}"' for short, long in spaces.items())
    picture = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        'r:link="rId9"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    )
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p"/><a:graphic>'
        f'<a:graphicData uri="{spaces["pic"]}">{picture}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    body = f"<w:body><w:p><w:r><w:t>Name: ______</w:t></w:r></w:p><w:p><w:r>{drawing}</w:r></w:p></w:body>"
    package, kind = f"{formats}/package/2006", f"{formats}/officeDocument/2006/relationships"
    links = f'<Relationships xmlns="{package}/relationships">{{}}</Relationships>'
    main = f'<Relationship Id="rId1" Type="{kind}/officeDocument" Target="word/document.xml"/>'
    linked = f'<Relationship Id="rId9" Type="{kind}/image" Target="{address}" TargetMode="External"/>'
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    text = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Default Extension="rels" ContentType="{relations}"/><Default Extension="xml" ContentType="{text}"/>'
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types">{types}</Types>')
        packed.writestr("_rels/.rels", links.format(main))
        packed.writestr("word/document.xml", f"<w:document {names}>{body}</w:document>")
        packed.writestr("word/_rels/document.xml.rels", links.format(linked))
