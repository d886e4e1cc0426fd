import { describe, expect, it } from 'vitest';
import { bodyLimits } from '#core/api/request-bodies.ts';
import { operations, type OperationId } from '#core/api/operations.ts';
import type { HttpEvent } from './api.ts';
import { turnedAway } from './turned-away.ts';

const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=x';
const event = (routeKey: string, type: string, bytes: number, { declared = false, base64 = false } = {}) =>
  ({
    routeKey,
    headers: { 'content-type': type, ...(declared && { 'content-length': String(bytes) }) },
    ...(!declared && { body: base64 ? Buffer.alloc(bytes, 'a').toString('base64') : 'a'.repeat(bytes) }),
    isBase64Encoded: base64,
  }) as unknown as HttpEvent;

describe('S4: a body', () => {
  it.each<[string, string, number]>([
    ['POST /api/letters-of-intent', 'application/json', bodyLimits.json],
    ['POST /api/links/{link}/decision', 'application/json', bodyLimits.json],
    ['POST /letter', form, bodyLimits.form],
    ['POST /letter/{draft}/documents', form, bodyLimits.form],
    ['POST /letter/{draft}/documents', multipart, bodyLimits.file],
    ['GET /', form, 0],
  ])('of %s as %s may be %d bytes long, here or as it was said to be', (route, type, most) => {
    for (const how of [{}, { declared: true }, { base64: true }]) {
      expect(turnedAway(event(route, type, most, how))).toBeUndefined();
      expect(turnedAway(event(route, type, most + 1, how))).toEqual({ kind: 'payload-too-large' });
    }
  });

  it('counts bytes, not letters, and takes no word for a length that is none', () => {
    const letters = {
      ...event('POST /api/letters-of-intent', 'application/json', 0),
      body: 'ң'.repeat(bodyLimits.json / 2 + 1),
    };
    expect(turnedAway(letters)).toEqual({ kind: 'payload-too-large' });
    expect(
      turnedAway({ ...letters, headers: { 'content-type': 'application/json', 'content-length': 'x' }, body: '{}' }),
    ).toBeUndefined();
  });

  it('of several parts comes only where files do', () => {
    for (const route of ['POST /letter', 'POST /api/letters-of-intent', 'POST /office/projects/{projectId}/notes']) {
      expect(turnedAway(event(route, multipart, 1))).toEqual({ kind: 'unsupported-media-type' });
    }
  });
});

/** A value that counts each look into it, however deep. */
function counted(value: unknown, look: () => void): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get: (target, name) => {
      look();
      return counted(Reflect.get(target, name), look);
    },
    has: (target, name) => {
      look();
      return Reflect.has(target, name);
    },
    ownKeys: (target) => {
      const names = Reflect.ownKeys(target);
      for (const _ of names) look();
      return names;
    },
  });
}

describe('S4: a JSON body within its limit', () => {
  const most = bodyLimits.json;
  const filled = (begin: string, part: string, end: string) =>
    begin +
    Array.from({ length: Math.floor((most - begin.length - end.length) / (part.length + 1)) }, () => part).join(',') +
    end;
  const texts: readonly (readonly [string, string])[] = [
    ['as deep as it can be', '['.repeat(most / 2) + ']'.repeat(most / 2)],
    ['as deep as it can be, by names', '{"a":'.repeat(9_000) + '1' + '}'.repeat(9_000)],
    ['an array of nothing', filled('[', '1', ']')],
    [
      'as many names as there is room for',
      `{${Array.from({ length: 6_000 }, (_, at) => `"a${String(at)}":1`).join(',')}}`,
    ],
    ['a list where something else is asked', filled('{"utilities":[', '{}', '],"production":[]}')],
    ['a list of the wrong', filled('{"lines":[', '1', '],"actions":[1],"facts":[1],"items":[1]}')],
  ];

  it.each(texts)('%s costs no operation more looks than it has bytes', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(most);
    for (const id of Object.keys(operations) as OperationId[]) {
      let looks = 0;
      operations[id].body.safeParse(
        counted(JSON.parse(text), () => {
          looks += 1;
        }),
      );
      expect(looks, id).toBeLessThanOrEqual(4 * most);
    }
  });
});
