"""How a sentence tells of PLOVER's events: words from the lexicons, participants and setting from syntax."""
