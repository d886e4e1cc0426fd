import type { ImportView } from '#core/imports/import.ts';
import { hostClient, type HostClient } from '#local/demo/host-client.ts';
import { figure, milliseconds, type Figure } from './figure.ts';
import { startHostProcess } from './host-process.ts';

const projects = 1000;
const milestones = 5000;

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

function projectFile(): string {
  const heads =
    'company;companyNumber;contact;email;production;sector;worth;currency;jobs;exportShare;hectares;financing;wantedStart;stage;received;needs.power;number';
  const stages = ['technical-conditions', 'design-documentation', 'council-approval'];
  const rows = Array.from({ length: projects }, (_, at) =>
    [
      `Plant ${String(at)} of bricks`,
      `901240${String(100_000 + at)}`,
      'Representative',
      `p${String(at)}@example.org`,
      'Bricks',
      'construction-materials',
      '1200000,5;KZT;12;0;1,5;mixed',
      day(200),
      stages[at % stages.length],
      day(-100),
      `450;OLD-${String(at)}`,
    ].join(';'),
  );
  return [heads, ...rows].join('\n');
}

const milestoneFile = (): string =>
  [
    'project;milestone;baseline;target;actual;reason',
    ...Array.from({ length: milestones }, (_, at) =>
      [
        `Works ${String(at % 50)}`,
        `Part ${String(at)}`,
        day((at % 160) - 80),
        '',
        at % 3 === 0 ? day(-1) : '',
        '',
      ].join(';'),
    ),
  ].join('\n');

async function brought(client: HostClient, kind: string, text: string): Promise<readonly Figure[]> {
  let looked: ImportView | undefined;
  const looking = await milliseconds(async () => {
    looked = await client.asStaff<ImportView>('head', '/api/imports', { kind, zoneId: 'aqtobe', text });
  });
  const importId = looked?.importId ?? '';
  if (looked?.counts.refused !== 0) throw new Error(`Rows are refused: ${JSON.stringify(looked?.issues.slice(0, 3))}`);
  const writing = await milliseconds(async () => {
    await client.asStaff('head', '/api/imports', { importId, confirm: true });
    await client.settle();
  });
  const { state, failed } = await client.asStaff<ImportView>('head', `/api/imports/${importId}`);
  if (state !== 'done' || failed.length > 0) throw new Error(`The import is ${state}`);
  const of = `import of ${String(looked.counts.new)} ${kind}`;
  return [
    figure(`${of}: looked at`, looking / 1000, 's'),
    figure(`${of}: written, with all that follows`, writing / 1000, 's'),
  ];
}

/** Brings files of thousands of rows and waits until nothing is left to be done: workflows started, words written. */
export async function benchImports(): Promise<readonly Figure[]> {
  const host = await startHostProcess('--empty');
  try {
    const client = hostClient(host.endpoints);
    return [
      ...(await brought(client, 'milestones', milestoneFile())),
      ...(await brought(client, 'projects', projectFile())),
    ];
  } finally {
    await host.stop();
  }
}
