"""What is proposed for a new survey."""

from gui.home.new_survey_dialog import propose_folder_name


def test_that_a_folder_name_suits_every_system():
    assert propose_folder_name('Hài lòng: quý 1/2 "thử".', "2020") == "Hài lòng- quý 1-2 -thử-. 2020"
