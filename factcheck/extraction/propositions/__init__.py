"""From what one voice says to statements that can be true or false alone."""
