import type { AssignmentKind } from '#core/stages/facts.ts';
import { factsOn } from '#local/demo/answers.ts';
import type { PageRoute } from '#pages/routes.ts';
import { personIn } from './ask.ts';
import type { Target, Wanted } from './objects.ts';
import type { PatternName } from './patterns.ts';

/**
 * One route as everybody meets it. Its parameters ({projectId}, {zoneId}, {assignmentId}, {link}, {draft}, …) are filled from the
 * object that is asked for.
 */
export interface Row extends Wanted {
  readonly route: PageRoute | `${'GET' | 'POST' | 'PUT'} /api/${string}`;
  readonly who: PatternName;
  /** The status of a success; 200 unless told. */
  readonly ok?: number;
  /** Parameters of the path that name no object. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: (target: Target) => Readonly<Record<string, string>>;
  /** What is posted: as JSON below `/api/`, else as a form. */
  readonly body?: (target: Target) => Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The kind of the assignment that is named; the office's decision unless told. */
  readonly kind?: AssignmentKind;
  /** The kind of link; the investor's to track, and the party's to its assignment, unless told. */
  readonly link?: 'track' | 'confirm' | 'draft' | 'party';
  /** The link stays the person's own and the body names the object. */
  readonly ownLink?: true;
  /** A form of staff without the proof of their session. */
  readonly unproven?: true;
  /** A success changes the object, so each has one of its own. */
  readonly changes?: true;
}

/** The day of the test's host, and one in reach of it. */
const day = '2025-12-12';
const soon = '2026-01-15';
const reason = { reasonCode: 'other', reason: 'For the test.' };
const returned = { outcome: 'returned', reasonCode: 'remarks', reason: 'For the test.', daysToCure: '5' };
const company = {
  zoneId: 'aqtobe',
  'company.country': 'KZ',
  'company.name': 'Plant',
  'company.number': '251240000001',
};
const documentation = {
  designer: 'Institute',
  designerLicence: '1',
  sketchApprovalNumber: '2',
  volumes: '3',
  'estimate.amount': '100',
  'estimate.currency': 'KZT',
};

/** Its last day has passed. */
const anItem = {
  names: { en: 'Part' },
  about: {},
  hs: '8431',
  aYear: 10,
  unit: 'piece',
  pricePublic: false,
  buyer: { company: 'Plant', email: 'buyer@example.org', language: 'en' },
  order: { aYear: 10, years: 1 },
  validUntil: '2025-06-02',
  version: 0,
};
const words = { words: 'For the test.' };
const about = { kind: 'stage', stage: 'technical-conditions' };

const inForum = ({ zoneId }: Target) => ({ forum: `${zoneId}-investment-forum-2025` });
const inZone = ({ zoneId }: Target) => ({ zone: zoneId });
const regions: Readonly<Record<string, string>> = { aqtobe: 'aqtobe-region', kokand: 'fergana-region' };
const inRegion = ({ zoneId }: Target) => ({ region: regions[zoneId] ?? 'atlantis-region' });
const action = (name: string): Pick<Row, 'route' | 'params'> => ({
  route: 'POST /office/projects/{projectId}/actions/{action}',
  params: { action: name },
});
const handling = (name: string): Pick<Row, 'route' | 'params'> => ({
  route: 'POST /office/assignments/{assignmentId}/{handling}',
  params: { handling: name },
});
const handlingForm = (name: string): Pick<Row, 'route' | 'params'> => ({
  route: 'GET /office/assignments/{assignmentId}/{handling}',
  params: { handling: name },
});
const actionForm = (name: string): Pick<Row, 'route' | 'params'> => ({
  route: 'GET /office/projects/{projectId}/actions/{action}',
  params: { action: name },
});

const open: readonly Row[] = [
  { route: 'GET /', who: 'everybody' },
  { route: 'GET /openapi.json', who: 'everybody' },
  { route: 'GET /api/zones', who: 'everybody' },
  { route: 'GET /plots', who: 'everybody' },
  { route: 'GET /showcase', who: 'everybody' },
  { route: 'GET /showcase/{itemId}', who: 'everybody', ok: 404, params: { itemId: 'none' } },
  { route: 'GET /showcase/{itemId}/proposal', who: 'everybody', ok: 404, params: { itemId: 'none' } },
  {
    route: 'POST /showcase/{itemId}/proposal',
    who: 'everybody',
    params: { itemId: 'none' },
    ok: 404,
    body: () => ({ offer: 'Nothing' }),
  },
  { route: 'GET /forums/{forumId}', who: 'everybody', params: { forumId: 'aqtobe-investment-forum-2025' } },
  { route: 'GET /figures', who: 'everybody' },
  { route: 'GET /figures.csv', who: 'everybody' },
  { route: 'GET /figures.xlsx', who: 'everybody' },
  { route: 'GET /open-data', who: 'everybody' },
  { route: 'GET /open-data/{file}', who: 'everybody', params: { file: 'projects.csv' } },
  { route: 'GET /open-data/{night}/{file}', who: 'everybody', params: { night: 'latest', file: 'projects.csv' } },
  { route: 'GET /another-link', who: 'everybody' },
  {
    route: 'POST /another-link',
    who: 'everybody',
    ok: 303,
    body: ({ place }) => ({ number: 'AQT-2025-9999', email: `${place}@example.org` }),
  },
  { route: 'GET /assets/{name}', who: 'everybody', ok: 404, params: { name: 'nothing.css' } },
  { route: 'GET /sign-in', who: 'everybody' },
  { route: 'GET /sign-in/start', who: 'everybody', ok: 303 },
  { route: 'GET /sign-in/callback', who: 'everybody', ok: 401 },
  { route: 'GET /sign-in/stay', who: 'everybody', ok: 303 },
  { route: 'POST /sign-out/everywhere', who: 'who has no session', ok: 303, unproven: true },
  { route: 'POST /sign-out', who: 'who has no session', ok: 303, unproven: true },
  { route: 'POST /letter', who: 'everybody', ok: 303 },
  { route: 'POST /api/letters-of-intent', who: 'everybody', ok: 400, body: () => ({}) },
];

const drafts: readonly Row[] = [
  { route: 'GET /letter/{draft}', who: 'investor alone', link: 'draft', ok: 303 },
  { route: 'GET /letter/{draft}/save', who: 'investor alone', link: 'draft' },
  {
    route: 'POST /letter/{draft}/save',
    who: 'investor alone',
    link: 'draft',
    ok: 303,
    body: ({ place }) => ({ email: `${place}@example.org` }),
  },
  { route: 'GET /letter/{draft}/{step}', who: 'investor alone', link: 'draft', params: { step: 'check' } },
  {
    route: 'POST /letter/{draft}/{step}',
    who: 'investor alone',
    link: 'draft',
    ok: 303,
    params: { step: 'company' },
    body: () => company,
  },
  { route: 'GET /letter/{draft}/documents', who: 'investor alone', link: 'draft' },
  {
    route: 'POST /letter/{draft}/documents',
    who: 'investor alone',
    link: 'draft',
    ok: 400,
    body: () => ({ kind: 'signed-letter' }),
  },
  { route: 'POST /letter/{draft}/check', who: 'investor alone', link: 'draft', ok: 303, body: () => ({}) },
];

