import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LinkView, ProjectPage } from '#core/api/views.ts';
import type * as z from 'zod/mini';
import { addedUp, contribution, keyOf, type Count } from '#core/figures/figures.ts';
import { countStore } from '#functions/adapters/table/count-store.ts';
import { projectStore } from '#functions/adapters/table/project-store.ts';
import { folderCommand } from '#test/support/folder-command.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, openOne } from '#test/support/walk.ts';

let host: TestHost;
let projectId: string;
let track: string;
const reason = { reasonCode: 'inaccurate', reason: 'The number is another company’s.' } as const;

beforeAll(async () => {
  host = await openHost();
  ({ projectId, track } = await placeAt(host, 'council-approval', {
    company: { country: 'KZ', name: 'Wrongname Works', number: '251140012374' },
    sector: 'food',
    jobs: 100,
    utilities: { power: { kilowatts: 500 } },
  }));
});
afterAll(() => host.close());

async function visit(path: string, fields?: Readonly<Record<string, string>>, language = 'en') {
  const answered = await fetch(new URL(path, host.endpoints.site), {
    redirect: 'manual',
    headers: { cookie: `__Host-lang=${language}` },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  return {
    status: answered.status,
    to: answered.headers.get('location') ?? '',
    text: (await answered.text()).replace(/[\u00a0\u202f]/g, ' '),
  };
}

const sorted = (counts: readonly Count[]) => counts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
async function countsAgree(): Promise<void> {
  const { tableName } = host.endpoints;
  const state = await projectStore(host.table, tableName).load(projectId);
  const counts = countStore(host.table, tableName);
  const kept = [...(await counts.of('aqtobe')), ...(await counts.past('aqtobe'))];
  expect(sorted(kept)).toEqual(sorted(addedUp(contribution(state))));
}

const found = async (q: string): Promise<number> =>
  (
    await host.ask<z.infer<typeof ProjectPage>>(`/api/projects?zone=aqtobe&q=${encodeURIComponent(q)}`, {
      as: 'officer',
    })
  ).body.entries.length;

const right = {
  'company.name': 'Rightname Works',
  'company.country': 'KZ',
  'company.number': '990101000001',
  jobs: '1 200',
  sector: 'metals',
  'utilities.power': '750',
  'utilities.gas.unknown': 'true',
  note: 'See the register.',
};

describe('X49: a returned letter is corrected field by field', () => {
  it('X49: the office marks the fields, the email and the investor’s page name them with what the letter says', async () => {
    await answer(host, openOne(await host.project(projectId), 'office-decision'), {
      outcome: 'returned',
      daysToCure: 5,
      ...reason,
      fields: ['company.name', 'company.number', 'sector', 'jobs', 'utilities.power', 'utilities.gas'],
    });
    await host.settle();
    const mail = (await host.mailOf(projectId)).find(({ notice }) => notice === 'correction');
    expect(mail?.text).toContain('To be corrected in the letter');
    expect(mail?.text).toContain('Company registration number');
    const { assignmentId } = openOne(await host.project(projectId), 'correction');
    const page = await visit(`/l/${track}/answer/${assignmentId}`);
    for (const part of [
      'value="Wrongname Works"',
      'value="251140012374"',
      'value="100"',
      'value="500"',
      'Check the correction',
    ])
      expect(page.text).toContain(part);
    expect(page.text).not.toContain('name="landHectares"');
    expect((await visit(`/l/${track}/answer/${assignmentId}`, undefined, 'ru')).text).toContain('Исправить в письме');
    expect((await host.ask<LinkView>(`/api/links/${track}`)).body.letter).toMatchObject({ jobs: 100, sector: 'food' });
  });

  it('X49: a field that was not returned is refused, and what is wrong is told with what was typed kept', async () => {
    const { assignmentId } = openOne(await host.project(projectId), 'correction');
    const refused = await host.ask<{ issues: readonly { path: string }[] }>(`/api/links/${track}/correction`, {
      body: { note: 'x', letter: { landHectares: 99 } },
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'decision.letter.landHectares', code: 'not-asked' }] },
    });
    const form = `/l/${track}/answer/${assignmentId}`;
    const wrong = await visit(form, { ...right, 'company.number': '12345', step: 'check' });
    expect(wrong).toMatchObject({ status: 303, to: `${form}?check` });
    const again = await visit(wrong.to);
    expect(again.status).toBe(400);
    for (const part of ['A BIN or IIN has 12 digits', 'value="Rightname Works"', 'value="12345"', 'value="1 200"'])
      expect(again.text).toContain(part);
  });

  it('X49: old stands beside new before it is sent; then the letter, the list, the search, the figures and the lines follow', async () => {
    const { assignmentId } = openOne(await host.project(projectId), 'correction');
    const form = `/l/${track}/answer/${assignmentId}`;
    const checked = await visit((await visit(form, { ...right, step: 'check' })).to);
    for (const part of ['Wrongname Works', 'Rightname Works', '1,200', 'Needed, quantity not known yet'])
      expect(checked.text).toContain(part);
    expect((await visit(form, { ...right, step: 'send' })).to).toContain('done=sent');
    // The same once more has arrived.
    expect((await visit(form, { ...right, step: 'send' })).to).toContain('done=sent');
    await host.settle();
    const project = await host.project(projectId);
    expect(project).toMatchObject({
      company: 'Rightname Works',
      companyDetails: { number: '990101000001' },
      sector: 'metals',
      lines: ['power', 'gas'],
      figures: { jobs: 1200 },
      utilities: { power: { kilowatts: 750 }, gas: { notKnown: true } },
    });
    const corrected = project.assignments.find((one) => one.assignmentId === assignmentId)?.answer?.corrected;
    expect(corrected).toMatchObject({
      was: { jobs: 100, company: { name: 'Wrongname Works' } },
      now: { jobs: 1200, company: { name: 'Rightname Works' } },
    });
    expect([
      await found('Rightname'),
      await found('Wrongname'),
      await found('990101000001'),
      await found('251140012374'),
    ]).toEqual([1, 0, 1, 0]);
    await countsAgree();
  });

  it('X49: the log names nobody, and erasing reaches the old name too', async () => {
    const log = JSON.stringify((await host.ask(`/api/projects/${projectId}/events`, { as: 'officer' })).body);
    expect(log).toContain('"corrected"');
    for (const name of ['Wrongname', 'Rightname', '251140012374']) expect(log).not.toContain(name);
    await host.ask(`/api/projects/${projectId}/withdraw`, {
      as: 'head',
      body: { reasonCode: 'not-started', reason: 'x' },
    });
    await host.settle();
    expect(await folderCommand(host.dataDir, 'erase', projectId, '--company')).toMatchObject({ code: 0 });
    const items = JSON.stringify(await projectStore(host.table, host.endpoints.tableName).letter(projectId));
    expect(items).not.toContain('Rightname');
    const { assignments } = await host.project(projectId);
    expect(JSON.stringify(assignments)).not.toMatch(/Wrongname|Rightname/);
    expect([await found('Rightname'), await found('Wrongname')]).toEqual([0, 0]);
    await countsAgree();
  });
});
