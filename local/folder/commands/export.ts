import { writeExport } from '../export.ts';
import { openOutput } from '../output.ts';
import { only, runCommand, say } from './command.ts';

const help = `npm run -s export -- FILE

Writes everything of the data folder of DATA_DIR (.local), of a running host or a stopped one and all of one moment, in open files to one
.tar.gz: items of the table and state of the workflows as JSON Lines, documents and emails as they are, a manifest with SHA-256 and
count of each, and a README that says what each is. FILE must not be there; "-" writes to standard output.

It holds personal data and the secrets that links in emails depend on: keep it as safe as the data folder.

npm run import -- FILE fills an empty folder with it. For a backup each night npm run backup is quicker.
`;

runCommand(help, {}, async (called) => {
  const output = await openOutput(only(called, 'the file to write, or - for standard output'));
  try {
    const { files, missing } = await writeExport(called.dataDir, output.write, new Date());
    await output.finish();
    const megabytes = (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
    say(`Exported ${called.dataDir} to ${output.name}: ${String(files.length)} files, ${megabytes} MB.`);
    if (missing.length === 0) return 0;
    say(`WARNING: ${String(missing.length)} files that the index names were not there before. Run npm run check.`);
    return 1;
  } catch (error) {
    await output.drop();
    throw error;
  }
});
