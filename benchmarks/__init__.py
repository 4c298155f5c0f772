"""Measurements, run by hand: ``python -m benchmarks [NAME ...]``.

Gold data are not part of the project: ``DATELINE_GOLD`` names their folder, and the scorer stands beside it.
"""
