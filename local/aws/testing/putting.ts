import { once } from 'node:events';
import { openObjectStore } from '../s3/object-store.ts';

/** Puts objects below a folder, one after the other under five names, for as long as it lives; prints each that is put: its name and SHA-256. */
const [folder = ''] = process.argv.slice(2);
const store = openObjectStore(folder, () => Date.now());
for (let count = 1; ; count += 1) {
  const part = Buffer.alloc(50_000 * ((count % 7) + 1), count);
  const draft = await store.receive(
    (async function* () {
      for (let sent = 0; sent < 10; sent += 1) yield part;
    })(),
  );
  const { key, sha256 } = store.put(draft, { key: `incoming/${String(count % 5)}`, type: 'text/plain' });
  if (count % 3 === 0) store.remove(`incoming/${String((count + 1) % 5)}`);
  if (!process.stdout.write(`${key} ${sha256}\n`)) await once(process.stdout, 'drain');
}
