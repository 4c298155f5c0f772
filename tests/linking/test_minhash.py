from __future__ import annotations

import numpy as np
import pytest

from pipeline.linking.minhash import Bands, Hashes, mixed

MEMBERS = np.arange(0, 400, dtype=np.uint32)


def members(first: int, last: int) -> Hashes:
    return np.arange(first, last, dtype=np.uint32)


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        pytest.param(members(0, 400), 1.0, id="the same"),
        pytest.param(members(200, 600), 1 / 3, id="half of each"),
        pytest.param(members(400, 800), 0.0, id="none"),
    ],
)
def test_signatures_agree_as_often_as_members_are_shared(other: Hashes, shared: float) -> None:
    bands = Bands()
    agree = bands.signature(MEMBERS) == bands.signature(other)
    assert agree.mean() == pytest.approx(shared, abs=0.1)


def test_signature_does_not_depend_on_the_order_of_members() -> None:
    bands = Bands()
    assert (bands.signature(MEMBERS) == bands.signature(MEMBERS[::-1])).all()


def test_sets_meet_that_share_half_of_each_and_not_those_that_share_nothing() -> None:
    bands = Bands()
    assert bands.add(0, MEMBERS) == set()
    assert bands.add(1, members(200, 600)) == {0}
    assert bands.add(2, members(5000, 5400)) == set()
    assert bands.add(3, members(100, 500)) == {0, 1}


def test_mixed_is_a_permutation() -> None:
    assert len(np.unique(mixed(np.arange(1 << 16, dtype=np.uint32)))) == 1 << 16
