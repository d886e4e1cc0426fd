import type * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOn } from '#local/demo/answers.ts';
import { uploadByLink } from '#local/demo/upload.ts';
import { examples } from '#core/api/examples.ts';
import { openFileOperations } from '#core/api/open-files.ts';
import { operations, type OperationId } from '#core/api/operations.ts';
import { addDays } from '#core/calendar/local-date.ts';
import type { AccessView } from '#core/people/access-request.ts';
import type { Utility } from '#core/kernel/common.ts';
import type { Decision } from '#core/stages/decision.ts';
import type { AssignmentKind } from '#core/stages/facts.ts';
import type { UploadAnswer as Announced } from '#core/documents/document-views.ts';
import { photoOfWorks, said, sendToStore, signedSheet } from '#local/demo/upload.ts';
import { newKey, openHost, type Asking, type TestHost } from '#test/support/host.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { fillRoadMap } from '#test/support/road-map.ts';
import { placeAt, placeNamed } from '#test/support/place.ts';
import { answer, holderLink, linkFromMail, openOne, today } from '#test/support/walk.ts';

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: OperationId;
            readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
            readonly parameters: readonly {
              readonly name: string;
              readonly example?: string;
              readonly in: string;
              readonly schema: { readonly example?: string };
            }[];
          }
        >
      >
    >
  >;
}

let host: TestHost;
let document: Described;
beforeAll(async () => {
  // Over the run of the day, so that there is open data of a night.
  host = await openHost({ startAt: '2025-12-12T06:00:00+05:00' });
  await host.advance('PT3H');
  document = (await host.ask<Described>('/openapi.json')).body;
});
afterAll(() => host.close());

type UploadAnswer = z.infer<typeof Announced>;

const returned: Decision = { outcome: 'returned', reasonCode: 'incomplete', reason: 'x', daysToCure: 5 };
const suspension = { reasonCode: 'other', reason: 'x', fault: 'office', reviewOn: '2026-01-15' };
const onProject = async (path: string): Promise<readonly [string, Asking]> => {
  const { projectId } = await placeAt(host, 'expertise');
  return [path.replace('{projectId}', projectId), { as: 'head' }];
};

/** A letter beside the project that the example names. */
const onDuplicate = async (path: string): Promise<readonly [string, Asking]> => {
  await placeNamed(host, 'expertise', examples.merge.into);
  return [path.replace('{projectId}', (await placeAt(host, 'letter-of-intent')).projectId), { as: 'officer' }];
};

const onAssignment = async (path: string, ...one: [AssignmentKind, Utility?]): Promise<readonly [string, Asking]> => {
  const { projectId } = await placeAt(host, 'technical-conditions');
  return [
    path.replace('{assignmentId}', openOne(await host.project(projectId), ...one).assignmentId),
    { as: 'officer' },
  ];
};
const onLine = (path: string) => onAssignment(path, 'technical-condition', 'power');
const onDecision = (path: string) => onAssignment(path, 'office-decision');

/** A project with an obstacle that its investor reported: the paths of staff and of the investor's link. */
const onObstacle = async (path: string): Promise<readonly [string, Asking]> => {
  const { projectId, track } = await placeAt(host, 'expertise');
  await host.ask(`/api/links/${track}/obstacles`, {
    body: { about: { kind: 'line', line: 'power' }, words: 'No answer since May.' },
  });
  const [obstacle] = (await host.project(projectId)).obstacles;
  return [
    path
      .replace('{projectId}', projectId)
      .replace('{link}', track)
      .replace('{obstacleId}', obstacle?.obstacleId ?? ''),
    path.includes('{link}') ? {} : { as: 'officer' },
  ];
};

/** The link of the company that builds the demo's gas line. */
async function gasLink(): Promise<string> {
  const asked = { zoneId: 'kokand', utilities: { gas: { cubicMetresPerHour: 800 } } };
  const { projectId } = await placeAt(host, 'technical-conditions', asked);
  await host.settle();
  return linkFromMail(host, projectId, 'p.kokand_kokand-gas.');
}