const file = { kind: 'other', fileName: 'paper.pdf', bytes: 9, sha256: 'a'.repeat(64), mediaType: 'application/pdf' };
const nothingThere = { documentId: 'other-9', version: '1', fileId: 'fnothingthere' };

const links: readonly Row[] = [
  { route: 'GET /api/links/{link}/documents', who: 'investor and party' },
  { route: 'POST /api/links/{link}/documents', who: 'investor and party', ok: 201, body: () => file },
  {
    route: 'POST /api/links/{link}/documents/{fileId}',
    who: 'investor and party',
    ok: 404,
    params: nothingThere,
    body: () => ({}),
  },
  {
    route: 'GET /api/links/{link}/documents/{documentId}/{version}',
    who: 'investor and party',
    ok: 404,
    params: nothingThere,
  },
  { route: 'GET /l/{link}/documents', who: 'investor and party' },
  { route: 'POST /l/{link}/documents', who: 'investor and party', ok: 400, body: () => ({ kind: 'other' }) },
  { route: 'GET /l/{link}/documents/{documentId}/{version}', who: 'investor and party', ok: 404, params: nothingThere },
  { route: 'GET /api/links/{link}', who: 'investor and party' },
  { route: 'GET /api/links/{link}/showcase', who: 'investor and party', ok: 404 },
  { route: 'POST /api/links/{link}/showcase', who: 'investor and party', ok: 404, body: () => ({ action: 'confirm' }) },
  { route: 'POST /api/links/{link}/confirm', who: 'investor, not the party', link: 'confirm', body: () => ({}) },
  { route: 'POST /api/links/{link}/confirm', who: 'investor, not the party', ok: 403, body: () => ({}) },
  {
    route: 'POST /api/links/{link}/decision',
    who: 'party, nothing for the investor',
    changes: true,
    body: () => ({ decision: { ...returned, daysToCure: 5 } }),
  },
  {
    route: 'POST /api/links/{link}/decision',
    who: 'investor alone',
    stage: 'design-documentation',
    ownLink: true,
    changes: true,
    body: (target) => ({
      assignmentId: target.assignment('documentation'),
      decision: { outcome: 'done', facts: factsOn(day, 'documentation') },
    }),
  },
  { route: 'POST /api/links/{link}/correction', who: 'investor and party', ok: 409, body: () => ({ note: 'Mended.' }) },
  { route: 'POST /api/links/{link}/withdraw', who: 'investor, not the party', changes: true, body: () => ({}) },
  {
    route: 'POST /api/links/{link}/lines/{lineId}',
    who: 'party alone',
    link: 'party',
    ok: 409,
    params: { lineId: 'aqtobe-l-3' },
    body: () => ({ milestone: 'design', note: 'For the test.', version: 99 }),
  },
  {
    route: 'POST /api/links/{link}/lines/{lineId}/photos',
    who: 'party alone',
    link: 'party',
    ok: 400,
    params: { lineId: 'aqtobe-l-3' },
    body: () => ({ ...file, mediaType: 'application/pdf' }),
  },
  {
    route: 'POST /api/links/{link}/lines/{lineId}/photos/{fileId}',
    who: 'party alone',
    link: 'party',
    ok: 404,
    params: { ...nothingThere, lineId: 'aqtobe-l-3' },
    body: () => ({}),
  },
  { route: 'GET /l/{link}/photo', who: 'party alone', link: 'party', query: () => ({ line: 'aqtobe-l-3' }) },
  {
    route: 'POST /l/{link}/photo',
    who: 'party alone',
    link: 'party',
    ok: 400,
    query: () => ({ line: 'aqtobe-l-3' }),
    body: () => ({ kind: 'other' }),
  },
  { route: 'GET /l/{link}', who: 'investor and party' },
  { route: 'GET /l/{link}', who: 'investor and party', link: 'party' },
  { route: 'GET /l/{link}/asked.csv', who: 'party alone', link: 'party' },
  { route: 'GET /l/{link}/asked.xlsx', who: 'party alone', link: 'party' },
  { route: 'GET /l/{link}/calendar.ics', who: 'investor and party' },
  { route: 'GET /l/{link}/copy', who: 'investor alone' },
  { route: 'POST /l/{link}/copy', who: 'investor alone', ok: 303, body: () => ({}) },
  { route: 'GET /l/{link}/naming', who: 'investor alone' },
  { route: 'POST /l/{link}/naming', who: 'investor alone', ok: 303, body: () => ({ agrees: 'yes' }) },
  {
    route: 'POST /l/{link}',
    who: 'party alone',
    ok: 303,
    changes: true,
    body: () => ({ ...returned, answer: 'returned', step: 'send' }),
  },
  { route: 'POST /l/{link}/confirm', who: 'investor alone', ok: 303, link: 'confirm', body: () => ({}) },
  {
    route: 'GET /l/{link}/answer/{assignmentId}',
    who: 'investor, own assignment',
    stage: 'design-documentation',
    kind: 'documentation',
  },
  {
    route: 'POST /l/{link}/answer/{assignmentId}',
    who: 'investor, own assignment',
    ok: 303,
    stage: 'design-documentation',
    kind: 'documentation',
    changes: true,
    body: () => documentation,
  },
  { route: 'GET /l/{link}/withdraw', who: 'investor alone' },
  { route: 'POST /l/{link}/withdraw', who: 'investor alone', ok: 303, changes: true, body: () => ({}) },
];

