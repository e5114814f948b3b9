"""One folder a workplace."""
