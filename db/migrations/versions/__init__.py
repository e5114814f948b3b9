"""One script a schema change, numbered; each imports none of our models."""
