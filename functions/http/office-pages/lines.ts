import { Utility } from '#core/kernel/common.ts';
import { LineReport } from '#core/project/project-action.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { reportLine } from '#core/reference/report-line.ts';
import { viewZone } from '#core/reference/view-zone.ts';
import { filled } from '#web/components/filled.ts';
import { linesAddress } from '#web/office/addresses.ts';
import { linesPage } from '#web/office/lines-page.tsx';
import { check, refilled } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';

type LinePorts = Pick<Ports, 'reference'>;

/** The utility lines of a zone as its office reported them. */
export const lines = (ports: LinePorts) => async ({ params, actor, now, frame, query }: StaffVisit): Promise<Reply> => {
  const zone = await viewZone(ports, { zoneId: params['zoneId'] ?? '', actor, now });
  return zone.ok ? show(linesPage({ frame: frame(), zone: zone.value, form: filled(), isDone: query.has('done') })) : problem(zone.failure);
};

/** Records what the office says of one line. */
export const reportByForm = (ports: LinePorts) => async ({ params, fields, actor, now, frame }: StaffVisit): Promise<Reply> => {
  const zoneId = params['zoneId'] ?? '';
  const zone = await viewZone(ports, { zoneId, actor, now });
  if (!zone.ok) return problem(zone.failure);
  if (!zone.value.works) return problem({ kind: 'forbidden' });
  const utility = check(Utility, textIn(fields, 'utility'));
  const report = check(LineReport, present({ state: textIn(fields, 'state'), readyBy: textIn(fields, 'readyBy') }));
  const reported = utility.ok && report.ok ? await reportLine(ports, { zoneId, utility: utility.value, report: report.value, actor, now }) : undefined;
  if (reported?.ok) return goTo(`${linesAddress(zoneId)}?done`);
  if (reported && reported.failure.kind !== 'invalid') return problem(reported.failure);
  const { language } = frame();
  const { lines: words } = officeTexts(language);
  const issues = [
    ...(reported?.failure.kind === 'invalid' ? reported.failure.issues : []),
    ...(utility.ok ? [] : [{ path: 'utility', code: 'missing' }]),
    ...(report.ok ? [] : report.issues.map(({ path, code }) => (path === 'state' ? { path, code: 'missing' } : { path, code }))),
  ];
  const form = refilled(language, fields, issues, { utility: words.line, state: words.state, readyBy: words.readyBy });
  return show(linesPage({ frame: frame(), zone: zone.value, form, isDone: false }), 400);
};
