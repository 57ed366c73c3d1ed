"""What the form's printed instruction says about taking back a mark: two rows among the properties of the form."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFormLayout

from form_templates.editing.operations.taking_back import SetBlackenedBox, SetRingedMark
from form_templates.model import FormTemplate
from form_templates.taking_back import BlackenedBox, RingedMark
from gui.designing.form_editor import FormEditor
from gui.designing.questions.fields import CalmComboBox
from gui.widgets.building_blocks import make_label
from gui.widgets.plain_texts import as_tip


class TakingBackRows(QObject):
    """Puts its rows at the end of a layout, whose widget owns it."""

    def __init__(self, editor: FormEditor, layout: QFormLayout) -> None:
        super().__init__(layout)
        self.blackened, self.ringed = CalmComboBox(), CalmComboBox()
        self._labels = make_label(), make_label()
        for label, field in zip(self._labels, (self.blackened, self.ringed), strict=True):
            layout.addRow(label, field)
        self.blackened.activated.connect(lambda _at: editor.do(SetBlackenedBox(self.blackened.value)))
        self.ringed.activated.connect(lambda _at: editor.do(SetRingedMark(self.ringed.value)))

    def show_form(self, form: FormTemplate) -> None:
        """Show what a form says."""
        self.blackened.show_value(form.taking_back.blackened)
        self.ringed.show_value(form.taking_back.ringed)

    def retranslate(self) -> None:
        """Name everything in the window's language; the values are to be shown again then."""
        unsaid, withdrawn = self.tr("the form does not say"), self.tr("the mark is taken back")
        chosen = self.tr("it is chosen")
        self.blackened.fill(
            [(unsaid, BlackenedBox.UNSAID), (withdrawn, BlackenedBox.WITHDRAWN), (chosen, BlackenedBox.CHOSEN)]
        )
        self.ringed.fill([(unsaid, RingedMark.UNSAID), (withdrawn, RingedMark.WITHDRAWN)])
        names = self.tr("Blackened box"), self.tr("Ring around a mark")
        tips = (
            self.tr("What it means by the printed instruction; scans are read accordingly"),
            self.tr("What it means by the printed instruction; a wide ring takes the mark back in any case"),
        )
        for label, field, name, tip in zip(self._labels, (self.blackened, self.ringed), names, tips, strict=True):
            label.setText(name)
            label.setBuddy(field)
            label.setMinimumHeight(field.sizeHint().height())  # else it stands higher than its field
            field.setToolTip(as_tip(tip))
