"""A server under siege: honest people who work on, attackers who do not let them, and what must hold all the same."""
