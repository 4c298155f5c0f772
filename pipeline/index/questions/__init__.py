"""What pages ask of the index, by topic: each question is SQL and the type of its rows."""
