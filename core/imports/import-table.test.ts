import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { languages } from '../kernel/common.ts';
import type { ImportKind } from './import.ts';
import { csv, type Cell } from '#pages/kit/csv.ts';
import { world } from '#test/support/world.ts';
import { dayIn, numberIn } from './cells.ts';
import { columnName, columnsOf } from './columns.ts';
import { readCsv, type ImportRows } from './csv.ts';
import { confirmImport, lookAtTable, runImport, viewImport } from './import-table.ts';

const staff = (personId: string, role: 'head' | 'officer' | 'administrator', scopeId = 'alpha'): Actor => ({
  kind: 'staff',
  personId,
  memberships: [{ scope: 'zone', scopeId, personId, role }],
});
const head = staff('head', 'head');

function office(on = '2026-01-12') {
  const here = world({ on });
  const look = async (kind: ImportKind, rows: ImportRows, change: { actor?: Actor; isPublic?: boolean } = {}) =>
    lookAtTable(here.ports, { kind, zoneId: 'alpha', isPublic: false, rows, actor: head, now: here.now(), ...change });
  const bring = async (kind: ImportKind, rows: ImportRows) => {
    const one = await look(kind, rows);
    if (!one.ok) throw new Error(JSON.stringify(one.failure));
    const { importId } = one.value;
    await confirmImport(here.ports, { importId, actor: head, now: here.now() });
    await here.settle();
    const view = await viewImport(here.ports, { importId, actor: head, now: here.now() });
    if (!view.ok) throw new Error(view.failure.kind);
    return view.value;
  };
  return { ...here, look, bring };
}

const project = {
  company: 'Demo Cement LLP',
  companyNumber: '060440001230',
  contact: 'Representative',
  email: 'one@example.org',
  production: 'Cement',
  sector: 'construction-materials',
  worth: '1 200 000,50',
  currency: 'KZT',
  jobs: '120',
  exportShare: '30',
  hectares: '4,5',
  financing: 'mixed',
  wantedStart: '01.06.2026',
  stage: 'technical-conditions',
  received: '12.12.2025',
  'needs.power': '4500',
};
const tableOf = (...rows: readonly Readonly<Record<string, string>>[]): ImportRows => {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [heads, ...rows.map((row) => heads.map((name) => row[name] ?? ''))];
};

describe('a cell', () => {
  it.each<[Parameters<typeof dayIn>[0], string | undefined]>([
    ['2026-03-31', '2026-03-31'],
    ['31.03.2026', '2026-03-31'],
    ['1.3.2026', '2026-03-01'],
    ['2026-03-31T00:00:00Z', '2026-03-31'],
    [46112, '2026-03-31'],
    ['46112', '2026-03-31'],
    [{ day: '2026-03-31' }, '2026-03-31'],
    ['31/03/2026', undefined],
    ['30.02.2026', undefined],
    ['2026-13-01', undefined],
    ['soon', undefined],
    [7, undefined],
  ])('%j is the day %s', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });

  it.each<[string | number, ReturnType<typeof numberIn>]>([
    [12.5, 12.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u202f567', 1_234_567],
    ['1,234,567.50', 1_234_567.5],
    ['1.234.567,5', 1_234_567.5],
    ['1.234.567', 1_234_567],
    ['12,50', 12.5],
    ['0,125', 0.125],
    ['-3', -3],
    ['1,234', 'two-readings'],
    ['1.2.3,4,5', 'not-a-number'],
    ['12 kW', 'not-a-number'],
    ['1e5', 'not-a-number'],
  ])('%j is the number %s', (cell, number) => {
    expect(numberIn(cell)).toBe(number);
  });
});

describe('columns', () => {
  it.each(['projects', 'milestones', 'lines'] as const)(
    'of %s are called otherwise each, in every language',
    (kind) => {
      for (const language of languages) {
        const names = columnsOf(kind).map((column) => columnName(language, column).toLowerCase());
        expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
        expect(names).not.toContain('');
      }
    },
  );
});

