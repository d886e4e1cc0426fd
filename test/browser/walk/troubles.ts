import type { Language } from '#core/kernel/common.ts';
import { textsOf } from '#core/texts/index.ts';
import { frameTexts } from '#core/texts/areas/frame.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import type { TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, openOne } from '#test/support/walk.ts';

/** Projects that went another way than straight on. */
export const troubles = ['rejected', 'late', 'suspended', 'refused'] as const;
export type Trouble = (typeof troubles)[number];

const reason = '«Q-7», № 18/4';
const reviewOn = '2026-04-20';

/** What went wrong with a project, done by whoever may. The late one needs nobody: its days pass. */
const acts: Readonly<Record<Trouble, (host: TestHost, projectId: string) => Promise<unknown>>> = {
  rejected: async (host, projectId) =>
    answer(host, openOne(await host.project(projectId), 'office-decision'), {
      outcome: 'rejected',
      reasonCode: 'not-priority',
      reason,
      appeal: reason,
    }),
  late: async () => undefined,
  suspended: (host, projectId) =>
    host.ask(`/api/projects/${projectId}/suspend`, {
      as: 'head',
      body: { reasonCode: 'law-changed', reason, fault: 'office', reviewOn },
    }),
  refused: async (host, projectId) =>
    answer(host, openOne(await host.project(projectId), 'technical-condition', 'power'), {
      outcome: 'refused',
      reasonCode: 'no-capacity',
      reason,
    }),
};

/** What the investor must be able to read, word for word, and what must not stand there. */
export const told: Readonly<
  Record<Trouble, (language: Language) => { readonly says: readonly string[]; readonly never: readonly string[] }>
> = {
  rejected: (language) => ({
    says: [
      textsOf(language).endings.rejected,
      textsOf(language).reasons['not-priority'],
      reason,
      trackingTexts(language).ending.appeal,
      trackingTexts(language).states.rejected,
      frameTexts(language).stageDates.never,
    ],
    never: [trackingTexts(language).nothing, beginning(frameTexts(language).stageDates.planned)],
  }),
  late: (language) => ({
    says: [
      beginning(frameTexts(language).stageDates.late),
      trackingTexts(language).late.heading,
      trackingTexts(language).late.text,
    ],
    never: [],
  }),
  suspended: (language) => ({
    says: [beginning(trackingTexts(language).suspended), trackingTexts(language).states.suspended],
    never: [trackingTexts(language).late.heading],
  }),
  refused: (language) => ({
    says: [
      textsOf(language).reasons['no-capacity'],
      reason,
      trackingTexts(language).line.next,
      beginning(trackingTexts(language).line.refused),
    ],
    never: [],
  }),
};

const beginning = (template: string): string => template.split('{')[0]?.trim() ?? '';

export interface Troubled {
  readonly trouble: Trouble;
  readonly language: Language;
  readonly projectId: string;
}

/** A project of each kind for an investor of each language; the late ones are late, of the others each has heard what was decided. */
export async function troubledProjects(host: TestHost, languages: readonly Language[]): Promise<readonly Troubled[]> {
  const place = (kinds: readonly Trouble[]) =>
    Promise.all(
      kinds.flatMap((trouble) =>
        languages.map(async (language): Promise<Troubled> => {
          const stage =
            trouble === 'rejected'
              ? 'letter-of-intent'
              : trouble === 'late'
                ? 'contract-and-land'
                : 'technical-conditions';
          const { projectId } = await placeAt(host, stage, {}, language);
          return { trouble, language, projectId };
        }),
      ),
    );
  const late = await place(['late']);
  await host.advance('P70D');
  await host.settle();
  const others = await place(['rejected', 'suspended', 'refused']);
  for (const { trouble, projectId } of others) await acts[trouble](host, projectId);
  await host.settle();
  return [...late, ...others];
}
