"""Builds the packed gazetteer from packages; nothing here runs on a user's machine. See docs/gazetteer.md."""
