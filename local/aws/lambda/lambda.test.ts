import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { invokeAsync } from './asynchronous.ts';
import { openPool, type Pool } from './pool.ts';
import { failed, type HandlerSource, type Outcome } from './protocol.ts';
import { type InvokeResult, openRuntime, payloadLimit } from './runtime.ts';

const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:';
const module = fileURLToPath(new URL('../testing/odd-functions.ts', import.meta.url));
let pool: Pool | undefined;
afterEach(async () => {
  await pool?.close();
  pool = undefined;
});

/** A runtime of the odd functions named, all in one worker, and what it logged. */
function open(
  names: readonly string[],
  options: { timeoutSeconds?: number; sources?: Record<string, HandlerSource> } = {},
) {
  const log: string[] = [];
  const sources = { ...Object.fromEntries(names.map((name) => [name, { module, export: name }])), ...options.sources };
  pool = openPool({ groups: [sources], environment: { TABLE_NAME: 'local' }, log: (text) => log.push(text) });
  let ended = 0;
  const functions = Object.fromEntries(
    Object.keys(sources).map((name) => [name, { memoryMb: 512, timeoutSeconds: options.timeoutSeconds ?? 20 }]),
  );
  const runtime = openRuntime({
    functions,
    pool,
    region: 'eu-central-1',
    account: '000000000000',
    onEnd: () => (ended += 1),
  });
  return { runtime, log, ended: () => ended };
}

describe('an invocation', () => {
  it('passes JSON only, both ways', async () => {
    const { runtime, ended } = open(['echo']);
    expect(await runtime.invoke('echo', { when: new Date(0), gone: undefined })).toStrictEqual({
      kind: 'ok',
      payload: { event: { when: '1970-01-01T00:00:00.000Z' }, at: '1970-01-01T00:00:00.000Z', list: [null] },
    });
    expect(ended()).toBe(1);
  });

  it('is by name or by ARN, and nothing answers as null', async () => {
    const { runtime } = open(['nothing']);
    for (const name of ['nothing', `${arn}nothing`, `${arn}nothing:$LATEST`])
      expect(await runtime.invoke(name, undefined)).toEqual({ kind: 'ok', payload: null });
    expect(runtime.begun).toBe(3);
    for (const name of ['other', 'constructor', `${arn}other`])
      await expect(runtime.invoke(name, {})).rejects.toThrow('There is no function');
  });

  it("has Lambda's context", async () => {
    const result = await open(['look']).runtime.invoke('look', {});
    expect(result).toMatchObject({
      payload: {
        functionName: 'look',
        memoryLimitInMB: '512',
        invokedFunctionArn: `${arn}look`,
        awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
    const { left } = (result as { payload: { left: number } }).payload;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(20_000);
  });

  it.each<[string, InvokeResult]>([
    ['rejects', failed('Poisoned', 'bad row')],
    ['throws', failed('TypeError', 'x')],
    ['throwsText', failed('string', 'text')],
    [
      'large',
      failed(
        'Function.ResponseSizeTooLarge',
        `Response payload size exceeded maximum allowed payload size (${payloadLimit} bytes).`,
      ),
    ],
    ['exits', failed('Runtime.ExitError', 'Runtime exited')],
    ['notAFunction', failed('Runtime.ImportModuleError', `${module} exports no function "notAFunction".`)],
  ])('of a function that %s comes to a value', async (name, expected) => {
    const { runtime } = open([name, 'nothing']);
    expect(await runtime.invoke(name, {})).toEqual(expected);
    expect(await runtime.invoke('nothing', {})).toEqual({ kind: 'ok', payload: null });
  });

  it('of a module that is not there says so', async () => {
    const { runtime } = open([], { sources: { gone: { module: '/nowhere/gone.ts', export: 'handler' } } });
    expect(await runtime.invoke('gone', {})).toMatchObject({
      errorType: 'Runtime.ImportModuleError',
      errorMessage: expect.stringContaining('/nowhere/gone.ts'),
    });
  });

  it('refuses a payload over 6 MB', async () => {
    expect(await open(['nothing']).runtime.invoke('nothing', 'x'.repeat(payloadLimit))).toMatchObject({
      errorType: 'RequestEntityTooLargeException',
    });
  });

  it('ends at its time limit', async () => {
    const result = await open(['hangs'], { timeoutSeconds: 0.02 }).runtime.invoke('hangs', {});
    expect(result).toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringContaining('Task timed out after 0.02 seconds'),
    });
  });

  it('is waited for', async () => {
    const { runtime, ended } = open(['nothing']);
    void runtime.invoke('nothing', {});
    await runtime.settled();
    expect(ended()).toBe(1);
  });
});

describe('a worker', () => {
  it('has an environment of its own, and what is printed goes to the log before it ends', async () => {
    const { runtime, log } = open(['prints', 'rejects']);
    expect(await runtime.invoke('prints', { a: 1 })).toEqual({ kind: 'ok', payload: { TABLE_NAME: 'local' } });
    await runtime.invoke('rejects', {});
    await pool?.close();
    pool = undefined;
    const lines = log.join('').trim().split('\n');
    expect(lines).toContain('printed {"a":1}');
    expect(lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))).toMatchObject([
      { level: 'ERROR', function_name: 'rejects', stack: expect.stringContaining('bad row') },
    ]);
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
    const execute = async (): Promise<Outcome> =>
      ++count <= failures ? failed('Error', 'no') : { kind: 'ok', payload: 'null' };
    const runtime = openRuntime({
      functions: { f: { memoryMb: 1, timeoutSeconds: 1 } },
      pool: { execute },
      region: 'r',
      account: 'a',
      onEnd: () => undefined,
    });
    await invokeAsync(
      'f',
      { a: 1 },
      { runtime, giveUp: (name, event, condition) => dead.push(`${name} ${JSON.stringify(event)} ${condition}`) },
    );
    expect(count).toBe(calls);
    expect(dead).toEqual(letters ? ['f {"a":1} Error: no'] : []);
  });
});
