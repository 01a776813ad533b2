"""Accuracy: what the machine extracted against the reference annotation."""
