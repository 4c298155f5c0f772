"""The store of an address: a database, or the folder of a finished batch run."""

from __future__ import annotations

from pipeline.store.store import Store

PARQUET = "parquet:"


def open_store(url: str, *, patient: bool = False) -> Store:
    """``parquet:DIR`` is the folder that ``batch --out DIR`` wrote; all else is an SQLAlchemy URL.

    A ``patient`` store opens also while the server of its database does not answer, and then says so whenever it is
    asked. Raises StoreError or BatchError. Imports here: a database needs no Parquet.
    """
    if url.startswith(PARQUET):
        from pipeline.store.parquet_store import ParquetStore

        return ParquetStore.open(url.removeprefix(PARQUET))
    return Store.open(url, patient=patient)
