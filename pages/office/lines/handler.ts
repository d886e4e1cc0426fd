import { Utility } from '#core/kernel/common.ts';
import { LineReport } from '#core/project/project-action.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { viewLines } from '#core/lines/view-lines.ts';
import { reportLine } from '#core/reference/report-line.ts';
import { viewZone } from '#core/reference/view-zone.ts';
import { linesAddress } from '#pages/office/addresses.ts';
import { lineSheet, linesPage, type LineProps } from '#pages/office/lines/page.tsx';
import { check, type Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { staffForm, type Judged, type FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { textIn } from '../../kit/values.ts';

type LinePorts = Pick<Ports, 'reference' | 'lines' | 'lists'>;

interface Reported {
  readonly utility: Utility;
  readonly report: LineReport;
}

async function opened(
  ports: LinePorts,
  { params, actor, now, frame, query, event }: StaffVisit,
): Promise<Result<LineProps>> {
  const zone = await viewZone(ports, { zoneId: params['zoneId'] ?? '', actor, now });
  if (!zone.ok) return zone;
  const kept = await viewLines(ports, { zoneId: zone.value.zoneId, actor, now });
  if (!kept.ok) return kept;
  const isReport = event.requestContext.http.method === 'POST';
  return isReport && !zone.value.works
    ? fail({ kind: 'forbidden' })
    : ok({ frame: frame(), zone: zone.value, kept: kept.value.lines, isDone: query.has('done') });
}

function read(typed: URLSearchParams, about: LineProps): Checked<Reported> {
  const utility = check(Utility, textIn(typed, 'utility'));
  const report = readForm(
    LineReport,
    typed,
    lineSheet(about).fields.filter(({ name }) => name !== 'utility'),
  );
  if (utility.ok && report.ok) return { ok: true, value: { utility: utility.value, report: report.value } };
  // Of what was not chosen there is nothing more to say.
  const unsaid = report.ok
    ? []
    : report.issues.map(({ path, code }) => ({ path, code: path === 'state' ? 'missing' : code }));
  return { ok: false, issues: [...(utility.ok ? [] : [{ path: 'utility', code: 'missing' }]), ...unsaid] };
}

const report = (
  on: LinePorts,
  {
    about: {
      zone: { zoneId },
    },
    request,
    visit: { actor, now },
  }: Judged<LineProps, Reported>,
) => reportLine(on, { zoneId, ...request, actor, now });

export const lines = (ports: LinePorts & FormPorts): FormHandlers =>
  staffForm(ports, {
    open: (visit) => opened(ports, visit),
    sheet: lineSheet,
    page: linesPage,
    read,
    foresee: (judged) =>
      report(
        {
          ...ports,
          lines: { ...ports.lines, write: async () => Promise.resolve('written') },
          reference: { ...ports.reference, reportLine: async () => Promise.resolve() },
        },
        judged,
      ),
    perform: (judged) => report(ports, judged),
    done: ({ zone: { zoneId } }) => `${linesAddress(zoneId)}?done`,
  });
