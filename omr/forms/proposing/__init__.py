"""A blank form -> a proposal of its template: where answers are marked, what they belong to, what the form says.

It may import ``form_templates`` and what ``omr.forms`` may. Start at ``template_proposal.py`` (``propose_template``).

The way of a form: ``content`` (front ends: words, rules and shapes in millimetres) -> ``spotting`` (places that look
like response areas) -> ``asking`` (questions with their options and words) -> ``drafting`` (the template, with
``scales`` and ``wording_hints``) -> ``report``. Nothing above ``content`` knows what a page came as.
"""
