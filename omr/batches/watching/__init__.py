"""A folder in which copiers drop scans: looked at again and again, each file read once when it is complete.

Two work hand in hand. A thread of its own (``folder_watch``) alone touches the folder, which may lie on a share that
never answers: it looks (``listing``), waits until files rest (``arrivals``), copies them into the survey and sees
whether they open (``collecting``), and moves aside what does not (``moving_aside``). Whoever owns the survey reads what
it hands over, as a batch like any other (``reading``). Start at ``folder_watch``.
"""
