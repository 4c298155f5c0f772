"""Reading how certain an event is: what words do to the events that they govern."""
