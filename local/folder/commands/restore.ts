import { createReadStream } from 'node:fs';
import { currentFormat } from '../identity.ts';
import { restore } from '../restore.ts';
import { only, runCommand, say } from './command.ts';

const help = `npm run -s restore -- FILE

Makes a data folder from a backup, in DATA_DIR (.local), which must be empty or not there. "-" reads standard input:
  age -d FILE.age | DATA_DIR=/srv/drill npm run -s restore -- -

Every part is compared with the backup's own list (bytes, SHA-256) before the folder counts as one. The copy starts with sending
HELD: no email leaves it until  npm run send -- --release.  For a drill leave it held; start it with another PORT where the first host runs.
`;

runCommand(help, {}, async (called) => {
  const file = only(called, 'the backup to read, or - for standard input');
  const source = (file === '-' ? process.stdin : createReadStream(file)) as AsyncIterable<Buffer>;
  const { dataDir } = called;
  const { counts, parts, madeAt, format } = await restore(source, dataDir, new Date());
  say(
    [
      `Restored ${dataDir} from the backup of ${madeAt}: ${String(counts.projects)} projects, ${String(counts.running)} running executions, ${String(counts.emails)} emails, ${String(counts.files)} files; ${String(parts.length)} parts are what the backup says.`,
      `Sending is HELD: no email leaves this copy until DATA_DIR=${dataDir} npm run send -- --release`,
      `Next: DATA_DIR=${dataDir} npm run check${format < currentFormat ? ', then npm run migrate (it is of the release before)' : ''}`,
    ].join('\n'),
  );
  return 0;
});
