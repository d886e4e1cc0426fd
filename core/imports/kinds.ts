import { languages, type Language } from '../kernel/common.ts';
import type { Ports, Workflow } from '../kernel/ports.ts';
import type { ActorRef } from '../project/event.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { Timetables } from '../timetable/timetable.ts';
import { plainWord, type Called, type Cells, type RowIssue } from './cells.ts';
import type { FieldChange, Imports, ImportRow, Serials } from './import.ts';

export type KindPorts = Pick<Ports, 'projects' | 'reference' | 'lines' | 'plots' | 'showcase' | 'ids'> & {
  readonly timetables: Timetables;
};

/** A row beside what is there already. */
export interface Compared {
  readonly row: ImportRow;
  readonly standing: 'new' | 'changed' | 'same';
  /** Field by field, where that is told before it is confirmed. */
  readonly changes?: readonly FieldChange[];
}

export interface Reading {
  readonly rows: readonly Cells[];
  readonly zoneOf: (cells: Cells) => ZoneContext | undefined;
  readonly isPublic: boolean;
  readonly issues: RowIssue[];
}

export interface Writing {
  readonly by: ActorRef;
  readonly now: number;
  /** Numbers that the rows of this part were given when it was begun before. */
  readonly serials?: Serials | undefined;
  readonly reserve: (...taken: Tail<Parameters<Imports['reserve']>>) => Promise<boolean>;
  /** The run of a project; started twice it is one. */
  readonly start: Workflow['start'];
}

type Tail<All> = All extends [unknown, ...infer Rest] ? Rest : never;

export interface KindRules {
  readonly read: (reading: Reading) => readonly ImportRow[];
  /** What is not to be written, because it would change what is never changed, is noted. */
  readonly compare: (ports: KindPorts, rows: readonly ImportRow[], issues: RowIssue[]) => Promise<readonly Compared[]>;
  /** Rows of one part; those that could not be written. Repeatable. */
  readonly write: (ports: KindPorts, rows: readonly ImportRow[], writing: Writing) => Promise<readonly RowIssue[]>;
  readonly rowsAPart: number;
  /** Parts that are written before the next message: some seconds' work, for others wait behind it. */
  readonly partsAtOnce: number;
}

/** Values by their ids and by what they are called in any of the languages. */
export function calledBy<Value extends string>(
  values: readonly Value[],
  namesIn: (language: Language) => Readonly<Record<Value, string>>,
): Called<Value> {
  const called = new Map<string, Value>(values.map((value) => [plainWord(value), value]));
  for (const language of languages) {
    const names = namesIn(language);
    for (const value of values) if (!called.has(plainWord(names[value]))) called.set(plainWord(names[value]), value);
  }
  return called;
}

/** What is asked of many at once, so many at a time, in their order. */
export async function eachOf<One, Answer>(
  some: readonly One[],
  atOnce: number,
  ask: (one: One) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const ahead = some.entries();
  const worker = async (): Promise<void> => {
    for (const [at, one] of ahead) answers[at] = await ask(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}
