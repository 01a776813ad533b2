"""SQL that counting needs on both databases, in forms that let an index give the order of groups."""

from django.db.models import Aggregate, Field, IntegerField, TextField, Value
from django.db.models.functions import Cast

Sql = tuple[str, list]


class Null(Cast):
    """NULL of a type, for the arms of a union must agree; grouping by it would cost a sort."""

    def __init__(self, field: Field) -> None:
        super().__init__(Value(None), field)

    def get_group_by_cols(self) -> list:
        return []


class AsNumber(Cast):
    """True and False as 1 and 0, which they are on SQLite: a cast there would cost a sort."""

    def __init__(self, column: object) -> None:
        super().__init__(column, IntegerField())

    def as_sqlite(self, compiler: object, connection: object, **context: object) -> Sql:
        return compiler.compile(self.get_source_expressions()[0])


class Ids(Aggregate):
    """Primary keys, separated by commas."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: object, connection: object, **context: object) -> Sql:
        template = "STRING_AGG(CAST(%(expressions)s AS text), ',')"
        return self.as_sql(compiler, connection, template=template)
