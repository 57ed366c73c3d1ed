"""What the tables of figures and answers tell their views beside texts."""

from PySide6.QtCore import Qt

SORT_ROLE = int(Qt.ItemDataRole.UserRole)  # the value to sort by
FIGURE_ROLE = SORT_ROLE + 10  # what is drawn instead of a text; None for a text
ROW_ROLE = SORT_ROLE + 11  # the row itself
