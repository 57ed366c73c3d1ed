"""Paper in from a scanner: devices and what they can do, and stacks of sheets that become files of a batch.

``devices`` says what there is in everybody's words, ``scanner`` is the one interface: behind it are ``escl`` (scanners
in the network, without drivers) and ``sane`` (drivers of this computer, in a program of their own). ``stack_scan``
feeds a stack into a ``stack_folder``, however often the feeder stops; ``reading`` reads it meanwhile.
"""
