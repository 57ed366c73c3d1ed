"""Scanners with a SANE driver, through the program ``scanimage``: a driver that crashes takes no window along.

Begin at ``driver_scanner``.
"""
