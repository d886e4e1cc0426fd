import { startDraft } from '#core/letter/letter-drafts.ts';
import { at } from './samples.ts';

/** The link of a letter that somebody begins, in Kazakh; the forum that led to it fills itself in. */
export async function newDraft(ports: Parameters<typeof startDraft>[0], forum?: string): Promise<string> {
  const link = await startDraft(ports, { language: 'kk', forum, sourceIp: '192.0.2.1', now: at('2026-01-12') });
  if (!link.ok) throw new Error(link.failure.kind);
  return link.value;
}
