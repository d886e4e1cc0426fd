import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { examples } from '#core/api/examples.ts';
import { hostClient } from '#local/demo/host-client.ts';
import { figure, median, milliseconds, type Figure } from './figure.ts';
import { startHostProcess } from './host-process.ts';

const alone = 200;
const together = 800;
const clients = 8;
/** The hourly limit of one network address: the load comes from several of 127.0.0.0/8. */
const perAddress = 200;

interface Load {
  readonly site: URL;
  readonly agents: readonly Agent[];
}

/** Hands in one letter over a kept connection; rejects for anything but 201. */
function submit({ site, agents }: Load, at: number): Promise<void> {
  // An empty host runs on real time, and a letter wants to start on a day to come.
  const body = JSON.stringify({
    ...examples.letter,
    wantedStart: `${String(new Date().getFullYear() + 1)}-11-16`,
    contact: { ...examples.letter.contact, email: `bench-${String(at)}@example.org` },
  });
  const agent = agents[Math.floor(at / perAddress) % agents.length];
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const sent = request(new URL('/api/letters-of-intent', site), { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 201) resolve();
        else reject(new Error(`Submit answered ${String(response.statusCode)}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}

/** Submits by one client, then by eight at once, and waits until every workflow has started and every receipt is sent. */
export async function benchSubmit(): Promise<readonly Figure[]> {
  const host = await startHostProcess('--empty');
  try {
    const agents = Array.from(
      { length: 10 },
      (_, at) => new Agent({ keepAlive: true, localAddress: `127.0.0.${String(at + 2)}` }),
    );
    const load = { site: new URL(host.endpoints.api), agents };
    const client = hostClient(host.endpoints);
    for (let at = 0; at < 50; at += 1) await submit(load, at);
    await client.settle();
    const one: number[] = [];
    for (let at = 0; at < alone; at += 1) one.push(await milliseconds(() => submit(load, 1000 + at)));
    await client.settle();
    const many: number[] = [];
    let next = 0;
    const worker = async () => {
      while (next < together) {
        const at = 2000 + next;
        next += 1;
        many.push(await milliseconds(() => submit(load, at)));
      }
    };
    const taken = await milliseconds(() => Promise.all(Array.from({ length: clients }, worker)));
    const drained = await milliseconds(() => client.settle());
    for (const agent of agents) agent.destroy();
    return [
      figure('host: start, empty', host.startedIn, 'ms'),
      figure('host: memory after 1,050 letters', host.memoryKiB() / 1024, 'MiB'),
      figure('submit: p50, one client', median(one), 'ms'),
      figure('submit: p50, 8 clients', median(many), 'ms'),
      figure('submit: accepted, 8 clients', (together / taken) * 1000, '/s'),
      figure('submit: with workflows started and emails sent', (together / (taken + drained)) * 1000, '/s'),
    ];
  } finally {
    await host.stop();
  }
}
