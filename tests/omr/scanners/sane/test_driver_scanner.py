"""Scanners with drivers, through a ``scanimage`` that behaves as SANE's does; and through SANE's where that is."""

import os
import shutil
import stat
import threading

import pytest

from omr.errors import Cancelled
from omr.scanners.devices import Colour, Profile, SheetSize, Sides
from omr.scanners.faults import ScannerFault, Trouble
from omr.scanners.sane.driver_options import DriverOptions
from omr.scanners.sane.driver_scanner import DriverScanner, find_driven
from omr.scanners.stack_folder import StackFolder, StackOrder

OPTIONS = """
All options specific to device `fujitsu:fi-7160:1':
  Scan Mode:
    --source Flatbed|ADF Front|ADF Back|ADF Duplex [ADF Front]
        Selects the scan source (such as a document-feeder).
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
    --brightness -127..127 (in steps of 1) [inactive]
  Geometry:
    -x 0..221.121mm (in steps of 0.0211639) [215.872]
    -y 0..362.37mm (in steps of 0.0211639) [279.364]
    --page-width 0..221.121mm (in steps of 0.0211639) [215.872]
"""
BESIDE = """
    --source Flatbed|Automatic Document Feeder [Flatbed]
    --adf-mode Simplex|Duplex [Simplex]
    --mode Binary|Gray|Color [Color]
    --resolution 75|100|300dpi [75]
    -x 0..215.9mm [215.9]
    -y 0..297.18mm [297.18]
"""
SCRIPT = """#!/bin/sh
case "$*" in
  *--formatted*) printf 'fake:1\\tMaker Model\\nv4l:/dev/video0\\tA camera\\n'; exit 0;;
  *--all-options*) cat "$FAKE/options"; exit 0;;
esac
echo "$*" > "$FAKE/asked"
for word in "$@"; do case "$word" in --batch=*) place="${word#--batch=}";; esac; done
number=1
while [ -s "$FAKE/feeder" ]; do
  line=$(head -n 1 "$FAKE/feeder"); tail -n +2 "$FAKE/feeder" > "$FAKE/rest"; mv "$FAKE/rest" "$FAKE/feeder"
  case "$line" in
    hang) exec sleep 60;;
    crash) kill -SEGV $$;;
    !*) echo "scanimage: sane_start: ${line#!}" >&2; exit 6;;
  esac
  page=$(printf "$place" $number); number=$((number + 1))
  echo "$line" > "$page.part"; mv "$page.part" "$page"; echo "$page"
done
echo "scanimage: sane_start: Document feeder out of documents" >&2
[ $number -gt 1 ] || exit 7
"""
FEEDER = Profile(Sides.ONE_SIDED, 200, Colour.GREY, SheetSize.A4)
NEVER = threading.Event()


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """A folder with what the program shall say and feed."""
    folder = tmp_path / "fake"
    folder.mkdir()
    program = folder / "scanimage"
    program.write_text(SCRIPT)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (folder / "options").write_text(OPTIONS)
    monkeypatch.setenv("FAKE", str(folder))
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    if os.name == "nt":
        pytest.skip("the program stands in a shell script")
    return folder


@pytest.fixture
def stack(tmp_path):
    return StackFolder(tmp_path, StackOrder("s"), lambda _pages: None)


def pages_of(stack: StackFolder) -> list[str]:
    return [path.read_text().strip() for path in sorted(stack.path.glob("*.jpg"))]


def test_that_scanners_are_listed_and_cameras_are_not(fake):
    assert find_driven(NEVER) == (("fake:1", "Maker Model"),)


def test_that_a_driver_s_options_are_understood():
    options = DriverOptions(OPTIONS)
    told = options.described()

    assert list(told.sources) == [Sides.ONE_SIDED, Sides.TWO_SIDED, Sides.FLATBED]
    feeder = told.sources[Sides.ONE_SIDED]
    assert feeder.dpis == (100, 150, 200, 300, 400, 600)
    assert feeder.colours == (Colour.GREY, Colour.COLOUR, Colour.BLACK_WHITE)
    assert SheetSize.A4 in feeder.papers
    assert options.arguments(Profile(Sides.TWO_SIDED, 300, Colour.COLOUR, SheetSize.A4)) == [
        "--source=ADF Duplex", "--mode=Color", "--resolution=300", "--page-width=210", "-x", "210", "-y", "297",
    ]  # fmt: skip


