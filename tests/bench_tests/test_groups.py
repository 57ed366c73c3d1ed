from dataclasses import replace

import pytest

from omr.simulation.devices.conditions import CONDITIONS, OFFICE
from tests.bench.groups import chunks, sources


def test_that_office_and_hard_conditions_get_half_each() -> None:
    made = sources(10_000)

    assert sum(source.answers for source in made if source.group == "office") == pytest.approx(5000)
    assert sum(source.answers for source in made if source.group == "hard") == pytest.approx(5000)
    assert {source.name for source in made if source.group == "hard"} == set(CONDITIONS) - {"clean", "office"}


def test_that_a_new_preset_is_measured_without_being_named_here() -> None:
    conditions = {**CONDITIONS, "wet": replace(OFFICE, name="wet")}

    assert "wet" in {source.name for source in sources(100, conditions=conditions) if source.group == "hard"}


def test_that_forms_of_others_are_measured_where_they_can_be_made() -> None:
    foreign = [source for source in sources(1000, has_foreign=True) if source.is_foreign]
    hard = [chunk.conditions for chunk in chunks(replace(foreign[1], answers=3000), 38, 1)]

    assert [source.group for source in foreign] == ["foreign forms", "foreign forms, hard"]
    assert set(hard) == set(CONDITIONS) - {"clean", "office"}


def test_that_piles_are_small_and_add_up() -> None:
    office = sources(100_000)[0]

    made = list(chunks(office, 38, seed=1))

    assert max(chunk.forms for chunk in made) == 100
    assert sum(chunk.forms for chunk in made) == 658  # 25,000 answers of 38 a form
    assert len({chunk.seed for chunk in made}) == len(made)


def test_that_files_suit_the_conditions() -> None:
    formats = {source.name: next(chunks(source, 38, 1)).file_format for source in sources(1000)}

    assert formats["fax-1bit"] == "tiff-g4"
    assert formats["phone"] == "jpeg-colour"
    assert formats["worn"] == "jpeg-grey"
    assert formats["office, colour"] == "jpeg-colour"
