import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, type Language } from '#core/kernel/common.ts';
import { factsByKind } from '#core/stages/facts.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { textsOf } from '#core/texts/index.ts';
import { countsAgree, eventsGapless } from '#local/demo/checks.ts';
import type { Project } from '#local/demo/host-client.ts';
import { walk } from '#local/demo/walk.ts';
import { letterOf, newKey, sharedHost, type TestHost } from '#test/support/host.ts';
import { aqtobe, kokand } from '#test/support/walk.ts';

const zones = {
  aqtobe: { staff: aqtobe, leadership: 'leadership', change: {} },
  kokand: {
    staff: kokand,
    leadership: 'leadership-kokand',
    change: { zoneId: 'kokand', utilities: { power: { kilowatts: 900 } } },
  },
} as const;

const go = (zone: keyof typeof zones, language: Language) =>
  walk({
    client: host,
    letter: letterOf(zones[zone].change, language),
    idempotencyKey: newKey(),
    ...zones[zone].staff,
    observer: { did: () => undefined, emailed: () => undefined },
  });

const countries = ['aqtobe', 'kokand'] as const;

let host: TestHost;
let walked: Readonly<Record<string, Project>>;
// All at once, as they would come: nothing of one may show in another.
beforeAll(async () => {
  host = await sharedHost();
  walked = Object.fromEntries(
    await Promise.all(
      countries.flatMap((zone) =>
        languages.map(async (language) => [`${zone} ${language}`, await go(zone, language)] as const),
      ),
    ),
  );
});
afterAll(() => host.close());

/** Which notices a whole path brings to each reader, whatever the language. */
const expected = (lines: number, parties = 3) => ({
  investor: [
    'receipt',
    ...Array.from({ length: 6 }, () => 'stage-approved'),
    ...Array.from({ length: lines }, () => 'line-answered'),
    'assignment',
    'assignment',
    'assignment',
    'answer-received',
    'answer-received',
    'construction-started',
  ].toSorted(),
  // What is asked, and the receipt of the answer.
  parties: 2 * (parties + lines + 2),
  ready: 6,
});

describe.each(countries)('the straight path in %s', (zone) => {
  it.each(languages)('in %s ends at construction start', async (language) => {
    const project = walked[`${zone} ${language}`]!;
    const {
      staff: { officer },
      leadership,
    } = zones[zone];
    expect(project).toMatchObject({ ending: 'construction-started', phase: 'ended' });
    expect(project.stages.map(({ stage, state }) => `${stage} ${state}`)).toEqual(
      stageIds.map((stage) => `${stage} done`),
    );
    expect(project.stages.every(({ baseline, actual }) => baseline !== undefined && actual !== undefined)).toBe(true);
    const checks = [await eventsGapless(host, officer, project), await countsAgree(host, officer, leadership, zone)];
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(await host.execution(project.projectId)).toBe('SUCCEEDED');

    const mail = await host.mailOf(project.projectId);
    const toInvestor = mail.filter(({ to }) => to.startsWith('plant-'));
    expect(toInvestor.map(({ notice }) => notice).toSorted()).toEqual(expected(project.lines.length).investor);
    expect(new Set(toInvestor.map((email) => email.language))).toEqual(new Set([language]));
    expect(
      toInvestor.some(
        ({ subject, text }) =>
          subject.includes(project.number) && text.includes(textsOf(language).stages['construction-start']),
      ),
    ).toBe(true);
    const toOthers = mail.filter(({ to }) => !to.startsWith('plant-'));
    // In Kokand no council is asked: the directorate decides.
    const parties = zone === 'aqtobe' ? 3 : 2;
    expect(toOthers.filter(({ to }) => !to.startsWith('office@'))).toHaveLength(
      expected(project.lines.length, parties).parties,
    );
    expect(toOthers.filter(({ notice }) => notice === 'ready-for-decision')).toHaveLength(expected(0).ready);
    // In Aqtöbe the power company reads Russian beside an office that reads Kazakh; in Kokand all read Uzbek.
    const spoken = new Set(toOthers.map((email) => email.language));
    expect(spoken).toEqual(new Set(zone === 'aqtobe' ? ['kk', 'ru'] : ['uz']));
    expect(new Set(mail.map(({ tags }) => tags['row'])).size).toBe(mail.length);
  });
});

it('every email of a project is recorded as delivered', async () => {
  const project = walked['aqtobe kk']!;
  const { body } = await host.ask<{ entries: readonly { state: string; attempts: number }[] }>(
    `/api/projects/${project.projectId}/emails`,
    { as: 'officer' },
  );
  expect(body.entries).toHaveLength((await host.mailOf(project.projectId)).length);
  expect(new Set(body.entries.map(({ state, attempts }) => `${state} ${String(attempts)}`))).toEqual(
    new Set(['delivered 1']),
  );
});

it('asks for every kind of assignment that the straight path knows', () => {
  const project = walked['aqtobe ru']!;
  const off = ['correction', 'cure', 'refusal', 'bounced-email', 'question', 'regulator-word'];
  expect(new Set(project.assignments.map(({ kind }) => kind))).toEqual(
    new Set(Object.keys(factsByKind).filter((kind) => !off.includes(kind))),
  );
});
