"""How much of a file is read at most. Real policy texts stay below a tenth of each."""

MiB = 2**20

MAX_FILE_BYTES = 20 * MiB
MAX_PLAIN_BYTES = 4 * MiB  # .txt and .html: the bytes are the text
MAX_CHARACTERS = 500_000  # of the text that is stored

HTML_MAX_DEPTH = 256  # the parser is quadratic on nesting

ZIP_MAX_ENTRIES = 2_000
ZIP_MAX_UNPACKED = 64 * MiB  # all entries together
ZIP_MAX_XML = 16 * MiB  # one XML part: its tree takes ten times that
ZIP_MAX_RATIO = 100  # of an entry above ZIP_RATIO_FROM; XML of Word packs 1:10 to 1:30
ZIP_RATIO_FROM = 1 * MiB

PDF_MAX_PAGES = 500

# The child process that parses html, docx and pdf.
CHILD_MEMORY = 768 * MiB  # address space
CHILD_CPU_SECONDS = 12
CHILD_WALL_SECONDS = 15
