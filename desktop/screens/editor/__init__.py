"""The article screen: writing, sending to review, deciding, and what happened to an article."""
