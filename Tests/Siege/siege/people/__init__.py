"""The twelve honest people, in a process of their own: what they do, and how long they wait."""
