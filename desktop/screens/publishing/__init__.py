"""The publishing desk: what is approved goes out, what is out can be taken back, and the site is made."""
