"""What Dask calls in each worker of this machine when it starts."""

from __future__ import annotations

import signal


def dask_setup(_worker: object) -> None:
    """Ctrl-C reaches all processes of a terminal; workers leave it to the command, which ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
