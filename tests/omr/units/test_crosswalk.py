"""Units over the years: unions are known as unions, parts as parts, and a code used again is another unit."""

from datetime import date

import pytest

from omr.errors import CrosswalkError
from omr.units.crosswalk import SHIPPED_CROSSWALK, Origin, UnitChange, find_origins, load_crosswalk
from omr.units.unit_list import SHIPPED_UNITS, load_units

D2020, D2024, D2025 = date(2020, 1, 1), date(2024, 12, 15), date(2025, 9, 1)


@pytest.fixture(scope="module")
def changes():
    return load_crosswalk(SHIPPED_CROSSWALK)


@pytest.fixture(scope="module")
def codes():
    return {unit.code for unit in load_units(SHIPPED_UNITS)}


def test_that_126_communes_of_2020_are_121_in_2024_and_41_in_2025(changes, codes):
    communes = {code for code in codes if len(code) == 5}

    in_2024 = find_origins(changes, communes, D2020, D2024)
    in_2025 = {code: of for code, of in find_origins(changes, codes, D2020, D2025).items() if len(code) == 5}

    assert (len(communes), len(in_2024), len(in_2025)) == (126, 121, 41)
    assert sorted(origin.code for of in in_2025.values() for origin in of) == sorted(communes)
    assert all(origin.is_whole for of in in_2025.values() for origin in of)


def test_that_a_code_used_again_is_made_of_what_went_into_it(changes, codes):
    origins = find_origins(changes, codes, D2020, D2025)

    assert [origin.code for origin in origins["09169"]] == ["09163", "09166", "09169", "09256"]
    assert {"09175", "09178", "09184"} <= {origin.code for origin in origins["09187"]}  # by way of 2024
    assert "09184" not in origins


def test_that_the_new_province_holds_one_that_the_old_list_does_not_know(changes, codes):
    origins = find_origins(changes, codes, D2020, D2025)

    assert [origin.code for origin in origins["24"]] == ["24", "27"]
    assert "27" not in origins
    assert "256" not in origins


def test_that_nothing_changes_between_two_rounds_on_one_side_of_a_merger(changes, codes):
    origins = find_origins(changes, codes, D2020, date(2024, 11, 30))

    assert origins == {code: (Origin(code, is_whole=True),) for code in codes}


def test_that_a_unit_that_was_split_is_whole_nowhere():
    split = [UnitChange(D2025, "1", "2", share=0.6), UnitChange(D2025, "1", "3", share=0.4)]

    origins = find_origins(split, {"1", "2"}, D2020, D2025)

    assert origins == {"2": (Origin("1", is_whole=False), Origin("2", is_whole=True)), "3": (Origin("1", False),)}


def test_that_all_mistakes_of_a_crosswalk_are_told_with_their_lines(tmp_path):
    path = tmp_path / "doi-ma.csv"
    path.write_text(
        "since;old_code;new_code;share\n2025-07-01;1;2;0,5\n1/7/2025;1;2;1\n2025-07-01;;2;1\n2025-07-01;1;2;3\n",
        encoding="utf-8-sig",
    )

    with pytest.raises(CrosswalkError) as error:
        load_crosswalk(path)

    assert error.value.findings == (
        'line 3: since "1/7/2025" is no day like 2025-07-01',
        "line 4: no old code",
        'line 5: share "3" is not above 0 and at most 1',
    )