const officeApi: readonly Row[] = [
  { route: 'GET /api/projects', who: 'staff of the zone', query: inZone },
  { route: 'GET /api/projects/{projectId}', who: 'staff of the zone' },
  { route: 'GET /api/projects/{projectId}/events', who: 'staff of the zone' },
  { route: 'GET /api/projects/{projectId}/emails', who: 'staff of the zone' },
  { route: 'GET /api/assignments', who: 'staff of the zone', query: inZone },
  { route: 'GET /api/assignments', who: 'anybody signed in' },
  {
    route: 'POST /api/assignments/{assignmentId}/decision',
    who: 'office',
    stage: 'letter-of-intent',
    changes: true,
    body: () => ({ decision: { ...returned, daysToCure: 5 } }),
  },
  {
    route: 'POST /api/assignments/{assignmentId}/decision',
    who: 'head alone',
    changes: true,
    body: () => ({ decision: { outcome: 'sent-back', ...reason, to: 'council-approval' } }),
  },
  {
    route: 'POST /api/assignments/{assignmentId}/decision',
    who: 'office',
    kind: 'architectural-planning',
    changes: true,
    body: () => ({
      decision: { outcome: 'done', facts: factsOn(day, 'architectural-planning') },
      onBehalf: { number: '7', date: day },
    }),
  },
  {
    route: 'POST /api/assignments/{assignmentId}/send-again',
    who: 'office',
    kind: 'architectural-planning',
    changes: true,
    body: () => ({ sentAgain: 0 }),
  },
  {
    route: 'POST /api/assignments/{assignmentId}/hand-over',
    who: 'office',
    kind: 'architectural-planning',
    changes: true,
    body: ({ zoneId }) => ({ ...reason, partyId: `${zoneId}-gas` }),
  },
  { route: 'POST /api/assignments/{assignmentId}/take', who: 'office', changes: true, body: () => ({}) },
  { route: 'POST /api/assignments/{assignmentId}/give-back', who: 'office', body: () => ({}) },
  {
    route: 'POST /api/assignments/{assignmentId}/renew-link',
    who: 'office',
    kind: 'architectural-planning',
    changes: true,
    body: () => ({ linkVersion: 0 }),
  },
  {
    route: 'POST /api/projects/{projectId}/renew-link',
    who: 'office',
    changes: true,
    body: () => ({ linkVersion: 0 }),
  },
  {
    route: 'POST /api/projects/{projectId}/contact',
    who: 'office',
    changes: true,
    body: () => ({ name: 'Another', email: 'another@example.org' }),
  },
  {
    route: 'POST /api/projects/{projectId}/suspend',
    who: 'head alone',
    changes: true,
    body: () => ({ ...reason, fault: 'office', reviewOn: soon }),
  },
  {
    route: 'POST /api/projects/{projectId}/renew-pause',
    who: 'head alone',
    ok: 409,
    body: () => ({ ...reason, reviewOn: soon }),
  },
  { route: 'POST /api/projects/{projectId}/resume', who: 'head alone', ok: 409, body: () => ({}) },
  {
    route: 'POST /api/projects/{projectId}/extend',
    who: 'head and headquarters',
    changes: true,
    body: () => ({ ...reason, to: '2026-03-16' }),
  },
  { route: 'POST /api/projects/{projectId}/withdraw', who: 'office', changes: true, body: () => ({}) },
  // Nobody's letter goes on as itself.
  {
    route: 'POST /api/projects/{projectId}/merge',
    who: 'office',
    stage: 'letter-of-intent',
    ok: 400,
    body: ({ projectId }) => ({ into: projectId }),
  },
  { route: 'POST /api/projects/{projectId}/terminate', who: 'head alone', changes: true, body: () => reason },
  {
    route: 'POST /api/projects/{projectId}/reopen',
    who: 'head alone',
    ok: 409,
    body: () => ({ reason: 'For the test.' }),
  },
  {
    route: 'POST /api/zones/{zoneId}/lines/{utility}',
    who: 'office',
    params: { utility: 'gas' },
    body: () => ({ state: 'ready' }),
  },
  { route: 'GET /api/follow-ups', who: 'office', query: inZone },
  {
    route: 'POST /api/projects/{projectId}/follow-ups',
    who: 'office',
    ok: 400,
    body: () => ({ text: 'For the test.', on: '2025-06-02' }),
  },
  {
    route: 'POST /api/projects/{projectId}/follow-ups/{followUpId}',
    who: 'office',
    params: { followUpId: 'f-none' },
    ok: 404,
    body: () => ({ act: 'done' }),
  },
  { route: 'GET /api/stale', who: 'office', query: inZone },
  {
    route: 'POST /api/zones/{zoneId}/obstacles',
    who: 'head and headquarters',
    ok: 400,
    body: () => ({ about, ...words, due: '2025-06-02' }),
  },
  {
    route: 'GET /api/zones/{zoneId}/obstacles/{obstacleId}',
    who: 'office and headquarters',
    params: { obstacleId: 'z1' },
  },
  {
    route: 'POST /api/zones/{zoneId}/obstacles/{obstacleId}',
    who: 'office and headquarters',
    params: { obstacleId: 'z1' },
    ok: 400,
    body: () => ({ action: 'answer', ...words, due: '2025-06-02' }),
  },
  { route: 'GET /api/moratoria', who: 'staff of the zone', query: inZone },
  {
    route: 'PUT /api/moratoria/{moratoriumId}',
    who: 'head alone',
    params: { moratoriumId: 'of-the-matrix' },
    ok: 400,
    body: ({ zoneId }) => ({
      scope: 'zone',
      scopeId: zoneId,
      utility: 'rail',
      from: '1999-01-04',
      reason: 'For the test.',
    }),
  },
  { route: 'GET /api/plots', who: 'everybody', query: inZone },
  { route: 'GET /api/showcase', who: 'everybody', query: inZone },
  {
    route: 'POST /api/showcase/{itemId}/proposals',
    who: 'everybody',
    params: { itemId: 'none' },
    ok: 400,
    body: () => ({ offer: 'Nothing' }),
  },
  {
    route: 'PUT /api/showcase/{itemId}',
    who: 'office and headquarters',
    params: { itemId: 'of-the-matrix' },
    ok: 400,
    body: ({ zoneId }) => ({ ...anItem, zoneId }),
  },
  {
    route: 'PUT /api/plots/{plotId}',
    who: 'office',
    params: { plotId: 'of-the-matrix' },
    ok: 400,
    body: ({ zoneId }) => ({
      registerId: zoneId,
      cadastre: 'none',
      hectares: 1,
      ownership: 'state',
      typed: { state: 'free' },
      lines: {},
      version: 0,
    }),
  },
  { route: 'GET /api/plots/{plotId}', who: 'staff of the zone' },
  {
    route: 'PUT /api/register/{registerId}',
    who: 'head and administrator',
    ok: 400,
    body: ({ zoneId }) => ({
      zoneId,
      names: { kk: 'A', ru: 'A', en: 'A', 'uz-cyrl': 'A' },
      kind: 'sez',
      founder: 'region',
      since: 2100,
      reason: 'For the test.',
      version: 0,
    }),
  },
  { route: 'GET /api/lines', who: 'staff of the zone', query: inZone },
  { route: 'GET /api/lines/{lineId}', who: 'staff of the zone' },
  { route: 'GET /api/lines/{lineId}/photos/{fileId}', who: 'never for staff', params: nothingThere },
  { route: 'GET /office/zones/{zoneId}/lines/{lineId}/photos/{fileId}', who: 'never for staff', params: nothingThere },
  { route: 'POST /api/lines/{lineId}', who: 'office', ok: 409, body: () => ({ why: 'For the test.', version: 0 }) },
];

