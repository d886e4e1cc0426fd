import { writeBackup } from '../backup.ts';
import type { Manifest } from '../manifest.ts';
import { openOutput } from '../output.ts';
import { only, runCommand, say } from './command.ts';

const help = `npm run -s backup -- FILE

Writes the data folder of DATA_DIR (.local), of a running host or a stopped one, to one file: table, executions, files, emails,
clock and secrets, all of one moment. The host goes on meanwhile. FILE must not be there; it is whole or not there at all.
"-" writes to standard output, for example to encrypt:  npm run -s backup -- - | age -r KEY > FILE.age

The file is an ordinary tar and is readable by its owner alone. It holds personal data and the secrets that links and sign-ins depend on: keep it
as safe as the data folder. The disk of the data folder needs room for a copy of its largest database meanwhile.

npm run restore -- FILE reads it.
`;

const told = ({ counts, parts, missing }: Manifest): string => {
  const megabytes = (parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
  const what = `${String(counts.projects)} projects, ${String(counts.running)} running executions, ${String(counts.emails)} emails, ${String(counts.files)} files, ${megabytes} MB`;
  return missing.length === 0
    ? what
    : `${what}\nWARNING: ${String(missing.length)} files that the index names were not in the data folder before: ${missing.slice(0, 3).join(', ')} … Run npm run check.`;
};

runCommand(help, {}, async (called) => {
  const output = await openOutput(only(called, 'the file to write, or - for standard output'));
  try {
    const manifest = await writeBackup(called.dataDir, output.write, new Date());
    await output.finish();
    say(`Backed up ${called.dataDir} to ${output.name}: ${told(manifest)}`);
    return manifest.missing.length === 0 ? 0 : 1;
  } catch (error) {
    await output.drop();
    throw error;
  }
});