def test_that_both_sides_may_be_an_option_beside_the_source():
    options = DriverOptions(BESIDE)

    assert list(options.described().sources) == [Sides.ONE_SIDED, Sides.TWO_SIDED, Sides.FLATBED]
    assert options.described().sources[Sides.FLATBED].dpis == (75, 100, 300)
    two_sided = options.arguments(Profile(Sides.TWO_SIDED, 300))
    assert two_sided[:2] == ["--source=Automatic Document Feeder", "--adf-mode=Duplex"]
    assert options.arguments(Profile(Sides.ONE_SIDED, 300))[1] == "--adf-mode=Simplex"
    assert options.arguments(Profile(Sides.FLATBED, 300))[0] == "--source=Flatbed"


def test_that_all_that_lies_in_the_feeder_comes_in_order(fake, stack):
    (fake / "feeder").write_text("one\ntwo\nthree\n")

    DriverScanner("fake:1").scan(FEEDER, stack, NEVER)

    assert pages_of(stack) == ["one", "two", "three"]
    assert "--source=ADF Front" in (fake / "asked").read_text()


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("!Document feeder jammed", Trouble.JAMMED),
        ("!Scanner cover is open", Trouble.COVER_OPEN),
        ("!Device busy", Trouble.BUSY),
        ("!Access to resource has been denied", Trouble.NOT_ALLOWED),
        ("!Error during device I/O", Trouble.GONE),
        ("!Double feed detected", Trouble.DOUBLE_FEED),
        ("!Something else", Trouble.FAILED),
        ("crash", Trouble.GONE),
    ],
)
def test_that_what_stops_a_driver_is_told_and_scanning_goes_on_where_it_stopped(fake, stack, said, trouble):
    (fake / "feeder").write_text(f"one\n{said}\ntwo\n")
    with pytest.raises(ScannerFault) as caught:
        DriverScanner("fake:1").scan(FEEDER, stack, NEVER)
    assert caught.value.trouble is trouble
    assert pages_of(stack) == ["one"]

    DriverScanner("fake:1").scan(FEEDER, stack, NEVER)

    assert pages_of(stack) == ["one", "two"]


def test_that_an_empty_feeder_is_told(fake, stack):
    (fake / "feeder").write_text("")
    with pytest.raises(ScannerFault) as caught:
        DriverScanner("fake:1").scan(FEEDER, stack, NEVER)

    assert caught.value.trouble is Trouble.FEEDER_EMPTY


def test_that_a_driver_that_hangs_is_ended_and_its_pages_are_kept(fake, stack):
    (fake / "feeder").write_text("one\nhang\n")
    cancel = threading.Event()
    threading.Timer(0.2, cancel.set).start()
    with pytest.raises(Cancelled):
        DriverScanner("fake:1").scan(FEEDER, stack, cancel)

    assert pages_of(stack) == ["one"]


def test_that_where_the_program_is_missing_nothing_is_found_and_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_driven(NEVER) == ()
    with pytest.raises(ScannerFault) as caught:
        DriverScanner("fake:1").options(NEVER)
    assert caught.value.trouble is Trouble.NO_PROGRAM


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="SANE's scanimage (sane-utils) is not installed")
def test_that_sane_s_own_test_device_is_scanned_and_its_jam_told(stack, tmp_path, monkeypatch):
    settings = tmp_path / "sane"
    settings.mkdir()
    (settings / "dll.conf").write_text("test\n")
    (settings / "test.conf").write_text("")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(settings))
    ((name, shown), *_) = find_driven(NEVER)
    scanner = DriverScanner(name)
    profile = Profile(dpi=100, paper=SheetSize.A5).fitted_to(scanner.options(NEVER))

    scanner.scan(profile, stack, NEVER)

    assert "tester" in shown
    assert stack.pages == 10, "so many sheets it has"
    assert all(path.read_bytes()[:2] == b"\xff\xd8" for path in stack.path.glob("*.jpg"))

    (settings / "test.conf").write_text('read-status-code "SANE_STATUS_JAMMED"\n')
    with pytest.raises(ScannerFault) as caught:
        scanner.scan(profile, stack, NEVER)
    assert caught.value.trouble is Trouble.JAMMED
    assert stack.pages == 10
