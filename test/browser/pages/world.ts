import type { AssignmentKind } from '#core/stages/facts.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { addDays } from '#core/calendar/local-date.ts';
import { languages } from '#core/kernel/common.ts';
import type { AdminZoneView } from '#core/people/administration.ts';
import { factsOn, goodAnswer } from '#local/demo/answers.ts';
import { uploadByLink, signedSheet } from '#local/demo/upload.ts';
import type { TestHost } from '#test/support/host.ts';
import type { LadderView } from '#core/ladder/ladder-facts.ts';
import { fileOf } from '#test/support/files.ts';
import { placeAt, placeToCheck, type Placed } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, drive, holderLink, letterAt, linkFromMail, linkOf, openOne, today } from '#test/support/walk.ts';

/** A name as long as it may be, of one word. */
const longName = `"><b>${'Ө'.repeat(120)}</b> ЖШС`;

/** Projects in every state that a page can show: by placing them and by what their people then do. */
export interface PagesWorld {
  readonly host: TestHost;
  /** A forum to come, and its day. */
  readonly coming: { readonly forum: string; readonly day: string };
  /** Late, with a name as long as may be. */
  readonly late: Placed;
  readonly placed: Readonly<
    Record<
      | 'council-approval'
      | 'contract-and-land'
      | 'technical-conditions'
      | 'design-documentation'
      | 'expertise'
      | 'construction-start',
      Placed
    >
  >;
  /** In the council's stage with all its documents. */
  readonly checked: Placed;
  readonly rejected: Placed;
  /** A letter beside one of the same company, with a name as long as may be; one that was merged, and the project it went on as. */
  readonly duplicate: Placed;
  readonly merged: Placed;
  readonly kept: Placed;
  /** One line refused, one issued with conditions. */
  readonly refused: Placed;
  readonly returned: Placed;
  readonly cured: Placed;
  readonly suspended: Placed;
  readonly withdrawn: Placed;
  readonly started: Placed;
  /** What its investor has said of its construction waits for somebody else. */
  readonly climbed: Climbed;
  readonly unconfirmed: Placed;
  readonly entered: Placed;
  /** With an obstacle that its power company has, one that is resolved, and notes of the office. */
  readonly hindered: Placed & {
    readonly openObstacle: string;
    readonly resolvedObstacle: string;
    /** Of somebody who is to confirm that they get the emails, and their number. */
    readonly asking: string;
    readonly colleague: string;
  };
  /** Its plot is frozen, and the act of breach is there. */
  readonly frozen: Placed;
  /** The id of an assignment that an officer works on. */
  readonly taken: string;
  /** The id of an open assignment. */
  readonly open: (placed: Placed, kind: AssignmentKind, line?: string) => Promise<string>;
  /** Path of the page behind a party's link. */
  readonly partyPath: (placed: Placed, kind: AssignmentKind, line?: string) => Promise<string>;
}

/** Words that are hard to show: one without a space, lines, and what HTML would read. */
const hardWords = `First line <b>&amp;\n${'Ө'.repeat(140)}\nlast line`;

const hardName = `Aru <i>&amp; ${'Ө'.repeat(80)}`;

async function returnedLetter(host: TestHost): Promise<Placed> {
  const { projectId } = await letterAt(host, ({ phase }) => phase === 'open');
  const decision = openOne(await host.project(projectId), 'office-decision');
  await answer(host, decision, {
    outcome: 'returned',
    reasonCode: 'incomplete',
    reason: `Two lines,\n${'x'.repeat(90)}`,
    daysToCure: 5,
  });
  await host.settle();
  const track = await linkFromMail(host, projectId, 't.');
  await uploadByLink(host, track, 'signed-letter', { ...signedSheet, fileName: `${'Ұзақ '.repeat(20)}атау.pdf` });
  return { projectId, track };
}

async function rejectedLetter(host: TestHost): Promise<Placed> {
  const { projectId } = await letterAt(host, ({ phase }) => phase === 'open');
  const appeal = 'To the akimat of the region, within 30 days.';
  await answer(host, openOne(await host.project(projectId), 'office-decision'), {
    outcome: 'rejected',
    reasonCode: 'not-priority',
    reason: hardWords,
    appeal,
  });
  await host.settle();
  return { projectId, track: await linkFromMail(host, projectId, 't.') };
}

async function duplicates(host: TestHost): Promise<Pick<PagesWorld, 'duplicate' | 'merged' | 'kept'>> {
  const change = { company: { country: 'KZ', name: longName, number: '777777777777' } } as const;
  const kept = await placeAt(host, 'council-approval', change);
  const [duplicate, merged] = [
    await placeAt(host, 'letter-of-intent', change),
    await placeAt(host, 'letter-of-intent', change),
  ];
  const { status } = await host.ask(`/api/projects/${merged.projectId}/merge`, {
    as: 'officer',
    body: { into: kept.projectId },
  });
  if (status !== 200) throw new Error(`merge: ${String(status)}`);
  await host.settle();
  return { duplicate, merged, kept };
}

