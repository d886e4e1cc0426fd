import type { Language } from '../kernel/common.ts';
import { forumTexts } from '../texts/areas/forums.ts';
import { obstacleTexts } from '../texts/areas/obstacles.ts';
import { followUpTexts } from '../texts/areas/follow-ups.ts';
import { docketTexts } from '../texts/areas/docket.ts';
import { countText, dateText, fill, numberText } from '../texts/index.ts';
import { showcaseTexts } from '../texts/areas/showcase.ts';
import { lineTexts } from '../texts/areas/lines.ts';
import { shortMoneyText } from '../texts/money.ts';
import { needText } from '../texts/need-text.ts';
import { companionIn, everythingIn, questionsIn, type Letter, type ListEntry } from '../notices/letter.ts';
import { aboutName, assignmentLabel, placeName } from '../notices/names.ts';
import type {
  DigestContent,
  DigestEntry,
  EmailContent,
  InstructionEntry,
  MatterEntry,
} from '../notices/notice-content.ts';
import { oneLine } from '../notices/one-line.ts';
import { cut, toEmail } from '../notices/to-email.ts';
import { wordsOf, type Words } from '../notices/words.ts';

/** Entries a section shows: four full ones stay below the 102 KB at which Gmail cuts an email off. */
export const mostEntries = 25;

const longestCompany = 60;

const sections = ['escalated', 'overdue', 'soon'] as const;

const longestInstruction = 300;

const daysOf = (
  words: Words,
  language: Language,
  { due, overdueDays }: Pick<DigestEntry, 'due' | 'overdueDays'>,
): readonly string[] => [
  fill(words.digest.due, { due: dateText(language, due) }),
  ...(overdueDays > 0 ? [countText(language, words.digest.late, overdueDays)] : []),
];

function entryOf(words: Words, language: Language, entry: DigestEntry): ListEntry {
  const { number, company, need, docket, review, obstacle, worker, unconfirmed, actionUrl } = entry;
  const parts = [
    number,
    company === undefined ? undefined : cut(oneLine(company), longestCompany),
    placeName(words, entry),
    docket
      ? docketTexts(language).steps[docket]
      : review
        ? words.digest.review
        : obstacle
          ? fill(obstacleTexts(language).title, { about: aboutName(words, obstacle.about, language) })
          : assignmentLabel(words, entry),
    need && needText(language, need),
    ...daysOf(words, language, entry),
    worker && words.digest.worker[worker],
    unconfirmed ? words.digest.unconfirmed : undefined,
  ];
  return { text: parts.filter((part) => part !== undefined).join(' · '), url: actionUrl };
}

const freshOf = (content: DigestContent): readonly DigestEntry[] =>
  sections
    .flatMap((section) => content[section].filter(({ isNew }) => isNew === true))
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));

function listOf(
  words: Words,
  language: Language,
  title: string,
  entries: readonly ListEntry[],
  count: number,
): Letter['lists'] {
  const hidden = count - Math.min(entries.length, mostEntries);
  return count === 0
    ? []
    : [
        {
          title,
          entries: entries.slice(0, mostEntries),
          more: hidden > 0 ? fill(words.digest.more, { count: numberText(language, hidden) }) : undefined,
        },
      ];
}

function listsOf(words: Words, content: DigestContent, fresh: readonly DigestEntry[]): Letter['lists'] {
  const { language, counts } = content;
  const { sections: titles } = words.digest;
  const shown = (entries: readonly DigestEntry[]) => entries.map((entry) => entryOf(words, language, entry));
  return [
    ...listOf(words, language, titles.fresh, shown(fresh), fresh.length),
    ...sections.flatMap((section) => {
      const known = content[section].filter(({ isNew }) => isNew !== true);
      return listOf(
        words,
        language,
        titles[section],
        shown(known),
        counts[section] - content[section].length + known.length,
      );
    }),
  ];
}

const unspentList = (words: Words, { language, unspent = [] }: DigestContent): Letter['lists'] =>
  unspent.length === 0
    ? []
    : [
        {
          title: words.digest.sections.unspent,
          entries: unspent
            .slice(0, mostEntries)
            .map(({ names, party, year, unspent: money, projects, url }) => ({
              text: `${names[language]} · ${fill(lineTexts(language).unspentText, {
                amount: shortMoneyText(language, money),
                year: String(year),
                party: party?.[language] ?? wordsOf(language).holders.party,
                count: numberText(language, projects),
              })}`,
              url,
            })),
          more: undefined,
        },
      ];

function instructionLists(words: Words, { language, instructions = [] }: DigestContent): Letter['lists'] {
  const list = (title: string, some: readonly InstructionEntry[]): Letter['lists'] =>
    listOf(
      words,
      language,
      title,
      some.map(({ number, meetingOn, text, due, overdueDays, responsible, url }) => ({
        text: [
          fill(words.digest.instruction, { number: numberText(language, number), date: dateText(language, meetingOn) }),
          cut(oneLine(text), longestInstruction),
          responsible,
          ...daysOf(words, language, { due, overdueDays }),
        ]
          .filter((part) => part !== undefined)
          .join(' · '),
        url,
      })),
      some.length,
    );
  const { sections: titles } = words.digest;
  return [
    ...list(
      titles.instructionsReferred,
      instructions.filter(({ referred }) => referred),
    ),
    ...list(
      titles.instructions,
      instructions.filter(({ referred }) => !referred),
    ),
  ];
}

