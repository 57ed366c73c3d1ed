"""The form designer: a form's pages with areas to be drawn, moved and sized, its questions, and what is wrong where.

What is edited, undone and kept is ``form_templates.editing``; this room only shows it and turns gestures into edits.
Start reading at ``designer_page`` (the whole), ``form_editor`` (the form in hand and what of it is chosen) and
``form_canvas`` (the page); ``form_folder`` opens and saves a template folder.
"""
