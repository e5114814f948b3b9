"""The verbs of the window without a window, one file a command."""
