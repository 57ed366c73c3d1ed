"""The catalogues of the window's texts: ``phieu_vi.ts``, ``phieu_en.ts`` and what is compiled from them.

After changing a text run ``python -m gui.i18n``, translate what it lists as unfinished, and run it again.
"""
