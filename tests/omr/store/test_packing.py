"""What is written into single columns is read again, also as earlier releases wrote it."""

import json
from dataclasses import replace

import numpy as np
import pytest

from form_templates.model import ItemId
from omr.results import MarkReading
from omr.store.packing import pack_health, pack_marks, unpack_health, unpack_marks, unpack_registration
from tests.omr.build import HEALTH


def test_that_measurements_survive_packing():
    marks = tuple(MarkReading(ItemId(f"c{n}"), str(n), n / 8, 1 - n / 8, n / 16) for n in range(5))

    assert unpack_marks(pack_marks(marks)) == marks
    assert unpack_marks(None) == ()


def test_that_a_registration_kept_as_a_quadratic_still_says_where_the_page_lies():
    kept = {
        "template_to_scan": [11.8, 0, 3, 0, 11.8, 4, 0, 0, 1],
        "correction_mm": [0.5, *[0.0] * 5, -0.25, *[0.0] * 5],
    }
    kept |= {"fiducials_found": 4, "residual_mm": 0.03, "remaining_mm": 0.05, "dpi": 299.7, "turned_deg": 180}

    registration = unpack_registration(json.dumps(kept))

    assert registration.correction.applied_to(np.array([(100.0, 200.0)]))[0] == pytest.approx((100.5, 199.75))
    assert registration.turned_deg == 180


_KEPT = (  # as it was kept before photographs were told from scans
    '{"dpi":300.0,"print_scale":null,"skew_deg":-0.3,"cropped_mm":[0.0,0.5,0.0,2.0],"border_mm":[0.0,0.0,0.0,0.0],'
    '"streaks":[["top",112.5]],"paper_level":240.0,"print_level":35.0,"noise":2.0,"sharpness":3.5,"is_one_bit":false}'
)


def test_that_the_health_of_a_scan_is_kept_as_it_was_before_photographs_were_told():
    assert unpack_health(_KEPT) == HEALTH
    assert pack_health(HEALTH) == _KEPT


def test_that_what_tells_a_photograph_survives_packing():
    photo = replace(HEALTH, p_photo=0.997, tilt=0.41, shade=0.32)

    assert unpack_health(pack_health(photo)) == photo
