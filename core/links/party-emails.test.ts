import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import type { Party } from '#core/reference/reference.ts';
import { Journey } from '#test/support/journey.ts';
import { memoryAdministration } from '#test/support/memory-administration.ts';
import { goodAnswer, membership, officer, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import { changeParty, previewParty } from '../reference/parties.ts';
import { actOnObstacle } from '../obstacles/act-on-obstacle.ts';
import { handleAssignment } from '../work/handle-assignment.ts';
import { decideByLink, viewLink } from './act-by-link.ts';
import { raiseObstacle } from '../obstacles/raise-obstacle.ts';

const partyId = 'alpha-power';
const power = 'technical-condition_power';
const said = (result: { ok: boolean; failure?: { kind: string } }) => (result.ok ? 'done' : result.failure?.kind);
/** The links of an email to what is asked, without the last, which leads to all of it. */
const linksIn = (text = '') => (text.match(/https:\/\/zone\.example\.org\/l\/\S+/g) ?? []).slice(0, -1);

/** Projects whose power line one party has to answer. */
async function asked(count: number, told = world()) {
  for (let number = 1; number <= count; number += 1)
    await put(told, new Journey({ projectId: `p${String(number)}`, lines: ['power'] }).to('technical-conditions'));
  for (const [key, { errand: message }] of told.memory.rows)
    if (message.kind !== 'party-links') told.memory.rows.delete(key);
  told.moveTo(new Journey().now);
  const administration = memoryAdministration();
  administration.memory.settings.set('alpha', told.memory.settings.get('alpha')!);
  const party = (): Party => told.memory.settings.get('alpha')!.parties.find((one) => one.partyId === partyId)!;
  const command = (email: string) => {
    const { names, language, version = 0 } = party();
    return {
      actor: staff(membership('administrator')),
      now: told.now(),
      zoneId: 'alpha',
      partyId,
      names,
      language,
      version,
      email,
    };
  };
  const change = async (email: string) => {
    const changed = await changeParty(administration, command(email));
    told.memory.settings.set('alpha', administration.memory.settings.get('alpha')!);
    for (const row of administration.memory.rows.splice(0)) told.memory.rows.set(`${row.laneId} ${row.rowId}`, row);
    return changed;
  };
  return {
    told,
    party,
    change,
    preview: (email: string) =>
      previewParty({ ...administration, ...told.ports, administration: administration.administration }, command(email)),
  };
}

const target = (party: Party, projectId = 'p1') =>
  ({
    kind: 'assignment',
    projectId,
    assignmentId: `${projectId}_4-1-1_${power}`,
    version: 0,
    ...(party.addressVersion && { address: party.addressVersion }),
  }) as const;

describe('a party with another address', () => {
  it('S6: has no link any more that went to the one before, and gets all that is open with new ones', async () => {
    const { told, party, change } = await asked(3);
    const old = await told.ports.links.urlOf(target(party()));
    expect(said(await viewLink(told.ports, { link: old, now: told.now() }))).toBe('done');
    expect((await change('mended@example.org')).ok).toBe(true);
    expect(said(await viewLink(told.ports, { link: old, now: told.now() }))).toBe('link-replaced');
    expect(
      said(await decideByLink(told.ports, { link: old, now: told.now(), decision: goodAnswer('technical-condition') })),
    ).toBe('link-replaced');
    await told.settle();
    const [email, ...more] = told.memory.sent;
    expect([email?.to, email?.notice, more]).toEqual(['mended@example.org', 'party-links', []]);
    const links = linksIn(email?.text);
    expect(links).toHaveLength(3);
    for (const link of links)
      expect(
        said(await decideByLink(told.ports, { link, now: told.now(), decision: goodAnswer('technical-condition') })),
      ).toBe('done');
  });

  it('S6: changed only in name or language keeps every link', async () => {
    const { told, party, change } = await asked(1);
    const { email } = party();
    await change(email);
    expect(party().addressVersion).toBeUndefined();
    expect(told.memory.rows.size).toBe(0);
  });

  it('S6: is brought hundreds by a few emails, each once, also when the provider fails between them', async () => {
    let failures = 1;
    const { told, change } = await asked(
      250,
      world({
        deliver: ({ notice }) => {
          if (notice === 'party-links' && told.memory.sent.length === 1 && failures > 0) {
            failures -= 1;
            throw new Error('down');
          }
          return 'sent';
        },
      }),
    );
    await change('mended@example.org');
    await told.settle();
    told.moveTo(told.now() + 3_600_000);
    await told.settle();
    const links = told.memory.sent.map(({ text }) => linksIn(text));
    expect(links.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(new Set(links.flat()).size).toBe(250);
    for (const { html } of told.memory.sent) expect(Buffer.byteLength(html)).toBeLessThan(102_400);
  });

  it('S6: changed twice before an email went out gets it once, at the last address', async () => {
    const { told, change } = await asked(2);
    await change('first@example.org');
    await change('second@example.org');
    await told.settle();
    expect(told.memory.sent.map(({ to }) => to)).toEqual(['second@example.org']);
    for (const link of linksIn(told.memory.sent[0]?.text))
      expect(said(await viewLink(told.ports, { link, now: told.now() }))).toBe('done');
    expect([...told.memory.rows.values()].filter(({ state }) => state !== 'sent')).toEqual([]);
  });

  it('S6: is shown beforehand how many links end and what will be sent, with nothing written', async () => {
    const { told, party, preview } = await asked(120);
    const seen = await preview('mended@example.org');
    expect(seen).toMatchObject({ ok: true, value: { ends: 120, more: false, email: { to: 'mended@example.org' } } });
    expect(JSON.stringify(seen)).not.toContain('https://');
    expect([party().addressVersion, told.memory.rows.size, await preview(party().email)]).toEqual([
      undefined,
      0,
      { ok: true, value: undefined },
    ]);
  });

  it.each(languages)('S6: reads it in %s', async (language) => {
    const { told, party, change } = await asked(1);
    const context = told.memory.settings.get('alpha')!;
    const parties = context.parties.map((one) => (one.partyId === partyId ? { ...one, language } : one));
    told.memory.settings.set('alpha', { ...context, parties });
    expect(party().language).toBe(language);
    await change('mended@example.org');
    const changed = told.memory.settings.get('alpha')!;
    told.memory.settings.set('alpha', {
      ...changed,
      parties: changed.parties.map((one) => (one.partyId === partyId ? { ...one, language } : one)),
    });
    await told.settle();
    const [email] = told.memory.sent;
    expect(email?.language).toBe(language);
    for (const part of [email?.subject, email?.text, email?.html]) expect(part).not.toMatch(/undefined|null|\{\w+\}/);
    expect(email?.text).toMatch(/ALP-2026-0001 · .+ · .+\n/);
  });
});

describe('a party that an assignment is taken from', () => {
  it('S6: leaves its obstacles to the one that gets it, with a link', async () => {
    const { told } = await asked(1);
    const at = { projectId: 'p1', actor: officer, now: told.now() };
    const raised = await raiseObstacle(told.ports, {
      ...at,
      request: { about: { kind: 'stage', stage: 'technical-conditions' }, words: 'The gate is locked' },
    });
    const obstacleId = raised.ok ? (raised.value.obstacles[0]?.obstacleId ?? '') : '';
    await actOnObstacle(told.ports, {
      ...at,
      obstacleId,
      request: { action: 'hand-over', to: { kind: 'party', partyId } },
    });
    await told.settle();
    const before = told.memory.sent.length;
    const moved = await handleAssignment(told.ports, {
      assignmentId: `p1_4-1-1_${power}`,
      actor: officer,
      now: told.now(),
      request: { handling: 'hand-over', partyId: 'alpha-gas', reasonCode: 'other-party', reason: 'Theirs' },
    });
    expect(said(moved)).toBe('done');
    await told.settle();
    const {
      obstacles: [obstacle],
    } = await told.load('p1');
    expect(obstacle?.owner).toEqual({ kind: 'party', partyId: 'alpha-gas' });
    const sent = told.memory.sent.slice(before).map(({ notice }) => notice);
    expect(sent).toEqual([
      'assignment-closed',
      'assignment',
      'obstacle-asked',
      'obstacle-handed-over',
      'obstacle-closed',
    ]);
    const given = told.memory.sent.find(({ notice }, place) => place >= before && notice === 'obstacle-asked');
    expect(
      said(
        await viewLink(told.ports, { link: linksIn(given?.text)[0]?.split('/obstacles')[0] ?? '', now: told.now() }),
      ),
    ).toBe('done');
  });
});
