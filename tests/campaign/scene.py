"""What attempts begin with: a form, scans of it, a survey that was read undisturbed, a form of somebody else."""

import json
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from form_templates.loading import freeze_template, load_template
from form_templates.typesetting.printing import Recipient, forms_pdf
from omr.batches.batch import read_batch
from omr.opencv import cv2
from omr.simulation.devices.scan_files import FileFormat
from omr.simulation.order import PileOrder
from omr.simulation.printed import PdfPages
from omr.simulation.sheets import simulate_pile
from omr.survey.folder import Survey
from omr.units.unit_list import Unit
from tests.campaign.facts import Facts, survey_facts

UNITS = (Unit("09163", "Phường Vũ Ninh", "commune", "Phường"), Unit("09166", "Phường Đáp Cầu", "commune", "Phường"))
COPIES = 3

_LOOKED_AT = "looked-at"
"""A copy to look into: what is open has files beside it that are gone before another attempt has copied them."""
_TEMPLATE = "one-stop-short"  # one page a form: a try is quick
_LAYOUT_PX_PER_MM = 6


@dataclass(frozen=True)
class Scene:
    """A folder of materials that nobody changes.

    Attributes:
        folder: Where they are.
    """

    folder: Path

    @property
    def template(self) -> Path:
        """The frozen form."""
        return self.folder / "template"

    @property
    def pile(self) -> Path:
        """Filled forms of two units: JPEGs, and a TIFF of as many pages."""
        return self.folder / "pile"

    @property
    def unread_survey(self) -> Path:
        """A survey without scans, of which forms were printed."""
        return self.folder / "unread"

    @property
    def read_survey(self) -> Path:
        """The same survey after the pile was read undisturbed by one worker."""
        return self.folder / "read"

    @property
    def layout(self) -> Path:
        """Layout of a form made elsewhere; its blank page is ``blank.png`` beside it."""
        return self.folder / "foreign" / "layout.json"

    @property
    def units(self) -> Path:
        """The list of units, as CSV."""
        return self.read_survey / "units.csv"

    @cached_property
    def facts(self) -> Facts:
        """What the survey holds that was read undisturbed."""
        return survey_facts(self.folder / _LOOKED_AT)

    def copy_survey(self, place: Path, *, is_read: bool = True) -> Path:
        """Copy a survey into an attempt's folder; returns where."""
        folder = place / "s"
        shutil.copytree(self.read_survey if is_read else self.unread_survey, folder)
        return folder


def make_scene(folder: Path, respondents: int = 3) -> Scene:
    """Make the materials in a new folder, always the same; ``respondents`` fill in forms for each of two units."""
    scene = Scene(folder)
    folder.mkdir(parents=True)
    freeze_template(_TEMPLATE, scene.template)
    template = load_template(scene.template)
    forms = folder / "forms.pdf"
    recipients = [Recipient(unit.code, unit.name) for unit in UNITS]
    forms.write_bytes(forms_pdf(template, recipients=recipients, copies=COPIES))
    for number, file_format in enumerate((FileFormat.JPEG_GREY, FileFormat.TIFF_G4)):
        scanned = folder / file_format
        order = PileOrder(respondents=respondents, seed=5 + number, file_format=file_format)
        pile = simulate_pile(template, UNITS[number : number + 1], PdfPages(forms, 1), scanned, order)
        scene.pile.mkdir(exist_ok=True)
        for file in pile.files:
            shutil.copyfile(file, scene.pile / f"{number}-{file.name}")
    with Survey.create(scene.unread_survey, scene.template, name="Khảo sát", units=UNITS) as survey:
        survey.store.issued.add({unit.code: 1 for unit in UNITS}, COPIES)
    shutil.copytree(scene.unread_survey, scene.read_survey)
    with Survey.open(scene.read_survey) as survey:
        read_batch(survey, [scene.pile], jobs=1)
    shutil.copytree(scene.read_survey, folder / _LOOKED_AT)
    _make_foreign_form(scene)
    return scene


def _make_foreign_form(scene: Scene) -> None:
    """Make a layout of ten questions of four options, and the page it lies on."""
    page = np.full((297 * _LAYOUT_PX_PER_MM, 210 * _LAYOUT_PX_PER_MM), 255, np.uint8)
    areas = []
    for item in range(10):
        for option in range(4):
            x_mm, y_mm = 60 + 20 * option, 40 + 20 * item
            corners = [(x_mm * _LAYOUT_PX_PER_MM, y_mm * _LAYOUT_PX_PER_MM)]
            corners.append(((x_mm + 4) * _LAYOUT_PX_PER_MM, (y_mm + 4) * _LAYOUT_PX_PER_MM))
            cv2.rectangle(page, corners[0], corners[1], (0,), 2)
            areas.append(
                {"item": f"q{item}", "option": "ABCD"[option], "x_mm": x_mm, "y_mm": y_mm, "w_mm": 4, "h_mm": 4}
                | {"shape": "box", "kind": "single", "label": f"Mức {option}"}
            )
    layout = {"template": "foreign", "version": 1, "pages": [{"page": 1, "width_mm": 210, "height_mm": 297}]}
    layout["pages"][0]["areas"] = areas  # type: ignore[index]
    scene.layout.parent.mkdir()
    scene.layout.write_text(json.dumps(layout, ensure_ascii=False, indent=1), encoding="utf-8")
    cv2.imwrite(str(scene.layout.with_name("blank.png")), page)
