"""What a person can do to the record, one verb family a file."""
