"""Fixtures for the tests in a real browser."""
