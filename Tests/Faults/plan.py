"""How much is asked of each fault."""

import os

#: `make faults` asks for the whole plan, `make test` for a little of each.
IS_WHOLE = os.environ.get("SAMSPIL_FAULTS") == "whole"
