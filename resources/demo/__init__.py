"""The demo newsroom: an invented county's media centre, its articles, and the program that draws its pictures."""
