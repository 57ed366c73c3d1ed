"""Two scans of one sheet are known as one; sheets filled in alike stay two respondents."""

import shutil
from itertools import combinations

import numpy as np
import pytest

from form_templates.loading import load_template
from omr.batches.batch import read_batch
from omr.images.sampling import PATCH_PX
from omr.marks.ink_signing import sign_ink
from omr.marks.measuring import LEAST_INK_PX, QUALITIES, Measurements, Prints
from omr.rescans.ink_likeness import InkAgreement, Likeness, SheetIndex, SketchedPage, compare_ink, is_consistent
from omr.rescans.ink_signature import FEWEST_MARKS, PICTURE_PX, SKETCH_SIZE, unpack_pictures
from omr.results import PageOutcome
from omr.simulation.devices.conditions import LOW_DPI, OFFICE, TURNED
from omr.simulation.order import PileOrder, Rescan
from omr.simulation.people.respondents import Habit, PenKind, Population
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from omr.survey.folder import Survey
from tests.conftest import UNITS
from tests.omr.conftest import read_here, reads_here
from tests.omr.rescans.build import page_of, written

_ALIKE = Population(
    habits={Habit.CROSS: 1.0}, pens={PenKind.BLUE_BALLPOINT: 1.0}, straight_line=1.0, person_sd=0.0, unit_sd=0.0,
    item_sd=0.0, blank=0.0, corrected=0.0, other_habit=0.0, double=0.0,
)  # fmt: skip  # everybody crosses the same level of every statement, with the same pen


def _measured(marks):
    """Measurements of a page with ten areas, of which those of ``marks`` hold a cross drawn at (dx, dy, slant)."""
    pictures = np.zeros((10, PATCH_PX, PATCH_PX), np.float32)
    across, down = np.meshgrid(np.arange(PATCH_PX) - 27.5, np.arange(PATCH_PX) - 27.5)
    for area, (dx, dy, slant) in marks.items():
        x, y = across - dx, down - dy
        is_stroke = (np.abs(y - slant * x) < 1.5) | (np.abs(y + x / slant) < 1.5)
        pictures[area] = (is_stroke & (np.hypot(x, y) < 12)).astype(np.float32)
    ink_px = pictures.sum(axis=(1, 2))
    is_hidden, quality = np.zeros(len(pictures), bool), np.zeros(len(QUALITIES), np.float32)
    prints = Prints.of(np.zeros_like(pictures))
    facts = (is_hidden, is_hidden, ink_px >= LEAST_INK_PX, quality, prints, True, is_hidden, is_hidden)
    return Measurements(ink_px / 100, ink_px, pictures, *facts)


def _signed(marks):
    measured = _measured(marks)
    return sign_ink(measured, np.zeros_like(measured.pictures), measured.ink_px > 0)


def _marks(seed, count=8):
    rng = np.random.default_rng(seed)
    return {area: (*rng.normal(0, 4, 2), rng.uniform(0.6, 1.6)) for area in range(count)}


def _likeness(first, second):
    return compare_ink(first.pictures, second.pictures).likeness


def test_that_a_page_compared_with_itself_agrees_in_every_mark():
    signature = _signed(_marks(1))

    whole = pytest.approx(1.0)
    assert compare_ink(signature.pictures, signature.pictures) == InkAgreement(8, whole, 1.0, 8, 8, whole, whole)


def test_that_the_same_marks_half_a_millimetre_off_are_surely_the_same():
    moved = {area: (dx + 3.0, dy - 3.0, slant) for area, (dx, dy, slant) in _marks(1).items()}

    assert _likeness(_signed(_marks(1)), _signed(moved)) is Likeness.SURE


def test_that_other_crosses_in_the_same_boxes_are_different():
    assert _likeness(_signed(_marks(1)), _signed(_marks(2))) is Likeness.DIFFERENT


def test_that_a_mark_more_is_no_longer_sure():
    more = _marks(1) | {8: (0.0, 0.0, 1.0), 9: (1.0, 1.0, 1.0)}

    assert _likeness(_signed(_marks(1)), _signed(more)) is not Likeness.SURE


def test_that_comparing_does_not_depend_on_the_order():
    one, other = _signed(_marks(1)), _signed(_marks(1) | {3: (5.0, 5.0, 0.7)})

    assert compare_ink(one.pictures, other.pictures) == compare_ink(other.pictures, one.pictures)


def test_that_few_marks_are_never_sure_but_may_be_consistent():
    few = _signed(_marks(1, count=FEWEST_MARKS - 1))

    assert few.sketch == b""
    assert _likeness(few, few) is Likeness.DIFFERENT
    assert is_consistent(few.pictures, few.pictures)
    assert is_consistent(None, None)
    assert not is_consistent(few.pictures, None)
    assert not is_consistent(few.pictures, _signed(_marks(2, count=FEWEST_MARKS - 1)).pictures)


