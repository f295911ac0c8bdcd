"""Foreign keys over two columns, which Django's models cannot say: rows that repeat a parent's column agree with it."""

from django.db import migrations

KEYS = [
    # child, its columns, parent, its columns
    ("claim", ("article_id", "desk_id"), "article", ("id", "desk_id")),
    ("claim", ("draft_id", "article_id"), "draft", ("id", "article_id")),
    ("claim", ("passage_id", "draft_id"), "passage", ("id", "draft_id")),
    ("signoff", ("verdict_id", "author_id"), "verdict", ("id", "author_id")),
]


def add(child: str, columns: tuple[str, str], parent: str, referred: tuple[str, str]) -> migrations.RunSQL:
    name = f"{child}_{columns[0]}_{columns[1]}_agree"
    return migrations.RunSQL(
        f"ALTER TABLE factcheck_{child} ADD CONSTRAINT {name} FOREIGN KEY ({', '.join(columns)})"
        f" REFERENCES factcheck_{parent} ({', '.join(referred)}) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE factcheck_{child} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("factcheck", "0001_initial")]
    operations = [add(*key) for key in KEYS]
