"""What pages ask: made from the store, disposable, and brought up to date after each write."""
