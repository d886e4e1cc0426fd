import { describe, expect, it } from 'vitest';
import { clockService } from './service.ts';

const start = Date.parse('2025-12-12T09:00:00+05:00');

async function ask(method: string, body: string) {
  const moves: number[] = [];
  const service = clockService(
    { now: () => start },
    {
      advanceTo: async (wanted) => {
        const moment = typeof wanted === 'number' ? wanted : wanted(start);
        if (moment < start) throw new RangeError('The clock only goes forward.');
        moves.push(moment - start);
        return { now: moment, ran: 3 };
      },
    },
  );
  const { status, body: answer } = await service({
    method,
    url: '/',
    headers: {},
    body: Buffer.from(body),
    sourceIp: '',
    protocol: '',
  });
  return { status, answer: JSON.parse(String(answer)) as unknown, moves };
}

describe('the clock over HTTP', () => {
  it('tells the time', async () => {
    expect(await ask('GET', '')).toEqual({ status: 200, answer: { now: '2025-12-12T04:00:00.000Z' }, moves: [] });
  });

  it.each([
    ['{"advance":"P7D"}', 7 * 86_400_000],
    ['{"advance":"PT1S"}', 1_000],
    ['{"to":"2025-12-13T09:00:00+05:00"}', 86_400_000],
    ['{"to":"2025-12-12T04:00Z"}', 0],
  ])('moves by %s', async (body, expected) => {
    expect(await ask('POST', body)).toEqual({
      status: 200,
      answer: { now: new Date(start + expected).toISOString(), ran: 3 },
      moves: [expected],
    });
  });

  it.each([
    '',
    '{}',
    '[]',
    'null',
    '{"advance":7}',
    '{"advance":"P1M"}',
    '{"to":"tomorrow"}',
    '{"to":"2025-12-13T09:00:00"}',
    '{"to":"2025-13-13T09:00:00Z"}',
    '{"to":"2025-12-01T09:00:00Z"}',
    '{"advance":"P1D","to":"2026-12-01T09:00:00Z"}',
  ])('refuses %s', async (body) =>
    expect(await ask('POST', body)).toMatchObject({ status: 400, answer: { message: expect.any(String) }, moves: [] }),
  );

  it('S12: of a published host is told and not moved', async () => {
    const service = clockService({ now: () => start }, undefined);
    const asked = (method: string) =>
      service({ method, url: '/', headers: {}, body: Buffer.from('{"advance":"P7D"}'), sourceIp: '', protocol: '' });
    expect((await asked('GET')).status).toBe(200);
    expect((await asked('POST')).status).toBe(405);
  });

  it('knows no other method', async () => expect((await ask('DELETE', '')).status).toBe(405));
});