const documents: readonly Row[] = [
  { route: 'GET /api/projects/{projectId}/documents', who: 'office and headquarters' },
  { route: 'POST /api/projects/{projectId}/documents', who: 'office', ok: 201, body: () => file },
  {
    route: 'POST /api/projects/{projectId}/documents/{fileId}',
    who: 'never for staff',
    params: nothingThere,
    body: () => ({}),
  },
  {
    route: 'GET /api/projects/{projectId}/documents/{documentId}/{version}',
    who: 'never for staff',
    params: nothingThere,
  },
  {
    route: 'POST /api/projects/{projectId}/documents/{documentId}/{version}/return',
    who: 'office',
    ok: 404,
    params: nothingThere,
    body: () => reason,
  },
  {
    route: 'POST /office/projects/{projectId}/documents/{documentId}/{version}/return',
    who: 'office',
    ok: 404,
    params: nothingThere,
    body: () => reason,
  },
  { route: 'POST /api/projects/{projectId}/original', who: 'office', changes: true, body: () => ({}) },
  { route: 'GET /office/projects/{projectId}/documents', who: 'office and headquarters' },
  {
    route: 'POST /office/projects/{projectId}/documents',
    who: 'office and headquarters',
    ok: 400,
    body: () => ({ kind: 'other' }),
  },
  {
    route: 'GET /office/projects/{projectId}/documents/{documentId}/{version}',
    who: 'never for staff',
    params: nothingThere,
  },
  { route: 'POST /office/projects/{projectId}/original', who: 'office', ok: 303, changes: true, body: () => ({}) },
];

