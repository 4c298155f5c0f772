"""News articles as who did what to whom, when, where and according to whom."""

VERSION = "0.12.0"
