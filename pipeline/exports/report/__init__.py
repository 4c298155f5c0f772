"""A report of what a filter shows, as a page and as a Word document; both open offline."""
