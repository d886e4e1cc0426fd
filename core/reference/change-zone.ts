import { languages } from '../kernel/common.ts';
import type { RepliesRequest, ZoneRequest } from '../people/administration.ts';
import { writtenLanguages, type Zone } from './reference.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { changesOf, entryOf, namesText, type AdminPorts, type Asking } from '../people/admin-ports.ts';
import { settingFor } from '../people/change-setting.ts';

const facts = ({ names, mailbox, language, office }: Pick<Zone, 'names' | 'mailbox' | 'language' | 'office'>) => ({
  names: namesText(names),
  mailbox,
  language,
  phone: office?.phone,
  hours: office?.hours,
  address: office?.address && languages.map((one) => office.address?.[one]).join('\n'),
});

/** Other names, another mailbox, language or ways to reach the office of a zone. Fails as `placeFor`, or `conflict` when somebody else was faster. */
export async function changeZone(
  ports: AdminPorts,
  command: Asking & ZoneRequest & { readonly zoneId: string },
): Promise<Result<Zone>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone } = found.value;
  const { office = zone.office } = command;
  const changes = changesOf(facts(zone), facts({ ...command, office }), ['names', 'address']);
  if (changes.length === 0) return ok(zone);
  const version = zone.version ?? 0;
  if (version !== command.version) return fail({ kind: 'conflict', version, state: 'changed' });
  const { zoneId, names, mailbox, language } = command;
  const after = { ...zone, names, mailbox, language, ...(office && { office }), version: version + 1 };
  const written = await ports.administration.write(
    [{ edit: 'zone', zone: after }],
    [entryOf(ports, command, { scope: 'zone', scopeId: zoneId }, { what: 'zone-changed', about: zoneId, changes })],
  );
  return written === 'written' ? ok(after) : fail({ kind: 'conflict', version, state: 'changed' });
}

const replyFacts = ({ appeal, daysToCure, replyTo }: Pick<Zone, 'appeal' | 'daysToCure' | 'replyTo'>) => ({
  ...Object.fromEntries(writtenLanguages.map((language) => [`${language}.appeal`, appeal?.[language]])),
  daysToCure: daysToCure === undefined ? undefined : String(daysToCure),
  replyTo,
});

/** What refusals and returns begin with, and where answers to emails go; what was decided and sent stays. Fails as `placeFor`, or `conflict` when somebody else was faster. */
export async function changeReplies(
  ports: AdminPorts,
  { version, appeal, daysToCure, replyTo, ...command }: Asking & RepliesRequest & { readonly zoneId: string },
): Promise<Result<Zone>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone } = found.value;
  const changes = changesOf(replyFacts(zone), replyFacts({ appeal, daysToCure, replyTo }));
  if (changes.length === 0) return ok(zone);
  const seen = zone.version ?? 0;
  if (seen !== version) return fail({ kind: 'conflict', version: seen, state: 'changed' });
  const after = { ...zone, appeal, daysToCure, replyTo, version: seen + 1 };
  const place = { scope: 'zone', scopeId: zone.zoneId } as const;
  const written = await ports.administration.write(
    [{ edit: 'zone', zone: after }],
    [entryOf(ports, command, place, { what: 'replies-changed', about: zone.zoneId, changes })],
  );
  return written === 'written' ? ok(after) : fail({ kind: 'conflict', version: seen, state: 'changed' });
}