describe('importing milestones', () => {
  const rows: ImportRows = [
    ['Проект', 'Кезең', 'Baseline', 'Expected', 'Actual', 'Reason'],
    ['Road', 'Bridge', '01.12.2025', '01.06.2026', '', 'Flood'],
    ['Road', 'Lane', '2026-01-10', '', '2026-01-08', ''],
    ['Road', 'Signs', '2026-01-10', '', '', ''],
    ['Rail', 'Rails', '2026-02-01', '', '', ''],
  ];

  it('writes nothing before it is confirmed, and nothing twice', async () => {
    const { ports, look, bring } = office();
    expect(await look('milestones', rows)).toMatchObject({ ok: true, value: { counts: { new: 4, refused: 0 } } });
    expect(await ports.timetables.of('alpha')).toEqual([]);
    const view = await bring('milestones', rows);
    expect(view).toMatchObject({ state: 'done', written: 100, failed: [] });
    expect(view.timetable).toEqual({ milestones: 4, late: 2, onTime: 1, ahead: 1, unexplained: 1 });
    expect(await look('milestones', rows)).toMatchObject({
      value: { counts: { new: 0, changed: 0, same: 4 }, parts: 0 },
    });
    const later = rows.with(1, ['ROAD', ' bridge ', '01.12.2025', '01.07.2026', '', 'Flood']);
    expect(await look('milestones', later)).toMatchObject({ value: { counts: { new: 0, changed: 1, same: 3 } } });
  });

  it.each<[string, ImportRows[number], string, string]>([
    ['another baseline', ['Road', 'Lane', '2026-01-11', '', '', ''], 'baseline', 'baseline-stays'],
    ['an actual day to come', ['Road', 'A', '2026-01-11', '', '2026-02-11', ''], 'actual', 'in-future'],
    ['a day that does not exist', ['Road', 'A', '31.02.2026', '', '', ''], 'baseline', 'not-a-day'],
    ['no baseline', ['Road', 'A', '', '', '', ''], 'baseline', 'missing'],
    ['no project', ['', 'A', '2026-01-11', '', '', ''], 'project', 'missing'],
    ['a reason without an end', ['Road', 'A', '2026-01-11', '', '', 'x'.repeat(501)], 'reason', 'too_big'],
  ])('refuses a row with %s and takes the others', async (_, row, column, code) => {
    const { bring, look } = office();
    await bring('milestones', rows);
    expect(await look('milestones', [rows[0] ?? [], row, ['New', 'B', '2026-01-11', '', '', '']])).toMatchObject({
      value: { counts: { new: 1, refused: 1 }, issues: [{ row: 2, column, code }] },
    });
  });

  it('says of a row that stands twice that it does, and of a column that lacks which one', async () => {
    const { look } = office();
    expect(await look('milestones', [...rows, rows[2] ?? []])).toMatchObject({
      value: { issues: [{ row: 6, column: 'milestone', code: 'twice' }] },
    });
    expect(
      await look('milestones', [
        ['Project', 'Milestone'],
        ['a', 'b'],
      ]),
    ).toMatchObject({ value: { issues: [{ row: 1, column: 'baseline', code: 'no-column' }], parts: 0 } });
  });

  it('publishes only what is nobody’s project here', async () => {
    const { ports, look } = office();
    const one = await look(
      'milestones',
      [rows[0] ?? [], ['ALP-2025-0001', 'A', '2026-01-11', '', '', ''], ['Road', 'A', '2026-01-11', '', '', '']],
      { isPublic: true },
    );
    const part = one.ok ? await ports.imports.part(one.value.importId, 0) : undefined;
    expect(part?.rows.map(({ value }) => (value as { isPublic: boolean }).isPublic)).toEqual([false, true]);
  });
});

