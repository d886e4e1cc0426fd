import * as z from 'zod/mini';
import { instructionStandings } from '../headquarters/headquarters.ts';
import { AgendaView, RegisterView } from '../headquarters/view-headquarters.ts';
import { ForumRequest, Guest, Promised } from '../forums/forum-record.ts';
import { CohortView, PromisesView } from '../forums/view-forum.ts';
import { ImportRequest, ImportView } from '../imports/import.ts';
import { Identifier, Utility } from '../kernel/common.ts';
import { Line, LineRequest } from '../lines/line.ts';
import { LinesView, WholeLineView } from '../lines/view-lines.ts';
import { Plot, PlotRequest } from '../plots/plot.ts';
import { StaleView } from '../work/stale.ts';
import { Moratorium, MoratoriaView, MoratoriumRequest } from '../moratoria/moratorium.ts';
import { LineReport } from '../project/project-action.ts';
import { ZoneLine } from '../reference/reference.ts';
import { define, none, read } from './define.ts';
import { examples } from './examples.ts';

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
    query: z.object({ age: z.optional(z.string().check(z.regex(/^P\d{1,5}D$/), z.meta({ example: 'P30D' }))) }),
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
    answer: z.object({ guests: z.array(Guest), promises: z.array(Promised) }),
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
      'Look at what a CSV or XLSX file of projects, milestones or lines would bring in, row by row; then confirm it, and it is written behind the answer',
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
