import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// In a process of its own: node first-answer.ts MODULE EVENT count|time
const [module = '', event = '{}', mode] = process.argv.slice(2);
const folder = dirname(module);
const files = new Set<string>();

if (mode === 'count') {
  const note = (path: string): void => {
    if (dirname(path) === folder) files.add(path);
  };
  registerHooks({
    load: (url, context, next) => {
      if (url.startsWith('file:')) note(fileURLToPath(url));
      return next(url, context);
    },
  });
  const read = fs.readFileSync;
  fs.readFileSync = ((path: Parameters<typeof read>[0], options: Parameters<typeof read>[1]) => {
    if (path instanceof URL) note(fileURLToPath(path));
    return read(path, options);
  }) as typeof read;
  syncBuiltinESMExports();
}

const cpu = process.cpuUsage();
const from = performance.now();
const { handler } = (await import(pathToFileURL(module).href)) as {
  handler: (event: unknown, context: object) => Promise<{ statusCode?: number } | undefined>;
};
const answer = await handler(JSON.parse(event), {
  awsRequestId: 'first',
  functionName: 'first',
  getRemainingTimeInMillis: () => 10_000,
});
const ms = performance.now() - from;
const { user, system } = process.cpuUsage(cpu);
const loadedKiB = [...files].reduce((sum, file) => sum + fs.statSync(file).size / 1024, 0);
const first = { status: answer?.statusCode, ms, cpuMs: (user + system) / 1000, loadedKiB, files: [...files] };
process.stdout.write(`\n${JSON.stringify({ first })}\n`, () => process.exit());
