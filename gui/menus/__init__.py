"""What can be done anywhere: the menus, all commands in one list, the keys, and what this program is.

May import ``gui.preferences``, ``gui.widgets`` and ``gui.i18n``.
"""