def test_that_a_bare_page_has_no_signature():
    assert _signed({}) is None


def test_that_pictures_survive_packing():
    areas, pictures = unpack_pictures(_signed({2: (0.0, 0.0, 1.0), 7: (3.0, 0.0, 1.0)}).pictures)

    assert areas.tolist() == [2, 7]
    assert pictures.shape == (2, PICTURE_PX, PICTURE_PX)
    assert pictures.max() == 15
    assert pictures[0, 7:9, 7:9].min() > 5  # where the strokes cross
    assert pictures[0, :2].max() == 0


def test_that_the_index_finds_the_same_pairs_in_whatever_portions_pages_come():
    signatures = {1: _signed(_marks(1)), 2: _signed(_marks(2)), 3: _signed(_marks(1)), 4: _signed(_marks(3))}
    pages = [SketchedPage(key, 1, signature.sketch) for key, signature in signatures.items()]
    other_side = SketchedPage(5, 2, signatures[1].sketch)
    signatures[5] = signatures[1]

    def load(ids):
        return {key: signatures[key].pictures for key in ids}

    at_once, one_by_one = SheetIndex(), SheetIndex()
    at_once.add([*pages, other_side], load)
    for page in [*pages, other_side]:
        one_by_one.add([page], load)

    for index in (at_once, one_by_one):
        assert dict(index.like(1)) == {3: Likeness.SURE}
        assert dict(index.like(3)) == {1: Likeness.SURE}
        assert [dict(index.like(key)) for key in (2, 4, 5)] == [{}, {}, {}]


def _sketch(*numbers):
    """A sketch of ink, as pages kept long ago have, that begins with these numbers and has zeros else."""
    return np.array([*numbers, *[0] * (SKETCH_SIZE - len(numbers))], np.int8).tobytes()


class _AllAlike:
    """Loads the same pictures for every page, and remembers for which pages it was asked."""

    def __init__(self):
        self.asked = []

    def load(self, ids):
        self.asked.append(list(ids))
        return dict.fromkeys(ids, page_of(*written(8)))


@pytest.mark.parametrize(
    ("sketch", "is_candidate"),
    [
        (_sketch(100), True),
        (_sketch(50), True),  # as long as it likes: the angle counts
        (_sketch(94, 34), True),  # cosine 0.94: two scans of one sheet
        (_sketch(73, 68), False),  # cosine 0.73
        (_sketch(0, 100), False),
        (_sketch(-100), False),
        (_sketch(), False),
    ],
)
def test_that_only_pages_with_nearly_parallel_sketches_are_compared(sketch, is_candidate):
    index, pictures = SheetIndex(), _AllAlike()

    index.add([SketchedPage(1, 1, _sketch(100)), SketchedPage(2, 1, sketch)], pictures.load)

    assert pictures.asked == [[1, 2] if is_candidate else []]
    assert dict(index.like(1)) == ({2: Likeness.SURE} if is_candidate else {})


@pytest.mark.parametrize(
    ("strokes", "is_candidate"),
    [
        (_sketch(100), True),
        (_sketch(60, 80), True),  # cosine 0.6: a third more marks on one of two scans
        (_sketch(43, 90), False),  # two people who mark the same options alike
        (_sketch(0, 100), False),
    ],
)
def test_that_pages_with_sketches_of_strokes_are_compared_by_those_alone(strokes, is_candidate):
    index, pictures = SheetIndex(), _AllAlike()

    index.add([SketchedPage(1, 1, _sketch(100) * 2), SketchedPage(2, 1, _sketch(100) + strokes)], pictures.load)

    assert pictures.asked == [[1, 2] if is_candidate else []]


def test_that_a_page_kept_before_there_were_strokes_is_known_again():
    index, pictures = SheetIndex(), _AllAlike()

    index.add([SketchedPage(1, 1, _sketch(100))], pictures.load)
    index.add([SketchedPage(2, 1, _sketch(94, 34) + _sketch(0, 100))], pictures.load)

    assert dict(index.like(2)) == {1: Likeness.SURE}


def test_that_a_sketch_says_the_ink_and_then_the_strokes():
    first, second = (np.frombuffer(_signed(_marks(1)).sketch, np.int8) for _ in range(2))

    assert len(first) == 2 * SKETCH_SIZE
    assert (first == second).all()
    assert not (first[:SKETCH_SIZE] == first[SKETCH_SIZE:]).all()


