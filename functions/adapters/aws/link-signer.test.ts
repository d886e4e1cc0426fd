import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkTarget } from '#core/links/link-ports.ts';
import { linkText, readLink } from './link-signer.ts';

const secret = Buffer.from('a secret of a test');
const assignmentId = 'p1_4-1-1_technical-condition_power';
const targets: readonly LinkTarget[] = [
  { kind: 'party', zoneId: 'alpha', partyId: 'alpha-power' },
  { kind: 'party', zoneId: 'alpha', partyId: 'alpha-power', address: 3 },
  { kind: 'draft', draftId: 'p1' },
  { kind: 'guest', zoneId: 'alpha', forumId: 'alpha-forum', guestId: 'g1' },
  ...[0, 1, 12].flatMap((version): LinkTarget[] => [
    { kind: 'track', projectId: 'p1', version },
    { kind: 'confirm', projectId: 'p1', version },
    { kind: 'assignment', projectId: 'p1', assignmentId, version },
  ]),
  ...[0, 12].flatMap((version) =>
    [1, 7].map((address): LinkTarget => ({ kind: 'assignment', projectId: 'p1', assignmentId, version, address })),
  ),
];
const links = targets.map((target) => linkText(secret, target));

describe('a link', () => {
  it('is read as what it was made for, each version another', () => {
    expect(links.map((link) => readLink(secret, link))).toEqual(targets);
    expect(new Set(links).size).toBe(links.length);
  });

  it('that emails carried before links had versions opens the first of them', () => {
    const mac = createHmac('sha256', secret)
      .update(`assignment|${assignmentId}|1`)
      .digest()
      .subarray(0, 24)
      .toString('base64url');
    expect(readLink(secret, `a.${assignmentId}.${mac}`)).toEqual({
      kind: 'assignment',
      projectId: 'p1',
      assignmentId,
      version: 0,
    });
  });

  it('X3: ends in a letter or a digit, whatever it is for, and is no longer than before', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.nat(50), (projectId, version) => {
        const link = linkText(secret, { kind: 'track', projectId, version });
        expect(link).toMatch(/\.[a-z2-7]{32}$/);
        expect(readLink(secret, link)).toEqual({ kind: 'track', projectId, version });
      }),
    );
  });

  it('X3: that was sent before, ending in whatever it does, still opens', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.integer({ min: 1, max: 50 }), (projectId, version) => {
        const mac = createHmac('sha256', secret)
          .update(`confirm|${projectId}|1|${String(version)}`)
          .digest()
          .subarray(0, 24)
          .toString('base64url');
        expect(readLink(secret, `c.${projectId}.${String(version)}.${mac}`)).toEqual({
          kind: 'confirm',
          projectId,
          version,
        });
      }),
    );
  });

  const [track = ''] = links.filter((link) => link.startsWith('t.'));
  const mac = track.split('.').at(-1) ?? '';
  it.each([
    ['with another version under its signature', track.replace(`.${mac}`, `.1.${mac}`)],
    ['of a later version without it', (links.find((link) => link.startsWith('t.p1.1.')) ?? '').replace('.1.', '.')],
    [
      'with a version written otherwise',
      (links.find((link) => link.startsWith('t.p1.1.')) ?? '').replace('.1.', '.01.'),
    ],
    ['of another kind', track.replace('t.', 'c.')],
    ['of another project', track.replace('p1', 'p2')],
    ['of an unknown kind', track.replace('t.', 'x.')],
    [
      'of another address under its signature',
      linkText(secret, { kind: 'assignment', projectId: 'p1', assignmentId, version: 2, address: 1 }).replace(
        '.2.1.',
        '.2.2.',
      ),
    ],
    [
      'of a first address under the signature of a later',
      linkText(secret, { kind: 'assignment', projectId: 'p1', assignmentId, version: 2, address: 1 }).replace(
        '.2.1.',
        '.2.',
      ),
    ],
    [
      'with the versions in the other order',
      linkText(secret, { kind: 'assignment', projectId: 'p1', assignmentId, version: 2, address: 1 }).replace(
        '.2.1.',
        '.1.2.',
      ),
    ],
    ['cut short', track.slice(0, -1)],
    ['with more behind it', `${track}.x`],
    ['that is empty', ''],
  ])('%s is none', (_, link) => {
    expect(readLink(secret, link)).toBeUndefined();
  });
});
