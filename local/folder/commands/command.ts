import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A mistake of the one who called, for exit code 2. */
export class Mistake extends Error {}

export const dataDirOf = (environment: NodeJS.ProcessEnv): string => environment['DATA_DIR'] || '.local';

type Options = NonNullable<ParseArgsConfig['options']>;
export interface Called {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
  readonly dataDir: string;
}

/** Exit codes: what the command returns; 1 for what it throws, said in one line; 2 for a wrong call. */
export function runCommand(help: string, options: Options, command: (called: Called) => Promise<number>): void {
  // Whatever is written, nobody else on the machine may read.
  process.umask(0o077);
  run(help, options, command).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = error instanceof Mistake ? 2 : 1;
    },
  );
}

async function run(help: string, options: Options, command: (called: Called) => Promise<number>): Promise<number> {
  const { values, positionals } = parse(options);
  if (values['help'] === true) {
    process.stdout.write(help);
    return 0;
  }
  return command({ values, positionals, dataDir: dataDirOf(process.env) });
}

function parse(options: Options) {
  try {
    return parseArgs({ allowPositionals: true, options: { ...options, help: { type: 'boolean' } } });
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

export function only({ positionals }: Called, what: string): string {
  const [one] = positionals;
  if (one === undefined || positionals.length > 1) throw new Mistake(`Name ${what}. See --help.`);
  return one;
}

export const say = (text: string): void => void process.stderr.write(`${text}\n`);