def test_that_an_index_knows_its_newest_page():
    index = SheetIndex()
    assert index.newest == 0

    index.add([SketchedPage(key, number, _sketch(1)) for key, number in ((8, 1), (9, 2), (7, 1))], _AllAlike().load)

    assert index.newest == 9
    assert dict(index.like(1234)) == {}


def test_that_pairs_are_found_among_more_pages_than_are_compared_at_once():
    sketches = np.random.default_rng(3).integers(-127, 128, (1100, SKETCH_SIZE)).astype(np.int8)
    for earlier, later in ((3, 700), (511, 512), (513, 1024), (1023, 1099)):
        sketches[later - 1] = sketches[earlier - 1]
    pages = [SketchedPage(key, 1, sketch.tobytes()) for key, sketch in enumerate(sketches, start=1)]
    at_once, in_two, pictures = SheetIndex(), SheetIndex(), _AllAlike()

    at_once.add(pages, pictures.load)
    in_two.add(pages[:600], pictures.load)
    in_two.add(pages[600:], pictures.load)

    expected = {3: 700, 511: 512, 512: 511, 513: 1024, 700: 3, 1023: 1099, 1024: 513, 1099: 1023}
    assert pictures.asked == [sorted(expected), [511, 512], [3, 513, 700, 1023, 1024, 1099]]
    for index in (at_once, in_two):
        assert {key: list(index.like(key)) for key in range(1, 1101) if index.like(key)} == {
            key: [other] for key, other in expected.items()
        }


def test_that_a_suspicion_is_kept_as_one():
    index, pictures = SheetIndex(), {1: page_of(*written(8)), 2: page_of(*written(8, moved=2))}

    index.add([SketchedPage(key, 1, _sketch(1)) for key in pictures], lambda _: pictures)

    assert dict(index.like(1)) == {2: Likeness.SUSPECTED}


@pytest.fixture(scope="module")
def scanned(tmp_path_factory, frozen_template, forms_pdf):
    """A function that scans filled forms, with the rescan wished."""
    template = load_template(frozen_template)

    def scan(respondents, rescan=None, population=None):
        return simulate_pile(
            template,
            UNITS,
            PdfPages(forms_pdf, 2),
            tmp_path_factory.mktemp("scans"),
            PileOrder(
                respondents=respondents,
                seed=31,
                conditions=OFFICE,
                population=population or Population(),
                rescan=rescan,
            ),
        )

    return scan


@pytest.fixture(scope="module")
def read_first(tmp_path_factory, frozen_template, scanned):
    """A survey folder whose sheets were scanned and read once, for all to copy."""
    folder = tmp_path_factory.mktemp("first") / "s"
    with pytest.MonkeyPatch.context() as patched, Survey.create(folder, frozen_template, units=UNITS) as survey:
        read_here(patched)
        read_batch(survey, [scanned(4).folder], jobs=1)
    return folder


@reads_here
@pytest.mark.slow
@pytest.mark.parametrize("conditions", [OFFICE, LOW_DPI, TURNED], ids=lambda conditions: conditions.name)
def test_that_sheets_scanned_again_leave_the_count_and_keep_their_readings(tmp_path, read_first, scanned, conditions):
    again = scanned(4, Rescan(9, conditions))
    with Survey.open(shutil.copytree(read_first, tmp_path / "s")) as survey:
        before = survey.responses()
        report = read_batch(survey, [again.folder], jobs=1)
        pages = survey.pages()

        assert report.outcomes[PageOutcome.DUPLICATE] == 8
        assert [answer.answer for response in survey.responses() for answer in response.answers] == [
            answer.answer for response in before for answer in response.answers
        ]
    for earlier, later in zip(pages[:8], pages[8:], strict=True):
        assert (later.outcome, later.reason) == (PageOutcome.DUPLICATE, "same-sheet")
        assert later.detail == f"{earlier.source}, page 1"
        assert later.readings.keys() == earlier.readings.keys()


@reads_here
@pytest.mark.slow
def test_that_people_who_cross_the_same_boxes_alike_stay_different_respondents(tmp_path, frozen_template, scanned):
    pile = scanned(6, population=_ALIKE)
    with Survey.create(tmp_path / "s", frozen_template, units=UNITS) as survey:
        read_batch(survey, [pile.folder], jobs=1)
        ink = survey.store.sheets.ink_of([page.page_id for page in survey.pages()])
        sides = [[page.page_id for page in survey.pages() if page.identity.page == number] for number in (1, 2)]

    likenesses = [compare_ink(ink[one], ink[two]).likeness for side in sides for one, two in combinations(side, 2)]
    assert likenesses == [Likeness.DIFFERENT] * 30
