"""What leaves the desk: verdicts as CSV."""
