import { migrate } from '../migrations/index.ts';
import { Mistake, runCommand, say } from './command.ts';

const help = `npm run -s migrate -- [--backup FILE]

Brings the data folder of DATA_DIR (.local), made by the release before, to the format of this version. The host must be stopped.
Writes a backup first, beside the folder unless --backup names a file. Each step is told; one that was broken off, by a kill or a
full disk, is taken up when the command is given again. A folder of this format is left as it is.

Set SITE_URL and ISSUER_URL as the host is started with, where it is a real office's: the folder notes whose it is.
`;

runCommand(help, { backup: { type: 'string' } }, async ({ values, positionals, dataDir }) => {
  if (positionals.length > 0) throw new Mistake('It takes no argument but --backup FILE. See --help.');
  const { backup } = values;
  if (backup === '-') throw new Mistake('Name a file for the backup; it is not written to standard output.');
  await migrate({
    dataDir,
    environment: process.env,
    now: new Date(),
    backupFile: typeof backup === 'string' ? backup : undefined,
    say,
  });
  return 0;
});