describe('who may import', () => {
  const rows = [
    ['Project', 'Milestone', 'Baseline', 'Zone'],
    ['a', 'b', '2026-01-11', ''],
    ['a', 'c', '2026-01-11', 'beta'],
  ];
  it.each<[string, Actor, object]>([
    [
      'the head',
      head,
      { value: { counts: { new: 1, refused: 1 }, issues: [{ row: 3, column: 'zone', code: 'unknown-zone' }] } },
    ],
    [
      'an administrator of the region',
      {
        kind: 'staff',
        personId: 'a',
        memberships: [{ scope: 'region', scopeId: 'north', personId: 'a', role: 'administrator' }],
      },
      { value: { counts: { new: 2, refused: 0 } } },
    ],
    ['an officer', staff('o', 'officer'), { failure: { kind: 'forbidden' } }],
    ['the head of another zone', staff('h', 'head', 'gamma'), { failure: { kind: 'not-found' } }],
    ['an investor', { kind: 'investor', projectId: 'p1' }, { failure: { kind: 'not-found' } }],
  ])('%s', async (_, actor, expected) => {
    expect(await office().look('milestones', rows, { actor })).toMatchObject(expected);
  });

  it('and nobody else confirms or sees what somebody has looked at', async () => {
    const { ports, look, now } = office();
    const one = await look('milestones', rows);
    const importId = one.ok ? one.value.importId : '';
    const other = staff('other', 'head');
    const none = { ok: false, failure: { kind: 'not-found' } };
    expect(await viewImport(ports, { importId, actor: other, now: now() })).toEqual(none);
    expect(await confirmImport(ports, { importId, actor: other, now: now() })).toEqual(none);
    expect(await confirmImport(ports, { importId, actor: staff('head', 'officer'), now: now() })).toEqual(none);
  });
});

