"""What the commands that read scans may be told: for whom, by how many workers, within what limits."""

from typing import Annotated

import typer

PageSeconds = Annotated[float, typer.Option(min=1, max=86_400, help="Time for one page.")]
MemoryGb = Annotated[float, typer.Option(min=0.5, max=1000, help="Memory for one page.")]
UnitOfAll = Annotated[str, typer.Option(help="The unit all these forms belong to; overrules what is printed.")]
UnitFolders = Annotated[
    bool, typer.Option("--unit-folders", help="Each folder is named by its unit's code or name; not with --unit.")
]
Jobs = Annotated[int | None, typer.Option(min=1, help="Worker processes. Default: one per core.")]
