"""Everything that can be done to a form, one frozen value each.

May import ``form_templates`` and ``form_templates.editing.edit``. Look under what is changed: ``areas``, ``arranging``
and ``rows`` for what lies on paper, ``questions``, ``question_order``, ``options``, ``scales``, ``sections`` and
``texts`` for what is asked, ``setting`` for how it is set. ``parts`` and ``references`` are what they are made with;
``catalogue`` lists them all.
"""
