import { openToAct } from '#core/links/act-by-link.ts';
import { addressOf } from '#pages/routes.ts';
import { linkPage } from '../links/link-form.ts';
import { problem, type Reply, type Visit } from '../kit/visit.ts';
import type { DocumentPagePorts } from './ports.ts';
import { uploadDocument, documents, download, type At } from './project-documents.ts';

const byLink =
  (act: (ports: DocumentPagePorts, visit: Visit, at: At) => Promise<Reply>) => (ports: DocumentPagePorts) =>
    linkPage(ports, async (_, visit): Promise<Reply> => {
      const link = visit.params['link'] ?? '';
      const opened = await openToAct(ports, { link, now: visit.now });
      if (!opened.ok) return problem(opened.failure);
      const {
        actor,
        target: { projectId },
      } = opened.value;
      const home = addressOf('/l/{link}', { link });
      return act(ports, visit, {
        projectId,
        actor,
        sourceIp: visit.event.requestContext.http.sourceIp,
        now: visit.now,
        home,
        within: home,
        path: `${home}/documents`,
        reader: actor.kind === 'party' ? 'party' : 'investor',
      });
    });

export const linkDocuments = byLink(documents);
export const uploadByLink = byLink(uploadDocument);
export const downloadByLink = byLink(download);
