"""What a text asserts, found and counted: figures, dates, names, quotations; what a change of it concerns. No Qt."""
