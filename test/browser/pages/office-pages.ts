import { fillIn } from '../fill-in.ts';
import { sent, uploaded, type Entries, type State } from './state.ts';
import type { PagesWorld } from './world.ts';

const asHead = (states: readonly Omit<State, 'as'>[]): readonly State[] =>
  states.map((one) => ({ ...one, as: 'head' }));

const lists = [
  { name: 'the work list', path: '/office' },
  { name: 'the work list by worth', path: '/office?zone=aqtobe&holder=office&sort=worth&desc=true' },
  { name: 'what a party must answer', path: '/office?zone=aqtobe&holder=aqtobe-power' },
  { name: 'decisions that are ready', path: '/office?zone=aqtobe&holder=office&standing=ready' },
  { name: 'a list of projects', path: '/office?zone=aqtobe&all=true' },
  { name: 'what is overdue', path: '/office?zone=aqtobe&overdue=true' },
  { name: 'a stage', path: '/office?zone=aqtobe&stage=technical-conditions' },
  { name: 'what is overdue in a stage', path: '/office?zone=aqtobe&stage=technical-conditions&overdue=true' },
  { name: 'the reader’s own work', path: '/office?zone=aqtobe&mine=true' },
  { name: 'an empty list', path: '/office?zone=aqtobe&stage=rejected' },
  { name: 'open obstacles', path: '/office?zone=aqtobe&obstacles=true' },
  { name: 'a search', path: '/office?zone=aqtobe&q=Tested' },
];

async function assignments({
  late,
  placed,
  checked,
  refused,
  cured,
  open,
}: PagesWorld): Promise<readonly Omit<State, 'as'>[]> {
  const path = async (...which: Parameters<PagesWorld['open']>) => `/office/assignments/${await open(...which)}`;
  const decision = await path(late, 'office-decision');
  const reasoned = async (page: Parameters<NonNullable<State['act']>>[0]) => {
    await fillIn(page, {
      reasonCode: 'incomplete',
      reason: 'A word that is a hundred letters long: '.padEnd(140, 'x'),
      daysToCure: '7',
    });
    await sent('check')(page);
  };
  return [
    { name: 'the choice of an answer', path: decision },
    { name: 'a decision with answers before it', path: await path(refused, 'office-decision') },
    { name: 'a decision that waits for documents', path: await path(placed['council-approval'], 'office-decision') },
    ...['returned', 'sent-back', 'approved'].map((outcome) => ({
      name: `a stage ${outcome}`,
      path: `${decision}?outcome=${outcome}`,
    })),
    { name: 'a return with nothing', path: `${decision}?outcome=returned`, act: sent('check') },
    { name: 'the emails of a return', path: `${decision}?outcome=returned`, act: reasoned },
    { name: 'an answer on paper', path: `${await path(late, 'technical-condition', 'power')}?outcome=issued` },
    {
      name: 'an answer on paper, empty',
      path: `${await path(late, 'technical-condition', 'power')}?outcome=issued`,
      act: sent('check'),
    },
    { name: 'a paused line', path: await path(cured, 'technical-condition', 'gas') },
    { name: 'documents', path: await path(checked, 'document-check') },
    { name: 'documents, none', path: await path(checked, 'document-check'), act: sent('check') },
    { name: 'a contract', path: await path(placed['contract-and-land'], 'contract') },
    { name: 'a contract, empty', path: await path(placed['contract-and-land'], 'contract'), act: sent('check') },
    { name: 'a notification with phases', path: await path(placed['construction-start'], 'start-notification') },
  ];
}

/** What an office does with an assignment beside answering it. */
async function handlingStates({ late, taken, open }: PagesWorld): Promise<readonly Omit<State, 'as'>[]> {
  const [power, decision] = [
    `/office/assignments/${await open(late, 'technical-condition', 'power')}`,
    `/office/assignments/${await open(late, 'office-decision')}`,
  ];
  return [
    { name: 'sent again', path: `${power}/send-again` },
    { name: 'handed over', path: `${power}/hand-over` },
    { name: 'handed over to nobody', path: `${power}/hand-over`, act: sent('check') },
    { name: 'another link', path: `${power}/renew-link` },
    { name: 'taken', path: `${decision}/take` },
    { name: 'nothing to give back', path: `${decision}/give-back` },
    { name: 'what was handed over', path: `${power}?done=hand-over` },
    { name: 'work that a colleague has', path: `/office/assignments/${taken}` },
    { name: 'taken over from a colleague', path: `/office/assignments/${taken}/take` },
    { name: 'no such handling', path: `${decision}/nonsense`, status: 404 },
  ];
}

