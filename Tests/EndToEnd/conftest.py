"""Makes the harness importable; its fixtures are in `harness/fixtures.py` and `harness/browser_fixtures.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

pytest_plugins = ["harness.fixtures", "harness.browser_fixtures"]
