import { currencies } from '#core/kernel/common.ts';
import type { BuiltCounter, OwedCounter } from '#core/board/board-counts.ts';
import type { endings } from '#core/project/event.ts';
import type { partyKinds } from '#core/reference/reference.ts';
import type { sectors } from '#core/letter/sector.ts';
import { refusals, type Count, type Counter, type Refusal } from '#core/figures/figures.ts';
import type { ReasonCode } from '#core/stages/decision.ts';
import { builtCode, builtMember, owedCode, owedMember } from './board-names.ts';
import { limitNames } from '#core/figures/stage-time.ts';
import { codeOf, stageIds } from '#core/stages/stage-id.ts';

/* A zone's counters are read whole, so names are a few letters: `{group}{member}.{what}`. A code is for ever. */

const reasons: Readonly<Record<ReasonCode, string>> = {
  incomplete: 'ic',
  inaccurate: 'ia',
  'not-priority': 'np',
  'master-plan': 'mp',
  'no-capacity': 'nc',
  'no-network': 'nw',
  'no-plot': 'pl',
  financing: 'fi',
  duplicate: 'du',
  remarks: 're',
  weather: 'we',
  'supplier-late': 'sl',
  'investor-asked': 'ik',
  'law-changed': 'lc',
  'force-majeure': 'fm',
  'not-started': 'ns',
  'not-needed': 'nn',
  'other-party': 'op',
  other: 'ot',
};

const reasonCodeOf = (refusal: Refusal): string => reasons[refusal.slice(refusal.indexOf(' ') + 1) as ReasonCode];

const codes = {
  stages: Object.fromEntries(stageIds.map((stage) => [stage, codeOf(stage)])),
  endings: { rejected: 'r', withdrawn: 'w', terminated: 't', 'construction-started': 'c' } satisfies Record<
    (typeof endings)[number],
    string
  >,
  sectors: {
    'construction-materials': 'cm',
    metals: 'me',
    machinery: 'ma',
    electronics: 'el',
    chemicals: 'ch',
    food: 'fo',
    textiles: 'te',
    wood: 'wo',
    paper: 'pa',
    recycling: 're',
    energy: 'en',
    logistics: 'lo',
    other: 'ot',
  } satisfies Record<(typeof sectors)[number], string>,
  holders: {
    office: 'of',
    investor: 'in',
    'council-secretary': 'cs',
    'land-department': 'ld',
    architecture: 'ar',
    'expertise-body': 'eb',
    bank: 'ba',
    power: 'po',
    gas: 'ga',
    water: 'wa',
    sewerage: 'se',
    heat: 'he',
    telecom: 'tc',
    road: 'ro',
    rail: 'ra',
  } satisfies Record<'office' | 'investor' | (typeof partyKinds)[number], string>,
  whats: {
    projects: 'n',
    jobs: 'j',
    overdue: 'o',
    started: 's',
    lost: 'x',
    answers: 'a',
    behind: 'b',
    closings: 'k',
    days: 'd',
    stood: 'p',
    within: 'w',
    received: 'i',
    accepted: 'y',
    area: 'h',
    confirmed: 'q',
    unmeasured: 'u',
    there: 'e',
    told: 'f',
    ...Object.fromEntries(currencies.map((currency) => [currency, currency])),
    ...Object.fromEntries(
      refusals.map((name) => [name, `${name.startsWith('office') ? 'O' : 'P'}${reasonCodeOf(name)}`]),
    ),
    ...Object.fromEntries(limitNames.map((name) => [name, name.replace('to', '').replace('beyond', 'z')])),
  },
} as const;

const turned = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([name, code]) => [code, name]));

type Group = Exclude<Counter['group'], 'forum' | 'built' | 'owed'>;

const [builtGroup, owedGroup] = ['u', 'v'];
const sectorOf = turned(codes.sectors);
const groups: Readonly<
  Record<Group, { readonly code: string; readonly members: Readonly<Record<string, string>> | undefined }>
> = {
  stage: { code: 's', members: { ...codes.stages, ...codes.endings } },
  sector: { code: 'c', members: codes.sectors },
  late: { code: 'l', members: codes.holders },
  start: { code: 'q', members: undefined },
  took: { code: 't', members: codes.stages },
  month: { code: 'm', members: undefined },
  refused: { code: 'r', members: codes.stages },
  frozen: { code: 'z', members: undefined },
};

const whats: Readonly<Record<string, string>> = codes.whats;
const whatOf = turned(whats);
const groupOf = new Map(
  Object.entries(groups).map(([group, { code, members }]) => [code, { group, names: members && turned(members) }]),
);

export function attributeOf({ group, member, what }: Counter): string {
  if (group === 'forum') return `.${whats[what] ?? what}`;
  if (group === 'built') return `${builtGroup}${builtCode(member, codes.sectors)}.${whats[what] ?? what}`;
  if (group === 'owed') return `${owedGroup}${owedCode(member)}.${whats[what] ?? what}`;
  const { code, members } = groups[group];
  return `${code}${members ? (members[member] ?? member) : member}.${whats[what] ?? what}`;
}

export function countOf(attribute: string, amount: number, forum: string | undefined): Count | undefined {
  const [, code = '', memberCode = '', whatCode = ''] = /^([a-z]?)([^.]*)\.(\w+)$/.exec(attribute) ?? [];
  const what = whatOf.get(whatCode);
  const group = groupOf.get(code);
  if (what === undefined) return undefined;
  if (code === builtGroup) {
    const built = builtMember(memberCode, sectorOf);
    return built && { group: 'built', member: built, what: what as BuiltCounter['what'], amount };
  }
  if (code === owedGroup) {
    const owed = owedMember(memberCode);
    return owed && { group: 'owed', member: owed, what: what as OwedCounter['what'], amount };
  }
  if (forum !== undefined) return { group: 'forum', member: forum, what, amount } as Count;
  const member = group?.names ? group.names.get(memberCode) : memberCode;
  return group && member !== undefined ? ({ group: group.group, member, what, amount } as Count) : undefined;
}