async function refusedLine(host: TestHost): Promise<Placed> {
  const placed = await placeAt(host, 'technical-conditions');
  const project = await host.project(placed.projectId);
  await answer(host, openOne(project, 'technical-condition', 'power'), {
    outcome: 'refused',
    reasonCode: 'no-capacity',
    reason: hardWords,
  });
  const { facts } = goodAnswer('technical-condition', await today(host)) as { facts: Record<string, unknown> };
  await answer(host, openOne(project, 'technical-condition', 'gas'), {
    outcome: 'issued-with-conditions',
    facts: { ...facts, conditions: hardWords },
  });
  await host.settle();
  return placed;
}

async function curedLine(host: TestHost): Promise<Placed> {
  const placed = await placeAt(host, 'technical-conditions');
  await answer(host, openOne(await host.project(placed.projectId), 'technical-condition', 'power'), {
    outcome: 'returned',
    reasonCode: 'remarks',
    reason: 'The load is missing.',
    daysToCure: 5,
  });
  await answer(host, openOne(await host.project(placed.projectId), 'technical-condition', 'gas'), {
    outcome: 'suspended',
    reasonCode: 'supplier-late',
    reason: 'The station is rebuilt.',
    until: '2026-03-10',
  });
  await host.settle();
  return placed;
}

async function asHead(host: TestHost, stage: StageId, action: string, body: unknown): Promise<Placed> {
  const placed = await placeAt(host, stage);
  const { status } = await host.ask(`/api/projects/${placed.projectId}/${action}`, { as: 'head', body });
  if (status !== 200) throw new Error(`${action}: ${String(status)}`);
  await host.settle();
  return placed;
}

async function hinderedProject(host: TestHost): Promise<PagesWorld['hindered']> {
  const placed = await placeAt(host, 'technical-conditions', {
    company: { country: 'KZ', name: longName, number: '888888888888' },
  });
  const { projectId, track } = placed;
  const asked = async (path: string, body: unknown, as?: string) => {
    const { status } = await host.ask(path, { body, ...(as !== undefined && { as }) });
    if (status !== 200) throw new Error(`${path}: ${String(status)}`);
  };
  await asked(`/api/links/${track}/obstacles`, { about: { kind: 'line', line: 'power' }, words: hardWords });
  await asked(`/api/links/${track}/obstacles`, {
    about: { kind: 'stage', stage: 'expertise' },
    words: 'Who carries it out?',
  });
  const [open, resolved] = (await host.project(projectId)).obstacles;
  const [openObstacle, resolvedObstacle] = [open?.obstacleId ?? '', resolved?.obstacleId ?? ''];
  await asked(
    `/api/projects/${projectId}/obstacles/${openObstacle}/hand-over`,
    { to: { kind: 'party', partyId: 'aqtobe-power' }, words: 'Name a feeder.' },
    'officer',
  );
  await asked(`/api/projects/${projectId}/obstacles/${resolvedObstacle}/resolve`, { words: hardWords }, 'head');
  for (const shared of [false, true])
    await asked(`/api/projects/${projectId}/notes`, { text: hardWords, shared }, 'officer');
  await host.settle();
  const invite = (email: string) =>
    fetch(`${host.endpoints.site}/l/${track}/people/new`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ name: hardName, email, language: 'kk' }),
    });
  await invite(`${'colleague.'.repeat(4)}one@example.org`);
  await asked(`/api/links/${track}/questions`, { question: hardWords });
  await host.settle();
  const invited = (await host.mailOf(projectId)).find(({ notice }) => notice === 'invited');
  const asking = linkOf(invited?.links[0] ?? '');
  return { ...placed, openObstacle, resolvedObstacle, asking, colleague: asking.split('.')[3] ?? '' };
}

/** A project whose address the office has changed and nobody has confirmed yet. */
async function enteredAddress(host: TestHost): Promise<Placed> {
  const { projectId } = await placeAt(host, 'expertise');
  await host.ask(`/api/projects/${projectId}/contact`, {
    as: 'officer',
    body: { name: 'Representative', email: 'entered@example.org' },
  });
  await host.settle();
  return { projectId, track: await linkFromMail(host, projectId, 'c.') };
}

