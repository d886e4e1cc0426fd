import { existsSync } from 'node:fs';
import { holdOf, holdSending, releaseSending } from '../../aws/ses/hold.ts';
import { Mistake, runCommand, say } from './command.ts';

const help = `npm run -s send -- [--hold | --release]

Says whether emails leave the host of DATA_DIR (.local), holds them, or lets them go; running or stopped, at once and until it is
said otherwise. What is to be sent while sending is held waits, in order, and goes within an hour after the release.
`;

runCommand(
  help,
  { hold: { type: 'boolean' }, release: { type: 'boolean' } },
  async ({ values, positionals, dataDir }) => {
    if ((values['hold'] && values['release']) || positionals.length > 0)
      throw new Mistake('Say --hold or --release. See --help.');
    if (!existsSync(dataDir)) throw new Mistake(`There is no ${dataDir}: set DATA_DIR to the data folder.`);
    if (values['hold'] && !holdOf(dataDir)) holdSending(dataDir, 'by npm run send -- --hold', new Date());
    if (values['release']) releaseSending(dataDir);
    const hold = holdOf(dataDir);
    say(
      hold
        ? `Sending is HELD since ${hold.since}: ${hold.because}. No email leaves ${dataDir}.`
        : `Emails leave ${dataDir}.`,
    );
    return Promise.resolve(0);
  },
);
