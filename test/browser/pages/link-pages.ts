import { forumLane } from '#core/forums/forum-record.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { linkFromMail, today } from '#test/support/walk.ts';
import { answerParts } from '#pages/answer/fields.ts';
import { fillIn } from '../fill-in.ts';
import { sent, uploaded, type Entries, type State } from './state.ts';
import type { PagesWorld } from './world.ts';

/** The link of a guest of a forum, as the invitation brought it. */
async function invitedGuest({ host, coming: { forum, day } }: PagesWorld): Promise<string> {
  const act = (body: object) => host.asStaff('officer', `/api/forums/${forum}`, body);
  await act({
    action: 'invite',
    guests: [{ name: 'Guest', company: `${'Ө'.repeat(80)} <b>`, email: 'invited@example.org', language: 'kk' }],
  });
  await act({ action: 'hall', version: 0, tables: 2, from: '09:00', until: '10:00', minutes: 30 });
  const session = { on: day, from: '10:00', until: '11:00', hall: 'A', title: 'Opening', languages: ['kk', 'en'] };
  await act({ action: 'session', version: 1, ...session });
  await host.settle();
  const link = await linkFromMail(host, forumLane('aqtobe', forum), 'g.');
  const guestId = link.split('.')[1]?.split('_')[2];
  await act({ action: 'accepted', guestId, version: 1 });
  await act({ action: 'ask-meeting', guestId, on: day, at: '09:00' });
  return link;
}

