"""Good inputs, changed a little or a lot, given to what reads them: ``targets`` says what, ``mutations`` how.

``loop`` runs in a process of its own that may be killed; ``kinds.fuzz`` watches it.
"""