const ending = { reasonCode: 'other', reason: 'For the test.' };
const asAdministrator = { as: 'administrator' } as const;
const inZone = (path: string): Promise<readonly [string, Asking]> =>
  Promise.resolve([
    path
      .replace('{zoneId}', 'aqtobe')
      .replace('{partyId}', 'aqtobe-rail')
      .replace('{forumId}', 'aqtobe-investment-forum-2025'),
    asAdministrator,
  ]);
/** Somebody an administrator has added, as officer of the zone. */
const onNewcomer = async (path: string): Promise<readonly [string, Asking]> => {
  const body = {
    name: 'Newcomer',
    email: `newcomer-${newKey()}@example.org`,
    language: 'kk',
    scope: 'zone',
    scopeId: 'aqtobe',
    role: 'officer',
  };
  const added = await host.ask<{ readonly person: { readonly personId: string } }>('/api/admin/people', {
    ...asAdministrator,
    body,
  });
  return [path.replace('{personId}', encodeURIComponent(added.body.person.personId)), asAdministrator];
};

/** Where each operation's example can be sent as it stands: a path, and who asks. */
/** An item that is on show. */
async function anItem(itemId: string): Promise<string> {
  await host.ask(`/api/showcase/${itemId}`, { as: 'officer', method: 'PUT', body: examples.showcaseItem });
  return itemId;
}

