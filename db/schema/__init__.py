"""SQLAlchemy Core tables, private to db."""
