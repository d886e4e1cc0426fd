import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LinkTarget } from '#core/ports/links.ts';
import { linkText, readLink } from './link-signer.ts';

const secret = Buffer.from('a secret of a test');
const assignmentId = 'p1_4-1-1_technical-condition_power';
const targets: readonly LinkTarget[] = [
  { kind: 'draft', draftId: 'p1' },
  ...[0, 1, 12].flatMap((version): LinkTarget[] => [
    { kind: 'track', projectId: 'p1', version }, { kind: 'confirm', projectId: 'p1', version }, { kind: 'assignment', projectId: 'p1', assignmentId, version },
  ]),
];
const links = targets.map((target) => linkText(secret, target));

describe('a link', () => {
  it('is read as what it was made for, each version another', () => {
    expect(links.map((link) => readLink(secret, link))).toEqual(targets);
    expect(new Set(links).size).toBe(links.length);
  });

  it('of the first version is the one that emails carried before links had versions', () => {
    const mac = createHmac('sha256', secret).update(`assignment|${assignmentId}|1`).digest().subarray(0, 24).toString('base64url');
    expect(linkText(secret, { kind: 'assignment', projectId: 'p1', assignmentId, version: 0 })).toBe(`a.${assignmentId}.${mac}`);
  });

  const [track = ''] = links.filter((link) => link.startsWith('t.'));
  const mac = track.split('.').at(-1) ?? '';
  it.each([
    ['with another version under its signature', track.replace(`.${mac}`, `.1.${mac}`)],
    ['of a later version without it', (links.find((link) => link.startsWith('t.p1.1.')) ?? '').replace('.1.', '.')],
    ['with a version written otherwise', (links.find((link) => link.startsWith('t.p1.1.')) ?? '').replace('.1.', '.01.')],
    ['of another kind', track.replace('t.', 'c.')],
    ['of another project', track.replace('p1', 'p2')],
    ['of an unknown kind', track.replace('t.', 'x.')],
    ['cut short', track.slice(0, -1)],
    ['with more behind it', `${track}.x`],
    ['that is empty', ''],
  ])('%s is none', (_, link) => {
    expect(readLink(secret, link)).toBeUndefined();
  });
});
