import type { Store } from './store.ts';

export function definitionId(store: Store, text: string): number {
  store.sql('INSERT OR IGNORE INTO definitions (text) VALUES (?)').run(text);
  return Number((store.sql('SELECT id FROM definitions WHERE text = ?').get(text) as { id: number }).id);
}

export function definitionText(store: Store, id: number): string {
  return String(
    (store.sql('SELECT text FROM definitions WHERE id = ?').get(id) as { text: string } | undefined)?.text ?? '',
  );
}
