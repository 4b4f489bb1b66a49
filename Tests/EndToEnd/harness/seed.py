"""The seed of a random test."""

import os
import secrets


def chosen_seed() -> int:
    """A new seed each time, or the one in SAMSPIL_SEED; pytest shows the line when the test fails."""
    given = os.environ.get("SAMSPIL_SEED")
    seed = int(given) if given else secrets.randbits(31)
    print(f"seed: SAMSPIL_SEED={seed}")
    return seed
