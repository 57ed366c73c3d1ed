"""The parts of a form as blocks: sections, questions, tables, and the drawn example of marking.

Start at ``sections.section_blocks``. May use what lies beside this room, but neither ``pages`` nor printing.
"""