/** Steps of a docket that has its act of breach. */
function docketStates({ frozen: { projectId } }: PagesWorld): Entries {
  const path = (act: string) => `/office/projects/${projectId}/docket?do=${act}`;
  return {
    '/office/projects/{projectId}/docket': [
      ...asHead([
        { name: 'a decision in a docket', path: path('decision') },
        { name: 'a decision of nothing', path: path('decision'), act: sent('check') },
        {
          name: 'the email of a new schedule',
          path: path('decision'),
          act: async (page) => {
            await page.locator('[value="new-schedule"]').check();
            await fillIn(page, { number: 'R-1', on: '2026-01-21', startBy: '2026-09-01', words: 'x'.repeat(90) });
            await sent('check')(page);
          },
        },
        { name: 'the end of a docket', path: path('close') },
        { name: 'a step that has to wait', path: path('plot-free'), status: 409 },
        { name: 'no step at all', path: path('nothing'), status: 404 },
      ]),
      { name: 'a decision that is the head’s', path: path('decision'), as: 'officer', status: 403 },
    ],
  };
}

let written = 0;

/** A file that is chosen as somebody would, looked at, and confirmed where it is told: each time another one, of which something is new. */
const chosen =
  (kind: string, rows: string, confirmed = false): State['act'] =>
  async (page) => {
    await page.locator(`[name="kind"][value="${kind}"]`).check();
    const buffer = Buffer.from(rows.replace('{count}', String((written += 1))));
    await page.locator('[name="file"]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    await sent()(page);
    if (confirmed) await page.locator('[name="confirm"]').click();
  };

const wrong = 'project;milestone;baseline\nRoad;Bridge;soon\nRoad;Lane {count};12.01.2026';
const right = 'project;milestone;baseline\nCanal;Lock {count};12.01.2026';

const importStates: readonly State[] = [
  { name: 'an import for officers', path: '/office/import?zone=aqtobe', as: 'officer', status: 403 },
  ...asHead(
    [
      { name: 'an import' },
      { name: 'an import of nothing', act: sent() },
      { name: 'rows with errors', act: chosen('milestones', wrong) },
      { name: 'columns that lack', act: chosen('projects', 'company;extra\nA;b') },
      { name: 'a file that is written', act: chosen('milestones', right, true) },
    ].map((one) => ({ ...one, path: '/office/import?zone=aqtobe' })),
  ),
];

/** A road map that is drawn, and what an office notes of a project. */
function roadMapStates({ late: { projectId }, placed, climbed }: PagesWorld): Entries {
  const built = `/office/projects/${climbed.projectId}/ladder`;
  const owed = `/office/projects/${climbed.projectId}/obligations`;
  const roadMap = `/office/projects/${placed['contract-and-land'].projectId}/road-map`;
  const care = `/office/projects/${projectId}/care`;
  return {
    '/office/projects/{projectId}/road-map': [
      ...asHead([
        { name: 'a road map', path: roadMap, printed: true },
        { name: 'a late road map', path: `/office/projects/${projectId}/road-map` },
        { name: 'a road map to be printed', path: `${roadMap}?as=print` },
        { name: 'people and dates of a road map', path: `${roadMap}?do=fill` },
        { name: 'what was filled in', path: `${roadMap}?do=fill`, act: sent('check') },
        { name: 'one row of a road map', path: `${roadMap}?do=row&row=expertise` },
        { name: 'what an approval lacks', path: `${roadMap}?do=approve` },
        { name: 'no such row', path: `${roadMap}?do=row&row=nothing`, status: 404 },
      ]),
      { name: 'an approval that is the head’s', path: `${roadMap}?do=approve`, as: 'officer', status: 403 },
    ],
    '/office/projects/{projectId}/ladder': asHead([
      { name: 'a ladder before the start', path: `/office/projects/${projectId}/ladder` },
      { name: 'what is built', path: built },
      { name: 'a rung to be said', path: `${built}?do=say` },
      { name: 'a rung of nothing', path: `${built}?do=say`, act: sent('check') },
      { name: 'a rung to be disputed', path: `${built}?do=dispute&said=${String(climbed.said)}` },
      { name: 'a rung to be confirmed', path: `${built}?do=confirm&said=${String(climbed.said)}` },
      { name: 'no such rung', path: `${built}?do=dispute&said=1`, status: 404 },
    ]),
    '/office/projects/{projectId}/obligations': asHead([
      { name: 'what a contract promises', path: owed },
      { name: 'a year of it', path: `${owed}?do=plan` },
      { name: 'a year of nothing', path: `${owed}?do=plan`, act: sent('check') },
      { name: 'a report to be confirmed', path: `${owed}?do=confirm&period=${climbed.reported}` },
      { name: 'no such period', path: `${owed}?do=confirm&period=1999`, status: 404 },
      { name: 'before the start', path: `/office/projects/${projectId}/obligations` },
    ]),
    '/office/projects/{projectId}/care': asHead([
      { name: 'a number of another register', path: `${care}?do=note-number` },
      { name: 'a number of nothing', path: `${care}?do=note-number`, act: sent() },
      { name: 'no number to remove', path: `${care}?do=remove-number` },
      { name: 'a companion', path: `${care}?do=name-companion` },
      { name: 'a need of a line', path: `${care}?do=say-need&line=aqtobe-l-3` },
      { name: 'a need of nothing', path: `${care}?do=say-need`, act: sent() },
      { name: 'nothing to care for', path: `${care}?do=nothing`, status: 404 },
    ]),
  };
}

const ofForum = (view: string): string => `/office/forums?forum=aqtobe-investment-forum-2025&view=${view}`;

const forumStates: readonly State[] = [
  { name: 'what came of a forum, for leadership', path: ofForum('cohort'), as: 'leadership' },
  { name: 'no forum', path: '/office/forums?zone=turkistan', as: 'officer-turkistan' },
  ...asHead([
    { name: 'what had come of a forum', path: `${ofForum('cohort')}&age=P30D` },
    { name: 'guests of a forum', path: ofForum('guests') },
    { name: 'what was signed at a forum', path: ofForum('promises') },
    { name: 'an invitation', path: ofForum('invite') },
    { name: 'an invitation of nobody', path: ofForum('invite'), act: sent() },
    { name: 'what is to be entered as signed', path: ofForum('sign') },
    { name: 'nothing signed', path: ofForum('sign'), act: sent() },
    { name: 'a guest that is not there', path: `${ofForum('guest')}&id=none`, status: 404 },
    { name: 'the programme of a forum', path: ofForum('programme') },
    { name: 'a session of nothing', path: ofForum('session'), act: sent() },
    { name: 'a task', path: ofForum('task') },
    { name: 'tables of nothing', path: ofForum('tables'), act: sent() },
    { name: 'meetings at a forum', path: ofForum('meetings') },
    { name: 'a meeting with nobody', path: ofForum('ask'), act: sent() },
    { name: 'sheets of meetings', path: ofForum('sheets') },
    { name: 'in the hall of a forum', path: ofForum('in-hall') },
    { name: 'a figure of others', path: ofForum('stated') },
  ]),
];

const ofHeadquarters = (view: string): string => `/office/headquarters?zone=kokand&view=${view}`;

const headquartersStates: readonly State[] = [
  { name: 'the agenda of one that ended', path: '/office/headquarters?zone=aqtobe', as: 'leadership', printed: true },
  { name: 'no headquarters', path: '/office/headquarters?zone=turkistan', as: 'officer-turkistan' },
  { name: 'a register for leadership', path: ofHeadquarters('instructions'), as: 'leadership-kokand' },
  { name: 'no headquarters of a region', path: '/office/headquarters?region=aqtobe-region', as: 'leadership' },
  {
    name: 'who sits in that of a region',
    path: '/office/headquarters?region=fergana-region&view=setting',
    as: 'leadership-kokand',
  },
  ...[
    { name: 'the next agenda', path: '/office/headquarters?zone=kokand' },
    { name: 'a matter in the hall', path: ofHeadquarters('hall') },
    { name: 'a matter in the hall with nothing', path: ofHeadquarters('hall'), act: sent() },
    { name: 'a protocol', path: ofHeadquarters('protocol') },
    { name: 'a protocol with nothing', path: ofHeadquarters('protocol'), act: sent() },
    { name: 'a register of nothing', path: `${ofHeadquarters('instructions')}&standing=kept-late` },
    { name: 'an instruction', path: `${ofHeadquarters('instruction')}&id=i1` },
    { name: 'evidence of nothing', path: `${ofHeadquarters('instruction')}&id=i1`, act: sent() },
    { name: 'who sits in it', path: ofHeadquarters('setting') },
    { name: 'no such view', path: ofHeadquarters('nonsense'), status: 404 },
  ].map((one) => ({ ...one, as: 'head-kokand' })),
];

/** What stands in a project's way, and the office's notes. */
function hinderedStates({ hindered: { projectId, openObstacle, resolvedObstacle } }: PagesWorld): Entries {
  const project = `/office/projects/${projectId}`;
  const open = `${project}/obstacles/${openObstacle}`;
  const words = `Two lines,\n${'x'.repeat(90)}`;
  const filledIn =
    (values: Readonly<Record<string, string>>, button = 'check'): State['act'] =>
    async (page) => {
      await fillIn(page, values);
      await sent(button)(page);
    };
  return {
    '/office/projects/{projectId}/obstacles': asHead([
      { name: 'an obstacle to record', path: `${project}/obstacles` },
      { name: 'an obstacle of nothing', path: `${project}/obstacles`, act: sent('check') },
      {
        name: 'the emails of an obstacle',
        path: `${project}/obstacles`,
        act: filledIn({ about: 'line:power', words }),
      },
    ]),
    '/office/projects/{projectId}/obstacles/{obstacleId}': asHead([
      { name: 'an obstacle', path: open },
      { name: 'an obstacle that was handed over', path: `${open}?done=hand-over` },
      { name: 'a resolved obstacle', path: `${project}/obstacles/${resolvedObstacle}` },
      { name: 'an obstacle that is not there', path: `${project}/obstacles/o999`, status: 404 },
    ]),
    '/office/projects/{projectId}/obstacles/{obstacleId}/{action}': asHead([
      ...['hand-over', 'answer', 'resolve'].map((one) => ({ name: `${one} of an obstacle`, path: `${open}/${one}` })),
      ...['hand-over', 'answer', 'resolve'].map((one) => ({
        name: `${one} of an obstacle with nothing`,
        path: `${open}/${one}`,
        act: sent('check'),
      })),
      {
        name: 'the emails of a handed-over obstacle',
        path: `${open}/hand-over`,
        act: filledIn({ to: 'aqtobe-gas', words }),
      },
      { name: 'the emails of a resolved obstacle', path: `${open}/resolve`, act: filledIn({ words }) },
      {
        name: 'an obstacle that is resolved already',
        path: `${project}/obstacles/${resolvedObstacle}/resolve`,
        status: 409,
      },
    ]),
    '/office/projects/{projectId}/notes': [
      ...asHead([
        { name: 'notes', path: `${project}/notes` },
        { name: 'a note of nothing', path: `${project}/notes`, act: sent('check') },
        { name: 'a saved note', path: `${project}/notes?done` },
        {
          name: 'the email of a note',
          path: `${project}/notes`,
          act: async (page) => {
            await fillIn(page, { text: words });
            await page.locator('[value=shared]').check();
            await sent('check')(page);
          },
        },
      ]),
      { name: 'notes for headquarters', path: `${project}/notes`, as: 'headquarters' },
      { name: 'no notes for leadership', path: `${project}/notes`, as: 'leadership', status: 403 },
    ],
  };
}

export async function officePages(world: PagesWorld): Promise<Entries> {
  const { late, placed, suspended, withdrawn, started, returned, hindered, duplicate, merged, kept } = world;
  const merge = `/office/projects/${duplicate.projectId}/actions/merge`;
  const action = (name: string) => `/office/projects/${late.projectId}/actions/${name}`;
  const emailOf = async (projectId: string) => {
    const [email] = await world.host.mailOf(projectId);
    return `/office/projects/${projectId}/emails/${email?.tags['row'] ?? ''}`;
  };
  const project = (name: string, { projectId }: typeof late) => ({
    name: `a project ${name}`,
    path: `/office/projects/${projectId}`,
  });
  return {
    '/office': [...asHead(lists), { name: 'nothing to do', path: '/office', as: 'officer-turkistan' }],
    '/office/desk': [
      ...asHead([{ name: 'the head’s desk', path: '/office/desk?zone=aqtobe' }]),
      { name: 'no desk for an officer', path: '/office/desk?zone=aqtobe', as: 'officer', status: 403 },
    ],
    '/office/bulk': asHead([
      {
        name: 'work to take',
        path: `/office/bulk?zone=aqtobe&do=take&pick=${await world.open(late, 'office-decision')}`,
      },
      {
        name: 'work to give',
        path: `/office/bulk?zone=aqtobe&do=give&pick=${await world.open(late, 'office-decision')}`,
      },
      {
        name: 'emails to send again, one of them none',
        path: `/office/bulk?zone=aqtobe&do=send-again&pick=${await world.open(late, 'office-decision')}&pick=${await world.open(late, 'technical-condition', 'power')}`,
      },
      { name: 'nothing ticked', path: '/office/bulk?zone=aqtobe&do=take' },
      {
        name: 'what was done',
        path: `/office/bulk?zone=aqtobe&do=take&pick=${await world.open(late, 'office-decision')}`,
        act: async (page) => Promise.all([page.waitForEvent('load'), page.locator('main form button').click()]),
      },
    ]),
    '/office/work.csv': 'leads to a file',
    '/office/work.xlsx': 'leads to a file',
    '/office/projects/{projectId}': asHead([
      project('that is late', late),
      project('in expertise', placed.expertise),
      project('suspended', suspended),
      project('withdrawn', withdrawn),
      project('that has started', started),
      project('that is corrected', returned),
      project('with something in its way', hindered),
      project('whose plot is frozen', world.frozen),
      project('with possible duplicates', duplicate),
      project('that went on as another one', merged),
      project('as which another one goes on', kept),
      { name: 'what has been done', path: `/office/projects/${late.projectId}?done=answered` },
      { name: 'a project that is not there', path: '/office/projects/none', status: 404 },
    ]),
    '/office/projects/{projectId}/history': asHead([
      { name: 'a history', path: `/office/projects/${started.projectId}/history` },
      { name: 'a history with obstacles', path: `/office/projects/${hindered.projectId}/history` },
      { name: 'nothing of a history', path: `/office/projects/${started.projectId}/history?kind=obstacles` },
      { name: 'a history of emails', path: `/office/projects/${hindered.projectId}/history?kind=emails&of=investor` },
      { name: 'a history of a duplicate', path: `/office/projects/${merged.projectId}/history` },
    ]),
    '/office/projects/{projectId}/emails/{rowId}': asHead([
      { name: 'an email', path: await emailOf(hindered.projectId) },
      { name: 'an email that is not there', path: `/office/projects/${late.projectId}/emails/none`, status: 404 },
    ]),
    '/office/projects/{projectId}/print': asHead([
      { name: 'a late project as one print', path: `/office/projects/${late.projectId}/print` },
      {
        name: 'a project with something in its way as one print',
        path: `/office/projects/${hindered.projectId}/print`,
      },
      { name: 'a project that was withdrawn as one print', path: `/office/projects/${withdrawn.projectId}/print` },
    ]),
    ...docketStates(world),
    ...roadMapStates(world),
    ...hinderedStates(world),
    '/office/assignments/{assignmentId}': asHead(await assignments(world)),
    '/office/projects/{projectId}/actions/{action}': asHead([
      ...['suspend', 'extend', 'withdraw', 'terminate'].map((one) => ({ name: one, path: action(one) })),
      ...['suspend', 'extend', 'terminate'].map((one) => ({
        name: `${one} with nothing`,
        path: action(one),
        act: sent('check'),
      })),
      { name: 'the emails of a withdrawal', path: action('withdraw'), act: sent('check') },
      { name: 'renewing a pause', path: `/office/projects/${suspended.projectId}/actions/renew-pause` },
      {
        name: 'renewing a pause with nothing',
        path: `/office/projects/${suspended.projectId}/actions/renew-pause`,
        act: sent('check'),
      },
      { name: 'resume', path: `/office/projects/${suspended.projectId}/actions/resume` },
      { name: 'taking an ending back', path: `/office/projects/${withdrawn.projectId}/actions/reopen` },
      {
        name: 'taking an ending back with nothing',
        path: `/office/projects/${withdrawn.projectId}/actions/reopen`,
        act: sent('check'),
      },
      { name: 'a merge', path: merge },
      { name: 'a merge with nothing', path: merge, act: sent('check') },
      {
        name: 'the emails of a merge',
        path: merge,
        act: async (page) => {
          await page.locator(`[value="${kept.projectId}"]`).check();
          await sent('check')(page);
        },
      },
      { name: 'a merge with nobody', path: `/office/projects/${returned.projectId}/actions/merge`, status: 409 },
      { name: 'an action that is not possible', path: action('resume'), status: 409 },
    ]),
    '/office/projects/{projectId}/documents': asHead([
      { name: 'documents of a project', path: `/office/projects/${returned.projectId}/documents` },
      {
        name: 'a document that is added to an answer',
        path: `/office/projects/${late.projectId}/documents?assignment=${await world.open(late, 'technical-condition', 'power')}`,
      },
      {
        name: 'a document of no kind',
        path: `/office/projects/${late.projectId}/documents?assignment=${await world.open(late, 'technical-condition', 'power')}`,
        act: uploaded('#another'),
      },
      { name: 'documents of a project that is not there', path: '/office/projects/none/documents', status: 404 },
    ]),
    '/office/projects/{projectId}/documents/{documentId}/{version}': 'leads to a file',
    '/office/zones/{zoneId}/lines/{lineId}/photos/{fileId}': 'leads to a file',
    '/office/assignments/{assignmentId}/{handling}': asHead(await handlingStates(world)),
    '/office/projects/{projectId}/contact': asHead([
      { name: 'the contact', path: `/office/projects/${returned.projectId}/contact` },
      {
        name: 'no contact',
        path: `/office/projects/${returned.projectId}/contact`,
        act: async (page) => {
          await fillIn(page, { name: '', email: 'nobody' });
          await sent('check')(page);
        },
      },
      {
        name: 'a mended contact',
        path: `/office/projects/${returned.projectId}/contact`,
        act: async (page) => {
          await fillIn(page, { email: 'mended@example.org' });
          await sent('check')(page);
        },
      },
      {
        name: 'an address that the head changes again',
        path: `/office/projects/${world.entered.projectId}/contact`,
        act: async (page) => {
          await fillIn(page, { email: 'mended-again@example.org' });
          await sent('check')(page);
        },
      },
    ]),
    '/office/projects/{projectId}/renew-link': asHead([
      { name: 'another tracking link', path: `/office/projects/${returned.projectId}/renew-link` },
    ]),
    '/office/letters': asHead([
      { name: 'a letter on paper', path: '/office/letters?zone=aqtobe' },
      { name: 'an empty letter', path: '/office/letters?zone=aqtobe', act: sent() },
    ]),
    '/office/zones/{zoneId}/lines': asHead([
      { name: 'the utility lines', path: '/office/zones/aqtobe/lines' },
      { name: 'a report of nothing', path: '/office/zones/aqtobe/lines', act: sent() },
    ]),
    '/office/projects/{projectId}/follow-ups': asHead([
      { name: 'things to do', path: `/office/projects/${hindered.projectId}/follow-ups` },
      { name: 'nothing to do', path: `/office/projects/${hindered.projectId}/follow-ups`, act: sent() },
      { name: 'no such thing to do', path: `/office/projects/${hindered.projectId}/follow-ups?id=none`, status: 404 },
    ]),
    '/office/zones/{zoneId}/follow-ups': asHead([
      { name: 'own things to do', path: '/office/zones/aqtobe/follow-ups' },
    ]),
    '/office/zones/{zoneId}/stale': asHead([
      { name: 'projects to verify', path: '/office/zones/aqtobe/stale' },
      { name: 'a project that was verified', path: '/office/zones/aqtobe/stale?done' },
    ]),
    '/office/zones/{zoneId}/obstacles': asHead([
      { name: 'obstacles of the zone', path: '/office/zones/aqtobe/obstacles' },
      { name: 'an obstacle of the zone of nothing', path: '/office/zones/aqtobe/obstacles', act: sent('check') },
    ]),
    '/office/zones/{zoneId}/obstacles/{obstacleId}': asHead([
      { name: 'an obstacle of the zone', path: '/office/zones/aqtobe/obstacles/z1' },
      { name: 'an obstacle of the zone that is not there', path: '/office/zones/aqtobe/obstacles/z99', status: 404 },
    ]),
    '/office/zones/{zoneId}/obstacles/{obstacleId}/{action}': asHead([
      ...['hand-over', 'refer'].flatMap((one) => [
        { name: `${one} of an obstacle of the zone`, path: `/office/zones/aqtobe/obstacles/z1/${one}` },
        {
          name: `${one} of an obstacle of the zone with nothing`,
          path: `/office/zones/aqtobe/obstacles/z1/${one}`,
          act: sent('check'),
        },
      ]),
    ]),
    '/office/zones/{zoneId}/moratoria': asHead([
      { name: 'moratoria of suppliers', path: '/office/zones/aqtobe/moratoria' },
      { name: 'a moratorium of nothing', path: '/office/zones/aqtobe/moratoria', act: sent('check') },
      { name: 'a moratorium that is to end', path: '/office/zones/aqtobe/moratoria?id=aqtobe-rail' },
      { name: 'a moratorium that is not there', path: '/office/zones/aqtobe/moratoria?id=none', status: 404 },
    ]),
    '/office/zones/{zoneId}/lines/{lineId}': [
      { name: 'a line whose money lies unspent', path: '/office/zones/kokand/lines/kokand-g-1', as: 'head-kokand' },
      ...asHead([
        { name: 'a line of the zone', path: '/office/zones/aqtobe/lines/aqtobe-l-3' },
        ...['milestone', 'money', 'line'].flatMap((form) => [
          { name: `the ${form} of a line`, path: `/office/zones/aqtobe/lines/aqtobe-l-3?do=${form}` },
          { name: `nothing of the ${form}`, path: `/office/zones/aqtobe/lines/aqtobe-l-3?do=${form}`, act: sent() },
        ]),
        { name: 'a new line', path: '/office/zones/aqtobe/lines/new' },
        { name: 'a new line of nothing', path: '/office/zones/aqtobe/lines/new', act: sent() },
      ]),
    ],
    '/office/zones/{zoneId}/plots': asHead([
      { name: 'plots of an office', path: '/office/zones/aqtobe/plots' },
      { name: 'a zone of the register', path: '/office/zones/aqtobe/plots?register=aqtobe&do=zone' },
      { name: 'a zone of nothing', path: '/office/zones/aqtobe/plots?register=new&do=zone', act: sent() },
    ]),
    '/office/zones/{zoneId}/plots/{plotId}': asHead([
      { name: 'a plot', path: '/office/zones/aqtobe/plots/aqtobe-001' },
      { name: 'a plot that is changed', path: '/office/zones/aqtobe/plots/aqtobe-001?do=plot' },
      { name: 'a line of nothing at a plot', path: '/office/zones/aqtobe/plots/aqtobe-001?do=line', act: sent() },
      { name: 'a plot of nothing', path: '/office/zones/aqtobe/plots/new?register=aqtobe', act: sent() },
    ]),
    '/office/headquarters': headquartersStates,
    '/office/forums': forumStates,
    '/office/board': [
      { name: 'what is built', path: '/office/board?zone=aqtobe', as: 'leadership' },
      { name: 'a board of nobody’s zone', path: '/office/board?zone=kokand', as: 'leadership', status: 404 },
    ],
    '/office/board.csv': 'leads to a file',
    '/office/board.xlsx': 'leads to a file',
    '/office/import': importStates,
  };
}
