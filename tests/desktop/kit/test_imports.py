"""What an import costs beside the module itself."""

import subprocess
import sys

CODE = """
import linecache
import PySide6.QtCore
from desktop.kit.imports import read_no_sources
read_no_sources()
import desktop.text.dialect
print(sum("desktop/text" in name.replace("\\\\", "/") for name in linecache.cache))
"""


def test_no_source_is_read_for_features_that_nobody_asks_for():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