async function frozenProject(host: TestHost): Promise<Placed> {
  const placed = await placeAt(host, 'contract-and-land', {
    company: { country: 'KZ', name: longName, number: '666666666666' },
  });
  const { projectId } = placed;
  const on = await today(host);
  const facts = { ...factsOn(addDays(on, -200), 'contract'), startBy: addDays(on, -1) };
  await answer(host, openOne(await host.project(projectId), 'contract'), { outcome: 'done', facts });
  await drive(host, projectId, ({ stage }) => stage === 'technical-conditions');
  for (const body of [
    { step: 'open', words: hardWords },
    { step: 'act-of-breach', number: 'A-1', on, cureDays: 60, words: hardWords },
  ]) {
    const { status } = await host.ask(`/api/projects/${projectId}/docket`, { as: 'officer', body });
    if (status !== 200) throw new Error(`docket: ${String(status)}`);
  }
  await host.settle();
  return placed;
}

async function startedProject(host: TestHost): Promise<Placed> {
  const placed = await placeAt(host, 'construction-start');
  await drive(host, placed.projectId, ({ phase }) => phase === 'ended');
  return placed;
}

/** A year of its contract is reported and waits for the office; another one is not. */
interface Climbed extends Placed {
  readonly said: number;
  readonly reported: string;
  readonly awaited: string;
}

