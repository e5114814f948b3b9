"""What each screen is for and what to do there, for who reads it while working."""
