"""Before the desk: choose, found or mend a newsroom, and sign in."""
