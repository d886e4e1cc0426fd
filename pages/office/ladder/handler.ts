import type { Result } from '#core/kernel/result.ts';
import { climb } from '#core/ladder/climb.ts';
import type { LadderRequest } from '#core/ladder/ladder-facts.ts';
import { wholeLadder, type WholeLadder } from '#core/ladder/view-ladder.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { ladderPage, type LadderProps } from '../../components/ladder.tsx';
import { askedOf, ladderForm } from '../../kit/ladder-form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { addressOf } from '../../routes.ts';
import { documentsAddress, ladderAddress, projectAddress } from '../addresses.ts';
import { projectForm } from '../office-form.ts';
import { workerName } from '../worker-name.ts';

/** Everybody of the staff whom the page names. */
const namedIn = ({ view }: WholeLadder): readonly string[] =>
  view.phases
    .flatMap((phase) => phase.rungs)
    .flatMap(({ saidBy, confirmed, disputed, takenBack }) => [saidBy, confirmed, disputed, takenBack])
    .flatMap((done) => done?.personId ?? []);

async function opened(ports: ChangePorts, visit: StaffVisit): Promise<Result<LadderProps>> {
  const { params, actor, now, query, fields } = visit;
  const projectId = params['projectId'] ?? '';
  const found = await wholeLadder(ports, { projectId, actor, now });
  if (!found.ok) return found;
  const whole = found.value;
  const asked = askedOf(whole, query, fields.get('step') === 'send');
  if (!asked.ok) return asked;
  const frame = visit.frame();
  const colleagues = await colleaguesOf(ports, whole.context.zone.zoneId, namedIn(whole));
  return {
    ok: true,
    value: {
      frame,
      whole,
      ...asked.value,
      address: (asks = {}) => ladderAddress(projectId, asks),
      back: projectAddress(projectId),
      documents: documentsAddress(projectId),
      fileOf: (documentId) =>
        addressOf('/office/projects/{projectId}/documents/{documentId}/{version}', {
          projectId,
          documentId,
          version: '1',
        }),
      nameOf: (personId) => workerName(frame, { reader: actor.personId, colleagues }, personId),
    },
  };
}

/** How far a project is built: the page, and the forms by which a rung is said, confirmed, disputed and taken back. */
export function ladder(ports: ChangePorts & FormPorts): FormHandlers {
  const form = projectForm<LadderProps, LadderRequest>(ports, {
    ...ladderForm,
    open: (visit) => opened(ports, visit),
    act: (on, { about, request, visit: { actor, now } }) =>
      climb(on, { projectId: about.whole.view.projectId, actor, now, request }),
    words: stateWords,
  });
  return {
    send: form.send,
    look: async (visit): Promise<Reply> => {
      const props = await opened(ports, visit);
      if (!props.ok) return problem(props.failure);
      return props.value.act === undefined ? render(ladderPage(props.value)) : form.shown(visit, props.value);
    },
  };
}
