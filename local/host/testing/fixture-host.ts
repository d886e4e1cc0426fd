import { startHost } from '../host.ts';
import { fixtureDefinition, fixtureFunctions } from './fixture-functions.ts';

/** A host with fixture functions in a process of its own, for tests that kill it: DATA_DIR and PORT as `npm start`. */
const host = await startHost({
  dataDir: process.env['DATA_DIR'] ?? '',
  port: Number(process.env['PORT']),
  empty: false,
  seed: async () => undefined,
  clamdUrl: process.env['CLAMD_URL'] || undefined,
  functions: fixtureFunctions,
  definition: fixtureDefinition,
});
process.stdout.write(`${host.endpoints.site}\n`);
process.on('SIGTERM', () => {
  void host.close().then(() => process.exit());
});
