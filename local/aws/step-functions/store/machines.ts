import type { Store } from './store.ts';

/** A state machine. Times are epoch milliseconds. */
export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly definition: number;
  readonly status: 'ACTIVE' | 'DELETING';
  readonly body: MachineBody;
}
export interface MachineBody {
  readonly role: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly created: number;
  readonly updated: number;
  readonly revision?: string;
  readonly logging?: unknown;
  readonly tracing?: unknown;
  readonly encryption?: unknown;
  readonly tags: Readonly<Record<string, string>>;
}

type Raw = Record<string, string | number | null>;
const machineOf = (raw: Raw): Machine => ({
  arn: String(raw['arn']),
  name: String(raw['name']),
  definition: Number(raw['definition']),
  status: raw['status'] as Machine['status'],
  body: JSON.parse(String(raw['body'])) as MachineBody,
});

/** Belongs inside `Batch.write`. */
export function saveMachine(store: Store, machine: Machine): void {
  store
    .sql('INSERT OR REPLACE INTO machines (arn, name, definition, status, body) VALUES (?, ?, ?, ?, ?)')
    .run(machine.arn, machine.name, machine.definition, machine.status, JSON.stringify(machine.body));
}

export function machineByArn(store: Store, arn: string): Machine | undefined {
  const raw = store.sql('SELECT * FROM machines WHERE arn = ?').get(arn) as Raw | undefined;
  return raw && machineOf(raw);
}

export function listMachines(store: Store, after: string, limit: number): Machine[] {
  return (store.sql('SELECT * FROM machines WHERE name > ? ORDER BY name LIMIT ?').all(after, limit) as Raw[]).map(
    machineOf,
  );
}

/** Belongs inside `Batch.write`. */
export function dropMachine(store: Store, arn: string): void {
  store.sql('DELETE FROM machines WHERE arn = ?').run(arn);
}
