import type { PublicTexts } from '../areas/public.ts';

export const en: PublicTexts = {
  figures: {
    title: 'Projects in figures',
    lead: 'How many investment projects the zones are working on, what they are worth, how many jobs they will create, and what is late and why.',
    asOf: 'As of {moment}',
    late: 'Late',
    lateCount: 'late projects: {count}',
    lateWhy: 'Late projects, by whose answer is awaited',
    lateNote:
      'A project is late when an answer has not been given by its date. A project can be waiting for several answers at once.',
    few: 'Fewer than {fewest} projects each: {names}.',
    fewer: 'fewer than {fewest}',
    nothing: 'There are fewer than {fewest} projects in progress, so no figures about them are published.',
    byZone: 'By zone',
    started: 'Construction started',
    starts: 'Planned starts of construction',
    planned: 'Planned starts',
    behind: 'Of them expected later',
    note: 'No figure can be traced to a single company: groups of fewer than {fewest} projects are shown together with others, investment and jobs are rounded, and an amount is left out where fewer than {fewest} projects may have that currency. A dash stands for a number that is too small to be published or would reveal one.',
    counted: 'A letter of intent is counted once its address is confirmed or the zone office has accepted it.',
  },
  start: {
    description:
      'Special economic and industrial zones: submit a letter of intent online and follow your project through seven stages to the start of construction. Zone offices, utilities, figures.',
    figures: 'Projects today',
    allFigures: 'All figures',
    track: 'What stage is my project at?',
    forums: 'Forums',
    ready: 'Ready: {lines}',
    committed: '{line}: by {date}',
    notReady: 'Not ready yet: {lines}',
    reported: 'Reported by the office on {date}.',
  },
};
