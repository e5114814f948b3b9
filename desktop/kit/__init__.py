"""Qt parts that every screen uses."""
