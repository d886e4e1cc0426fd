import * as z from 'zod/mini';
import { instructionStandings } from '../headquarters/headquarters.ts';
import { AgendaView, RegisterView } from '../headquarters/view-headquarters.ts';
import { BoardView } from '../board/board-view.ts';
import { ForumRequest, Guest, Promised } from '../forums/forum-record.ts';
import { Meeting } from '../forums/meetings.ts';
import { Plan } from '../forums/plan.ts';
import { CohortView, PromisesView } from '../forums/view-forum.ts';
import { ImportRequest, ImportView } from '../imports/import.ts';
import { DateText, Identifier, Utility } from '../kernel/common.ts';
import { Line, LineRequest } from '../lines/line.ts';
import { LinesView, WholeLineView } from '../lines/view-lines.ts';
import { Plot, PlotRequest, RegisteredZone, RegisterRequest } from '../plots/plot.ts';
import { ShowcaseAction } from '../showcase/proposal.ts';
import { OfficeItem } from '../showcase/showcase-views.ts';
import { Item, ItemRequest } from '../showcase/showcase.ts';
import { StaleView } from '../work/stale.ts';
import { Moratorium, MoratoriaView, MoratoriumRequest } from '../moratoria/moratorium.ts';
import { LineReport } from '../project/project-action.ts';
import { ZoneLine } from '../reference/reference.ts';
import { define, none, read } from './define.ts';
import { examples } from './examples.ts';
import { OfficePlotView } from './plot-views.ts';

const PlaceId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