describe('importing projects', () => {
  it('takes each over as one does by hand, emails nobody, and does it once', async () => {
    const here = office();
    const second = {
      ...project,
      company: 'Two',
      companyNumber: '010340001231',
      stage: 'Expert review and infrastructure readiness',
      email: '',
      phone: '+7 700 000 00 00',
    };
    const rows = tableOf(project, second);
    expect(await here.bring('projects', rows)).toMatchObject({
      state: 'done',
      counts: { new: 2, refused: 0 },
      failed: [],
    });
    const projects = [...here.memory.projects.values()];
    expect(
      projects.map(({ aggregate }) => [aggregate.project.number, aggregate.project.stage, aggregate.project.phase]),
    ).toEqual([
      ['ALP-2025-0001', 'technical-conditions', 'open'],
      ['ALP-2025-0002', 'expertise', 'open'],
    ]);
    expect(projects[0]?.letter).toMatchObject({
      investment: { amountMinor: 120_000_050 },
      landHectares: 4.5,
      utilities: { power: { kilowatts: 4500 } },
    });
    expect(projects[0]?.events[1]).toMatchObject({
      actor: { kind: 'staff', personId: 'head' },
      body: { type: 'taken-over', imported: true },
    });
    expect(here.memory.sent).toEqual([]);
    expect(here.failures).toEqual([]);
    expect(await here.look('projects', rows)).toMatchObject({ value: { counts: { new: 0, same: 2, refused: 0 } } });
    expect(await here.look('projects', tableOf({ ...project, jobs: '121' }))).toMatchObject({
      value: { counts: { new: 0, refused: 1 }, issues: [{ column: 'jobs', code: 'decided' }] },
    });
  });

  it('shows a row that says something else field by field, and changes only the letter', async () => {
    const here = office();
    const before = { ...project, stage: 'council-approval' };
    const told = async () => [...here.memory.projects.values()][0];
    await here.bring('projects', tableOf(before));
    const after = tableOf({ ...before, jobs: '150', worth: '2 000 000', production: 'Lime', 'needs.power': '5000' });
    const one = await here.look('projects', after);
    const changes = [
      { row: 2, column: 'production', was: 'Cement', now: 'Lime' },
      { row: 2, column: 'worth', was: '1200000.5', now: '2000000' },
      { row: 2, column: 'jobs', was: '120', now: '150' },
      { row: 2, column: 'needs.power', was: '4500', now: '5000' },
    ];
    expect(one).toMatchObject({ value: { counts: { new: 0, changed: 1, refused: 0 }, changes } });
    expect((await told())?.letter?.jobs).toBe(120);
    const sent = here.memory.sent.length;
    const done = await here.bring('projects', after);
    expect(done).toMatchObject({ state: 'done', failed: [] });
    expect(done.changes).toBeUndefined();
    expect((await told())?.letter).toMatchObject({
      jobs: 150,
      production: 'Lime',
      investment: { amountMinor: 200_000_000 },
      utilities: { power: { kilowatts: 5000 } },
    });
    expect((await told())?.aggregate.project).toMatchObject({ figures: { jobs: 150 }, capacities: { power: 5000 } });
    expect((await told())?.events.at(-1)).toMatchObject({
      actor: { kind: 'staff', personId: 'head' },
      body: { type: 'letter-changed', corrected: { was: { jobs: 120 }, now: { jobs: 150 } } },
    });
    expect(await here.ports.counts.of('alpha')).toContainEqual(
      expect.objectContaining({ group: 'stage', what: 'jobs', amount: 150 }),
    );
    expect(here.memory.sent.length).toBe(sent);
    expect(await here.look('projects', after)).toMatchObject({
      value: { counts: { changed: 0, same: 1, refused: 0 } },
    });
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['council-approval', { number: 'R', stage: 'contract-and-land' }, 'stage', 'on-its-page'],
    ['council-approval', { number: 'R', companyNumber: '090140009990' }, 'companyNumber', 'on-its-page'],
    ['council-approval', { number: 'R', received: '11.12.2025' }, 'received', 'on-its-page'],
    ['contract-and-land', { number: 'R', worth: '5' }, 'worth', 'decided'],
    ['contract-and-land', { number: 'R', hectares: '9' }, 'hectares', 'decided'],
    ['technical-conditions', { number: 'R', 'needs.power': '5000' }, 'needs.power', 'decided'],
    ['council-approval', { number: 'R', contact: 'Another' }, 'contact', 'contact-stays'],
    ['council-approval', { number: 'R', email: 'two@example.org' }, 'email', 'contact-stays'],
    ['council-approval', { number: 'R', phone: '+7 700 000 00 01' }, 'phone', 'contact-stays'],
    ['council-approval', { number: 'R', language: 'en' }, 'language', 'contact-stays'],
  ])('of a project at %s refuses %j', async (stage, change, column, code) => {
    const here = office();
    const row = { ...project, number: 'R', stage };
    await here.bring('projects', tableOf(row));
    expect(await here.look('projects', tableOf({ ...row, ...change }))).toMatchObject({
      value: { counts: { changed: 0, refused: 1 }, issues: [{ row: 2, column, code }], parts: 0 },
    });
  });

  it('says nothing of a contact that only is written otherwise, or of whose language a file tells nothing', async () => {
    const here = office();
    await here.bring('projects', tableOf({ ...project, number: 'R', language: 'en' }));
    expect(
      await here.look(
        'projects',
        tableOf({ ...project, number: 'R', contact: ' representative', email: 'One@example.org' }),
      ),
    ).toMatchObject({ value: { counts: { same: 1, refused: 0 } } });
  });

  it('leaves the contact as it is where it changes the letter', async () => {
    const here = office();
    const row = { ...project, number: 'R', stage: 'council-approval' };
    await here.bring('projects', tableOf(row));
    const view = await here.bring('projects', tableOf({ ...row, jobs: '150', email: 'two@example.org' }));
    expect(view).toMatchObject({
      counts: { changed: 1, refused: 1 },
      issues: [{ column: 'email', code: 'contact-stays' }],
    });
    const [stored] = here.memory.projects.values();
    expect(stored).toMatchObject({ letter: { jobs: 150 }, contact: { email: 'one@example.org' } });
  });

  it('changes what may be changed of a row, and says of the rest why not', async () => {
    const here = office();
    const row = { ...project, number: 'R', stage: 'technical-conditions' };
    await here.bring('projects', tableOf(row));
    const view = await here.bring('projects', tableOf({ ...row, company: 'Demo Lime LLP', jobs: '999' }));
    expect(view).toMatchObject({ counts: { changed: 1, refused: 1 }, issues: [{ column: 'jobs', code: 'decided' }] });
    const [stored] = here.memory.projects.values();
    expect(stored?.letter).toMatchObject({ company: { name: 'Demo Lime LLP' }, jobs: 120 });
  });

  it('goes on after it was interrupted, and leaves no project out and none twice', async () => {
    const here = office();
    const rows = tableOf(...Array.from({ length: 60 }, (_, at) => ({ ...project, number: `R-${String(at)}` })));
    const { projects } = here.ports;
    let left = 50;
    const breaking = {
      ...here.ports,
      projects: {
        ...projects,
        commitAll: (changes: Parameters<typeof projects.commitAll>[0]) => {
          if ((left -= changes.length) < 0) throw new Error('away');
          return projects.commitAll(changes);
        },
      },
    };
    const one = await here.look('projects', rows);
    const importId = one.ok ? one.value.importId : '';
    await confirmImport(here.ports, { importId, actor: head, now: here.now() });
    const { runImport } = await import('./import-table.ts');
    await expect(runImport(breaking, { importId, next: 0 }, here.now())).rejects.toThrow('away');
    await here.settle();
    expect(await viewImport(here.ports, { importId, actor: head, now: here.now() })).toMatchObject({
      value: { state: 'done', failed: [] },
    });
    expect(here.memory.projects.size).toBe(60);
  });

  it('starts the run of each, also of those that were written when it broke off; all are found by their words', async () => {
    const here = office();
    const rows = tableOf(...Array.from({ length: 30 }, (_, at) => ({ ...project, number: `R-${String(at)}` })));
    const one = await here.look('projects', rows);
    const importId = one.ok ? one.value.importId : '';
    await confirmImport(here.ports, { importId, actor: head, now: here.now() });
    const { workflow } = here.ports;
    let left = 11;
    const start: typeof workflow.start = async (input) => {
      if ((left -= 1) < 0) throw new Error('away');
      await workflow.start(input);
    };
    const broken = runImport({ ...here.ports, workflow: { ...workflow, start } }, { importId, next: 0 }, here.now());
    await expect(broken).rejects.toThrow('away');
    await here.settle();
    const phases = [...here.memory.projects.values()].map(({ aggregate }) => aggregate.project.phase);
    expect(phases).toEqual(Array.from({ length: 30 }, () => 'open'));
    expect(new Set([...here.memory.tokens.keys()].map((key) => key.split(' ')[0])).size).toBe(30);
    for (const { words } of here.changes.filter(({ upon }) => upon === undefined))
      expect(words).toEqual(expect.arrayContaining(['cement', '060440001230']));
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['a number of eleven digits', { companyNumber: '06044000123' }, 'companyNumber', 'invalid_format'],
    ['an unknown stage', { stage: 'somewhere' }, 'stage', 'unknown-word'],
    ['half a job', { jobs: '1,5' }, 'jobs', 'invalid_type'],
    ['worth that may be two', { worth: '1,234' }, 'worth', 'two-readings'],
    ['no currency', { currency: '' }, 'currency', 'missing'],
    ['a letter to come', { received: '2026-02-01' }, 'received', 'in-future'],
    ['no address and no telephone', { email: '' }, 'phone', 'missing'],
    ['half a contract', { contractNumber: '12' }, 'contractDate', 'missing'],
    ['a forum of nobody', { forum: 'nowhere' }, 'forum', 'unknown-forum'],
  ])('refuses %s, by row and column', async (_, change, column, code) => {
    const { look } = office();
    const one = await look('projects', tableOf(project, { ...project, number: '2', ...change }));
    const found = one.ok ? one.value.issues.map((issue) => ({ ...issue })) : [];
    expect(found).toContainEqual({ row: 3, column, code });
    expect(one).toMatchObject({ value: { counts: { new: 1, refused: 1 } } });
  });

  it('understands the heads and words of our own files, in every language', async () => {
    for (const language of languages) {
      const { look } = office();
      const heads = columnsOf('projects').filter((column) => column in project);
      const written: readonly (readonly Cell[])[] = [
        heads.map((column) => columnName(language, column)),
        heads.map((column) =>
          column === 'received' ? { day: '2025-12-12' } : ((project as Record<string, string>)[column] ?? ''),
        ),
      ];
      expect(await look('projects', readCsv(csv(language, written))), language).toMatchObject({
        value: { counts: { new: 1, refused: 0 } },
      });
    }
  });
});