const officePages: readonly Row[] = [
  { route: 'GET /office', who: 'staff of the zone', query: inZone },
  { route: 'GET /office', who: 'staff of the zone', query: ({ zoneId }) => ({ zone: zoneId, all: 'true' }) },
  {
    route: 'GET /office',
    who: 'staff of the zone',
    ok: 400,
    query: ({ zoneId }) => ({ zone: zoneId, after: 'made-up' }),
  },
  { route: 'GET /office', who: 'anybody signed in' },
  {
    route: 'POST /office/projects/{projectId}/undo',
    who: 'staff of the zone',
    ok: 303,
    body: () => ({ version: '1' }),
  },
  { route: 'GET /office/desk', who: 'head, headquarters, administrator', query: inZone },
  { route: 'GET /office/work.csv', who: 'staff of the zone', query: inZone },
  { route: 'GET /office/work.xlsx', who: 'staff of the zone', query: inZone },
  {
    route: 'POST /office/filters',
    who: 'staff of the zone',
    ok: 303,
    body: ({ zoneId }) => ({ query: `zone=${zoneId}&standing=ready`, name: 'Ready' }),
  },
  {
    route: 'GET /office/bulk',
    who: 'office',
    query: ({ zoneId, assignment }) => ({ zone: zoneId, do: 'take', pick: assignment('office-decision') }),
  },
  {
    route: 'POST /office/bulk',
    who: 'office',
    ok: 303,
    changes: true,
    body: ({ zoneId, assignment }) => ({ zone: zoneId, do: 'take', pick: `${assignment('office-decision')}||0` }),
  },
  { route: 'GET /office/projects/{projectId}', who: 'staff of the zone' },
  { route: 'GET /office/projects/{projectId}/history', who: 'staff of the zone' },
  { route: 'GET /office/projects/{projectId}/print', who: 'staff of the zone' },
  { route: 'GET /office/projects/{projectId}/emails/{rowId}', who: 'office', params: { rowId: '000008-001' } },
  { route: 'GET /office/assignments/{assignmentId}', who: 'staff of the zone' },
  {
    route: 'POST /office/assignments/{assignmentId}',
    who: 'office',
    stage: 'letter-of-intent',
    ok: 303,
    changes: true,
    body: () => ({ ...returned, step: 'send' }),
  },
  {
    route: 'POST /office/assignments/{assignmentId}',
    who: 'office',
    stage: 'letter-of-intent',
    ok: 303,
    body: () => returned,
  },
  {
    route: 'POST /office/assignments/{assignmentId}',
    who: 'head alone',
    ok: 303,
    changes: true,
    body: () => ({ outcome: 'sent-back', ...reason, to: 'council-approval', step: 'send' }),
  },
  { ...actionForm('suspend'), who: 'head alone' },
  { ...actionForm('renew-pause'), who: 'head alone', ok: 409 },
  { ...actionForm('resume'), who: 'head alone', ok: 409 },
  { ...actionForm('extend'), who: 'office and headquarters' },
  { ...actionForm('withdraw'), who: 'office' },
  { ...actionForm('merge'), who: 'office', stage: 'letter-of-intent' },
  { ...actionForm('terminate'), who: 'head alone' },
  { ...actionForm('reopen'), who: 'head alone', ok: 409 },
  { ...actionForm('destroy'), who: 'never for staff' },
  {
    ...action('suspend'),
    who: 'head alone',
    ok: 303,
    changes: true,
    body: () => ({ ...reason, fault: 'office', reviewOn: soon, step: 'send' }),
  },
  {
    ...action('extend'),
    who: 'head and headquarters',
    ok: 303,
    changes: true,
    body: () => ({ ...reason, target: 'stage', to: '2026-03-16', step: 'send' }),
  },
  { ...action('withdraw'), who: 'office', ok: 303, changes: true, body: () => ({ step: 'send' }) },
  {
    ...action('merge'),
    who: 'office',
    stage: 'letter-of-intent',
    ok: 303,
    body: ({ projectId }) => ({ into: projectId, step: 'send' }),
  },
  { ...action('terminate'), who: 'head alone', ok: 303, changes: true, body: () => ({ ...reason, step: 'send' }) },
  { ...action('reopen'), who: 'head alone', ok: 409, body: () => ({ reason: 'For the test.', step: 'send' }) },
  { ...action('destroy'), who: 'never for staff', body: () => ({ step: 'send' }) },
  { ...handlingForm('send-again'), who: 'office', kind: 'architectural-planning' },
  { ...handlingForm('hand-over'), who: 'office', kind: 'architectural-planning' },
  { ...handlingForm('renew-link'), who: 'office', kind: 'architectural-planning' },
  { ...handlingForm('take'), who: 'office' },
  { ...handlingForm('give-back'), who: 'office' },
  { ...handlingForm('destroy'), who: 'never for staff' },
  {
    ...handling('send-again'),
    who: 'office',
    kind: 'architectural-planning',
    ok: 303,
    changes: true,
    body: () => ({ sentAgain: '0', step: 'send' }),
  },
  {
    ...handling('hand-over'),
    who: 'office',
    kind: 'architectural-planning',
    ok: 303,
    changes: true,
    body: ({ zoneId }) => ({ ...reason, partyId: `${zoneId}-gas`, step: 'send' }),
  },
  {
    ...handling('renew-link'),
    who: 'office',
    kind: 'architectural-planning',
    ok: 303,
    changes: true,
    body: () => ({ linkVersion: '0', step: 'send' }),
  },
  { ...handling('take'), who: 'office', ok: 303, changes: true, body: () => ({ step: 'send' }) },
  { ...handling('destroy'), who: 'never for staff', body: () => ({ step: 'send' }) },
  { route: 'GET /office/projects/{projectId}/contact', who: 'office' },
  {
    route: 'POST /office/projects/{projectId}/contact',
    who: 'office',
    ok: 303,
    changes: true,
    body: () => ({ name: 'Another', email: 'another@example.org', step: 'send' }),
  },
  { route: 'GET /office/projects/{projectId}/renew-link', who: 'office' },
  {
    route: 'POST /office/projects/{projectId}/renew-link',
    who: 'office',
    ok: 303,
    changes: true,
    body: () => ({ linkVersion: '0', step: 'send' }),
  },
  { route: 'GET /office/calendar.ics', who: 'staff of the zone', query: inZone },
  { route: 'GET /office/projects/{projectId}/calendar.ics', who: 'staff of the zone' },
  { route: 'GET /office/letters', who: 'office', query: inZone },
  { route: 'GET /office/letters', who: 'never for staff' },
  { route: 'POST /office/letters', who: 'office', ok: 303, query: inZone, body: () => ({ key: 'k'.repeat(22) }) },
  { route: 'GET /office/zones/{zoneId}/lines', who: 'staff of the zone' },
  {
    route: 'POST /office/zones/{zoneId}/lines',
    who: 'office',
    ok: 303,
    body: () => ({ utility: 'gas', state: 'ready' }),
  },
  { route: 'GET /office/projects/{projectId}/follow-ups', who: 'office' },
  {
    route: 'POST /office/projects/{projectId}/follow-ups',
    who: 'office',
    ok: 303,
    body: () => ({ text: 'For the test.', on: '2025-06-02', who: 'nobody', step: 'send' }),
  },
  { route: 'GET /office/zones/{zoneId}/follow-ups', who: 'office' },
  { route: 'GET /office/zones/{zoneId}/stale', who: 'office' },
  {
    route: 'POST /office/zones/{zoneId}/stale',
    who: 'office',
    ok: 303,
    body: ({ projectId }) => ({ project: projectId }),
  },
  { route: 'GET /office/zones/{zoneId}/obstacles', who: 'office and headquarters' },
  {
    route: 'POST /office/zones/{zoneId}/obstacles',
    who: 'head and headquarters',
    ok: 303,
    body: () => ({ about: 'line:rail', ...words, due: '2025-06-02', step: 'check' }),
  },
  {
    route: 'GET /office/zones/{zoneId}/obstacles/{obstacleId}',
    who: 'office and headquarters',
    params: { obstacleId: 'z1' },
  },
  {
    route: 'GET /office/zones/{zoneId}/obstacles/{obstacleId}/{action}',
    who: 'head and headquarters',
    params: { obstacleId: 'z1', action: 'resolve' },
  },
  {
    route: 'POST /office/zones/{zoneId}/obstacles/{obstacleId}/{action}',
    who: 'office and headquarters',
    params: { obstacleId: 'z1', action: 'answer' },
    ok: 303,
    body: () => ({ ...words, due: '2025-06-02', step: 'check' }),
  },
  { route: 'GET /office/zones/{zoneId}/moratoria', who: 'staff of the zone' },
  {
    route: 'POST /office/zones/{zoneId}/moratoria',
    who: 'head and headquarters',
    ok: 303,
    body: () => ({ utility: 'rail', scope: 'zone', from: '1999-01-04', reason: 'For the test.', step: 'check' }),
  },
  { route: 'GET /office/zones/{zoneId}/lines/{lineId}', who: 'staff of the zone' },
  {
    route: 'POST /office/zones/{zoneId}/lines/{lineId}',
    who: 'office',
    ok: 303,
    query: () => ({ do: 'milestone' }),
    body: () => ({ milestone: 'design', responsible: 'Engineer', why: 'For the test.', version: '1' }),
  },
  { route: 'GET /office/zones/{zoneId}/plots', who: 'staff of the zone' },
  {
    route: 'POST /office/zones/{zoneId}/plots',
    who: 'head and administrator',
    ok: 303,
    query: ({ zoneId }) => ({ register: zoneId, do: 'zone' }),
    body: () => ({ kind: 'nothing' }),
  },
  { route: 'GET /office/zones/{zoneId}/plots/{plotId}', who: 'staff of the zone' },
  {
    route: 'POST /office/zones/{zoneId}/plots/{plotId}',
    who: 'office',
    ok: 303,
    query: () => ({ do: 'line' }),
    body: () => ({ point: 'L-3' }),
  },
  { route: 'GET /office/headquarters', who: 'staff of the zone', query: inZone },
  {
    route: 'GET /office/headquarters',
    who: 'staff of the zone',
    query: (target) => ({ ...inZone(target), view: 'instructions', as: 'csv' }),
  },
  {
    route: 'GET /office/headquarters',
    who: 'head and headquarters',
    query: (target) => ({ ...inZone(target), view: 'setting' }),
  },
  {
    route: 'GET /office/headquarters',
    // The officer is its secretary.
    who: 'office and headquarters',
    query: (target) => ({ ...inZone(target), view: 'hall' }),
  },
  {
    route: 'POST /office/headquarters',
    who: 'head and headquarters',
    ok: 303,
    query: (target) => ({ ...inZone(target), view: 'setting' }),
    body: () => ({ time: '11:00' }),
  },
  { route: 'GET /office/board', who: 'staff of the zone', query: inZone },
  { route: 'GET /office/board.csv', who: 'staff of the zone', query: inZone },
  { route: 'GET /office/board.xlsx', who: 'staff of the zone', query: inZone },
  { route: 'GET /api/board', who: 'staff of the zone', query: inZone },
  { route: 'GET /office/forums', who: 'staff of the zone', query: inForum },
  {
    route: 'GET /office/forums',
    who: 'office and headquarters',
    query: (target) => ({ ...inForum(target), view: 'sign' }),
  },
  {
    route: 'POST /office/forums',
    who: 'office and headquarters',
    ok: 303,
    query: (target) => ({ ...inForum(target), view: 'sign' }),
    body: () => ({ kind: 'nothing' }),
  },
  { route: 'GET /api/showcase/{itemId}', who: 'staff of the zone', ok: 404, params: { itemId: 'none' } },
  {
    route: 'POST /api/showcase/{itemId}',
    who: 'staff of the zone',
    ok: 404,
    params: { itemId: 'none' },
    body: () => ({ action: 'withdraw', reason: 'For the test.' }),
  },
  { route: 'GET /office/showcase', who: 'staff of the zone', query: inZone },
  {
    route: 'GET /office/showcase',
    who: 'office and headquarters',
    query: (target) => ({ ...inZone(target), view: 'add' }),
  },
  {
    route: 'POST /office/showcase',
    who: 'office and headquarters',
    ok: 303,
    query: (target) => ({ ...inZone(target), view: 'add' }),
    body: () => ({ hs: 'none' }),
  },
  { route: 'GET /api/forums/{forumId}/cohort', who: 'staff of the zone' },
  { route: 'GET /api/promises', who: 'staff of the zone', query: inZone },
  {
    route: 'POST /api/forums/{forumId}',
    who: 'office and headquarters',
    ok: 400,
    body: () => ({ action: 'invite', owner: 'nobody', guests: [{ name: 'Guest', company: 'Company' }] }),
  },
  { route: 'GET /office/headquarters', who: 'head, headquarters, leadership', query: inRegion },
  {
    route: 'GET /office/headquarters',
    who: 'headquarters and leadership',
    query: (target) => ({ ...inRegion(target), view: 'setting' }),
  },
  {
    route: 'POST /office/headquarters',
    who: 'headquarters and leadership',
    ok: 303,
    query: (target) => ({ ...inRegion(target), view: 'setting' }),
    body: () => ({ time: '11:00' }),
  },
  { route: 'GET /office/import', who: 'head and administrator', query: inZone },
  {
    route: 'POST /office/import',
    who: 'head and administrator',
    ok: 400,
    query: inZone,
    body: ({ zoneId }) => ({ zoneId, kind: 'milestones' }),
  },
  {
    route: 'POST /api/imports',
    who: 'head and administrator',
    body: ({ zoneId }) => ({ kind: 'milestones', zoneId, text: 'project,milestone,baseline\nRoad,Bridge,2026-01-12' }),
  },
  { route: 'GET /api/imports/{importId}', who: 'never for staff', params: { importId: 'pnothing' } },
  { route: 'GET /api/headquarters/{headquartersId}/agenda', who: 'staff of the zone' },
  { route: 'GET /api/instructions', who: 'staff of the zone', query: inZone },
];

