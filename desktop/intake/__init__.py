"""What comes in from outside: pictures and old sites, read into values of the record. No Qt."""
