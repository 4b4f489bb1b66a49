"""Where things are: the repository, the server's binary, the page, the example week."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
END_TO_END = ROOT / "Tests" / "EndToEnd"
NODE_SCRIPTS = END_TO_END / "node"

#: The server under test. `SAMSPIL_BINARY` names another build of it.
BINARY = Path(os.environ.get("SAMSPIL_BINARY") or ROOT / ".build" / "debug" / "samspil")
#: The bundled page, `SAMSPIL_WEB` names another.
WEB = Path(os.environ.get("SAMSPIL_WEB") or ROOT / "Web" / "dist")

TEMPLATES = ROOT / "Sessions" / "templates"
EXAMPLE_WEEK = ROOT / "Sessions" / "examples" / "example-week.json"
FIELDS = TEMPLATES / "fields.json"

#: Debian keeps Node's packages here.
NODE_PATH = "/usr/share/nodejs"
CHROMIUM = "/usr/bin/chromium"