const ofProject = '/api/projects/{projectId}/obstacles';
const ofLink = '/api/links/{link}/obstacles';

const question = { question: 'May the plot be fenced?' };

const obstacles: readonly Row[] = [
  { route: 'POST /api/links/{link}/questions', who: 'investor, not the party', changes: true, body: () => question },
  { route: `POST ${ofLink}`, who: 'investor, not the party', changes: true, body: () => ({ about, ...words }) },
  { route: `GET ${ofLink}/{obstacleId}`, who: 'investor and party', obstacle: true },
  {
    route: `POST ${ofLink}/{obstacleId}/answer`,
    who: 'investor and party',
    obstacle: true,
    changes: true,
    body: () => words,
  },
  {
    route: `POST ${ofLink}/{obstacleId}/resolve`,
    who: 'investor, not the party',
    obstacle: true,
    changes: true,
    body: () => words,
  },
  { route: 'GET /api/obstacles', who: 'staff of the zone', obstacle: true, query: inZone },
  { route: `POST ${ofProject}`, who: 'office', changes: true, body: () => ({ about, ...words }) },
  { route: `GET ${ofProject}/{obstacleId}`, who: 'office and headquarters', obstacle: true },
  {
    route: `POST ${ofProject}/{obstacleId}/hand-over`,
    who: 'office',
    obstacle: true,
    changes: true,
    body: () => ({ to: { kind: 'office' } }),
  },
  { route: `POST ${ofProject}/{obstacleId}/answer`, who: 'office', obstacle: true, changes: true, body: () => words },
  {
    route: `POST ${ofProject}/{obstacleId}/refer`,
    who: 'head and headquarters',
    obstacle: true,
    changes: true,
    body: () => ({ body: 'regulator', on: '2025-06-02', ...words }),
  },
  // Nobody outside was asked: who may write an answer is told so.
  {
    route: `POST ${ofProject}/{obstacleId}/referral-answer`,
    who: 'office and headquarters',
    obstacle: true,
    ok: 400,
    body: () => ({ body: 'ombudsman', on: '2025-06-02', ...words }),
  },
  { route: `POST ${ofProject}/{obstacleId}/resolve`, who: 'office', obstacle: true, changes: true, body: () => words },
  // Nothing is under contract there: who may open a docket is told that there is none to open.
  {
    route: 'POST /api/projects/{projectId}/docket',
    who: 'office',
    ok: 409,
    body: () => ({ step: 'open', words: 'For the test.' }),
  },
  { route: 'GET /api/projects/{projectId}/road-map', who: 'staff of the zone' },
  { route: 'GET /api/projects/{projectId}/ladder', who: 'staff of the zone' },
  { route: 'GET /api/projects/{projectId}/obligations', who: 'staff of the zone' },
  // Who may approve a road map is told what it lacks.
  {
    route: 'POST /api/projects/{projectId}/needs',
    who: 'office',
    ok: 400,
    body: () => ({ lineId: 'none', capacity: 1, by: '2025-06-02', stage: 'expertise' }),
  },
  { route: 'POST /api/projects/{projectId}/road-map/approve', who: 'head alone', ok: 400, body: () => ({}) },
  { route: 'GET /api/projects/{projectId}/notes', who: 'office and headquarters' },
  {
    route: 'POST /api/projects/{projectId}/notes',
    who: 'office',
    changes: true,
    body: () => ({ text: 'For the test.', shared: true }),
  },
];

const obstaclePage = '/office/projects/{projectId}/obstacles/{obstacleId}';
const obstacleForm = (action: string): Pick<Row, 'route' | 'params' | 'obstacle'> => ({
  route: `GET ${obstaclePage}/{action}`,
  params: { action },
  obstacle: true,
});
const obstacleAct = (action: string): Pick<Row, 'route' | 'params' | 'obstacle' | 'ok' | 'changes'> => ({
  route: `POST ${obstaclePage}/{action}`,
  params: { action },
  obstacle: true,
  ok: 303,
  changes: true,
});