/** Pages behind the links of an investor. */
export async function investorPages(world: PagesWorld): Promise<Entries> {
  const {
    placed,
    late,
    rejected,
    merged,
    refused,
    returned,
    cured,
    suspended,
    withdrawn,
    started,
    climbed,
    unconfirmed,
    entered,
    hindered,
    frozen,
    open,
  } = world;
  const obstacle = (id: string) => `/l/${hindered.track}/obstacles/${id}`;
  const builder = await linkFromMail(world.host, placed['technical-conditions'].projectId, 'p.aqtobe_aqtobe-power.');
  const photo = `/l/${builder}/photo?line=aqtobe-l-3`;
  const track = (name: string, { track: link }: typeof late): State => ({
    name: `a project ${name}`,
    path: `/l/${link}`,
  });
  const asked = [
    ['correction', returned, await open(returned, 'correction')],
    ['cure', cured, await open(cured, 'cure')],
    ['documentation', placed['design-documentation'], await open(placed['design-documentation'], 'documentation')],
    [
      'start notification',
      placed['construction-start'],
      await open(placed['construction-start'], 'start-notification'),
    ],
  ] as const;
  const invited = await invitedGuest(world);
  await fetch(`${world.host.endpoints.site}/l/${placed.expertise.track}/copy`, { method: 'POST' });
  return {
    '/l/{link}': [
      track('that is late', late),
      track('before the council', placed['council-approval']),
      track('to be corrected', returned),
      track('with remarks', cured),
      track('rejected', rejected),
      track('that went on as another one', merged),
      track('with a refused line', refused),
      track('suspended', suspended),
      track('withdrawn', withdrawn),
      track('that has started', started),
      track('that is being built', climbed),
      track('to be confirmed', unconfirmed),
      track('whose address the office has written', entered),
      track('with documentation to bring', placed['design-documentation']),
      track('with something in its way', hindered),
      track('whose plot is frozen', frozen),
      { name: 'an obstacle has been reported', path: `/l/${hindered.track}?done=raised` },
      { name: 'an answer has been sent', path: `/l/${late.track}?done=sent` },
      { name: 'an invitation to a forum', path: `/l/${invited}` },
      { name: 'an invitation answered with nothing', path: `/l/${invited}`, act: sent() },
      { name: 'a meeting asked for at no time', path: `/l/${invited}?meeting=new`, act: sent() },
      { name: 'a link that is not ours', path: '/l/t.x.y', status: 404 },
      { name: 'a link that was cut off', path: `/l/${late.track.slice(0, -2)}`, status: 404 },
    ],
    '/l/{link}/answer/{assignmentId}': [
      ...asked.flatMap(([name, { track: link }, id]): State[] => [
        { name: `${name} to answer`, path: `/l/${link}/answer/${id}` },
        { name: `${name} and more time`, path: `/l/${link}/answer/${id}?time` },
        { name: `${name} saved for later`, path: `/l/${link}/answer/${id}?saved` },
        { name: `${name} answered with nothing`, path: `/l/${link}/answer/${id}`, act: sent('send') },
      ]),
      {
        name: 'another phase',
        path: `/l/${placed['construction-start'].track}/answer/${await open(placed['construction-start'], 'start-notification')}`,
        act: sent('phases'),
      },
      {
        name: 'an answer that is over',
        path: `/l/${late.track}/answer/${late.projectId}_1-1-1_correction`,
        status: 409,
      },
    ],
    '/l/{link}/people': [
      { name: 'who gets the emails', path: `/l/${hindered.track}/people` },
      { name: 'who gets the emails, somebody added', path: `/l/${hindered.track}/people?done=added` },
      { name: 'an address to be confirmed', path: `/l/${hindered.asking}` },
    ],
    '/l/{link}/people/new': [
      { name: 'a colleague to add', path: `/l/${hindered.track}/people/new` },
      { name: 'a colleague without a name', path: `/l/${hindered.track}/people/new`, act: sent() },
    ],
    '/l/{link}/people/own': [{ name: 'the contact’s own', path: `/l/${hindered.track}/people/own` }],
    '/l/{link}/people/{delegate}': [
      { name: 'a colleague to remove', path: `/l/${hindered.track}/people/${hindered.colleague}` },
      { name: 'nobody to remove', path: `/l/${hindered.track}/people/999`, status: 404 },
    ],
    '/l/{link}/questions': [
      { name: 'a question to ask', path: `/l/${hindered.track}/questions` },
      { name: 'a question of nothing', path: `/l/${hindered.track}/questions`, act: sent() },
      { name: 'nothing to ask any more', path: `/l/${withdrawn.track}/questions`, status: 409 },
    ],
    '/l/{link}/obstacles': [
      { name: 'an obstacle to report', path: `/l/${hindered.track}/obstacles` },
      { name: 'a report of nothing', path: `/l/${hindered.track}/obstacles`, act: sent('check') },
      {
        name: 'a report to be checked',
        path: `/l/${hindered.track}/obstacles`,
        act: async (page) => {
          await fillIn(page, { about: 'stage:expertise', words: `Two lines,\n${'x'.repeat(90)}` });
          await sent('check')(page);
        },
      },
      { name: 'nothing to report any more', path: `/l/${withdrawn.track}/obstacles`, status: 409 },
    ],
    '/l/{link}/obstacles/{obstacleId}': [
      { name: 'an obstacle', path: obstacle(hindered.openObstacle) },
      { name: 'an obstacle without words', path: obstacle(hindered.openObstacle), act: sent('answer') },
      { name: 'words about an obstacle', path: `${obstacle(hindered.openObstacle)}?done=answer` },
      { name: 'a resolved obstacle', path: obstacle(hindered.resolvedObstacle) },
      { name: 'an obstacle that is not there', path: obstacle('o999'), status: 404 },
    ],
    '/l/{link}/photo': [
      { name: 'a photo of the works', path: photo },
      { name: 'no photo of the works', path: photo, act: uploaded('main') },
      { name: 'a photo that was added', path: `${photo}&done` },
    ],
    '/l/{link}/documents': [
      { name: 'documents asked for', path: `/l/${placed['council-approval'].track}/documents` },
      {
        name: 'documents sent empty',
        path: `/l/${placed['council-approval'].track}/documents`,
        act: uploaded('#charter'),
      },
      { name: 'documents of a project that has ended', path: `/l/${withdrawn.track}/documents` },
      { name: 'documents in several versions', path: `/l/${returned.track}/documents?done=added` },
      {
        name: 'documents for a party',
        path: `${await world.partyPath(placed['technical-conditions'], 'technical-condition', 'power')}/documents`,
      },
    ],
    '/l/{link}/documents/{documentId}/{version}': 'leads to a file',
    '/l/{link}/ladder': [
      { name: 'a ladder of nothing', path: `/l/${placed.expertise.track}/ladder` },
      { name: 'what is built, for its investor', path: `/l/${climbed.track}/ladder` },
      { name: 'a rung to be said by its investor', path: `/l/${climbed.track}/ladder?do=say` },
      { name: 'a rung of nothing', path: `/l/${climbed.track}/ladder?do=say`, act: sent('check') },
    ],
    '/l/{link}/obligations': [
      { name: 'what a contract promises, for its investor', path: `/l/${climbed.track}/obligations` },
      { name: 'a report', path: `/l/${climbed.track}/obligations?do=report&period=${climbed.awaited}` },
      {
        name: 'a report of nothing',
        path: `/l/${climbed.track}/obligations?do=report&period=${climbed.awaited}`,
        act: sent('check'),
      },
    ],
    '/l/{link}/copy': [
      { name: 'what an investor has said', path: `/l/${returned.track}/copy`, printed: true },
      { name: 'the same, sent by email today', path: `/l/${placed.expertise.track}/copy` },
      { name: 'the same before the address is confirmed', path: `/l/${entered.track}/copy`, status: 403 },
    ],
    '/l/{link}/naming': [
      { name: 'whether open data name the company', path: `/l/${returned.track}/naming` },
      { name: 'the same before the address is confirmed', path: `/l/${entered.track}/naming`, status: 403 },
    ],
    '/l/{link}/withdraw': [
      { name: 'withdraw?', path: `/l/${placed.expertise.track}/withdraw` },
      { name: 'withdraw before the address is confirmed', path: `/l/${entered.track}/withdraw`, status: 403 },
    ],
  };
}

