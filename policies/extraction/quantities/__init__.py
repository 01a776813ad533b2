"""Numbers, units, comparators, dates and periods, wherever they are written, and lost glyphs."""
