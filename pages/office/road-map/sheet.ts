import { changeReasons, type Entry, type Filled, type Pair } from '#core/road-map/road-map-facts.ts';
import { byDefault, holderName as keyOf } from '#core/road-map/people.ts';
import type { ChangeView, PersonView, RowView, WholeRoadMap } from '#core/road-map/view-road-map.ts';
import type { Holder } from '#core/project/event.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { roadMapTexts, type RoadMapTexts } from '#core/texts/areas/road-map.ts';
import { seenNumber, type Field } from '../../components/fields.tsx';
import type { FieldTable, Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { roadMapAddress, type RoadMapAct } from '../addresses.ts';
import { holderName, rowName } from '../names.ts';
import { workerName } from '../worker-name.ts';

export interface RoadMapProps {
  readonly frame: Frame;
  readonly whole: WholeRoadMap;
  readonly reader: string;
  readonly people: readonly Colleague[];
  readonly act?: RoadMapAct | undefined;
  /** The one row of a form. */
  readonly row?: RowView | undefined;
  /** The change that is judged. */
  readonly change?: ChangeView | undefined;
  readonly done?: keyof RoadMapTexts['done'] | undefined;
}

export const rowText = ({ frame }: Pick<RoadMapProps, 'frame'>, { assignment: kind, ...row }: RowView): string =>
  capital(frame.language, rowName(frame, { stage: row.stage, kind, line: row.line }));

export const holderText = ({ frame, whole }: Pick<RoadMapProps, 'frame' | 'whole'>, holder: Holder): string =>
  capital(frame.language, holderName(frame, holder, whole.context.parties));

/** Somebody by name, with what they are: of staff their role, of a party its name. */
export function personText({ frame, whole }: Pick<RoadMapProps, 'frame' | 'whole'>, one: PersonView): string {
  const { language } = frame;
  const words = roadMapTexts(language);
  const isThere = whole.candidates.some(({ person }) => person === one.person);
  const party = whole.context.parties.find(({ partyId }) => partyId === one.partyId)?.names[language];
  const role = one.role === undefined ? undefined : textsOf(language).roles[one.role];
  const name = one.name ?? (one.kind === 'investor' ? capital(language, words.contact) : undefined);
  const parts = [name, one.phone, party ?? role].filter((part) => part !== undefined);
  return isThere || parts.length === 0
    ? parts.join(' · ') || capital(language, words.gone)
    : `${parts.join(' · ')} (${words.gone})`;
}

export const staffText = ({ frame, reader, people }: RoadMapProps, personId: string | undefined): string =>
  personId === undefined ? '–' : workerName(frame, { reader, colleagues: people }, personId);

/** Those who hold a row that is still to be met, each once. */
function holdersOf({ whole }: Pick<RoadMapProps, 'whole'>): readonly (readonly [string, Holder])[] {
  const open = whole.view.rows.filter(({ state }) => state !== 'done');
  return [...new Map(open.map(({ holder }) => [keyOf(holder), holder]))];
}

const openRows = ({ whole }: RoadMapProps): readonly RowView[] =>
  whole.view.rows.filter(({ state }) => state !== 'done');

/** Who can be named: of a party its own people first, of the investor theirs. */
function choicesFor(props: RoadMapProps, holder: Holder): NonNullable<Field['choices']> {
  const rank = ({ kind, partyId }: PersonView): number => {
    if (holder.kind === 'party') return partyId === holder.partyId ? 0 : kind === 'staff' ? 1 : 2;
    return kind === (holder.kind === 'office' ? 'staff' : holder.kind) ? 0 : 1;
  };
  return props.whole.candidates
    .filter((one) => rank(one) < 2 && (one.kind !== 'party' || holder.kind === 'party'))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one) => ({ value: one.person, text: personText(props, one) }));
}

const pairNames = ['person', 'deputy'] as const;

