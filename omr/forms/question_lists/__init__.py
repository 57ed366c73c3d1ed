"""Lists of questions as people have them in Excel or Word -> a form that the program typesets.

It may import ``form_templates``, ``omr.forms`` and the wordings of ``omr.forms.proposing``. Start at ``reading.py``
(``read_question_list``).

The way of a list: ``list_files`` or ``cells`` (rows) -> ``line_reading`` and ``table_reading`` (a draft) ->
``settling`` (how each question is answered) -> ``listed`` (what was understood) -> ``making`` (a definition) ->
``new_template``.
"""