const obstaclePages: readonly Row[] = [
  { route: 'GET /l/{link}/people', who: 'investor alone' },
  { route: 'GET /l/{link}/obligations', who: 'investor, not the party' },
  {
    route: 'POST /l/{link}/obligations',
    who: 'investor, not the party',
    ok: 409,
    query: () => ({ do: 'report' }),
    body: () => ({ step: 'check' }),
  },
  { route: 'GET /l/{link}/ladder', who: 'investor, not the party' },
  // Nothing is built there: who may say a rung is told so.
  {
    route: 'POST /l/{link}/ladder',
    who: 'investor, not the party',
    ok: 409,
    query: () => ({ do: 'say' }),
    body: () => ({ step: 'check' }),
  },
  { route: 'GET /l/{link}/people/new', who: 'investor alone' },
  {
    route: 'POST /l/{link}/people/new',
    who: 'investor alone',
    ok: 303,
    changes: true,
    body: () => ({ name: 'Aru Colleague', email: 'aru@example.org', language: 'kk' }),
  },
  { route: 'GET /l/{link}/people/own', who: 'investor alone' },
  {
    route: 'POST /l/{link}/people/own',
    who: 'investor alone',
    ok: 303,
    changes: true,
    body: () => ({ email: 'moved@example.org', language: 'kk' }),
  },
  { route: 'GET /l/{link}/people/{delegate}', who: 'investor alone', ok: 404, params: { delegate: '1' } },
  { route: 'POST /l/{link}/people/{delegate}', who: 'investor alone', ok: 303, params: { delegate: '1' } },
  { route: 'GET /l/{link}/questions', who: 'investor alone' },
  { route: 'POST /l/{link}/questions', who: 'investor alone', ok: 303, changes: true, body: () => question },
  { route: 'GET /l/{link}/obstacles', who: 'investor alone' },
  {
    route: 'POST /l/{link}/obstacles',
    who: 'investor alone',
    ok: 303,
    changes: true,
    body: () => ({ about: 'line:gas', ...words, step: 'send' }),
  },
  { route: 'GET /l/{link}/obstacles/{obstacleId}', who: 'investor and party', obstacle: true },
  {
    route: 'POST /l/{link}/obstacles/{obstacleId}',
    who: 'investor and party',
    obstacle: true,
    ok: 303,
    changes: true,
    body: () => ({ ...words, action: 'answer' }),
  },
  { route: 'GET /office/projects/{projectId}/obstacles', who: 'office' },
  {
    route: 'POST /office/projects/{projectId}/obstacles',
    who: 'office',
    ok: 303,
    changes: true,
    body: () => ({ about: 'stage:expertise', ...words, step: 'send' }),
  },
  { route: `GET ${obstaclePage}`, who: 'office and headquarters', obstacle: true },
  ...['hand-over', 'answer', 'resolve'].map((action): Row => ({ ...obstacleForm(action), who: 'office' })),
  { ...obstacleForm('destroy'), who: 'never for staff' },
  { ...obstacleAct('hand-over'), who: 'office', body: () => ({ to: 'office', step: 'send' }) },
  ...['answer', 'resolve'].map((action): Row => ({
    ...obstacleAct(action),
    who: 'office',
    body: () => ({ ...words, step: 'send' }),
  })),
  { route: 'GET /office/projects/{projectId}/docket', who: 'office', ok: 409, query: () => ({ do: 'open' }) },
  {
    route: 'POST /office/projects/{projectId}/docket',
    who: 'office',
    ok: 409,
    query: () => ({ do: 'open' }),
    body: () => ({ words: 'For the test.', step: 'send' }),
  },
  { route: 'GET /office/projects/{projectId}/road-map', who: 'staff of the zone' },
  { route: 'GET /office/projects/{projectId}/road-map', who: 'staff of the zone', query: () => ({ as: 'ics' }) },
  {
    route: 'POST /office/projects/{projectId}/road-map',
    who: 'head alone',
    ok: 400,
    query: () => ({ do: 'approve' }),
    body: () => ({ step: 'send' }),
  },
  { route: 'GET /office/projects/{projectId}/obligations', who: 'staff of the zone' },
  // Nothing is built there: who may plan is told so.
  {
    route: 'POST /office/projects/{projectId}/obligations',
    who: 'office',
    ok: 409,
    query: () => ({ do: 'plan' }),
    body: () => ({ step: 'send' }),
  },
  { route: 'GET /office/projects/{projectId}/ladder', who: 'staff of the zone' },
  // Nothing is built there: who may say a rung is told so.
  {
    route: 'POST /office/projects/{projectId}/ladder',
    who: 'office',
    ok: 409,
    query: () => ({ do: 'say' }),
    body: () => ({ step: 'send' }),
  },
  { route: 'GET /office/projects/{projectId}/care', who: 'office', query: () => ({ do: 'note-number' }) },
  {
    route: 'POST /office/projects/{projectId}/care',
    who: 'office',
    ok: 303,
    changes: true,
    query: () => ({ do: 'verify' }),
    body: () => ({}),
  },
  { route: 'GET /office/projects/{projectId}/notes', who: 'office and headquarters' },
  {
    route: 'POST /office/projects/{projectId}/notes',
    who: 'office',
    ok: 303,
    changes: true,
    body: () => ({ text: 'For the test.', who: 'internal' }),
  },
];

const region: readonly Row[] = [
  { route: 'GET /api/pipeline', who: 'anybody signed in', query: inZone },
  { route: 'GET /api/forecasts', who: 'staff of the zone', query: inZone },
  { route: 'GET /region', who: 'staff of the zone', query: inZone },
  { route: 'GET /region', who: 'anybody signed in' },
  { route: 'GET /api/dockets', who: 'staff of the zone', query: inZone },
  { route: 'GET /region/dockets', who: 'staff of the zone', query: inZone },
  { route: 'GET /region/showcase', who: 'staff of the zone', query: inZone },
  { route: 'GET /region/projects', who: 'staff of the zone', query: inZone },
  { route: 'GET /region/projects.csv', who: 'staff of the zone', query: inZone },
  { route: 'GET /region/projects.xlsx', who: 'staff of the zone', query: inZone },
  { route: 'GET /region/figures.csv', who: 'staff of the zone', query: inZone },
  { route: 'GET /region/figures.xlsx', who: 'staff of the zone', query: inZone },
];

const place = ({ zoneId }: Target) => ({ scope: 'zone', scopeId: zoneId });
const somebody = (target: Target) => ({ person: personIn(target) });
const headOf = ({ zoneId }: Target) => `zone#${zoneId}#head`;
const profile = { name: 'Somebody', language: 'kk' };
const byAdministrator = { who: 'administrator alone' } as const;

