"""What the record needs of PostgreSQL; nothing of it is imported while a newsroom is a file."""
