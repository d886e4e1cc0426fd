import { importFolder } from '../import.ts';
import { only, runCommand, say } from './command.ts';

const help = `npm run -s import -- FILE

Fills the data folder of DATA_DIR (.local), which must be empty or not there, from a file of  npm run export.  Every file in it is
compared with its manifest (bytes, SHA-256) before the first byte is written. Workflows go on where they were, links in emails that were sent
still open. The folder starts with sending HELD: no email leaves it until  npm run send -- --release.
`;

runCommand(help, {}, async (called) => {
  const { dataDir } = called;
  const { files, madeAt } = await importFolder(only(called, 'the export to read'), dataDir, new Date());
  say(
    [
      `Imported ${dataDir} from the export of ${madeAt}: ${String(files.length)} files are what its manifest says.`,
      `Sending is HELD: no email leaves this folder until DATA_DIR=${dataDir} npm run send -- --release`,
      `Next: DATA_DIR=${dataDir} npm run check`,
    ].join('\n'),
  );
  return 0;
});
