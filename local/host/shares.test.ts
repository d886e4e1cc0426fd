import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { network } from '#core/kernel/window.ts';
import { freePort } from '../kit/free-port.ts';
import { openHeld } from '../aws/http/held.ts';
import type { Patience } from '../kit/patience.ts';
import { bodyWait, type Found, type HttpServer, leastProgress, serve, type Service } from '../aws/http/server.ts';
import { refusal } from './refusal.ts';

/** Nobody waits for real: what waits is done when the test lets time pass. */
function stillTime() {
  const waiting = new Set<{ readonly ms: number; readonly act: () => void }>();
  const patience: Patience = {
    after: (ms, act) => {
      const one = { ms, act };
      waiting.add(one);
      return () => {
        waiting.delete(one);
      };
    },
  };
  return {
    patience,
    waiting,
    pass: () => {
      const due = [...waiting];
      waiting.clear();
      for (const { act } of due) act();
    },
  };
}

let server: HttpServer | undefined;
const sockets: Socket[] = [];
const faults: unknown[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.close();
  expect(faults.splice(0)).toEqual([]);
});

const echo: Service = ({ body }) => ({ status: 200, body: String(body.length) });
const fromHeader = {
  sourceIp: ({ headers }: { headers: Record<string, unknown> }) => String(headers['x-from'] ?? '192.0.2.1'),
};

async function open(found: Partial<Found> = {}, options: Partial<Parameters<typeof serve>[0]> = {}) {
  const port = await freePort();
  const time = stillTime();
  server = await serve({
    port,
    dispatch: () => ({ service: echo, url: '/', ...found }),
    onError: (error) => faults.push(error),
    onAnswer: () => undefined,
    patience: time.patience,
    networkOf: network,
    refuse: refusal,
    ...fromHeader,
    ...options,
  });
  return { port, time };
}

/** A connection, and all that comes back over it. */
function dial(port: number) {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  const ended = new Promise<string>((resolve) => {
    socket.on('close', () => {
      resolve(text);
    });
  });
  socket
    .on('data', (part: Buffer) => {
      text += part.toString('latin1');
    })
    .on('error', () => undefined);
  return {
    socket,
    ended,
    text: () => text,
    answered: async () => {
      while (!/\r\n\r\n/.test(text)) await once(socket, 'data');
      return text;
    },
  };
}

const head = (length: number, more = '') =>
  `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${String(length)}\r\n${more}\r\n`;
/** Resolves once the server waits for so many bodies. */
const arrived = async (time: ReturnType<typeof stillTime>, count: number) => {
  while (time.waiting.size < count)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
};

