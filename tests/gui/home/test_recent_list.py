"""Which surveys of the list can be opened now."""

from gui.home.recent_list import find_reachable


def test_that_a_survey_on_a_drive_that_is_gone_stays_in_the_list_until_it_is_removed(preferences, tmp_path):
    here, gone = tmp_path / "here", tmp_path / "gone"
    here.mkdir()
    (here / "survey.toml").touch()
    preferences.note_opened(gone, "x")
    preferences.note_opened(here, "y")

    assert [survey.name for survey in preferences.recent_surveys] == ["y", "x"]
    assert find_reachable(preferences.recent_surveys) == {here}
    preferences.forget_survey(gone)
    assert [survey.name for survey in preferences.recent_surveys] == ["y"]
