"""The language of the window."""

from PySide6.QtCore import QCoreApplication

from form_templates.model import Language
from gui.i18n.translation import Translations


def test_that_buttons_of_qt_speak_vietnamese(qapp):
    translations = Translations(qapp)
    translations.use(Language.VIETNAMESE)

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Hủy"
    translations.stop()
