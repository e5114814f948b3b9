"""The desktop application of the newsroom."""
