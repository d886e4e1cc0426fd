import type { Json } from '../json.ts';
import type { Execution } from '../interpreter/execution.ts';
import type { Turn } from '../interpreter/turn.ts';
import type { Definition } from '../language/definition.ts';
import { definitionText } from '../store/definitions.ts';
import type { Store } from '../store/store.ts';

const kept = new WeakMap<Store, Map<number, Definition>>();

function definitionOf(store: Store, id: number): Definition {
  const known = kept.get(store) ?? new Map<number, Definition>();
  kept.set(store, known);
  const definition = known.get(id) ?? (JSON.parse(definitionText(store, id)) as Definition);
  known.set(id, definition);
  return definition;
}

export function load(store: Store, id: number): Execution {
  const row = store.execution(id);
  if (row === undefined) throw new Error(`No execution ${String(id)}`);
  return {
    row,
    machineName: row.machine.slice(row.machine.lastIndexOf(':') + 1),
    definition: definitionOf(store, row.body.definition),
    threads: new Map(store.threads(id).map((thread) => [thread.id, thread])),
    input: JSON.parse(row.body.input) as Json,
  };
}

export function save(store: Store, turn: Turn): void {
  const { row } = turn.execution;
  if (!turn.rowChanged && turn.changed.size === 0 && turn.dropped.size === 0) return;
  store.batch.write(() => {
    for (const event of turn.events) store.addEvent(row.id, event);
    for (const { token, thread } of turn.tokens) store.saveToken(token, row.id, thread);
    for (const thread of turn.dropped) store.dropThread(row.id, thread);
    for (const thread of turn.changed) if (turn.execution.threads.has(thread.id)) store.saveThread(row.id, thread);
    if (turn.rowChanged) store.updateExecution(row);
  });
}
