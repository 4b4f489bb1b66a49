"""Malformed frames and requests in bulk, made from a seed, against a real server."""
