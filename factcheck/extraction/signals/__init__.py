"""What makes a claim worth checking first: signals that name themselves, their words and their weight."""
