"""Who says so: cues, speakers, and the chains they form."""