function showcaseList(words: Words, { language, audience, showcase = [] }: DigestContent): Letter['lists'] {
  const texts = showcaseTexts(language);
  return listOf(
    words,
    language,
    audience === 'party' ? texts.steps : texts.overview,
    showcase.map(({ item, company, kind, due, overdueDays, url }) => ({
      text: [
        kind === undefined ? texts.withoutAnswer : texts.kinds[kind],
        cut(oneLine(item), longestCompany),
        cut(oneLine(company), longestCompany),
        ...daysOf(words, language, { due, overdueDays }),
      ].join(' · '),
      url,
    })),
    showcase.length,
  );
}

const promiseList = (words: Words, { language, promises = [] }: DigestContent): Letter['lists'] =>
  listOf(
    words,
    language,
    words.digest.sections.promises,
    promises.map(({ forum, kind, parties, stale, url }) => {
      const { kinds, stale: since } = forumTexts(language);
      return {
        text: [forum[language], kinds[kind], cut(oneLine(parties), longestCompany), since[stale]].join(' · '),
        url,
      };
    }),
    promises.length,
  );

function matterText(words: Words, language: Language, { matter }: MatterEntry): string {
  if (matter.kind === 'stale') return fill(words.digest.stale, { count: numberText(language, matter.projects) });
  if (matter.kind === 'follow-up') return `${matter.number} · ${dateText(language, matter.due)}`;
  const title = fill(obstacleTexts(language).title, { about: aboutName(words, matter.about, language) });
  if (matter.kind === 'nobody-answers') return [matter.number ?? obstacleTexts(language).zone.whole, title].join(' · ');
  const { due, overdueDays } = matter;
  return [title, ...(due === undefined ? [] : daysOf(words, language, { due, overdueDays }))].join(' · ');
}

const matterLists = (words: Words, { language, matters = [] }: DigestContent): Letter['lists'] =>
  (['follow-up', 'zone-obstacle', 'nobody-answers', 'stale'] as const).flatMap((kind) => {
    const some = matters.filter(({ matter }) => matter.kind === kind);
    return listOf(
      words,
      language,
      kind === 'follow-up' ? followUpTexts(language).mine : words.digest.sections[kind],
      some.map((one) => ({ text: matterText(words, language, one), url: one.url })),
      some.length,
    );
  });

function subjectOf(words: Words, content: DigestContent, fresh: number): string {
  const {
    language,
    moreZones,
    counts: { overdue, escalated, soon },
  } = content;
  const zone = content.zone[language];
  const part = (name: keyof Words['digest']['subject'], count: number): string[] =>
    count === 0 ? [] : [fill(words.digest.subject[name], { count: numberText(language, count) })];
  return [
    moreZones.length > 0 ? `${zone} + ${numberText(language, moreZones.length)}` : zone,
    dateText(language, content.date),
    ...part('fresh', fresh),
    ...part('overdue', overdue + escalated),
    ...part('soon', soon),
    ...part('unspent', content.unspent?.length ?? 0),
    ...part('instructions', content.instructions?.length ?? 0),
    ...((content.showcase?.length ?? 0) > 0 ? [showcaseTexts(language).office] : []),
    ...part('promises', content.promises?.length ?? 0),
  ].join(' · ');
}

/** Each entry is in one section; empty sections are left out. Throws a RangeError for dates that do not exist. */
export function renderDigest(content: DigestContent): EmailContent {
  const { language, audience, listUrl, counts } = content;
  const words = wordsOf(language);
  const fresh = freshOf(content);
  const hasAssignments = counts.overdue + counts.soon + counts.escalated > 0;
  const hasInstructions = (content.instructions?.length ?? 0) > 0;
  const only = hasInstructions ? 'instructions' : (content.promises?.length ?? 0) > 0 ? 'promises' : audience;
  const intro = words.digest.intro[hasAssignments ? audience : only];
  const isOutside = hasAssignments && (audience === 'investor' || audience === 'party');
  return toEmail({
    language,
    zone: [content.zone, ...content.moreZones].map((names) => names[language]).join(' · '),
    subject: subjectOf(words, content, fresh.length),
    heading: fill(words.digest.heading, { date: dateText(language, content.date) }),
    greeting: words.email.greeting[audience],
    paragraphs: [intro, ...(isOutside ? [words.digest.stops] : [])],
    rows: [],
    quotes: [],
    lists: [
      ...unspentList(words, content),
      ...instructionLists(words, content),
      ...showcaseList(words, content),
      ...promiseList(words, content),
      ...matterLists(words, content),
      ...listsOf(words, content, fresh),
    ],
    action:
      listUrl === undefined
        ? undefined
        : { label: words.digest.workList, url: listUrl, copyAddress: words.email.copyAddress },
    closing: [...companionIn(language, content.companion), ...questionsIn(language, content.office)],
    everything: everythingIn(language, content.everythingUrl),
  });
}
