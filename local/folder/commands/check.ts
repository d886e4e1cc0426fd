import { checkFolder } from '../check/index.ts';
import { hasFindings, type Line } from '../check/finding.ts';
import { repairFolder } from '../check/repair.ts';
import { Mistake, runCommand, say } from './command.ts';

const help = `npm run -s check -- [--mend]

Compares what the data folder of DATA_DIR (.local) holds, of a running host or a stopped one, at one moment: database files,
each project's log and state, counters and a recount, projects and running executions, email rows and emails, documents and files.
Prints a table; exit code 0 when all agree, 1 when not. Changes nothing.

--mend  on a stopped host: starts the executions that are missing, writes counters anew that are wrong, notes each in host.log, and
        checks again. It does nothing else: what else does not agree needs a person (docs/runbook.md).
`;

const shown = 20;

const told = (lines: readonly Line[]): string =>
  lines
    .map(({ name, looked, findings }) => {
      const some = findings
        .slice(0, shown)
        .map(({ what }) => `         ${what}\n`)
        .join('');
      const more = findings.length > shown ? `         and ${String(findings.length - shown)} more\n` : '';
      return `${findings.length === 0 ? 'ok     ' : 'DIFFERS'}  ${name.padEnd(44)} ${String(looked).padStart(8)}\n${some}${more}`;
    })
    .join('');

runCommand(help, { mend: { type: 'boolean' } }, async ({ values, positionals, dataDir }) => {
  if (positionals.length > 0) throw new Mistake('It takes no argument but --mend. See --help.');
  if (values['mend']) for (const what of await repairFolder(dataDir)) say(what);
  const lines = await checkFolder(dataDir);
  process.stdout.write(told(lines));
  if (!hasFindings(lines)) return 0;
  const mendable = lines.flatMap(({ findings }) => findings).filter(({ mend }) => mend).length;
  say(
    mendable > 0
      ? `\n${String(mendable)} of these npm run check -- --mend puts right, on a stopped host.`
      : '\nSee docs/runbook.md, "npm run check says DIFFERS".',
  );
  return 1;
});
