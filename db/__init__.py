"""The record of the newsroom: no Qt, no HTML."""
