"""Lists, comparisons and records as files."""
