"""Lists of units as people keep them: workbooks and texts, in any letters, under any headings; begin at ``reading``."""
