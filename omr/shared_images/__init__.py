"""Images that hold several pages of forms: booklets opened flat, sheets side by side, a front above its back.

``several_pages`` finds them, ``image_parts`` makes a scan of its own of each part.
"""
