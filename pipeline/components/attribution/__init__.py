"""Reading who says what: cues, clauses, quotations, and layout."""
