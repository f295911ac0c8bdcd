"""What the desk runs on when nothing is installed: a PostgreSQL, a queue inside it, supervised children."""
