import { fill, textsOf } from '#core/texts/index.ts';
import { listTexts } from '#core/texts/areas/lists.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { deskTexts } from '#core/texts/areas/desk.ts';
import { nobody } from '#core/work/work-query.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import type { Frame } from '../../frame.ts';
import { workerName, type Office } from '../worker-name.ts';
import type { ListFilter, ProjectsFilter, TaskFilter } from '../addresses.ts';

/** Whose answers a list of assignments waits for, in words. */
function holderText(frame: Frame, zone: ZoneView, { holder, mine, worker }: TaskFilter, office?: Office): string {
  const { language } = frame;
  const { list } = officeTexts(language);
  if (holder === 'office' && worker !== undefined)
    return worker === nobody || office === undefined
      ? deskTexts(language).head.noOne
      : workerName(frame, office, worker);
  if (holder === 'office') return mine ? listTexts(language).mine : list.tasks;
  return holder === 'investor'
    ? list.ofInvestors
    : (zone.parties.find(({ partyId }) => partyId === holder)?.names[language] ?? holder);
}

/** What projects have in common, in words. */
function sharedTexts({ language }: Frame, zone: ZoneView, { q, forum, sector }: ProjectsFilter): readonly string[] {
  const { list } = officeTexts(language);
  return [
    ...(q === undefined ? [] : [fill(list.found, { text: q })]),
    ...(forum === undefined
      ? []
      : [fill(list.forum, { forum: zone.forums.find(({ forumId }) => forumId === forum)?.names[language] ?? forum })]),
    ...(sector === undefined ? [] : [(sectorTexts(language) as Readonly<Record<string, string>>)[sector] ?? sector]),
  ];
}

/** What the list shows, in words. */
export function listHeading(frame: Frame, zone: ZoneView, filter: ListFilter, office?: Office): string {
  const { language } = frame;
  const { list } = officeTexts(language);
  const { stages, endings: ends, assignmentStates } = textsOf(language);
  if (filter.by === 'obstacles') return obstacleTexts(language).list;
  const { stage, overdue } = filter;
  const place =
    stage === undefined ? [] : [({ ...stages, ...ends } as Readonly<Record<string, string>>)[stage] ?? stage];
  if (filter.by === 'tasks')
    return [
      holderText(frame, zone, filter, office),
      ...place,
      ...(filter.standing === undefined ? [] : [deskTexts(language).standings[filter.standing]]),
      ...(overdue ? [assignmentStates.overdue] : []),
      ...(filter.changed ? [deskTexts(language).onlyChanged] : []),
    ].join(' · ');
  const parts = [...sharedTexts(frame, zone, filter), ...place, ...(overdue ? [list.overdue] : [])];
  return parts.length === 0 ? list.all : parts.join(' · ');
}
