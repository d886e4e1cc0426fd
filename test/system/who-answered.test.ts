import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import type { Decision } from '#core/stages/decision.ts';
import { textsOf } from '#core/texts/index.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { letterOf, sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, holderLink, openOne } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

const returned: Decision = {
  outcome: 'returned',
  reasonCode: 'incomplete',
  reason: 'The statements of 2024 are missing.',
  daysToCure: 5,
};
const visible = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const read = async (path: string): Promise<string> => visible((await (await visitorOf(host)).get(path)).text);

describe('who answered is named', () => {
  it.each(languages)(
    'the investor’s person and company, in the receipt, on their page and in the office, in %s',
    async (language) => {
      const { contact, company } = letterOf({}, language);
      const { projectId, track } = await placeAt(host, 'contract-and-land', {
        contact: { ...contact, name: 'Ерлан Бекұлы' },
        company,
      });
      await answer(host, openOne(await host.project(projectId), 'office-decision'), returned);
      await host.settle();
      expect(
        (await answer(host, openOne(await host.project(projectId), 'correction'), { outcome: 'done', facts: {} }))
          .status,
      ).toBe(200);
      await host.settle();
      const who = `Ерлан Бекұлы, ${company.name}`;
      const [receipt] = (await host.mailOf(projectId)).filter(({ notice }) => notice === 'answer-received');
      expect(receipt?.text).toContain(`: ${who}\n`);
      expect(receipt?.text).not.toContain(`: ${textsOf(language).holders.investor}\n`);
      expect(await read(`/l/${track}?lang=${language}`)).toContain(
        `${trackingTexts(language).facts.answeredBy}: ${who}.`,
      );
      const correction = (await host.project(projectId)).assignments.find(({ kind }) => kind === 'correction');
      expect(
        visible(
          (
            await (
              await visitorOf(host, 'officer')
            ).get(`/office/assignments/${correction?.assignmentId ?? ''}?lang=${language}`)
          ).text,
        ),
      ).toContain(who);
    },
  );

  it.each(languages)('the party, on its own page and the investor’s, in %s', async (language) => {
    const { projectId, track } = await placeAt(host, 'technical-conditions', {}, language);
    const line = openOne(await host.project(projectId), 'technical-condition', 'power');
    const link = await holderLink(host, line);
    expect((await answer(host, line, goodAnswer('technical-condition', '2025-12-12'))).status).toBe(200);
    await host.settle();
    const party = visible((await (await visitorOf(host)).get(`/l/${link}?lang=${language}`)).text);
    const own = await read(`/l/${track}?lang=${language}`);
    const name = textsOf(language).partyKinds.power;
    expect(party).toContain(`${partyTexts(language).answeredBy} ${name}`);
    expect(own).toContain(`${trackingTexts(language).facts.answeredBy}: ${name}.`);
  });
});