describe('S14: a body that does not come', () => {
  it('is hung up on after a minute, with 408, and one that came whole is not', async () => {
    const { port, time } = await open();
    const [half, none, whole] = [dial(port), dial(port), dial(port)];
    half.socket.write(`${head(10)}abc`);
    none.socket.write(head(10));
    await arrived(time, 2);
    expect([...time.waiting].map(({ ms }) => ms)).toEqual([bodyWait, bodyWait]);
    whole.socket.write(`${head(3)}abc`);
    expect(await whole.answered()).toMatch(/^HTTP\/1.1 200 /);
    expect(time.waiting.size).toBe(2);
    time.pass();
    expect(await half.answered()).toMatch(/^HTTP\/1.1 408 /);
    expect(await none.ended).toMatch(/^HTTP\/1.1 408 [^]*connection: close/i);
  });

  it('of a file is hung up on when next to nothing came in a minute, however long it has been coming', async () => {
    let came = 0;
    const { port, time } = await open({
      service: {
        raw: (request) => {
          request
            .on('data', (part: Buffer) => {
              came += part.length;
            })
            .on('error', () => undefined);
        },
      },
    });
    const { socket, ended } = dial(port);
    socket.write(head(100_000_000));
    await arrived(time, 1);
    for (let minute = 1; minute <= 3; minute += 1) {
      socket.write(Buffer.alloc(leastProgress));
      while (came < minute * leastProgress)
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      await arrived(time, 1);
      time.pass();
      expect(time.waiting.size).toBe(1);
    }
    socket.write(Buffer.alloc(leastProgress - 1));
    while (came < 4 * leastProgress - 1)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    time.pass();
    expect(await ended).toBe('');
  });

  it('holds no more memory than one network may have, nor all together', async () => {
    const share = { requests: { each: 100, all: 100 }, bytes: { each: 25, all: 40 } };
    const { port, time } = await open({}, { share });
    const send = (from: string, bytes: number) => {
      const one = dial(port);
      one.socket.write(`${head(30, `x-from: ${from}\r\n`)}${'a'.repeat(bytes)}`);
      return one;
    };
    send('2001:db8:1:2::1', 20);
    await arrived(time, 1);
    expect(await send('2001:db8:1:2::2', 10).answered()).toMatch(/^HTTP\/1.1 429 /);
    send('192.0.2.1', 18);
    await arrived(time, 2);
    expect(await send('192.0.2.2', 10).answered()).toMatch(/^HTTP\/1.1 429 /);
    time.pass();
    // What was hung up on holds nothing any more.
    const [again] = [dial(port)];
    again.socket.write(`${head(25)}${'a'.repeat(25)}`);
    expect(await again.answered()).toMatch(/^HTTP\/1.1 200 /);
  });

  it('whose sender goes away leaves no fault in the log and frees what it held', async () => {
    const { port, time } = await open({}, { share: { requests: { each: 1, all: 1 }, bytes: { each: 10, all: 10 } } });
    const gone = dial(port);
    gone.socket.write(`${head(10)}abc`);
    await arrived(time, 1);
    gone.socket.destroy();
    while (time.waiting.size > 0)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    const next = dial(port);
    next.socket.write(`${head(10)}${'a'.repeat(10)}`);
    expect(await next.answered()).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('S4: requests under way', () => {
  it('are so many a network; the next gets 429 in words and a time to come back, others are served', async () => {
    const goOn = Promise.withResolvers<undefined>();
    const started: string[] = [];
    const slow: Service = async ({ sourceIp }) => {
      started.push(sourceIp);
      await goOn.promise;
      return { status: 200, body: 'done' };
    };
    const { port } = await open(
      { service: slow },
      { share: { requests: { each: 3, all: 5 }, bytes: { each: 99, all: 99 } } },
    );
    const get = (from: string, path = '/', language = 'kk') => {
      const one = dial(port);
      one.socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Language: ${language}\r\nx-from: ${from}\r\n\r\n`);
      return one;
    };
    const served = Array.from({ length: 3 }, () => get('192.0.2.1'));
    while (started.length < 3)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    const refused = await get('192.0.2.1').ended;
    expect(refused).toMatch(/^HTTP\/1.1 429 [^]*retry-after: 1/i);
    expect(Buffer.from(refused, 'latin1').toString()).toContain('<html lang="kk">');
    expect(await get('192.0.2.1', '/api/zones').ended).toMatch(
      /application\/problem\+json[^]*urn:zholkarta:problem:too-many/,
    );
    served.push(get('192.0.2.2'), get('192.0.2.2'));
    while (started.length < 5)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    expect(await get('192.0.2.3').ended).toMatch(/^HTTP\/1.1 429 /);
    goOn.resolve(undefined);
    for (const one of served) expect(await one.answered()).toMatch(/^HTTP\/1.1 200 /);
  });

  it('count until they are done, also when whoever asked has gone', async () => {
    const goOn = Promise.withResolvers<undefined>();
    let started = 0;
    const slow: Service = async () => {
      started += 1;
      await goOn.promise;
      return { status: 200, body: 'done' };
    };
    let gone = 0;
    const { port } = await open(
      { service: slow },
      {
        share: { requests: { each: 2, all: 9 }, bytes: { each: 9, all: 9 } },
        onAnswer: () => {
          gone += 1;
        },
      },
    );
    const ask = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
    for (let at = 1; at <= 2; at += 1) {
      const one = dial(port);
      one.socket.write(ask);
      while (started < at)
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      one.socket.destroy();
    }
    const next = dial(port);
    next.socket.write(ask);
    expect(await next.ended).toMatch(/^HTTP\/1.1 429 /);
    goOn.resolve(undefined);
    while (gone < 2)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    const last = dial(port);
    last.socket.write(ask);
    expect(await last.answered()).toMatch(/^HTTP\/1.1 200 /);
  });

  it('an account never holds more than it may, and nothing is kept of who holds nothing', () => {
    const account = openHeld({ each: 2, all: 3 });
    const [a, b, c] = [account('a'), account('a'), account('b')];
    expect([a.take(1), b.take(1), a.take(1), c.take(1), c.take(1)]).toEqual([true, true, false, true, false]);
    b.giveBack();
    b.giveBack();
    expect([c.take(1), a.take(1)]).toEqual([true, false]);
  });
});

describe('S4: a body that is longer than its route takes', () => {
  it('is refused by its announced length, or while it comes, in the service’s own words', async () => {
    const seen: (string | undefined)[] = [];
    const tooLong: Service = ({ headers, body }) => {
      seen.push(headers['content-length']);
      return { status: 413, body: `no ${String(body.length)}` };
    };
    const { port } = await open({ most: 5, tooLong });
    const announced = dial(port);
    announced.socket.write(head(1_000_000));
    expect(await announced.ended).toMatch(/^HTTP\/1.1 413 [^]*no 0$/);
    const growing = dial(port);
    growing.socket.write('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n');
    expect(await growing.answered()).toMatch(/^HTTP\/1.1 413 /);
    expect(seen).toEqual(['1000000', '6']);
    const right = dial(port);
    right.socket.write(`${head(5)}abcde`);
    expect(await right.answered()).toMatch(/^HTTP\/1.1 200 /);
  });
});