describe('numbers of a file', () => {
  const files = (count: number, name: string) =>
    tableOf(
      ...Array.from({ length: count }, (_, at) => ({
        ...project,
        number: `${name}-${String(at)}`,
        received: at % 2 === 0 ? '12.12.2025' : '12.12.2024',
      })),
    );
  const numbersIn = ({ memory }: ReturnType<typeof office>): readonly string[] =>
    [...memory.projects.values()].map(({ aggregate }) => aggregate.project.number).toSorted();
  const named = (counts: Readonly<Record<string, number>>): readonly string[] =>
    Object.entries(counts).flatMap(([year, count]) =>
      Array.from({ length: count }, (_, at) => `ALP-${year}-${String(at + 1).padStart(4, '0')}`),
    );

  it('are taken in blocks: none twice and none left out, whoever imports beside', async () => {
    const here = office();
    await Promise.all([here.bring('projects', files(60, 'A')), here.bring('projects', files(31, 'B'))]);
    expect(numbersIn(here)).toEqual(named({ 2024: 45, 2025: 46 }));
  });

  it('stay with their rows when a part breaks off and is begun again', async () => {
    const here = office();
    const one = await here.look('projects', files(30, 'A'));
    if (!one.ok) throw new Error(one.failure.kind);
    const { importId } = one.value;
    const { projects } = here.ports;
    let left = 7;
    const commitAll: typeof projects.commitAll = async (changes) => {
      const states: Awaited<ReturnType<typeof projects.commitAll>>[number][] = [];
      for (const change of changes) {
        if ((left -= 1) < 0) throw new Error('Killed');
        states.push(await projects.commit(change));
      }
      return states;
    };
    await confirmImport(here.ports, { importId, actor: head, now: here.now() });
    const broken = runImport(
      { ...here.ports, projects: { ...projects, commitAll } },
      { importId, next: 0 },
      here.now(),
    );
    await expect(broken).rejects.toThrow('Killed');
    expect(numbersIn(here).length).toBe(7);
    await here.settle();
    expect(numbersIn(here)).toEqual(named({ 2024: 15, 2025: 15 }));
  });
});

