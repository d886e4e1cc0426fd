import { describe, expect, it } from 'vitest';
import { answeredOverLosses, overLosses } from './over-losses.ts';
import { failed } from './protocol.ts';
import type { InvokeResult } from './runtime.ts';

const ok = (payload: unknown): InvokeResult => ({ kind: 'ok', payload });
const gone = failed('ECONNREFUSED', 'connect');
const asked = (method: string) => ({ requestContext: { http: { method } } });
const problem = (status: number) =>
  ok({
    statusCode: status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ title: 'Sorry', status }),
  });

/** A function that answers in turn as told; `lossy` ones while the table was lost. */
function world(answers: readonly (InvokeResult | { readonly lossy: InvokeResult })[]) {
  let calls = 0;
  const table = { losses: 0, waits: 0, up: async () => void (table.waits += 1) };
  const invoke = async (): Promise<InvokeResult> => {
    const next = answers[Math.min(calls, answers.length - 1)];
    calls += 1;
    if (next === undefined) throw new Error('nothing to answer');
    if (!('lossy' in next)) return next;
    table.losses += 1;
    return next.lossy;
  };
  const runtime = { invoke, settled: async () => undefined, begun: 3 };
  return {
    table,
    calls: () => calls,
    background: overLosses(runtime, table),
    answer: answeredOverLosses(invoke, table),
  };
}

describe('what runs in the background', () => {
  it.each([
    ['is done again when it failed by a loss', [{ lossy: gone }, ok(1)], ok(1), 2],
    [
      'is done again when its batch failed by a loss',
      [{ lossy: ok({ batchItemFailures: [{ itemIdentifier: '7' }] }) }, ok({ batchItemFailures: [] })],
      ok({ batchItemFailures: [] }),
      2,
    ],
    ['is not done again when it failed by itself', [gone, ok(1)], gone, 1],
    ['is not done again when it went well over a loss', [{ lossy: ok(1) }, ok(2)], ok(1), 1],
    ['fails at last when every try meets a loss', [{ lossy: gone }], gone, 10],
  ] as const)('R3: %s', async (_, answers, expected, calls) => {
    const { background, calls: count, table } = world(answers);
    expect(await background.invoke('relay', {})).toEqual(expected);
    expect(count()).toBe(calls);
    expect(table.waits).toBe(calls);
    expect(background.begun).toBe(3);
  });
});

describe('a request', () => {
  it.each([
    ['that reads is asked again', 'GET', [{ lossy: problem(500) }, problem(200)], problem(200)],
    [
      'that may have written is answered 503, once',
      'POST',
      [{ lossy: problem(500) }, problem(200)],
      {
        payload: {
          statusCode: 503,
          headers: { 'retry-after': '2', 'content-type': 'application/problem+json' },
          body: '{"title":"Sorry","status":503}',
        },
      },
    ],
    [
      'whose function failed outright is answered 503',
      'POST',
      [{ lossy: gone }],
      { payload: { statusCode: 503, headers: { 'retry-after': '2' } } },
    ],
    [
      'of a page keeps its words',
      'POST',
      [{ lossy: ok({ statusCode: 500, body: '<h1>Sorry</h1>' }) }],
      { payload: { statusCode: 503, body: '<h1>Sorry</h1>' } },
    ],
    ['that was refused over a loss stays refused', 'POST', [{ lossy: problem(409) }], problem(409)],
    ['that failed by itself stays a 500', 'POST', [problem(500)], problem(500)],
  ] as const)('R3: %s', async (_, method, answers, expected) => {
    expect(await world(answers).answer('public', asked(method))).toMatchObject(expected);
  });
});
