import * as z from 'zod/mini';
import { DateText, paragraph } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, type Result } from '../kernel/result.ts';
import { secondsLeft } from '../kernel/window.ts';
import type { ByLink } from '../links/act-by-link.ts';
import { openParty } from '../links/view-party.ts';
import { judgeLine, writeLine } from './change-line.ts';
import { LineMilestone, type Line } from './line.ts';

/** What its builder says of a line. */
export const LineByLinkRequest = z.object({
  milestone: LineMilestone,
  expected: z.optional(DateText),
  actual: z.optional(DateText),
  note: paragraph(500),
  version: z.int().check(z.nonnegative()),
});
export type LineByLinkRequest = z.infer<typeof LineByLinkRequest>;

/** What is said of one line by a link in a day (ours). */
const aDay = { count: 30, seconds: 86_400 } as const;

/** Its builder says by when a milestone of a line is reached, or that it is. Fails as the link does, `not-found` for a line of others, as `judgeLine`. */
export async function reportLineByLink(
  ports: Pick<Ports, 'links' | 'reference' | 'lines' | 'limits' | 'ids'>,
  { lineId, request, ...by }: ByLink & { readonly lineId: string; readonly request: LineByLinkRequest },
): Promise<Result<Line>> {
  const [opened, found] = await Promise.all([openParty(ports, by), ports.lines.find(lineId)]);
  if (!opened.ok) return opened;
  const { party, context } = opened.value;
  if (found === undefined || found.zoneId !== context.zone.zoneId || found.partyId !== party.partyId)
    return fail({ kind: 'not-found' });
  const { milestone, note, version, ...days } = request;
  const was = found.milestones[milestone];
  const judged = judgeLine(
    lineId,
    found,
    { milestones: { [milestone]: { ...was, ...days } }, why: note, version },
    context,
  );
  if (!judged.ok) return judged;
  if (!(await ports.limits.allow(`line-${lineId}`, ports.ids.hash(JSON.stringify(request)), aDay, by.now)))
    return fail({ kind: 'too-many', retryAfterSeconds: secondsLeft(by.now, aDay.seconds) });
  return writeLine(ports, found, judged.value, { by: { kind: 'party', partyId: party.partyId }, why: note, context });
}