describe('importing lines', () => {
  const rows = tableOf(
    {
      line: 'alpha-power-3',
      utility: 'power',
      'name.kk': 'Л-3',
      'name.ru': 'Л-3',
      'name.en': 'L-3',
      'name.uz-cyrl': 'Л-3',
      builder: 'alpha-power',
      capacity: '5000',
      milestone: 'design',
      baseline: '2025-11-03',
      actual: '2025-12-01',
      reason: 'Designer was replaced',
    },
    {
      line: 'alpha-power-3',
      milestone: 'energised',
      baseline: '2026-03-02',
      target: '2026-05-04',
      responsible: 'Chief engineer',
    },
    { line: 'alpha-power-3', year: '2026', currency: 'KZT', allocated: '1000', committed: '500', spent: '10' },
  );

  it('makes one line of its rows, with the days first planned, its money and its reasons; and does it once', async () => {
    const { ports, bring, look } = office();
    expect(await bring('lines', rows)).toMatchObject({ state: 'done', counts: { new: 1 }, failed: [] });
    expect(await ports.lines.find('alpha-power-3')).toMatchObject({
      capacity: 5000,
      milestones: {
        design: { baseline: '2025-11-03', actual: '2025-12-01', reason: 'Designer was replaced' },
        energised: { baseline: '2026-03-02', expected: '2026-05-04' },
      },
      money: [{ year: 2026, allocated: 100_000, spent: 1000 }],
      version: 1,
    });
    expect(await look('lines', rows)).toMatchObject({ value: { counts: { new: 0, changed: 0, same: 1 } } });
    const moved = tableOf({
      line: 'alpha-power-3',
      milestone: 'energised',
      baseline: '2026-03-02',
      target: '2026-06-01',
    });
    expect(await bring('lines', moved)).toMatchObject({ counts: { changed: 1 } });
    expect((await ports.lines.find('alpha-power-3'))?.milestones.energised).toEqual({
      baseline: '2026-03-02',
      expected: '2026-06-01',
      responsible: 'Chief engineer',
    });
  });

  it.each<[string, Readonly<Record<string, string>>, number, string, string]>([
    ['another baseline', { milestone: 'design', baseline: '2025-11-04' }, 2, 'baseline', 'baseline-stays'],
    [
      'a milestone before the one it waits for',
      { milestone: 'works', target: '2025-11-30' },
      2,
      'target',
      'not-in-future',
    ],
    ['dates of no milestone', { target: '2026-06-01' }, 2, 'milestone', 'missing'],
    ['money of no year', { spent: '5' }, 2, 'year', 'missing'],
    ['a builder nobody knows', { builder: 'somebody' }, 2, 'builder', 'unknown-word'],
  ])('refuses %s', async (_, change, row, column, code) => {
    const { bring, look } = office();
    await bring('lines', rows);
    const one = await look('lines', tableOf({ line: 'alpha-power-3', ...change }));
    expect(one.ok && one.value.issues).toContainEqual({ row, column, code });
  });
});