/** A row each for who answers for what a holder has, and for the day of each row that is not done. */
function fillTables(props: RoadMapProps): readonly FieldTable[] {
  const words = roadMapTexts(props.frame.language);
  const people = holdersOf(props).map(([key, holder]) => ({
    name: holderText(props, holder),
    fields: pairNames.map((part): Field => ({
      name: `holders.${key}.${part}`,
      kind: 'select',
      label: fill(part === 'person' ? words.personOf : words.deputyOf, { holder: holderText(props, holder) }),
      optional: true,
      choices: choicesFor(props, holder),
    })),
  }));
  const days = openRows(props).map((row) => ({
    name: rowText(props, row),
    fields: [
      {
        name: `rows.${row.row}.target`,
        kind: 'date',
        label: fill(words.dateOf, { row: rowText(props, row) }),
        optional: true,
      } satisfies Field,
    ],
  }));
  return [
    { columns: [words.byHolder, words.person, words.deputy], rows: people },
    { columns: [words.row, words.target], rows: days },
  ];
}

const fillFields = (props: RoadMapProps): readonly Field[] => [
  seenNumber('version'),
  ...fillTables(props).flatMap(({ rows }) => rows.flatMap(({ fields }) => fields)),
];

function oneFields(props: RoadMapProps, row: RowView): readonly Field[] {
  const { frame, whole } = props;
  const words = roadMapTexts(frame.language);
  const isApproved = whole.view.state === 'approved';
  const own: Field[] = [
    { name: 'target', kind: 'date', label: words.target, optional: true },
    ...pairNames.map((name): Field => ({
      name,
      kind: 'select',
      label: words[name],
      optional: true,
      choices: choicesFor(props, row.holder),
    })),
  ];
  if (!isApproved) return [seenNumber('version'), ...own];
  return [
    ...own,
    {
      name: 'reason',
      kind: 'select',
      label: words.reason,
      choices: changeReasons.map((value) => ({ value, text: words.reasons[value] })),
    },
    { name: 'words', kind: 'text', label: words.words },
  ];
}

function fieldsOf(props: RoadMapProps): readonly Field[] {
  const words = roadMapTexts(props.frame.language);
  switch (props.act) {
    case 'fill':
      return fillFields(props);
    case 'row':
      return props.row ? oneFields(props, props.row) : [];
    case 'answer':
      return [
        {
          name: 'accepted',
          kind: 'radios',
          label: words.verdict,
          choices: [
            { value: 'true', text: words.accept },
            { value: 'false', text: words.refuse },
          ],
          value: (typed) => typed === 'true',
        },
        { name: 'words', kind: 'text', label: words.verdictWords, optional: true },
      ];
    default:
      return [seenNumber('version')];
  }
}

/** The name of a form, what it says first, and its button. */
function titlesOf(props: RoadMapProps): readonly [string, string, string] {
  const { frame, act, row, change, whole } = props;
  const words = roadMapTexts(frame.language);
  const isApproved = whole.view.state === 'approved';
  switch (act) {
    case 'fill':
      return [words.fill, `${words.fillText} ${words.asComputed}`, frame.words.save];
    case 'row': {
      const of = row ? `: ${rowText(props, row)}` : '';
      return isApproved
        ? [`${words.change}${of}`, words.changeText, words.propose]
        : [`${words.one}${of}`, words.oneText, frame.words.save];
    }
    case 'answer':
      return [
        words.judge,
        change ? `${changeText(props, change)}. ${words.judgeText}` : words.judgeText,
        frame.words.save,
      ];
    default:
      return [words.approve, words.approveText, words.approve];
  }
}

/** What a change changes, in words. */
export function changeText(props: RoadMapProps, change: ChangeView): string {
  const words = roadMapTexts(props.frame.language);
  const row = props.whole.view.rows.find((one) => one.row === change.row);
  const parts = [
    change.target && `${words.target}: ${dateText(props.frame.language, change.target)}`,
    change.person && `${words.person}: ${personText(props, change.person)}`,
    change.deputy && `${words.deputy}: ${personText(props, change.deputy)}`,
  ].filter((part) => part !== undefined);
  return `${row ? rowText(props, row) : change.row} – ${parts.join('; ')}`;
}

