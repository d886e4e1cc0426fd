import { describe, expect, it } from 'vitest';
import type { Outcome } from '#core/stages/decision.ts';
import { decisionOf, head } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { decide } from '../stages/decide.ts';
import { previewEmails } from './preview-emails.ts';

const link = /https:\/\/zone\.example\.org\/(?:l|office)\/\S+/g;
const openOne = async (told: ReturnType<typeof world>, projectId: string) =>
  (await told.load(projectId)).assignments.find(({ kind, state }) => kind === 'office-decision' && state === 'open')
    ?.assignmentId ?? '';

describe('a rehearsed decision', () => {
  it.each<Outcome>(['approved', 'returned', 'rejected'])(
    '%s shows the emails that go out, word for word, and writes nothing',
    async (outcome) => {
      const told = world();
      const projectId = await told.submit();
      await told.settle();
      const assignmentId = await openOne(told, projectId);
      const { version } = (await told.load(projectId)).project;
      const command = { assignmentId, decision: decisionOf(outcome), actor: head, now: told.now() };
      const rehearsed = await previewEmails(told.ports, told.now(), (ports) => decide(ports, command));
      expect((await told.load(projectId)).project.version).toBe(version);
      const before = told.memory.sent.length;

      expect((await decide(told.ports, command)).ok).toBe(true);
      await told.settle();
      const sent = told.memory.sent.slice(before);
      expect(sent.length).toBeGreaterThan(0);
      expect(
        rehearsed.ok &&
          rehearsed.value.map(({ to, subject, text }) => ({ to, subject, text: text.replaceAll('…/documents', '…') })),
      ).toEqual(sent.map(({ to, subject, text }) => ({ to, subject, text: text.replaceAll(link, '…') })));
    },
  );

  it('fails as the decision would', async () => {
    const told = world();
    const projectId = await told.submit({}, undefined, false);
    await told.settle();
    const command = {
      assignmentId: await openOne(told, projectId),
      decision: decisionOf('approved'),
      actor: head,
      now: told.now(),
    };
    expect(await previewEmails(told.ports, told.now(), (ports) => decide(ports, command))).toMatchObject({
      ok: false,
      failure: { kind: 'gate-closed' },
    });
  });
});
