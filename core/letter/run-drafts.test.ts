import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { addDays } from '#core/calendar/local-date.ts';
import { dateText } from '#core/texts/dates.ts';
import { at, letter } from '#test/support/samples.ts';
import { world, type World } from '#test/support/world.ts';
import { askForLink, openDraft, saveDraft, sendDraftLink, startDraft } from './letter-drafts.ts';
import { runDrafts } from './run-drafts.ts';
import { submitLetter } from './submit-letter.ts';

const first = '2026-01-12';
const deleted = '2026-02-12';
const sourceIp = '192.0.2.1';
const strict = (_: string, error: unknown) => {
  throw error;
};

async function begun({ language = 'en' as (typeof languages)[number], address = 'writer@example.org' } = {}) {
  const told = world({ on: first });
  const link = await startDraft(told.ports, { language, sourceIp, now: told.now() });
  if (!link.ok) throw new Error(link.failure.kind);
  const by = { link: link.value };
  await saveDraft(told.ports, {
    ...by,
    now: told.now(),
    at: { page: 2, of: 7 },
    fields: { zoneId: ['alpha'], 'company.name': ['First Plant'] },
  });
  await sendDraftLink(told.ports, { ...by, address, language, sourceIp, now: told.now() });
  await told.settle();
  told.ports.memory.sent.length = 0;
  return { told, by };
}
async function days(told: World, from: string, until: string): Promise<readonly string[]> {
  const sentOn: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const before = told.memory.sent.length;
    told.moveTo(at(date, '06:30'));
    await runDrafts(told.ports, told.now(), strict);
    await runDrafts(told.ports, told.now(), strict);
    await told.settle();
    for (let more = before; more < told.memory.sent.length; more += 1) sentOn.push(date);
  }
  return sentOn;
}

describe('a letter that nobody hands in', () => {
  it.each(languages)(
    'S9: is reminded of 7 days and 1 day before it is deleted, naming the day, in %s',
    async (language) => {
      const { told, by } = await begun({ language });
      expect(await days(told, addDays(first, 1), addDays(deleted, 3))).toEqual([
        addDays(deleted, -7),
        addDays(deleted, -1),
      ]);
      for (const email of told.memory.sent) {
        expect(email).toMatchObject({ to: 'writer@example.org', language });
        expect(email.subject).toContain(dateText(language, deleted));
        for (const part of [by.link, 'First Plant']) expect(email.text).toContain(part);
      }
    },
  );

  it('S9: is kept through its last day by the clock it is read at, then says when it was deleted and keeps nothing', async () => {
    const { told, by } = await begun();
    expect(await openDraft(told.ports, { ...by, now: at(addDays(deleted, -1), '23:59') })).toMatchObject({ ok: true });
    const gone = { failure: { kind: 'draft-deleted', on: deleted } };
    expect(await openDraft(told.ports, { ...by, now: at(deleted, '00:00') })).toMatchObject(gone);
    await days(told, deleted, deleted);
    expect(await openDraft(told.ports, { ...by, now: told.now() })).toMatchObject(gone);
    expect(await saveDraft(told.ports, { ...by, now: told.now(), fields: { jobs: ['1'] } })).toMatchObject(gone);
    const kept = await told.ports.links.read(by.link);
    expect(JSON.stringify(kept?.kind === 'draft' && (await told.ports.drafts.find(kept.draftId)))).not.toMatch(
      /First Plant|writer@/,
    );
  });

  it('S9: has all its days again when it is changed, and its reminders', async () => {
    const { told, by } = await begun();
    expect(await days(told, addDays(deleted, -8), addDays(deleted, -3))).toHaveLength(1);
    await saveDraft(told.ports, { ...by, now: told.now(), fields: { jobs: ['1'] } });
    const next = addDays(addDays(deleted, -3), 31);
    expect(await days(told, addDays(deleted, -2), next)).toEqual([addDays(next, -7), addDays(next, -1)]);
  });

  it('S9: reminds nobody whose address was only typed into it, and a mailbox of three letters a day', async () => {
    const { told, by } = await begun();
    const link = await startDraft(told.ports, { language: 'en', sourceIp, now: told.now() });
    if (link.ok)
      await saveDraft(told.ports, {
        link: link.value,
        now: told.now(),
        fields: { 'contact.email': ['somebody@example.org'] },
      });
    for (let more = 0; more < 4; more += 1) {
      const another = await startDraft(told.ports, { language: 'en', sourceIp, now: told.now() });
      if (another.ok)
        await sendDraftLink(told.ports, {
          link: another.value,
          address: `writer+${String(more)}@example.org`,
          language: 'en',
          sourceIp,
          now: told.now(),
        });
    }
    await told.settle();
    told.ports.memory.sent.length = 0;
    expect(await days(told, addDays(deleted, -7), addDays(deleted, -7))).toHaveLength(3);
    expect(told.memory.sent.map(({ to }) => to)).not.toContain('somebody@example.org');
    expect(by.link).not.toBe('');
  });
});

describe('links asked for by an address alone', () => {
  it('S10: come in one email, of all its projects and letters, to the address itself', async () => {
    const { told, by } = await begun();
    const submit = (email: string, key: string) =>
      submitLetter(told.ports, {
        letter: letter({ contact: { ...letter().contact, email, language: 'en' } }),
        idempotencyKey: key,
        sourceIp,
        now: told.now(),
      });
    const [own, second, other] = [
      await submit('writer@example.org', 'a'),
      await submit('writer@example.org', 'b'),
      await submit('other@example.org', 'c'),
    ];
    await told.settle();
    told.ports.memory.sent.length = 0;
    for (const address of ['writer@example.org', 'nobody@example.org'])
      expect(await askForLink(told.ports, { address, sourceIp, now: told.now() })).toEqual({
        ok: true,
        value: undefined,
      });
    await told.settle();
    expect(told.memory.sent.map(({ to }) => to)).toEqual(['writer@example.org']);
    const text = told.memory.sent[0]?.text ?? '';
    for (const one of [own, second]) expect(text).toContain(one.ok ? one.value.number : '');
    for (const part of [by.link, 'First Plant']) expect(text).toContain(part);
    expect(text).not.toContain(other.ok ? other.value.number : '');
  });

  it('A16: names a company of the letter only where nothing in it can be pressed', async () => {
    for (const [name, isNamed] of [
      ['ТОО «Өрнек»', true],
      ['Win at casino.example', false],
      ['https://x', false],
    ] as const) {
      const { told, by } = await begun();
      await saveDraft(told.ports, { ...by, now: told.now(), fields: { 'company.name': [name] } });
      told.moveTo(at(addDays(first, 1), '10:00'));
      await sendDraftLink(told.ports, {
        ...by,
        address: 'writer@example.org',
        language: 'en',
        sourceIp,
        now: told.now(),
      });
      await told.settle();
      const text = told.memory.sent[0]?.text ?? '';
      expect([name, text.includes(name)]).toEqual([name, isNamed]);
      expect(text).toContain('2 of 7');
    }
  });
});