/** Of the office, about a zone as a whole: its utility lines and its headquarters. */
export const zoneOperations = {
  viewAgenda: define({
    ...read,
    path: '/api/headquarters/{headquartersId}/agenda',
    auth: 'jwt',
    params: z.object({ headquartersId: PlaceId.check(z.meta({ example: 'aqtobe' })) }),
    query: z.object({ scope: z.optional(z.enum(['zone', 'region'])) }),
    answer: AgendaView,
    summary:
      'The agenda of the next meeting of a headquarters, made from what is stored; it is called as its zone, or by `scope=region` as its region',
  }),
  listInstructions: define({
    ...read,
    path: '/api/instructions',
    auth: 'jwt',
    params: none,
    query: z.object({
      /** One of both. */
      zone: z.optional(PlaceId.check(z.meta({ example: 'aqtobe' }))),
      region: z.optional(PlaceId),
      /** `staff:` and a person's id, or `party:` and a party's. */
      person: z.optional(z.string().check(z.regex(/^(staff|party):[\w.@:|+-]{1,128}$/))),
      standing: z.optional(z.enum(instructionStandings)),
    }),
    answer: RegisterView,
    summary:
      'Instructions of the headquarters of a zone or region by deadline, and how many were kept in time, kept late and are open',
  }),
  viewBoard: define({
    ...read,
    path: '/api/board',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: z.optional(PlaceId.check(z.meta({ example: 'aqtobe' }))) }),
    answer: BoardView,
    summary:
      'How far the projects of a zone, or of all zones of the reader, are built: by milestone, sector and forum year with money by currency, jobs and land; `not-stated` is never nought, stated figures stand beside the counted ones',
  }),
  viewCohort: define({
    ...read,
    path: '/api/forums/{forumId}/cohort',
    auth: 'jwt',
    params: z.object({
      forumId: z
        .string()
        .check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/), z.meta({ example: 'aqtobe-investment-forum-2025' })),
    }),
    /** Days since the first day of the forum: `P180D`; without it today. */
    query: z.object({
      age: z.optional(z.string().check(z.regex(/^P\d{1,5}D$/), z.meta({ example: 'P30D' }))),
      /** How many could start by that day, as things stand. */
      by: z.optional(DateText),
    }),
    answer: CohortView,
    summary:
      'What came of a forum when it was so old: invited, came, met, promised, letters, approved, contract, started; other forums of the zone at the same age',
  }),
  listPromises: define({
    ...read,
    path: '/api/promises',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/), z.meta({ example: 'aqtobe' })) }),
    answer: PromisesView,
    summary:
      'What was signed at forums of a zone: who answers for it, when it was last looked after, and on whose list it is stale',
  }),
  actOnForum: define({
    method: 'POST',
    path: '/api/forums/{forumId}',
    auth: 'jwt',
    params: z.object({ forumId: Identifier }),
    query: none,
    summary:
      'Invite guests to a forum, say whether they accepted, came and what was spoken, enter what was signed and what is done next',
    body: ForumRequest,
    status: 200,
    answer: z.object({
      guests: z.array(Guest),
      promises: z.array(Promised),
      meetings: z.optional(z.array(Meeting)),
      plan: z.optional(Plan),
    }),
    example: examples.forumGuests,
    failures: [400, 403, 404, 409, 422],
  }),
  importTable: define({
    method: 'POST',
    path: '/api/imports',
    auth: 'jwt',
    params: none,
    query: none,
    summary:
      'Look at what a CSV or XLSX file of projects, milestones, lines, plots or parts of the showcase would bring in, row by row; then confirm it, and it is written behind the answer',
    body: ImportRequest,
    status: 200,
    answer: ImportView,
    example: examples.import,
    failures: [400, 403, 404, 429],
  }),
  viewImport: define({
    ...read,
    path: '/api/imports/{importId}',
    auth: 'jwt',
    params: z.object({ importId: z.string().check(z.regex(/^p[a-z0-9]{1,40}$/)) }),
    query: none,
    answer: ImportView,
    summary: 'How far an import is, which rows were refused, and what its milestones are beside their baseline',
  }),
  reportLine: define({
    method: 'POST',
    path: '/api/zones/{zoneId}/lines/{utility}',
    auth: 'jwt',
    params: z.object({ zoneId: Identifier, utility: Utility }),
    query: none,
    summary: 'Say whether a utility line of the zone is ready, or by when',
    body: LineReport,
    status: 200,
    answer: ZoneLine,
    example: { state: 'ready' },
    failures: [400, 403, 404],
  }),
  listLines: define({
    ...read,
    path: '/api/lines',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: Identifier }),
    summary: 'The utility lines that are built for a zone: milestones, money by budget year, what waits for each',
    answer: LinesView,
  }),
  viewLine: define({
    ...read,
    path: '/api/lines/{lineId}',
    auth: 'jwt',
    params: z.object({ lineId: Identifier }),
    query: none,
    summary: 'One utility line of a zone with the projects that wait for it, and its last changes',
    answer: WholeLineView,
  }),
  listStale: define({
    ...read,
    path: '/api/stale',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: Identifier }),
    summary: 'Projects under way that nobody has verified for 30 calendar days, the longest first',
    answer: StaleView,
    failures: [403, 404],
  }),
  listMoratoria: define({
    ...read,
    path: '/api/moratoria',
    auth: 'jwt',
    params: none,
    query: z.object({ zone: Identifier }),
    summary: 'What suppliers hold up in a zone: lines for which they issue nothing, since when and until when',
    answer: MoratoriaView,
  }),
  setMoratorium: define({
    method: 'PUT',
    path: '/api/moratoria/{moratoriumId}',
    auth: 'jwt',
    params: z.object({ moratoriumId: Identifier }),
    query: none,
    summary:
      'A supplier issues nothing in a zone or region from a day on, or does again: the clocks of what it is asked stand in every project there, and go on together',
    body: MoratoriumRequest,
    status: 200,
    answer: Moratorium,
    example: examples.moratorium,
    failures: [400, 403, 404, 409],
  }),
  keepPlot: define({
    method: 'PUT',
    path: '/api/plots/{plotId}',
    auth: 'jwt',
    params: z.object({ plotId: Identifier }),
    query: none,
    summary:
      'Enter a plot of a zone of the register, or say anew what it is; the state of its land follows its project',
    body: PlotRequest,
    status: 200,
    answer: Plot,
    example: examples.plot,
    failures: [400, 403, 404, 409],
  }),
  viewPlot: define({
    ...read,
    path: '/api/plots/{plotId}',
    auth: 'jwt',
    params: z.object({ plotId: Identifier }),
    query: none,
    summary: 'A plot as its office keeps it: whose it is, which letters under way ask for it, what was changed and why',
    answer: OfficePlotView,
    failures: [400, 403, 404],
  }),
  keepZone: define({
    method: 'PUT',
    path: '/api/register/{registerId}',
    auth: 'jwt',
    params: z.object({ registerId: Identifier }),
    query: none,
    summary: 'Enter a zone of the register, or say anew what it is; its office stays whose it was',
    body: RegisterRequest,
    status: 200,
    answer: RegisteredZone,
    example: examples.registeredZone,
    failures: [400, 403, 404, 409],
  }),
  keepItem: define({
    method: 'PUT',
    path: '/api/showcase/{itemId}',
    auth: 'jwt',
    params: z.object({ itemId: Identifier }),
    query: none,
    summary: 'Put an imported part on show, or say anew what it is',
    body: ItemRequest,
    status: 200,
    answer: Item,
    example: examples.showcaseItem,
    failures: [400, 403, 404, 409],
  }),
  viewItem: define({
    ...read,
    path: '/api/showcase/{itemId}',
    auth: 'jwt',
    params: z.object({ itemId: Identifier }),
    query: none,
    answer: OfficeItem,
    summary: 'An item of the showcase with its proposals side by side, questions, steps and the answers of banks',
  }),
  actOnShowcase: define({
    method: 'POST',
    path: '/api/showcase/{itemId}',
    auth: 'jwt',
    params: z.object({ itemId: Identifier }),
    query: none,
    summary:
      'Accept or decline a proposal, answer a question for all, ask parties and banks side by side for steps or their decision, enter what came on paper, take the item off show',
    body: ShowcaseAction,
    status: 200,
    answer: OfficeItem,
    example: examples.showcaseAction,
    failures: [400, 403, 404, 422, 503],
  }),
  changeLine: define({
    method: 'POST',
    path: '/api/lines/{lineId}',
    auth: 'jwt',
    params: z.object({ lineId: Identifier }),
    query: none,
    summary: 'Enter a utility line of a zone, or change what is named; years and milestones that are not named stay',
    body: LineRequest,
    status: 200,
    answer: Line,
    example: examples.line,
    failures: [400, 403, 404, 409],
  }),
} as const;
