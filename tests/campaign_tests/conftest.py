"""The materials of the campaign, made once."""

import pytest

from tests.campaign.kind import Trial
from tests.campaign.scene import Scene, make_scene


@pytest.fixture(scope="session")
def scene(tmp_path_factory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("campaign") / "scene")


@pytest.fixture
def trial(scene, tmp_path) -> Trial:
    place = tmp_path / "place"
    place.mkdir()
    return Trial(scene, "test", 1, 0, place)
