import { describe, expect, it } from 'vitest';
import type { Engine } from './engine.ts';
import { keepEngine } from './keep-engine.ts';

/** Engines that end when the test says so. @param starts how each start after the first goes: on a port, or a refusal */
function fake(starts: readonly (number | Error)[]) {
  const ends: ((said: string) => void)[] = [];
  const [asked, said]: [(number | undefined)[], string[]] = [[], []];
  let [stopped, time] = [0, 0];
  const engineOn = (port: number): Engine => {
    const died = Promise.withResolvers<string>();
    ends.push(died.resolve);
    return {
      endpoint: `http://127.0.0.1:${String(port)}`,
      at: { address: '127.0.0.1', port },
      died: died.promise,
      stop: async () => void (stopped += 1),
    };
  };
  const start = async (before?: Engine): Promise<Engine> => {
    const next = asked.push(before?.at.port) === 1 ? 7 : (starts[asked.length - 2] ?? 7);
    if (next instanceof Error) throw next;
    return engineOn(next);
  };
  return {
    asked,
    said,
    stopped: () => stopped,
    pass: (ms: number) => void (time += ms),
    open: () => keepEngine({ start, onLoss: (words) => said.push(words), pauses: [0, 0, 0], now: () => time }),
    end: (words = 'killed') => ends.at(-1)?.(words),
  };
}
/** Promises that were settled have told everybody. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an engine that is kept', () => {
  it('R3: is started again on its port when it ends by itself, and whoever asks waits for it', async () => {
    const engines = fake([]);
    const engine = await engines.open();
    engines.end('killed');
    await settled();
    await engine.up();
    expect(engine).toMatchObject({ endpoint: 'http://127.0.0.1:7', at: { address: '127.0.0.1', port: 7 }, losses: 1 });
    expect(engines).toMatchObject({ asked: [undefined, 7], said: ['killed'] });
    await engine.stop();
    expect(engines.stopped()).toBe(1);
  });

  it('R3: is tried again when a start fails or finds the port taken, and let go of after a number of tries', async () => {
    const some = fake([new Error('no'), 8, 7]);
    const engine = await some.open();
    some.end();
    await settled();
    await engine.up();
    expect(some.asked).toEqual([undefined, 7, 7, 7]);
    expect(some.stopped()).toBe(1);
    await engine.stop();

    const no = fake([new Error('no'), 8, new Error('disk full')]);
    const lost = await no.open();
    no.end();
    expect(await lost.died).toMatch(
      /^The DynamoDB engine ended and could not be started again\. What it acknowledged is on disk: .* disk full$/,
    );
    await lost.up();
  });

  it('R3: that ends again and again is let go of; one that is killed now and then is not', async () => {
    const engines = fake([]);
    const engine = await engines.open();
    const lose = async (): Promise<void> => {
      engines.end();
      await settled();
      await engine.up();
    };
    for (let count = 0; count < 40; count++) {
      await lose();
      engines.pass(60_000);
    }
    expect(engine.losses).toBe(40);
    for (let count = 0; count < 20; count++) await lose();
    expect(await engine.died).toMatch(/^The DynamoDB engine ended 21 times within ten minutes: keep a copy/);
  });

  it('that is stopped is not started again', async () => {
    const engines = fake([]);
    const engine = await engines.open();
    await engine.stop();
    engines.end();
    await settled();
    expect(engines).toMatchObject({ asked: [undefined], said: [] });
  });
});
