"""The index over passages, in the form each database has; made after every migrate.

Not part of the migrations: Django's remake of a SQLite table drops its triggers without a word.
"""

from django.db import connection

TABLE = "policies_passage"
INDEX = "policies_passage_index"

SQLITE_TABLE = f"""
    CREATE VIRTUAL TABLE IF NOT EXISTS {INDEX} USING fts5(
        tokens, content='{TABLE}', content_rowid='id', columnsize=0,
        tokenize="ascii tokenchars '.'")
"""
_ADD = f"INSERT INTO {INDEX}(rowid, tokens) VALUES (new.id, new.tokens);"
_DROP = f"INSERT INTO {INDEX}({INDEX}, rowid, tokens) VALUES ('delete', old.id, old.tokens);"
SQLITE_TRIGGERS = {
    f"{INDEX}_insert": f"AFTER INSERT ON {TABLE} BEGIN {_ADD} END",
    f"{INDEX}_delete": f"AFTER DELETE ON {TABLE} BEGIN {_DROP} END",
    f"{INDEX}_update": f"AFTER UPDATE ON {TABLE} BEGIN {_DROP} {_ADD} END",
}
POSTGRES = (
    # an array needs no parser, so that no configuration or locale decides what a token is
    f"""ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS vector tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED""",
    f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin (vector)",
)


def create_search_index() -> None:
    """Make what is missing; an index made anew over rows that were there is filled from them."""
    if search_index_stands():
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for statement in POSTGRES:
                cursor.execute(statement)
        else:
            cursor.execute(SQLITE_TABLE)
            for name, body in SQLITE_TRIGGERS.items():
                cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {body}")
            cursor.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')")


def search_index_stands() -> bool:
    """Whether the index and what keeps it in step exist (`verify` asks)."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT count(*) FROM pg_indexes WHERE indexname = %s", [INDEX])
            return cursor.fetchone()[0] == 1
        names = [INDEX, *SQLITE_TRIGGERS]
        marks = ", ".join(["%s"] * len(names))
        cursor.execute(f"SELECT count(*) FROM sqlite_master WHERE name IN ({marks})", names)
        return cursor.fetchone()[0] == len(names)
