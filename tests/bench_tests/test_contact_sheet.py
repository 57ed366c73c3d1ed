from pathlib import Path

import numpy as np

from tests.bench.contact_sheet import Tile, save_sheets


def _tiles(number: int) -> list[Tile]:
    return [Tile(np.full((40, 900, 3), 90, np.uint8), f"tệp {place}\nmeant 1, read 2") for place in range(number)]


def test_that_many_tiles_take_several_sheets(tmp_path: Path) -> None:
    paths = save_sheets(_tiles(121), tmp_path / "out", "wrong")

    assert [path.name for path in paths] == ["wrong-1.png", "wrong-2.png"]


def test_that_pictures_of_an_earlier_run_do_not_stay(tmp_path: Path) -> None:
    save_sheets(_tiles(1), tmp_path, "real-a")
    save_sheets(_tiles(1), tmp_path, "real-a-b")

    save_sheets([], tmp_path, "real-a")

    assert [path.name for path in tmp_path.iterdir()] == ["real-a-b-1.png"]
