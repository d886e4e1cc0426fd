import { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

export interface SessionStore {
  readonly adapter: (name: string) => Adapter;
  close(): void;
}

/** Sessions, codes and grants of the sign-in, in one SQLite file; what has expired goes at each start. */
export function openSessionStore(file: string, now: () => number = Date.now): SessionStore {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS entry (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, uid TEXT, user_code TEXT, grant_id TEXT, expires INTEGER,
    PRIMARY KEY (model, id)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS entry_grant ON entry(grant_id) WHERE grant_id IS NOT NULL;
    CREATE INDEX IF NOT EXISTS entry_uid ON entry(model, uid) WHERE uid IS NOT NULL`);
  database.prepare('DELETE FROM entry WHERE expires <= ?').run(now());
  const put = database.prepare(
    'INSERT OR REPLACE INTO entry (model, id, payload, uid, user_code, grant_id, expires) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const by = (column: 'id' | 'uid' | 'user_code') => {
    const query = database.prepare(
      `SELECT payload FROM entry WHERE model = ? AND ${column} = ? AND (expires IS NULL OR expires > ?)`,
    );
    return (model: string) =>
      async (value: string): Promise<AdapterPayload | undefined> => {
        const row = query.get(model, value, now());
        return row && (JSON.parse(String(row['payload'])) as AdapterPayload);
      };
  };
  const [byId, byUid, byUserCode] = [by('id'), by('uid'), by('user_code')];
  const consume = database.prepare(
    "UPDATE entry SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?",
  );
  const remove = database.prepare('DELETE FROM entry WHERE model = ? AND id = ?');
  const revoke = database.prepare('DELETE FROM entry WHERE grant_id = ?');
  return {
    adapter: (model) => ({
      upsert: async (id, payload, seconds) =>
        void put.run(
          model,
          id,
          JSON.stringify(payload),
          payload.uid ?? null,
          payload.userCode ?? null,
          payload.grantId ?? null,
          seconds === undefined ? null : now() + seconds * 1_000,
        ),
      find: byId(model),
      findByUid: byUid(model),
      findByUserCode: byUserCode(model),
      consume: async (id) => void consume.run(Math.floor(now() / 1_000), model, id),
      destroy: async (id) => void remove.run(model, id),
      revokeByGrantId: async (grantId) => void revoke.run(grantId),
    }),
    close: () => database.close(),
  };
}
