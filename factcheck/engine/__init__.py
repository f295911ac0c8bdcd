"""The engines that run on the desk's own machine: a PostgreSQL, a queue inside it, supervised child processes. No Django here."""
