"""How English tells of a change of place: words, movers, legs, and how each frame stands."""