async function obliged(host: TestHost, { projectId, track }: Placed): Promise<Pick<Climbed, 'reported' | 'awaited'>> {
  const year = Number((await today(host)).slice(0, 4));
  const [reported, awaited] = [String(year - 2), String(year - 1)];
  const officer = await visitorOf(host, 'officer');
  for (const one of [reported, awaited])
    await officer.post(`/office/projects/${projectId}/obligations?do=plan`, {
      year: one,
      every: 'year',
      investment: '128 800 000 000',
      output: '12 500 000 000',
      jobs: '226',
      step: 'send',
    });
  const answer = await fetch(`${host.endpoints.site}/l/${track}/obligations?do=report&period=${reported}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ output: '9 200 000 000', jobs: '120', step: 'send' }),
  });
  if (answer.status !== 303) throw new Error(`obligations: ${String(answer.status)}`);
  return { reported, awaited };
}

/** With words as long as they may be. */
async function askedForAccess(host: TestHost): Promise<void> {
  const visitor = await visitorOf(host, 'newcomer');
  const asked = { name: `Somebody ${'Ө'.repeat(60)}`, language: 'kk', scopeId: 'zone#aqtobe', role: 'officer' };
  const { location } = await visitor.post('/office/access', { ...asked, text: hardWords });
  if (location === null) throw new Error('Nobody asked for access');
}

async function climbedProject(host: TestHost): Promise<Climbed> {
  const placed = await startedProject(host);
  const { projectId, track } = placed;
  for (const name of ['one', 'two'])
    await uploadByLink(host, track, 'ladder-paper', {
      ...signedSheet,
      mediaType: 'image/jpeg',
      content: fileOf(name, 'image/jpeg'),
    });
  const answer = await fetch(`${host.endpoints.site}/l/${track}/ladder?do=say`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      phase: '1',
      rung: 'roof',
      on: await today(host),
      documentId: 'ladder-paper-1',
      words: hardWords,
      step: 'send',
    }),
  });
  if (answer.status !== 303) throw new Error(`ladder: ${String(answer.status)}`);
  const { body } = await host.ask<LadderView>(`/api/projects/${projectId}/ladder`, { as: 'officer' });
  return { ...placed, ...(await obliged(host, placed)), said: body.phases[0]?.rungs[0]?.said ?? 0 };
}

async function takenDecision(host: TestHost, { projectId }: Placed): Promise<string> {
  const { assignmentId } = openOne(await host.project(projectId), 'office-decision');
  const { status } = await host.ask(`/api/assignments/${assignmentId}/take`, { as: 'officer', body: {} });
  if (status !== 200) throw new Error(`take: ${String(status)}`);
  return assignmentId;
}

/** An instruction of the headquarters of Kokand: that of Aqtöbe ended with the project that started. */
async function instructed(host: TestHost): Promise<void> {
  const head = await visitorOf(host, 'head-kokand');
  const { status } = await head.post('/office/headquarters?zone=kokand&view=protocol', {
    version: '1',
    action: 'instruct',
    on: '2025-12-12',
    text: `Lay the pipe to ${'x'.repeat(90)}`,
    responsible: 'party:kokand-gas',
    deadline: '2025-12-31',
  });
  if (status !== 303) throw new Error(`Not instructed: ${String(status)}`);
}

/** A moratorium over a line that few ask for. */
async function railHeld(host: TestHost): Promise<void> {
  const { status } = await host.ask('/api/moratoria/aqtobe-rail', {
    as: 'head',
    method: 'PUT',
    body: {
      scope: 'zone',
      scopeId: 'aqtobe',
      utility: 'rail',
      from: await today(host),
      reason: `The junction is rebuilt: ${'x'.repeat(90)}`,
    },
  });
  if (status !== 200) throw new Error(`No moratorium: ${String(status)}`);
}

/** A plot with an outline, a line of which its supplier spoke long ago, and one that is blocked. */
async function plotsOfZone(host: TestHost): Promise<void> {
  const plot = {
    registerId: 'aqtobe',
    hectares: 3.5,
    ownership: 'state',
    rentAYear: { amountMinor: 420_000_000, currency: 'KZT' },
    lines: {
      power: { distanceMetres: 120, spare: 4000, point: 'L-3', from: '2025-11-01', asOf: '2025-06-16' },
      rail: { asOf: '2025-12-01' },
    },
    version: 0,
  };
  const outline = [
    [57.18, 50.3],
    [57.19, 50.3],
    [57.19, 50.31],
    [57.18, 50.3],
  ];
  for (const [plotId, more] of [
    ['aqtobe-001', { cadastre: '02-036-098-001', typed: { state: 'free' }, outline }],
    ['aqtobe-002', { typed: { state: 'blocked', why: `A gas main: ${'x'.repeat(90)}` } }],
  ] as const) {
    const { status } = await host.ask(`/api/plots/${plotId}`, {
      as: 'head',
      method: 'PUT',
      body: { ...plot, ...more },
    });
    if (status !== 200) throw new Error(`No plot: ${String(status)}`);
  }
}

/** What stands in the way of many, and concerns few. */
async function railHindered(host: TestHost): Promise<void> {
  const { status } = await host.ask('/api/zones/aqtobe/obstacles', {
    as: 'head',
    body: { about: { kind: 'line', line: 'rail' }, words: `The junction is closed: ${'x'.repeat(90)}` },
  });
  if (status !== 200) throw new Error(`No obstacle of the zone: ${String(status)}`);
}

/** Before anybody has read the zone: a warm function trusts what it knows of it for a while. */
async function forumToCome(host: TestHost): Promise<PagesWorld['coming']> {
  const day = addDays(await today(host), 70);
  const { zone } = await host.asStaff<AdminZoneView>('administrator', '/api/admin/zones/aqtobe/forums', {
    names: Object.fromEntries(languages.map((language) => [language, 'A forum to come'])),
    ...{ firstDay: day, lastDay: day },
  });
  return { forum: zone.forums.find(({ firstDay }) => firstDay === day)?.forumId ?? '', day };
}

export async function pagesWorld(host: TestHost): Promise<PagesWorld> {
  const coming = await forumToCome(host);
  const late = await placeAt(host, 'technical-conditions', {
    company: { country: 'KZ', name: longName, number: '999999999999' },
  });
  await host.advance('P40D');
  const stages = [
    'council-approval',
    'contract-and-land',
    'technical-conditions',
    'design-documentation',
    'expertise',
    'construction-start',
  ] as const;
  const placed = Object.fromEntries(
    await Promise.all(stages.map(async (stage) => [stage, await placeAt(host, stage)] as const)),
  ) as PagesWorld['placed'];
  const [returned, cured] = [await returnedLetter(host), await curedLine(host)];
  const [checked, rejected, refused] = [await placeToCheck(host), await rejectedLetter(host), await refusedLine(host)];
  const suspended = await asHead(host, 'technical-conditions', 'suspend', {
    reasonCode: 'weather',
    reason: 'Frost.',
    fault: 'force-majeure',
    reviewOn: '2026-03-02',
  });
  const withdrawn = await asHead(host, 'expertise', 'withdraw', { reason: 'Sold.' });
  const started = await startedProject(host);
  const climbed = await climbedProject(host);
  const frozen = await frozenProject(host);
  const hindered = await hinderedProject(host);
  const submitted = await host.submit();
  await host.settle();
  const unconfirmed = { projectId: submitted.projectId, track: await linkFromMail(host, submitted.projectId, 'c.') };
  const entered = await enteredAddress(host);
  await askedForAccess(host);
  await instructed(host);
  await railHeld(host);
  await plotsOfZone(host);
  await railHindered(host);
  const find = async ({ projectId }: Placed, kind: AssignmentKind, line?: string) =>
    openOne(await host.project(projectId), kind, line);
  return {
    host,
    coming,
    late,
    placed,
    checked,
    rejected,
    ...(await duplicates(host)),
    refused,
    returned,
    cured,
    suspended,
    withdrawn,
    started,
    climbed,
    frozen,
    unconfirmed,
    entered,
    hindered,
    taken: await takenDecision(host, placed.expertise),
    open: async (...which) => (await find(...which)).assignmentId,
    partyPath: async (...which) => `/l/${await holderLink(host, await find(...which))}`,
  };
}
