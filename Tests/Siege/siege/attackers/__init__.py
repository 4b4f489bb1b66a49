"""An attacker's means: connections, and values, requests and messages from a seed. Each attacker is a process."""
