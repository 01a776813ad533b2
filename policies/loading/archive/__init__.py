"""The whole portal as one portable file, and back: the same on both databases and between them."""
