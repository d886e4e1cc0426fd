import { boardStates, type BoardState, type BuiltCounter, type OwedCounter } from '#core/board/board-counts.ts';

/** A letter each: for ever. */
const stateCodes: Readonly<Record<BoardState, string>> = {
  path: 'p',
  'not-stated': 'n',
  site: '1',
  foundation: '2',
  frame: '3',
  roof: '4',
  equipment: '5',
  'trial-run': '6',
  accepted: '7',
  production: '8',
  'full-capacity': '9',
};
const stateOf = new Map(boardStates.map((state) => [stateCodes[state], state]));

/** `s4cm`: roofed, of construction materials; `f4` and the forum: roofed, of a forum. */
export function builtCode(member: BuiltCounter['member'], sectors: Readonly<Record<string, string>>): string {
  const [by = '', of = '', state = ''] = member.split(' ');
  return `${by.slice(0, 1)}${stateCodes[state as BoardState]}${by === 'sector' ? (sectors[of] ?? of) : of}`;
}

export function builtMember(code: string, sectors: ReadonlyMap<string, string>): BuiltCounter['member'] | undefined {
  const state = stateOf.get(code.slice(1, 2));
  const of = code.slice(2);
  const member = code.startsWith('s') ? sectors.get(of) : of;
  if (state === undefined || member === undefined || member === '') return undefined;
  return `${code.startsWith('s') ? 'sector' : 'forum'} ${member} ${state}` as BuiltCounter['member'];
}

const owedCodes: Readonly<Record<string, string>> = {
  investment: 'i',
  output: 'o',
  export: 'e',
  jobs: 'j',
  planned: 'p',
  reported: 'r',
  confirmed: 'c',
  missing: 'm',
};
const owedWords = new Map(Object.entries(owedCodes).map(([word, code]) => [code, word]));

/** `2026oc`: the output of 2026 that is confirmed; `2026m`: what is missing of it. */
export function owedCode(member: OwedCounter['member']): string {
  const [year = '', ...words] = member.split(' ');
  return `${year}${words.map((word) => owedCodes[word] ?? '').join('')}`;
}

export function owedMember(code: string): OwedCounter['member'] | undefined {
  const words = [...code.slice(4)].map((one) => owedWords.get(one));
  return words.length === 0 || words.includes(undefined)
    ? undefined
    : ([code.slice(0, 4), ...words].join(' ') as OwedCounter['member']);
}
