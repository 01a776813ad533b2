"""A table's row as lines of text, the same for html and docx."""


def row_lines(cells: list[list[str]]) -> list[str]:
    """Return a row as one line, cells apart by a tab.

    A cell of several lines is no cell but a piece of page (layout tables, forms): then every
    line of the row stands on its own.
    """
    filled = [[line for line in cell if line.strip()] for cell in cells]
    if all(len(cell) <= 1 for cell in filled):
        line = "\t".join(cell[0].strip() if cell else "" for cell in filled)
        return [line.rstrip("\t")] if line.strip() else []
    return [line for cell in filled for line in cell]
