import { LineByLinkRequest, reportLineByLink } from '#core/lines/line-by-link.ts';
import { lineMilestones, reachedBy, type Line } from '#core/lines/line.ts';
import type { Ports } from '#core/kernel/ports.ts';
import type { LinkPorts } from '#core/links/act-by-link.ts';
import { openParty } from '#core/links/view-party.ts';
import { contactOf } from '#core/reference/reference.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { dateText } from '#core/texts/index.ts';
import { seenNumber } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import { problem, type Reply, type Visit } from '../../kit/visit.ts';
import { photoLink } from './photo-link.tsx';
import { by, linkForm, pathOf } from '../link-form.ts';

type LinePorts = LinkPorts & FormPorts & Pick<Ports, 'lines' | 'limits' | 'ids'>;

interface About {
  readonly frame: Frame;
  readonly line: Line;
  readonly path: string;
}

export const lineOfPath = (path: string, lineId: string): string =>
  `${path}?${new URLSearchParams({ line: lineId }).toString()}`;

const photoPath = (path: string, lineId: string): string =>
  `${path}/photo?${new URLSearchParams({ line: lineId }).toString()}`;

function lineSheet({ frame, line, path }: About): Sheet {
  const { language } = frame;
  const words = lineTexts(language);
  const named = lineMilestones.map((value) => {
    const day = reachedBy(line.milestones, value);
    const name = words.milestoneNames[value];
    return { value, text: day === undefined ? name : `${name} · ${dateText(language, day)}` };
  });
  return {
    frame,
    title: words.reportMilestone,
    caption: line.names[language],
    address: lineOfPath(path, line.lineId),
    back: path,
    button: words.reportMilestone,
    fields: [
      { name: 'milestone', kind: 'select', label: words.milestone, choices: named },
      { name: 'expected', kind: 'date', label: words.expected, hint: words.keepHint, optional: true },
      { name: 'actual', kind: 'date', label: words.actual, optional: true },
      { name: 'note', kind: 'text', label: words.why, hint: words.whyHint },
      seenNumber('version'),
    ],
    below: photoLink(frame, photoPath(path, line.lineId)),
  };
}

/** Issues of the use case name paths of the line; those of the form are their last parts. */
const lastOf = (path: string): string => path.split('.').at(-1) ?? path;

const lineForm = (ports: LinePorts) =>
  linkForm<About, LineByLinkRequest, LinePorts>(ports, {
    sheet: lineSheet,
    name: ({ line }) => `line-${line.lineId}`,
    begin: ({ line }) => [['version', String(line.version)]],
    words: stateWords,
    read: (typed, about) => readForm(LineByLinkRequest, typed, lineSheet(about).fields),
    act: async (on, { about, request, visit }) => {
      const done = await reportLineByLink(on, { ...by(visit), lineId: about.line.lineId, request });
      if (done.ok || done.failure.kind !== 'invalid') return done;
      const issues = done.failure.issues.map(({ path, code }) => ({ path: lastOf(path), code }));
      return { ok: false, failure: { kind: 'invalid', issues } };
    },
    done: ({ path }) => `${path}?done`,
  });

/** What a party says of a line that it builds, behind its link to all that it is asked. */
export async function lineOfParty(ports: LinePorts, visit: Visit, lineId: string): Promise<Reply> {
  const [opened, line] = await Promise.all([openParty(ports, by(visit)), ports.lines.find(lineId)]);
  if (!opened.ok) return problem(opened.failure);
  const { party, context } = opened.value;
  if (line?.partyId !== party.partyId || line.zoneId !== context.zone.zoneId) return problem({ kind: 'not-found' });
  const frame = visit.frame(party.language, contactOf(context.zone));
  return lineForm(ports)(visit, { frame, line, path: pathOf(visit) });
}
