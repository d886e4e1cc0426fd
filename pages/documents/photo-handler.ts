import { bringPhoto, completePhoto, downloadPhoto, requestPhoto, type OfLine } from '#core/lines/line-photo.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { openParty } from '#core/links/view-party.ts';
import { contactOf } from '#core/reference/reference.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { addressOf } from '#pages/routes.ts';
import { linkPage } from '../links/link-form.ts';
import type { StaffVisit } from '../kit/staff-page.ts';
import { problem, redirect, render, type Reply } from '../kit/visit.ts';
import { photoPage } from './photo-page.tsx';
import type { DocumentPagePorts } from './ports.ts';
import { bring } from './upload.ts';

type PhotoPagePorts = DocumentPagePorts & Pick<Ports, 'lines'>;

/** A photo of a line that the party of the link builds, on a page of its own: this function reaches the store of files. */
export const photoByLink = (ports: PhotoPagePorts) =>
  linkPage(ports, async (_, visit): Promise<Reply> => {
    const { query, now } = visit;
    const [link, lineId] = [visit.params['link'] ?? '', query.get('line') ?? ''];
    const [opened, line] = await Promise.all([openParty(ports, { link, now }), ports.lines.find(lineId)]);
    if (!opened.ok) return problem(opened.failure);
    const { party, context } = opened.value;
    if (line?.partyId !== party.partyId || line.zoneId !== context.zone.zoneId) return problem({ kind: 'not-found' });
    const home = addressOf('/l/{link}', { link });
    const path = addressOf('/l/{link}/photo', { link }, { line: lineId });
    const draw = (form: FormState, status = 200): Reply => ({
      ...render(
        photoPage({
          frame: visit.frame(party.language, contactOf(context.zone)),
          name: line.names,
          form,
          path,
          back: `${home}?${new URLSearchParams({ line: lineId }).toString()}`,
          isDone: query.has('done'),
        }),
        status,
      ),
      ...{ connects: ports.storeOrigin },
    });
    if (visit.event.requestContext.http.method !== 'POST') return draw(formState());
    const of: OfLine = { link, lineId, now, sourceIp: visit.event.requestContext.http.sourceIp };
    return bring(
      {
        language: party.language,
        request: (file) => requestPhoto(ports, of, file),
        complete: (fileId) => completePhoto(ports, of, fileId),
        bringSmall: (file, content) => bringPhoto(ports, of, file, content),
        onward: () => `${path}&done`,
        again: async (form) => Promise.resolve(draw(form, 400)),
      },
      visit,
    );
  });

/** Leads the staff of the zone to a photo for a minute. */
export const photoOfLine =
  (ports: PhotoPagePorts) =>
  async ({ params, actor, now }: StaffVisit): Promise<Reply> => {
    const { lineId = '', fileId = '' } = params;
    const found = await downloadPhoto(ports, { lineId, fileId, actor, now });
    return found.ok ? redirect(found.value.url) : problem(found.failure);
  };
