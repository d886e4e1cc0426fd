import * as z from 'zod/mini';
import { staffDay } from '#core/people/membership.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { changeNotice, listNotices, viewNotice, type NoticeDetail } from '#core/notices/notice-texts.ts';
import { writtenLanguages } from '#core/reference/reference.ts';
import { NoticeName, ownIssues, OwnTexts, wordParts } from '#core/notices/own-words.ts';
import { sampleEmails } from '#core/notices/sample-notice.ts';
import { noticeReview, noticeSheet, noticesPage, type NoticeProps } from '#pages/admin/notices/page.tsx';
import { zonePageAddress } from '#pages/admin/addresses.ts';
import { namesIn } from '#pages/admin/names.ts';
import type { Checked } from '../../kit/check.ts';
import { readForm, valuesIn } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { staffForm, type FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render } from '../../kit/visit.ts';
import { adminWords, unwritten } from '../admin-form.ts';

const zoneIn = ({ params }: StaffVisit): string => params['zoneId'] ?? '';

export const notices =
  (ports: AdminPorts): StaffHandler =>
  async (visit) => {
    const { actor, now, frame, query } = visit;
    const found = await listNotices(ports, { actor, now, zoneId: zoneIn(visit) });
    return found.ok
      ? render(noticesPage({ frame: frame(), ...found.value, done: query.get('done') ?? undefined }))
      : problem(found.failure);
  };

/** A version by its instant; 'product': the standard text; without one: as it is now. */
function versionIn({ query }: StaffVisit, { versions }: NoticeDetail): NoticeProps['from'] | 'unknown' {
  const asked = query.get('version');
  if (asked === null || asked === 'product') return asked ?? undefined;
  return versions.find(({ at }) => String(at) === asked) ?? 'unknown';
}

async function opened(ports: AdminPorts, visit: StaffVisit): Promise<Result<NoticeProps>> {
  const { actor, now } = visit;
  const name = NoticeName.safeParse(visit.query.get('notice'));
  // Whoever may not administer the zone is told so before anything else.
  const known = name.success ? name.data : 'receipt.investor';
  const found = await viewNotice(ports, { actor, now, zoneId: zoneIn(visit), name: known });
  if (!found.ok) return found;
  const from = versionIn(visit, found.value);
  if (!name.success || from === 'unknown') return fail({ kind: 'not-found' });
  const { zone } = found.value;
  const staff = await Promise.all([
    ports.administration.staffOf({ scope: 'zone', scopeId: zone.zoneId }),
    ports.administration.staffOf({ scope: 'region', scopeId: zone.regionId }),
  ]);
  return ok({ frame: visit.frame(), detail: found.value, from, names: namesIn(staff.flat()) });
}

const ChangeRequest = z.object({ version: z.int(), texts: z.optional(OwnTexts) });
type ChangeRequest = z.infer<typeof ChangeRequest>;

/** A field that is empty or too long hides no placeholder that is wrong in another. */
function readWords(typed: URLSearchParams, about: NoticeProps): Checked<ChangeRequest> {
  const { fields } = noticeSheet(about);
  const checked = readForm(ChangeRequest, typed, fields);
  const { texts } = valuesIn(typed, fields);
  if (checked.ok || texts === undefined) return checked;
  const known = new Set(checked.issues.map(({ path }) => path));
  const more = ownIssues(about.detail.name, texts as Readonly<Record<string, unknown>>).filter(
    ({ path, code }) => !known.has(path) && code !== 'missing',
  );
  return { ok: false, issues: [...checked.issues, ...more] };
}

function begun({ detail, from }: NoticeProps): [string, string][] {
  const texts = from === undefined || from === 'product' ? detail.texts : (from.texts ?? detail.texts);
  const words = writtenLanguages.flatMap((language) =>
    wordParts.map((part): [string, string] => [`texts.${language}.${part}`, texts[language]?.[part] ?? '']),
  );
  return [...(from === 'product' ? [] : words), ['version', String(detail.version)]];
}

export const notice = (ports: AdminPorts & FormPorts): FormHandlers =>
  staffForm<NoticeProps, ChangeRequest, unknown, unknown>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: noticeSheet,
    isBare: ({ from }) => from === 'product',
    begin: begun,
    read: readWords,
    foresee: ({ about, request, visit }) => changed(unwritten(ports), about, request, visit),
    perform: ({ about, request, visit }) => changed(ports, about, request, visit),
    review: ({ about, request, typed, visit }) =>
      noticeReview(
        about,
        typed,
        sampleEmails(about.detail.zone, about.detail.name, request.texts, staffDay(visit.now)),
      ),
    done: ({ detail: { zone }, from }) =>
      zonePageAddress(zone.zoneId, '/notices', { done: from === 'product' ? 'notice-restored' : 'notice-changed' }),
    words: adminWords,
  });

const changed = (
  on: AdminPorts,
  { detail: { zone, name } }: NoticeProps,
  request: ChangeRequest,
  { actor, now }: StaffVisit,
) => changeNotice(on, { actor, now, zoneId: zone.zoneId, name, ...request });