it('late, on time and ahead agree with a count of another kind, however many and whatever their days', async () => {
  const days = fc.integer({ min: -60, max: 60 });
  const when = (offset: number): string => new Date(Date.UTC(2026, 0, 12 + offset)).toISOString().slice(0, 10);
  const milestone = fc.record({
    baseline: days,
    target: fc.option(days),
    actual: fc.option(fc.integer({ min: -60, max: 0 })),
    reason: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(milestone, { minLength: 1, maxLength: 60 }), async (some) => {
      const { bring } = office();
      const view = await bring('milestones', [
        ['project', 'milestone', 'baseline', 'target', 'actual', 'reason'],
        ...some.map(({ baseline, target, actual, reason }, at) => [
          'p',
          `m${String(at)}`,
          when(baseline),
          target === null ? '' : when(target),
          actual === null ? '' : when(actual),
          reason ? 'Flood' : '',
        ]),
      ]);
      // By whole days from the first on: what has not happened by today happens today at the earliest.
      const slips = some.map(({ baseline, target, actual, reason }) => ({
        slip: (actual ?? Math.max(0, target ?? baseline)) - baseline,
        reason,
      }));
      expect(view.timetable).toEqual({
        milestones: slips.length,
        late: slips.filter(({ slip }) => slip > 0).length,
        onTime: slips.filter(({ slip }) => slip === 0).length,
        ahead: slips.filter(({ slip }) => slip < 0).length,
        unexplained: slips.filter(({ slip, reason }) => slip > 0 && !reason).length,
      });
    }),
    { numRuns: 30 },
  );
});
