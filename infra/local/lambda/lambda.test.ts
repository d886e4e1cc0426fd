import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { invokeAsync } from './asynchronous.ts';
import { loadHandler } from './load.ts';
import { payloadLimit } from './payload.ts';
import { type InvokeResult, type LambdaHandler, openRuntime } from './runtime.ts';

const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:';

function open(handlers: Record<string, LambdaHandler>, timeoutSeconds = 5) {
  const ended: [string, InvokeResult][] = [];
  const log: string[] = [];
  const runtime = openRuntime({
    functions: Object.fromEntries([...Object.keys(handlers), 'absent'].map((name) => [name, { memoryMb: 512, timeoutSeconds }])),
    load: async (name) => handlers[name] ?? Promise.reject(new Error('no such file')),
    region: 'eu-central-1',
    account: '000000000000',
    output: { capture: (task) => task(), write: (text) => log.push(text), release: () => undefined },
    onEnd: (name, result) => ended.push([name, result]),
  });
  return { runtime, ended, log };
}

describe('an invocation', () => {
  it('passes JSON only, both ways', async () => {
    let got: unknown;
    const { runtime, ended } = open({ echo: (event) => ((got = event), { at: new Date(0), none: undefined, list: [undefined] }) });
    const result = await runtime.invoke('echo', { when: new Date(0), gone: undefined });
    expect(got).toStrictEqual({ when: '1970-01-01T00:00:00.000Z' });
    expect(result).toStrictEqual({ kind: 'ok', payload: { at: '1970-01-01T00:00:00.000Z', list: [null] } });
    expect(ended).toEqual([['echo', result]]);
  });

  it('is by name or by ARN, and nothing answers as null', async () => {
    const { runtime } = open({ echo: () => undefined });
    for (const name of ['echo', `${arn}echo`, `${arn}echo:$LATEST`]) expect(await runtime.invoke(name, {})).toEqual({ kind: 'ok', payload: null });
    expect(runtime.begun).toBe(3);
    for (const name of ['other', 'constructor', `${arn}other`]) await expect(runtime.invoke(name, {})).rejects.toThrow('There is no function');
  });

  it("has Lambda's context", async () => {
    const { runtime } = open({ look: (_, context) => ({ ...context, left: context.getRemainingTimeInMillis() }) });
    const result = await runtime.invoke('look', {});
    expect(result).toMatchObject({ payload: { functionName: 'look', memoryLimitInMB: '512', invokedFunctionArn: `${arn}look` } });
    const { left, awsRequestId } = (result as { payload: { left: number; awsRequestId: string } }).payload;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(5_000);
    expect(awsRequestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  class Poisoned extends Error {
    override name = 'Poisoned';
  }
  it.each<[string, LambdaHandler, InvokeResult]>([
    ['an error', () => Promise.reject(new Poisoned('bad row')), { kind: 'function-error', errorType: 'Poisoned', errorMessage: 'bad row' }],
    ['an error at once', () => { throw new TypeError('x'); }, { kind: 'function-error', errorType: 'TypeError', errorMessage: 'x' }],
    ['no error', () => Promise.reject('text'), { kind: 'function-error', errorType: 'string', errorMessage: 'text' }],
    ['too much', () => 'x'.repeat(payloadLimit), { kind: 'function-error', errorType: 'Function.ResponseSizeTooLarge', errorMessage: `Response payload size exceeded maximum allowed payload size (${payloadLimit} bytes).` }],
  ])('turns %s into a value', async (_, handler, expected) => expect(await open({ handler }).runtime.invoke('handler', {})).toEqual(expected));

  it('refuses a payload over 6 MB', async () => {
    expect(await open({ echo: () => 1 }).runtime.invoke('echo', 'x'.repeat(payloadLimit))).toMatchObject({ errorType: 'RequestEntityTooLargeException' });
  });

  it('says that a module cannot be loaded', async () => {
    expect(await open({}).runtime.invoke('absent', {})).toEqual({ kind: 'function-error', errorType: 'Runtime.ImportModuleError', errorMessage: 'Error: no such file' });
  });

  it('ends at its time limit', async () => {
    const result = await open({ hang: () => new Promise(() => undefined) }, 0.02).runtime.invoke('hang', {});
    expect(result).toMatchObject({ kind: 'function-error', errorType: 'Sandbox.Timedout', errorMessage: expect.stringContaining('Task timed out after 0.02 seconds') });
  });

  it('leaves a line in the log for an error nobody caught', async () => {
    const { runtime, log } = open({ handler: () => Promise.reject(new Poisoned('bad row')) });
    await runtime.invoke('handler', {});
    expect(JSON.parse(log.join(''))).toMatchObject({ level: 'ERROR', function_name: 'handler', stack: expect.stringContaining('bad row') });
  });

  it('is waited for', async () => {
    const gate = Promise.withResolvers<string>();
    const { runtime, ended } = open({ wait: () => gate.promise });
    void runtime.invoke('wait', {});
    const settled = runtime.settled().then(() => ended.length);
    gate.resolve('open');
    expect(await settled).toBe(1);
  });
});

describe('an asynchronous invocation', () => {
  it.each([
    [0, 1, 0],
    [2, 3, 0],
    [3, 3, 1],
  ])('that fails %d times is called %d times and leaves %d dead letters', async (failures, calls, letters) => {
    let count = 0;
    const dead: string[] = [];
    const { runtime } = open({ f: () => (++count <= failures ? Promise.reject(new Error('no')) : undefined) });
    await invokeAsync('f', { a: 1 }, { runtime, giveUp: (name, event, condition) => dead.push(`${name} ${JSON.stringify(event)} ${condition}`) });
    expect(count).toBe(calls);
    expect(dead).toEqual(letters ? ['f {"a":1} Error: no'] : []);
  });
});

describe('loading', () => {
  it('takes the handler of a module and says when there is none', async () => {
    const root = mkdtempSync(join(tmpdir(), 'functions-'));
    writeFileSync(join(root, 'good.mjs'), 'export const handler = () => 7;');
    writeFileSync(join(root, 'bad.mjs'), 'export const main = () => 7;');
    expect((await loadHandler(root, 'good.mjs'))({}, {} as never)).toBe(7);
    await expect(loadHandler(root, 'bad.mjs')).rejects.toThrow('bad.mjs exports no handler');
  });
});
