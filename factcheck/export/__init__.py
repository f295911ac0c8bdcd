"""What leaves the desk: verdicts as CSV. `choice` says which claims, `columns` what of them, `csv` how."""
