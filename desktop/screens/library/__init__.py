"""The list: a queue, a channel, or what was searched for."""
