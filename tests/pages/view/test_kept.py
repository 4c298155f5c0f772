from __future__ import annotations

from pages.view.kept import kept


def test_kept_makes_once_of_what_is_the_same_and_again_of_what_is_only_alike() -> None:
    made: list[tuple[list[int], int]] = []

    @kept
    def scaled(rows: list[int], by: int = 1) -> list[int]:
        made.append((rows, by))
        return [row * by for row in rows]

    one, alike = [1, 2], [1, 2]
    assert scaled(one, by=3) == scaled(one, by=3) == [3, 6]
    assert made == [(one, 3)]
    assert scaled(alike, by=3) == [3, 6]
    assert scaled(one) == [1, 2]
    assert len(made) == 3
