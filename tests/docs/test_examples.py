"""The examples that editors copy from the documents are content without fault."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# A block of code whose first line names the content file that it is.
EXAMPLE = re.compile(r"^```(?:yaml|markdown) (content/\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("document", ["README.vi.md", "docs/editors.vi.md"])
def test_the_examples_of_a_document_can_be_built(document: str, tmp_path: Path) -> None:
    """Beside the real content, the files that a document shows have no problem at all."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    examples = EXAMPLE.findall((ROOT / document).read_text(encoding="utf-8"))
    for name, text in examples:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "tasks.py"), "check", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert examples
    assert json.loads(done.stdout) == []
