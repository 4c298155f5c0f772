"""What every extraction component asks of a parsed sentence: clauses, arguments, certainty, speech."""