export function roadMapSheet(props: RoadMapProps): Sheet {
  const { frame, whole, act, row, change } = props;
  const { projectId, number } = whole.view;
  const [title, text, button] = titlesOf(props);
  const caption = `${number} · ${whole.company}`;
  return {
    frame,
    title,
    text,
    caption,
    address: roadMapAddress(projectId, { do: act, row: row?.row, change: change && String(change.change) }),
    back: roadMapAddress(projectId),
    button,
    fields: fieldsOf(props),
    ...(act === 'fill' && { tables: fillTables(props) }),
    review: {
      title: act === 'approve' ? title : roadMapTexts(frame.language).check,
      caption: act === 'approve' ? caption : `${number} · ${title}`,
      ...(act !== 'fill' && { text }),
      button,
      mendable: act !== 'approve',
    },
  };
}

/** Who answers for what a holder has, as it is now; what was named and is there no longer counts for nobody. */
function pairOf({ whole }: Pick<RoadMapProps, 'whole'>, key: string, holder: Holder): Pair {
  const named = whole.filled.holders[key];
  const known = (person: string | undefined) =>
    whole.candidates.some((one) => one.person === person) ? person : undefined;
  const fallback = byDefault(holder, whole.candidates);
  return { person: known(named?.person) ?? fallback.person, deputy: known(named?.deputy) ?? fallback.deputy };
}

/** What a form begins with: what holds now. */
export function begun(props: RoadMapProps): readonly (readonly [string, string])[] {
  const { whole, act, row } = props;
  const seen = ['version', String(whole.view.version)] as const;
  const given = (entries: readonly (readonly [string, string | undefined])[]) =>
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  if (act === 'fill')
    return [
      seen,
      ...given(
        holdersOf(props).flatMap(([key, holder]) => {
          const pair = pairOf(props, key, holder);
          return pairNames.map((part) => [`holders.${key}.${part}`, pair[part]] as const);
        }),
      ),
      ...given(openRows(props).map((one) => [`rows.${one.row}.target`, one.target] as const)),
    ];
  if (act === 'row' && row !== undefined) {
    const own = whole.view.state === 'approved' ? undefined : whole.filled.rows[row.row];
    return [
      ...(own === undefined && whole.view.state === 'approved' ? [] : [seen]),
      ...given([
        ['target', row.target],
        ['person', whole.view.state === 'approved' ? row.person?.person : own?.person],
        ['deputy', whole.view.state === 'approved' ? row.deputy?.person : own?.deputy],
      ]),
    ];
  }
  return act === 'approve' ? [seen] : [];
}

const withoutNothing = <Value extends object>(all: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => Object.keys(value).length > 0));

/** What was typed of all rows, as it is kept: only what differs from what is there by itself. */
export function filledIn(props: RoadMapProps, typed: URLSearchParams): Filled {
  const { whole } = props;
  const text = (name: string): string | undefined => typed.get(name)?.trim() || undefined;
  const holders = holdersOf(props).map(([key, holder]): [string, Pair] => {
    const fallback = byDefault(holder, whole.candidates);
    const pair = Object.fromEntries(
      pairNames.flatMap((part) => {
        const value = text(`holders.${key}.${part}`);
        return value === undefined || value === fallback[part] ? [] : [[part, value]];
      }),
    );
    return [key, pair];
  });
  const rows = openRows(props).map((row): [string, Entry] => {
    const { target: before, ...own } = whole.filled.rows[row.row] ?? {};
    const target = text(`rows.${row.row}.target`);
    const isOwn = target !== undefined && (target !== row.target || before !== undefined);
    return [row.row, { ...own, ...(isOwn && { target }) }];
  });
  return {
    holders: withoutNothing({ ...whole.filled.holders, ...Object.fromEntries(holders) }),
    rows: withoutNothing({ ...whole.filled.rows, ...Object.fromEntries(rows) }),
  };
}

/** The same of one row. */
export function rowFilledIn({ whole }: RoadMapProps, row: RowView, typed: URLSearchParams): Filled {
  const text = (name: string): string | undefined => typed.get(name)?.trim() || undefined;
  const [target, person, deputy] = [text('target'), text('person'), text('deputy')];
  const isOwn = target !== undefined && (target !== row.target || whole.filled.rows[row.row]?.target !== undefined);
  const entry: Entry = {
    ...(isOwn && { target }),
    ...(person !== undefined && { person }),
    ...(deputy !== undefined && { deputy }),
  };
  return { holders: whole.filled.holders, rows: withoutNothing({ ...whole.filled.rows, [row.row]: entry }) };
}
