"""The window: create a survey, scan, review, export.

This package may import PySide6, ``exports``, ``omr`` and ``form_templates``. It decides nothing and computes nothing
that a test without a window could not check.

Start reading at ``app``, then ``main_window`` and ``workspace``: an open survey and the work going on in it. ``jobs``
is the one way to work off the GUI thread; ``i18n.error_messages`` and ``i18n.reason_messages`` turn errors, reasons and
flags into sentences.
"""
