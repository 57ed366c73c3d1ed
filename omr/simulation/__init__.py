"""Filled and scanned forms with known answers, drawn as people and office scanners make them.

Used by the demo, by the benchmark, and to try one's own printer and scanner. It draws what people do and knows nothing
of how the reader works: it may import ``form_templates`` and, from ``omr``, only ``opencv``. Start at ``sheets.py``
(``simulate_pile``), or at ``piles.py`` for a pile with its template and printed forms; ``order`` says what can be asked
of them, and ``foreign`` draws forms of other people's making to be filled in there.

The order of events is the order of the modules: ``printed`` (the blank form), ``respondents`` and ``answering`` (who
fills it in, and what they mean), ``strokes``, ``handwriting`` and ``ink`` (how that looks on paper), ``paper`` (what
befalls the sheet), ``effects``, ``copier``, ``bilevel``, ``cropping``, ``scanner`` and ``phone`` (what copier, scanner
and camera make of it; ``conditions`` says how good each is, ``presets`` names them all), ``legibility`` (what of it can
still be seen), ``scan_files`` and ``truth`` (what is kept).
"""