const places: Partial<Record<OperationId, (path: string) => Promise<readonly [string, Asking]>>> = {
  submitLetter: (path) => Promise.resolve([path, { headers: { 'idempotency-key': newKey() } }]),
  confirmByLink: async (path) => {
    const { projectId } = await host.submit();
    await host.settle();
    return [path.replace('{link}', await linkFromMail(host, projectId, 'c.')), {}];
  },
  decideByLink: async (path) => {
    const { projectId } = await placeAt(host, 'technical-conditions');
    return [
      path.replace(
        '{link}',
        await holderLink(host, openOne(await host.project(projectId), 'technical-condition', 'power')),
      ),
      {},
    ];
  },
  correctByLink: async (path) => {
    const { projectId, track } = await placeAt(host, 'council-approval');
    await answer(host, openOne(await host.project(projectId), 'office-decision'), returned);
    await host.settle();
    return [path.replace('{link}', track), {}];
  },
  withdrawByLink: async (path) => [path.replace('{link}', (await placeAt(host, 'expertise')).track), {}],
  decide: async (path) => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    return [
      path.replace('{assignmentId}', openOne(await host.project(projectId), 'office-decision').assignmentId),
      { as: 'officer' },
    ];
  },
  renewPause: async (path) => {
    const [target, asking] = await onProject(path);
    await host.asStaff('head', target.replace('/renew-pause', '/suspend'), suspension);
    return [target, asking];
  },
  resume: async (path) => {
    const [target, asking] = await onProject(path);
    await host.asStaff('head', target.replace('/resume', '/suspend'), suspension);
    return [target, asking];
  },
  reopen: async (path) => {
    const [target, asking] = await onProject(path);
    await host.asStaff('head', target.replace('/reopen', '/terminate'), ending);
    return [target, asking];
  },
  requestUploadByLink: async (path) => [path.replace('{link}', (await placeAt(host, 'expertise')).track), {}],
  completeUploadByLink: async (path) => {
    const { track } = await placeAt(host, 'expertise');
    const { body } = await host.ask<UploadAnswer>(`/api/links/${track}/documents`, {
      body: { kind: 'charter', ...said(signedSheet) },
    });
    await sendToStore(body.form, signedSheet);
    return [path.replace('{link}', track).replace('{fileId}', body.fileId), {}];
  },
  requestUpload: onProject,
  completeUpload: async (path) => {
    const [target, asking] = await onProject(path);
    const { body } = await host.ask<UploadAnswer>(target.replace('/{fileId}', ''), {
      ...asking,
      body: { kind: 'charter', ...said(signedSheet) },
    });
    await sendToStore(body.form, signedSheet);
    return [target.replace('{fileId}', body.fileId), asking];
  },
  holdOriginal: onProject,
  returnDocument: async (path) => {
    const { projectId, track } = await placeAt(host, 'council-approval');
    await uploadByLink(host, track, 'charter');
    return [
      path.replace('{projectId}', projectId).replace('{documentId}', 'charter-1').replace('{version}', '1'),
      { as: 'officer' },
    ];
  },
  actOnDocket: async (path) => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    const on = await today(host);
    const facts = { ...factsOn(addDays(on, -100), 'contract'), startBy: addDays(on, -1) };
    await answer(host, openOne(await host.project(projectId), 'contract'), { outcome: 'done', facts });
    return [path.replace('{projectId}', projectId), { as: 'officer' }];
  },
  importTable: (path) => Promise.resolve([path, { as: 'head' }]),
  approveRoadMap: async (path) => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    await fillRoadMap(host, await visitorOf(host, 'officer'), projectId);
    return [path.replace('{projectId}', projectId), { as: 'head' }];
  },
  raiseObstacle: onProject,
  addNote: onProject,
  handOverObstacle: onObstacle,
  answerObstacle: onObstacle,
  referObstacle: async (path) => [(await onObstacle(path))[0], { as: 'head' }],
  noteReferralAnswer: async (path) => {
    const [there] = await onObstacle(path);
    const body = { body: 'prosecutor', on: '2025-06-02', words: 'No answer.' };
    await host.ask(there.replace('referral-answer', 'refer'), { as: 'head', body });
    return [there, { as: 'head' }];
  },
  resolveObstacle: onObstacle,
  answerObstacleByLink: onObstacle,
  resolveObstacleByLink: onObstacle,
  reportLineByLink: async (path) => {
    return [path.replace('{link}', await gasLink()).replace('{lineId}', 'kokand-g-1'), {}];
  },
  requestPhotoByLink: async (path) => [path.replace('{link}', await gasLink()).replace('{lineId}', 'kokand-g-1'), {}],
  completePhotoByLink: async (path) => {
    const link = await gasLink();
    const photos = `/api/links/${link}/lines/kokand-g-1/photos`;
    const { body } = await host.ask<UploadAnswer>(photos, { body: said(photoOfWorks) });
    await sendToStore(body.form, photoOfWorks);
    const there = path.replace('{link}', link).replace('{lineId}', 'kokand-g-1');
    return [there.replace('{fileId}', body.fileId), {}];
  },
  askOfficeByLink: async (path) => [path.replace('{link}', (await placeAt(host, 'expertise')).track), {}],
  raiseObstacleByLink: async (path) => [path.replace('{link}', (await placeAt(host, 'expertise')).track), {}],
  sendAgain: onLine,
  handOver: onLine,
  renewLink: onLine,
  take: onDecision,
  giveBack: onDecision,
  renewTrackingLink: onProject,
  mendContact: onProject,
  suspend: onProject,
  extend: onProject,
  withdraw: onProject,
  terminate: onProject,
  merge: onDuplicate,
  addPerson: (path) => Promise.resolve([path, asAdministrator]),
  answerAccess: async (path) => {
    const newcomer = await visitorOf(host, 'newcomer');
    await newcomer.post('/office/access', { name: 'New', language: 'kk', scopeId: 'zone#aqtobe', role: 'officer' });
    const { body } = await host.ask<z.infer<typeof AccessView>>(
      '/api/admin/access?scope=zone&scopeId=aqtobe',
      asAdministrator,
    );
    return [path.replace('{requestId}', body.requests[0]?.requestId ?? ''), asAdministrator];
  },
  changePerson: onNewcomer,
  giveRole: onNewcomer,
  endRoles: onNewcomer,
  setDeputy: onNewcomer,
  changeZone: inZone,
  addForum: inZone,
  changeForum: inZone,
  addParty: inZone,
  changeParty: inZone,
  changeSetting: inZone,
  previewChange: inZone,
  endParty: async (path) => {
    const added = await host.ask<{ readonly party: { readonly partyId: string } }>('/api/admin/zones/aqtobe/parties', {
      ...asAdministrator,
      body: document.paths['/api/admin/zones/{zoneId}/parties']?.['post']?.requestBody?.content['application/json']
        ?.example,
    });
    return [path.replace('{zoneId}', 'aqtobe').replace('{partyId}', added.body.party.partyId), asAdministrator];
  },
  makeFollowUp: onProject,
  actOnFollowUp: async (path) => {
    const { projectId } = await placeAt(host, 'expertise');
    const { body } = await host.ask<{ followUpId: string }>(`/api/projects/${projectId}/follow-ups`, {
      as: 'officer',
      body: examples.makeFollowUp,
    });
    return [path.replace('{projectId}', projectId).replace('{followUpId}', body.followUpId), { as: 'officer' }];
  },
  raiseZoneObstacle: (path) => Promise.resolve([path.replace('{zoneId}', 'aqtobe'), { as: 'head' }]),
  actOnZoneObstacle: async (path) => {
    const raised = await host.ask<{ obstacle: { obstacleId: string } }>('/api/zones/aqtobe/obstacles', {
      as: 'head',
      body: examples.raiseZoneObstacle,
    });
    const { obstacleId } = raised.body.obstacle;
    return [path.replace('{zoneId}', 'aqtobe').replace('{obstacleId}', obstacleId), { as: 'officer' }];
  },
  setMoratorium: (path) =>
    Promise.resolve([path.replace('{moratoriumId}', 'aqtobe-power'), { as: 'head', method: 'PUT' }]),
  actOnForum: (path) => Promise.resolve([path.replace('{forumId}', 'aqtobe-investment-forum-2025'), { as: 'officer' }]),
  keepPlot: (path) => Promise.resolve([path.replace('{plotId}', 'a-new-plot'), { as: 'officer', method: 'PUT' }]),
  keepZone: (path) => Promise.resolve([path.replace('{registerId}', 'aqtobe-north'), { as: 'head', method: 'PUT' }]),
  sayNeed: onProject,
  keepItem: (path) => Promise.resolve([path.replace('{itemId}', 'a-new-item'), { as: 'officer', method: 'PUT' }]),
  actOnShowcase: async (path) => [path.replace('{itemId}', await anItem('to-act')), { as: 'officer' }],
  proposeItem: async (path) => [path.replace('{itemId}', await anItem('to-make')), {}],
  actByShowcaseLink: async (path) => {
    const itemId = await anItem('to-confirm');
    const contact = { ...examples.proposal.contact, email: 'confirms@example.org' };
    await host.ask(`/api/showcase/${itemId}/proposals`, { body: { ...examples.proposal, contact } });
    await host.settle();
    const email = (await host.mail()).findLast(({ to }) => to === contact.email);
    return [
      path.replace(
        '{link}',
        email?.links.map((link) => link.split('/l/')[1] ?? '').find((one) => one.startsWith('s.')) ?? '',
      ),
      {},
    ];
  },
  changeLine: (path) => Promise.resolve([path.replace('{lineId}', 'aqtobe-l-3'), { as: 'officer' }]),
  reportLine: (path) =>
    Promise.resolve([path.replace('{zoneId}', 'aqtobe').replace('{utility}', 'gas'), { as: 'officer' }]),
};

