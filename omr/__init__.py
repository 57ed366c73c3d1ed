"""From page image to kept answers: the reading engine, the survey store and the batch runner.

May import ``form_templates`` and nothing above; knows no Qt. Start reading at ``pipeline`` (one page, from pixels to
answers), then ``results`` (what comes out) and ``batches`` (many pages, in parallel, one commit each).
"""
