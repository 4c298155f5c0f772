"""Toponyms: which stretches of a text name places, and which places they name."""
