import type { ZoneRequest } from '../people/administration.ts';
import type { Zone } from './reference.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { changesOf, entryOf, namesText, type AdminPorts, type Asking } from '../people/admin-ports.ts';
import { settingFor } from '../people/change-setting.ts';

const facts = ({ names, mailbox, language }: Pick<Zone, 'names' | 'mailbox' | 'language'>) => ({
  names: namesText(names),
  mailbox,
  language,
});

/** Other names, another mailbox or language of a zone. Fails as `placeFor`, or `conflict` when somebody else was faster. */
export async function changeZone(
  ports: AdminPorts,
  command: Asking & ZoneRequest & { readonly zoneId: string },
): Promise<Result<Zone>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone } = found.value;
  const changes = changesOf(facts(zone), facts(command), ['names']);
  if (changes.length === 0) return ok(zone);
  const version = zone.version ?? 0;
  if (version !== command.version) return fail({ kind: 'conflict', version, state: 'changed' });
  const { zoneId, names, mailbox, language } = command;
  const after = { ...zone, names, mailbox, language, version: version + 1 };
  const written = await ports.administration.write(
    [{ edit: 'zone', zone: after }],
    [entryOf(ports, command, { scope: 'zone', scopeId: zoneId }, { what: 'zone-changed', about: zoneId, changes })],
  );
  return written === 'written' ? ok(after) : fail({ kind: 'conflict', version, state: 'changed' });
}
