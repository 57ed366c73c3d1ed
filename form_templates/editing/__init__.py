"""Changing a form by hand: edits as values, their history, the journal that outlives a crash, and what a view asks.

This room stands on ``form_templates`` alone and knows no window: it may import ``form_templates`` and the standard
library. A form is the immutable ``FormTemplate``; an edit is a frozen value that makes another form out of it.

Start reading at ``edit`` (what an edit is, how areas are named) and ``operations`` (all there are); ``history`` does,
undoes and previews them, ``journal`` keeps them on disk, ``codec`` writes them as plain values, ``checks`` says what is
wrong where, ``selection`` and ``snapping`` find what lies under a pointer, ``adding`` makes questions,
sections and forms like those that are there.
"""
