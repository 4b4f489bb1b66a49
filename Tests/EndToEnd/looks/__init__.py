"""What people are told at each limit, each look on a server of its own; `look_at_limits.py` takes the pictures."""

from . import way_in, links, writing, session, documents, disk, connections  # noqa: F401 - each lists its looks
from .catalogue import LOOKS as LOOKS
