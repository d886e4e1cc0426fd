import { type NoticeVersion, type Zone, writtenLanguages } from '../reference/reference.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { AuditChange } from '../people/audit.ts';
import { staffDay } from '../people/membership.ts';
import { changesOf, entryOf, type AdminPorts, type Asking } from '../people/admin-ports.ts';
import { settingFor } from '../people/change-setting.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { type OwnTexts, noticeNames, ownIssues, productWords, wordParts, type NoticeName } from './own-words.ts';

interface InZone extends Asking {
  readonly zoneId: string;
}

/** Whose words a notice has. `outgrown`: the zone has words that the product of now cannot use, so its own go out. */
export type Whose = 'product' | 'zone' | 'outgrown';

export interface NoticeEntry {
  readonly name: NoticeName;
  readonly whose: Whose;
  readonly since?: LocalDate | undefined;
}

/** A version with what it changed, by part: 'ru.heading'. */
export type ToldVersion = NoticeVersion & { readonly changes: readonly AuditChange[] };

export interface NoticeDetail {
  readonly zone: Zone;
  readonly name: NoticeName;
  readonly whose: Whose;
  /** Newest first. */
  readonly versions: readonly ToldVersion[];
  /** What the zone says now, or would say if it changed nothing. */
  readonly texts: NonNullable<NoticeVersion['texts']>;
  /** Of the last change, as whoever changes it next has seen it; 0: none. */
  readonly version: number;
}

const whoseOf = (name: NoticeName, version: NoticeVersion | undefined): Whose =>
  version?.texts === undefined ? 'product' : ownIssues(name, version.texts).length === 0 ? 'zone' : 'outgrown';

export const productTexts = (name: NoticeName): OwnTexts =>
  Object.fromEntries(writtenLanguages.map((language) => [language, productWords(language, name)])) as OwnTexts;

const seenVersion = ({ ownNotices }: Zone, name: NoticeName): number => ownNotices?.[name] ?? 0;

/** Every notice of a zone with whose words it has. Fails as `placeFor`. */
export async function listNotices(
  ports: AdminPorts,
  command: InZone,
): Promise<Result<{ readonly zone: Zone; readonly notices: readonly NoticeEntry[] }>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone } = found.value;
  const own = new Map((await ports.administration.notices(zone)).map((one) => [one.name, one]));
  const notices = noticeNames.map((name): NoticeEntry => {
    const version = own.get(name);
    const whose = whoseOf(name, version);
    return { name, whose, ...(version && whose !== 'product' && { since: staffDay(version.at) }) };
  });
  return ok({ zone, notices });
}

/** One notice with the versions of its words. Fails as `placeFor`. */
export async function viewNotice(
  ports: AdminPorts,
  { name, ...command }: InZone & { readonly name: NoticeName },
): Promise<Result<NoticeDetail>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone } = found.value;
  const versions = seenVersion(zone, name) === 0 ? [] : await ports.administration.noticeVersions(zone.zoneId, name);
  const wordsOf = (one: NoticeVersion | undefined) => one?.texts ?? productTexts(name);
  return ok({
    zone,
    name,
    whose: whoseOf(name, versions[0]),
    versions: versions.map((one, at) => ({
      ...one,
      changes: changesOf(factsOf(wordsOf(versions[at + 1])), factsOf(wordsOf(one))),
    })),
    texts: wordsOf(versions[0]),
    version: seenVersion(zone, name),
  });
}

const factsOf = (texts: NonNullable<NoticeVersion['texts']>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    writtenLanguages.flatMap((language) =>
      wordParts.map((part) => [`${language}.${part}`, texts[language]?.[part]] as const),
    ),
  );

export interface ChangeNotice {
  readonly name: NoticeName;
  readonly version: number;
  /** Absent: what the product says, once more. */
  readonly texts?: OwnTexts | undefined;
}

/** What a notice says from now on; emails that were written before keep their words. Fails as `placeFor`, `invalid`, or `conflict` when somebody else was faster. */
export async function changeNotice(
  ports: AdminPorts,
  { name, version, texts, ...command }: InZone & ChangeNotice,
): Promise<Result<NoticeDetail>> {
  const found = await viewNotice(ports, { name, ...command });
  if (!found.ok) return found;
  const { zone, versions, texts: before } = found.value;
  const issues = texts === undefined ? [] : ownIssues(name, texts);
  if (issues.length > 0) return fail({ kind: 'invalid', issues });
  const changes = changesOf(factsOf(before), factsOf(texts ?? productTexts(name)));
  const isProduct = versions[0]?.texts === undefined;
  if (changes.length === 0 && (isProduct || texts !== undefined)) return found;
  const zoneVersion = zone.version ?? 0;
  if (version !== found.value.version) return fail({ kind: 'conflict', version: zoneVersion, state: 'changed' });
  const told = { what: texts === undefined ? 'notice-restored' : 'notice-changed', about: name, changes } as const;
  const entry = entryOf(ports, command, { scope: 'zone', scopeId: zone.zoneId }, told);
  const at = Math.max(command.now, version + 1);
  const made: NoticeVersion = { zoneId: zone.zoneId, name, at, by: entry.by, ...(texts && { texts }) };
  const after = { ...zone, ownNotices: { ...zone.ownNotices, [name]: at }, version: zoneVersion + 1 };
  const written = await ports.administration.write(
    [
      { edit: 'zone', zone: after },
      { edit: 'notice', version: made },
    ],
    [entry],
  );
  return written === 'written'
    ? ok({ ...found.value, zone: after, version: at })
    : fail({ kind: 'conflict', version: zoneVersion, state: 'changed' });
}