it('is OpenAPI 3.1 with an operation for each contract', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const described = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(described.toSorted()).toEqual([...Object.keys(operations), ...Object.keys(openFileOperations)].toSorted());
});

const posted = Object.entries(operations)
  .filter(([, { method }]) => method !== 'GET')
  .map(([id, { path, method }]) => [id as OperationId, path, method] as const);

describe('the example works as it stands', () => {
  it.each(posted)('%s', async (id, path, method) => {
    const place = places[id];
    if (place === undefined) throw new Error(`No place is known for ${id}`);
    const [target, asking] = await place(path);
    const body = document.paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json']?.example;
    expect(body).toBeDefined();
    const reply = await host.ask(target, { ...asking, body });
    expect(reply.status, JSON.stringify(reply.body)).toBe(operations[id].status);
    expect(operations[id].answer.safeParse(reply.body).error).toBeUndefined();
  });

  it('the key of a letter too', async () => {
    const { parameters, requestBody } = document.paths['/api/letters-of-intent']!['post']!;
    const key = parameters.find(({ name }) => name === 'Idempotency-Key')!.example!;
    const body = requestBody?.content['application/json']?.example;
    expect((await host.ask('/api/letters-of-intent', { body, headers: { 'idempotency-key': key } })).status).toBe(201);
  });
});

