/** Layout of the tables and of what is kept as JSON in them. */
export const version = 1;

/** A row a thread: a step of a wide Map writes only what it changed. `due`: epoch ms; `untold`: over, another waits. */
export const schema = `
CREATE TABLE IF NOT EXISTS machines (
  arn TEXT PRIMARY KEY, name TEXT NOT NULL, definition INTEGER NOT NULL, status TEXT NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS definitions (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS executions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, status TEXT NOT NULL,
  started INTEGER NOT NULL, stopped INTEGER, due INTEGER, untold INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS executions_by_machine ON executions (machine, id);
CREATE INDEX IF NOT EXISTS executions_untold ON executions (id) WHERE untold = 1;
CREATE INDEX IF NOT EXISTS executions_due ON executions (due) WHERE due IS NOT NULL;
CREATE TABLE IF NOT EXISTS threads (
  execution INTEGER NOT NULL, id INTEGER NOT NULL, due INTEGER, unfinished INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (execution, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS threads_due ON threads (due) WHERE due IS NOT NULL;
CREATE INDEX IF NOT EXISTS threads_unfinished ON threads (execution) WHERE unfinished = 1;
CREATE TABLE IF NOT EXISTS events (
  execution INTEGER NOT NULL, id INTEGER NOT NULL, type TEXT NOT NULL, previous INTEGER NOT NULL, time INTEGER NOT NULL,
  details TEXT, PRIMARY KEY (execution, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, execution INTEGER NOT NULL, thread INTEGER NOT NULL) WITHOUT ROWID;
`;
