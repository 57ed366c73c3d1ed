"""The survey folder: settings, frozen template, units, issued forms, and where the paper is.

Start at ``folder``.
"""
