import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../../kit/free-port.ts';
import { eicar, type FakeClamd, openFakeClamd } from '../testing/fake-clamd.ts';
import { askClamd, clamdAddress, type Verdict } from './clamd.ts';

let clamd: FakeClamd | undefined;
afterEach(() => clamd?.close());
const ask = async (content: string, options: Parameters<typeof openFakeClamd>[0] = {}): Promise<Verdict> => {
  clamd = await openFakeClamd(options);
  return askClamd(
    clamdAddress(clamd.url),
    Readable.from(
      [Buffer.from(content.slice(0, 10)), Buffer.from(content.slice(10))].filter(({ length }) => length > 0),
    ),
  );
};

describe('clamd', () => {
  it.each([
    ['a clean file', 'a signed letter', {}, { kind: 'clean' }],
    ['an empty file', '', {}, { kind: 'clean' }],
    ['the test file of scanners', `before ${eicar} behind`, {}, { kind: 'found', threat: 'Eicar-Test-Signature' }],
    ['a file that is locked', 'x', { reply: () => 'stream: Heuristics.Encrypted.PDF FOUND' }, { kind: 'unsupported' }],
    [
      'an archive that is packed too deep',
      'x',
      { reply: () => 'stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND' },
      { kind: 'unsupported' },
    ],
    [
      'a file that is too large for it',
      'x'.repeat(2_000),
      { limit: 1_000 },
      { kind: 'failed', because: 'INSTREAM size limit exceeded. ERROR' },
    ],
    [
      'an error of its own',
      'x',
      { reply: () => 'stream: Can not allocate memory ERROR' },
      { kind: 'failed', because: 'stream: Can not allocate memory ERROR' },
    ],
    [
      'something it never says',
      'x',
      { reply: () => 'stream: OK or not' },
      { kind: 'failed', because: 'stream: OK or not' },
    ],
    [
      'hanging up',
      'x',
      { reply: () => undefined },
      { kind: 'failed', because: 'Error: clamd went away before it answered' },
    ],
  ])('%s', async (_, content, options, verdict) => {
    expect(await ask(content, options)).toEqual(verdict);
  });

  it('is given every byte', async () => {
    const content = Array.from({ length: 50_000 }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');
    expect(await ask(content)).toEqual({ kind: 'clean' });
    expect(clamd?.seen).toEqual([content]);
  });

  it('that is away says nothing of a file', async () => {
    await expect(
      askClamd(clamdAddress(`tcp://127.0.0.1:${String(await freePort())}`), Readable.from([Buffer.from('x')])),
    ).rejects.toThrow('ECONNREFUSED');
    await expect(askClamd(clamdAddress('unix:/nowhere/clamd.sock'), Readable.from([Buffer.from('x')]))).rejects.toThrow(
      'ENOENT',
    );
  });

  it.each([
    ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['tcp://clamd.example.org:3310/', { host: 'clamd.example.org', port: 3310 }],
    ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ])('is at %s', (url, address) => {
    expect(clamdAddress(url)).toEqual(address);
  });

  it.each(['http://127.0.0.1:3310', 'tcp://127.0.0.1', '127.0.0.1:3310', 'unix:clamd.sock'])('is not at %s', (url) => {
    expect(() => clamdAddress(url)).toThrow('CLAMD_URL');
  });
});
