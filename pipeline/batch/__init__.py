"""Whole corpora on Dask -> Parquet by year, which the dashboard reads as it is."""

from pipeline.batch.loading import load
from pipeline.batch.run import run

__all__ = ["load", "run"]