describe('what is read', () => {
  it.each([
    ['listZones', '/api/zones'],
    ['listProjects', '/api/projects?zone=aqtobe&limit=2'],
    ['listProjects', '/api/projects?zone=aqtobe&stage=expertise'],
    ['listProjects', '/api/projects?zone=aqtobe&holder=office'],
    ['listProjects', '/api/projects?zone=aqtobe&forum=aqtobe-investment-forum-2025'],
    ['listProjects', '/api/projects?zone=aqtobe&q=Tested'],
    ['listAssignments', '/api/assignments?zone=aqtobe&limit=3'],
    ['viewPipeline', '/api/pipeline'],
    ['viewForecasts', '/api/forecasts'],
    ['listLines', '/api/lines?zone=aqtobe'],
    ['viewLine', '/api/lines/aqtobe-l-3'],
  ] as const)('%s %s answers as its contract says', async (id, path) => {
    const reply = await host.ask(path, { as: 'officer' });
    expect(reply.status).toBe(200);
    expect(operations[id].answer.safeParse(reply.body).error).toBeUndefined();
    if (!/pipeline|forecasts|zones|lines/.test(path))
      expect((reply.body as { entries: unknown[] }).entries.length).toBeGreaterThan(0);
  });

  it.each([
    '/api/headquarters/{headquartersId}/agenda',
    '/api/instructions',
    '/api/forums/{forumId}/cohort',
    '/api/promises',
    '/api/board',
  ])('%s by its examples', async (path) => {
    const { operationId, parameters } = document.paths[path]!['get']!;
    const known = parameters.filter(({ schema }) => schema.example !== undefined);
    expect(known).not.toHaveLength(0);
    const query = new URLSearchParams(
      known.filter((one) => one.in === 'query').map(({ name, schema }) => [name, schema.example!]),
    );
    const filled = known.reduce((text, { name, schema }) => text.replace(`{${name}}`, schema.example!), path);
    const reply = await host.ask(`${filled}?${query.toString()}`, { as: 'leadership' });
    expect(reply.status).toBe(200);
    expect(operations[operationId].answer.safeParse(reply.body).error).toBeUndefined();
  });

  it.each(Object.values(openFileOperations))('$path is there as it says', async ({ path, type }) => {
    const { parameters } = document.paths[path]!['get']!;
    const filled = parameters.reduce<string>(
      (text, { name, schema }) => text.replace(`{${name}}`, schema.example!),
      path,
    );
    const { status, headers } = await host.ask(filled);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
  });

  it.each([
    ['viewProject', ''],
    ['listEvents', '/events'],
    ['listEmails', '/emails'],
  ] as const)('%s answers as its contract says', async (id, end) => {
    const { projectId } = await placeAt(host, 'expertise');
    const reply = await host.ask(`/api/projects/${projectId}${end}`, { as: 'officer' });
    expect(reply.status).toBe(200);
    expect(operations[id].answer.safeParse(reply.body).error).toBeUndefined();
  });

  it('pages follow each other without a gap or a repeat', async () => {
    const ids: string[] = [];
    let after = '';
    do {
      const { body } = await host.ask<{ entries: { projectId: string }[]; next?: string }>(
        `/api/projects?zone=aqtobe&limit=2${after}`,
        { as: 'officer' },
      );
      ids.push(...body.entries.map(({ projectId }) => projectId));
      after = body.next === undefined ? '' : `&after=${encodeURIComponent(body.next)}`;
    } while (after !== '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(8);
  });
});
