import type { JSX } from 'preact';
import type { AuditEntry } from '#core/people/audit.ts';
import { languages } from '#core/kernel/common.ts';
import { noticeNames, partsOf } from '#core/notices/own-words.ts';
import { cut } from '#core/notices/to-email.ts';
import { partyKinds, staffRoles, type Scope, type Zone } from '#core/reference/reference.ts';
import { isLocalDate } from '#core/calendar/local-date.ts';
import { staffDay } from '#core/people/membership.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { dateText, languageNames, textsOf } from '#core/texts/index.ts';
import { adminTexts, type AdminTexts } from '#core/texts/areas/admin.ts';
import { zoneTypes } from '#core/reference/zone-type.ts';
import { zoneWordsTexts } from '#core/texts/areas/zone-words.ts';
import { Pagination, Table } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { changesAddress, homeAddress } from '../addresses.ts';
import { Files } from '../files.tsx';
import { noticeTitle, partTitleOf, placeName, thingName, type PeopleNames } from '../names.ts';

interface Props {
  readonly frame: Frame;
  readonly place: Scope;
  readonly zones: readonly Zone[];
  readonly entries: readonly AuditEntry[];
  readonly next?: string | undefined;
  readonly names: PeopleNames;
}

/** Characters of a fact that the list shows; the words of a notice are read whole among its versions (ours). */
const longestFact = 100;

function inWords({ frame: { language, words }, names }: Pick<Props, 'frame' | 'names'>, text: string): string {
  const texts = textsOf(language);
  if (isLocalDate(text)) return dateText(language, text);
  const role = staffRoles.find((one) => one === text);
  const stage = stageIds.find((one) => one === text);
  const kind = partyKinds.find((one) => one === text);
  const notice = noticeNames.find((one) => one === text);
  const tongue = languages.find((one) => one === text);
  const type = zoneTypes.find((one) => one === text);
  if (type) return zoneWordsTexts(language).types.names[type];
  if (text === 'true' || text === 'false') return text === 'true' ? words.yes : words.no;
  return (
    (role && texts.roles[role]) ??
    (stage && texts.stages[stage]) ??
    (kind && texts.partyKinds[kind]) ??
    (tongue && languageNames[tongue]) ??
    (notice &&
      `${noticeTitle(language, notice)} · ${zoneWordsTexts(language).notices.readers[partsOf(notice).audience]}`) ??
    names.get(text) ??
    cut(text, longestFact)
  );
}

const isField = (fields: AdminTexts['fields'], field: string): field is keyof AdminTexts['fields'] =>
  Object.hasOwn(fields, field);

/** What became what, a line for each field. */
function factTexts(props: Props, { changes }: AuditEntry): readonly string[] {
  const { language } = props.frame;
  const { fields } = adminTexts(language);
  return changes.map(({ field, before, after }) => {
    const [was, is] = [before, after].map((value) =>
      value === undefined
        ? undefined
        : field === 'without'
          ? value
              .split(', ')
              .map((kind) => thingName(language, kind))
              .join('; ')
          : inWords(props, value),
    );
    const told = was === undefined ? is : `${was} → ${is ?? '–'}`;
    const name = isField(fields, field) ? fields[field] : (partTitleOf(language, field) ?? field);
    return told === undefined ? name : `${name}: ${told}`;
  });
}

/** Hours and minutes in the time of both countries. */
const timeOf = (at: number): string => new Date(at + 5 * 3_600_000).toISOString().slice(11, 16);

/** The same table, to keep. */
export function changesRows(props: Props): readonly (readonly string[])[] {
  const { entries, names, frame } = props;
  const { changes: words, what } = adminTexts(frame.language);
  return [
    [words.when, words.who, words.what, words.about, words.facts],
    ...entries.map((entry): readonly string[] => [
      `${staffDay(entry.at)} ${timeOf(entry.at)}`,
      names.get(entry.by) ?? entry.by,
      what[entry.what],
      inWords(props, entry.about),
      factTexts(props, entry).join('; '),
    ]),
  ];
}

export function changesPage(props: Props): JSX.Element {
  const { frame, place, zones, entries, next, names } = props;
  const { language } = frame;
  const { changes: words, what } = adminTexts(language);
  return (
    <Layout frame={frame} title={words.title} back={homeAddress} wide>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{placeName(language, place, zones)}</span>
        {words.title}
      </h1>
      <Table
        frame={frame}
        caption={words.title}
        captionHidden
        empty={words.none}
        columns={[
          { text: words.when },
          { text: words.who },
          { text: words.what },
          { text: words.about },
          { text: words.facts },
        ]}
        rows={entries.map((entry) => [
          `${dateText(language, staffDay(entry.at))}, ${timeOf(entry.at)}`,
          names.get(entry.by) ?? entry.by,
          what[entry.what],
          inWords(props, entry.about),
          factTexts(props, entry).map((text, at) => <div key={at}>{text}</div>),
        ])}
      />
      {entries.length > 0 && <Files frame={frame} />}
      <Pagination frame={frame} next={next === undefined ? undefined : changesAddress(place, next)} />
    </Layout>
  );
}