const names = { kk: 'Желі', ru: 'Сеть', en: 'Grid', uz: 'Tarmoq', 'uz-cyrl': 'Тармоқ' };
const late = { version: 99, names, language: 'kk' };
const aDay = { change: 'set-day', date: '2026-05-08', working: false, reason: 'Day moved' };
const aForum = { names, firstDay: '2026-11-12', lastDay: '2026-11-13' };
const inRequest = (target: Target) => ({ ...inZone(target), request: '0'.repeat(32) });
const inParty = ({ zoneId }: Target) => ({ party: `${zoneId}-gas` });
const inStage = () => ({ stage: 'expertise' });
const inNotice = () => ({ notice: 'rejected.investor' });

/** What a success changes here is nobody's role that another row needs. */
const adminApi: readonly Row[] = [
  { ...byAdministrator, route: 'GET /api/admin/people', query: place },
  {
    ...byAdministrator,
    route: 'POST /api/admin/people',
    body: (target) => ({ ...profile, email: `added-${target.place}@example.org`, ...place(target), role: 'officer' }),
  },
  { who: 'head and administrator', route: 'GET /api/admin/access', query: place },
  {
    who: 'head and administrator',
    route: 'POST /api/admin/access/{requestId}',
    ok: 404,
    params: { requestId: '0'.repeat(32) },
    body: (target) => ({ ...place(target), answer: 'give', role: 'officer' }),
  },
  { ...byAdministrator, route: 'GET /api/admin/people/{personId}' },
  {
    ...byAdministrator,
    route: 'POST /api/admin/people/{personId}',
    ok: 409,
    body: () => ({ ...profile, version: 0, email: 'somebody@example.org' }),
  },
  {
    ...byAdministrator,
    route: 'POST /api/admin/people/{personId}/roles',
    ok: 409,
    body: (target) => ({ ...place(target), version: 99, role: 'leadership', from: '2030-01-01' }),
  },
  {
    ...byAdministrator,
    route: 'POST /api/admin/people/{personId}/end',
    body: ({ zoneId }) => ({ membership: `zone#${zoneId}#leadership` }),
  },
  {
    ...byAdministrator,
    route: 'POST /api/admin/people/{personId}/deputy',
    body: (target) => ({ membership: headOf(target) }),
  },
  { ...byAdministrator, route: 'GET /api/admin/changes', query: place },
  { ...byAdministrator, route: 'GET /api/admin/zones/{zoneId}' },
  {
    ...byAdministrator,
    route: 'POST /api/admin/zones/{zoneId}',
    ok: 409,
    body: () => ({ ...late, mailbox: 'office@example.org' }),
  },
  {
    ...byAdministrator,
    route: 'POST /api/admin/zones/{zoneId}/parties',
    body: () => ({ kind: 'rail', names, email: 'rail@example.org', language: 'kk' }),
  },
  {
    ...byAdministrator,
    route: 'POST /api/admin/zones/{zoneId}/parties/{partyId}',
    ok: 409,
    body: () => ({ ...late, email: 'gas@example.org' }),
  },
  { ...byAdministrator, route: 'POST /api/admin/zones/{zoneId}/parties/{partyId}/end', ok: 409, body: () => ({}) },
  { ...byAdministrator, route: 'POST /api/admin/zones/{zoneId}/forums', body: () => aForum },
  {
    ...byAdministrator,
    route: 'POST /api/admin/zones/{zoneId}/forums/{forumId}',
    ok: 409,
    body: () => ({ version: 99, ...aForum }),
  },
  { ...byAdministrator, route: 'POST /api/admin/zones/{zoneId}/preview', body: () => aDay },
  { ...byAdministrator, route: 'POST /api/admin/zones/{zoneId}/setting', body: () => aDay },
];

const adminPages: readonly Row[] = [
  { route: 'GET /admin', who: 'administrators only' },
  { route: 'GET /office/access', who: 'anybody signed in' },
  { route: 'POST /office/access', who: 'anybody signed in', ok: 303 },
  { who: 'head and administrator', route: 'GET /admin/access', query: inZone },
  { who: 'head and administrator', route: 'GET /admin/access/answer', ok: 404, query: inRequest },
  { who: 'head and administrator', route: 'POST /admin/access/answer', ok: 404, query: inRequest },
  { ...byAdministrator, route: 'GET /admin/people', query: inZone },
  { ...byAdministrator, route: 'GET /admin/people/new', query: inZone },
  { ...byAdministrator, route: 'POST /admin/people/new', ok: 303, query: inZone },
  { ...byAdministrator, route: 'GET /admin/person', query: somebody },
  { ...byAdministrator, route: 'GET /admin/person/edit', query: somebody },
  { ...byAdministrator, route: 'POST /admin/person/edit', ok: 303, query: somebody },
  { ...byAdministrator, route: 'GET /admin/person/role', query: somebody },
  { ...byAdministrator, route: 'POST /admin/person/role', ok: 303, query: somebody },
  { ...byAdministrator, route: 'GET /admin/person/end', query: somebody },
  {
    ...byAdministrator,
    route: 'POST /admin/person/end',
    ok: 303,
    query: (target) => ({ ...somebody(target), membership: `zone#${target.zoneId}#leadership` }),
  },
  {
    ...byAdministrator,
    route: 'GET /admin/person/deputy',
    query: (target) => ({ ...somebody(target), membership: headOf(target) }),
  },
  {
    ...byAdministrator,
    route: 'POST /admin/person/deputy',
    ok: 303,
    query: (target) => ({ ...somebody(target), membership: headOf(target) }),
  },
  { ...byAdministrator, route: 'GET /admin/changes', query: inZone },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}' },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/edit' },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/edit', ok: 303 },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/parties' },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/party', query: inParty },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/party', ok: 303, query: inParty },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/party/end', query: inParty },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/party/end', ok: 303, query: inParty },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/forums' },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/forum' },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/forum', ok: 303 },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/calendar' },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/day' },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/day', ok: 303 },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/durations' },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/duration', query: inStage },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/duration', ok: 303, query: inStage },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/asked' },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/stage', query: inStage },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/stage', ok: 303, query: inStage },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/replies' },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/replies', ok: 303 },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/notices' },
  { ...byAdministrator, route: 'GET /admin/zones/{zoneId}/notice', query: inNotice },
  { ...byAdministrator, route: 'POST /admin/zones/{zoneId}/notice', ok: 303, query: inNotice },
];

/** The table: every route has at least one row here, and every row a route (infra/manifest/routes.ts). */
export const rows: readonly Row[] = [
  ...open,
  ...drafts,
  ...links,
  ...officeApi,
  ...documents,
  ...officePages,
  ...adminApi,
  ...adminPages,
  ...obstacles,
  ...obstaclePages,
  ...region,
];
