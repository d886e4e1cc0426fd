import * as z from 'zod/mini';
import { LetterOfIntent, SubmitLetterResponse } from '../letter/letter-of-intent.ts';
import { FoundPlots, PlotWish, RegisterView } from '../plots/plot.ts';
import { ProposalRequest } from '../showcase/proposal.ts';
import { ShowcaseView, ShowcaseWish } from '../showcase/showcase.ts';
import { Identifier } from '../kernel/common.ts';
import { Forum, Names } from '../reference/reference.ts';
import { define, none, read } from './define.ts';
import { examples } from './examples.ts';

export const ZoneList = z.object({
  zones: z.array(z.object({ zoneId: Identifier, country: z.string(), names: Names, forums: z.array(Forum) })),
  register: z.array(RegisterView),
});

export const publicOperations = {
  listZones: define({
    ...read,
    path: '/api/zones',
    summary:
      'Zones that take letters of intent, and the register of zones: what each is, plots by state, and what plots leave of its hectares',
    auth: 'none',
    params: none,
    query: none,
    answer: ZoneList,
    failures: [],
  }),
  findPlots: define({
    ...read,
    path: '/api/plots',
    summary: 'Plots that fit a wish now or by a date, and near misses with what is lacking',
    auth: 'none',
    params: none,
    query: PlotWish,
    answer: FoundPlots,
    failures: [400],
  }),
  listShowcase: define({
    ...read,
    path: '/api/showcase',
    summary:
      'Imported parts that somebody here could make: how many a year, for whom, which order would be signed, and the price where it is told',
    auth: 'none',
    params: none,
    query: ShowcaseWish,
    answer: ShowcaseView,
    failures: [400],
  }),
  proposeItem: define({
    method: 'POST',
    path: '/api/showcase/{itemId}/proposals',
    auth: 'none',
    params: z.object({ itemId: Identifier }),
    query: none,
    status: 201,
    summary:
      'Propose to make an item of the showcase. It counts once its address is confirmed by the emailed link, within 14 days; the same proposal once more sends that email again',
    body: ProposalRequest,
    answer: z.object({ proposalId: z.string() }),
    example: examples.proposal,
    failures: [400, 404, 422, 429],
  }),
  submitLetter: define({
    method: 'POST',
    path: '/api/letters-of-intent',
    auth: 'none',
    params: none,
    query: none,
    status: 201,
    summary:
      'Hand in a letter of intent. Needs an Idempotency-Key header of at least 128 random bits; the same key and body give the same answer. `number` is the letter’s reference (AQT-2025-K7X3QD) until it counts: once the address is confirmed, the office holds the original or has accepted it, it is the number of the register (AQT-2025-0031). The reference finds the project ever after.',
    body: LetterOfIntent,
    answer: SubmitLetterResponse,
    example: examples.letter,
    failures: [400, 422, 429, 503],
  }),
} as const;