/** Pages behind the link of a party. */
export async function partyPages({
  host,
  placed,
  late,
  cured,
  suspended,
  hindered,
  partyPath,
}: PagesWorld): Promise<readonly State[]> {
  const answered = await partyPath(placed['technical-conditions'], 'architectural-planning');
  await host.ask(`/api/links/${answered.slice('/l/'.length)}/decision`, {
    body: { decision: goodAnswer('architectural-planning', await today(host)) },
  });
  const power = await partyPath(placed['technical-conditions'], 'technical-condition', 'power');
  const all = `/l/${await linkFromMail(host, placed['technical-conditions'].projectId, 'p.aqtobe_aqtobe-power.')}`;
  const hinderedPower = await partyPath(hindered, 'technical-condition', 'power');
  const kinds = [
    ['contract-and-land', 'plot'],
    ['expertise', 'expertise'],
    ['expertise', 'financing'],
  ] as const;
  const others = await Promise.all(
    kinds.map(async ([stage, kind]): Promise<State> => ({
      name: `${kind} asked`,
      path: `${await partyPath(placed[stage], kind)}?answer=done`,
    })),
  );
  return [
    { name: 'a line that a party builds', path: `${all}?line=aqtobe-l-3` },
    { name: 'nothing of a line that a party builds', path: `${all}?line=aqtobe-l-3`, act: sent() },
    { name: 'all that a party is asked', path: all },
    { name: 'all that a party has answered', path: `${all}?state=answered&sort=company` },
    { name: 'nothing that a party looks for', path: `${all}?q=nobody` },
    { name: 'a line asked', path: power },
    { name: 'nothing chosen', path: `${power}?chosen=yes`, status: 400 },
    ...Object.keys(answerParts)
      // The contract of connection is one of Kazakhstan's law from August 2026.
      .filter((one) => one !== 'done' && one !== 'contract-of-connection')
      .flatMap((outcome): State[] => [
        { name: `a line ${outcome}`, path: `${power}?answer=${outcome}` },
        { name: `a line ${outcome} with nothing`, path: `${power}?answer=${outcome}`, act: sent('check') },
      ]),
    {
      name: 'a line to be checked',
      path: `${power}?answer=refused`,
      act: async (page) => {
        await fillIn(page, { reasonCode: 'no-capacity', reason: `Two lines,\n${'x'.repeat(90)}` });
        await sent('check')(page);
      },
    },
    { name: 'an answer that has just arrived', path: `${answered}?done` },
    {
      name: 'documents for an answer',
      path: `${power}/documents?${new URLSearchParams({ back: `${power}?answer=refused` }).toString()}`,
    },
    { name: 'a line that is late', path: await partyPath(late, 'technical-condition', 'power') },
    { name: 'a line it paused', path: await partyPath(cured, 'technical-condition', 'gas') },
    { name: 'a line of a suspended project', path: await partyPath(suspended, 'technical-condition', 'power') },
    { name: 'an assignment that is answered', path: answered },
    { name: 'a line with an obstacle', path: hinderedPower },
    { name: 'more time for a line', path: `${hinderedPower}?time` },
    { name: 'more time without a day', path: `${hinderedPower}?time`, act: sent() },
    { name: 'an obstacle that is with the party', path: `${hinderedPower}/obstacles/${hindered.openObstacle}` },
    {
      name: 'an obstacle that is with nobody here',
      path: `${hinderedPower}/obstacles/${hindered.resolvedObstacle}`,
      status: 404,
    },
    ...others,
  ];
}
