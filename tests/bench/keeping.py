"""What the benches keep in the folder of results."""

import json
from pathlib import Path
from typing import Any


def keep_json(path: Path, facts: Any) -> None:
    """Write figures for other programs and say where they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"   kept: {path}")
