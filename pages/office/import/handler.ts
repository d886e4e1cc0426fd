import { confirmImport, importZones, viewImport, type ImportPorts } from '#core/imports/import-table.ts';
import { ImportKind, type ImportView } from '#core/imports/import.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { viewZone } from '#core/reference/view-zone.ts';
import { importTexts } from '#core/texts/areas/imports.ts';
import { formState, type FormState } from '../../components/form-state.ts';
import { errorsOf } from '../../kit/check.ts';
import { importFile } from '../../kit/import-file.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import { sheetFile } from '../../kit/sheet-file.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, redirect, render, type Reply } from '../../kit/visit.ts';
import { importAddress } from '../addresses.ts';
import { importFields, importPage, issueRows, lookedAtPage, type ImportProps } from './page.tsx';

function issuesFile({ frame }: StaffVisit, { importId, issues, failed }: ImportView): Reply {
  const { language } = frame();
  const words = importTexts(language);
  const rows = issueRows(language, [...issues, ...failed]).map(([row, ...more]) => [Number(row), ...more]);
  return sheetFile(frame(), `import-${importId.slice(0, 8)}`, 'csv', [
    { name: words.refusedTitle, rows: [[words.row, words.column, words.wrong], ...rows] },
  ]);
}

/** The zone that is named decides whether somebody is told that they may not, or that there is nothing. */
async function opened(
  ports: ImportPorts,
  { actor, frame, query, fields, now }: StaffVisit,
): Promise<Result<ImportProps>> {
  const zones = await importZones(ports, actor);
  const zoneId = fields.get('zoneId') ?? query.get('zone') ?? zones[0]?.zoneId;
  if (zones.some((zone) => zone.zoneId === zoneId)) return ok({ frame: frame(), zones });
  const found = zoneId === undefined || (await viewZone(ports, { zoneId, actor, now })).ok;
  return fail({ kind: found ? 'forbidden' : 'not-found' });
}

const begun = ({ query }: StaffVisit, { zones }: ImportProps): FormState =>
  formState([['zoneId', query.get('zone') ?? zones[0]?.zoneId ?? '']]);

async function looked(ports: ImportPorts, visit: StaffVisit, props: ImportProps): Promise<Reply> {
  const { fields, files, actor, now } = visit;
  const kind = ImportKind.safeParse(fields.get('kind'));
  const [file] = files.filter(({ field, content }) => field === 'file' && content.length > 0);
  const again = (issues: readonly { readonly path: string; readonly code: string }[]): Reply => {
    const words = importTexts(props.frame.language);
    const labels = {
      ...Object.fromEntries(importFields(props).map(({ name, label }) => [name, label])),
      file: words.file,
    };
    return render(importPage(props, formState(fields, errorsOf(props.frame.language, issues, labels))), 400);
  };
  if (!kind.success || file === undefined)
    return again([
      ...(kind.success ? [] : [{ path: 'kind', code: 'missing' }]),
      ...(file === undefined ? [{ path: 'file', code: files.length > 0 ? 'import-empty' : 'missing' }] : []),
    ]);
  const one = await importFile(ports, {
    kind: kind.data,
    zoneId: fields.get('zoneId') ?? '',
    isPublic: fields.get('isPublic') === 'true',
    bytes: file.content,
    actor,
    now,
  });
  if (one.ok) return redirect(importAddress({ id: one.value.importId }));
  return one.failure.kind === 'invalid' ? again(one.failure.issues) : problem(one.failure);
}

/** A file is looked at, confirmed and written at one address: what is shown follows the state of its import. */
export const imported = (ports: ImportPorts): FormHandlers => ({
  look: async (visit) => {
    const { query, actor, now, frame } = visit;
    const props = await opened(ports, visit);
    if (!props.ok) return problem(props.failure);
    const importId = query.get('id');
    if (importId === null) return render(importPage(props.value, begun(visit, props.value)));
    const view = await viewImport(ports, { importId, actor, now });
    if (!view.ok) return problem(view.failure);
    return query.get('as') === 'csv'
      ? issuesFile(visit, view.value)
      : render(lookedAtPage({ frame: frame(), view: view.value }));
  },
  send: async (visit) => {
    const { fields, actor, now } = visit;
    const props = await opened(ports, visit);
    if (!props.ok) return problem(props.failure);
    const importId = fields.get('confirm');
    if (importId === null) return looked(ports, visit, props.value);
    const confirmed = await confirmImport(ports, { importId, actor, now });
    return confirmed.ok ? redirect(importAddress({ id: importId })) : problem(confirmed.failure);
  },
});
