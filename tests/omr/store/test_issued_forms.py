"""Printed forms: no two print-outs of a unit share a serial number."""

import pytest

from omr.errors import BeingPrinted
from omr.survey.folder import Survey


def test_that_serial_numbers_go_on_where_the_last_print_run_ended(survey):
    survey.store.issued.add({"09163": 1}, 20)
    survey.store.issued.add({"09163": 21, "09166": 1}, 5)

    assert survey.store.issued.next_serials() == {"09163": 26, "09166": 6}
    assert survey.store.issued.copies() == {"09163": 25, "09166": 5}


def test_that_two_who_print_at_once_never_get_the_same_serials(survey):
    with Survey.open(survey.folder) as other:
        firsts = [each.store.issued.next_serials().get("09163", 1) for each in (survey, other)]
        survey.store.issued.add({"09163": firsts[0]}, 20)

        with pytest.raises(BeingPrinted):
            other.store.issued.add({"09166": 1, "09163": firsts[1]}, 20)

        assert other.store.issued.next_serials() == {"09163": 21}


def test_that_forms_that_were_not_printed_after_all_are_forgotten(survey):
    keys = survey.store.issued.add({"09163": 1, "09166": 1}, 20)
    survey.store.issued.take_back(keys)

    assert survey.store.issued.next_serials() == {}
