import type { Result } from '#core/kernel/result.ts';
import { actOnObligations } from '#core/obligations/change-obligations.ts';
import type { ObligationRequest } from '#core/obligations/obligation-facts.ts';
import { wholeObligations } from '#core/obligations/view-obligations.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { hasRole } from '#core/project/permissions.ts';
import { obligationsPage, type ObligationsProps } from '../../components/obligations.tsx';
import type { FormPorts } from '../../kit/kept-form.ts';
import { askedOf, obligationsForm } from '../../kit/obligations-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { obligationsAddress, projectAddress } from '../addresses.ts';
import { projectForm } from '../office-form.ts';

async function opened(ports: ChangePorts, visit: StaffVisit): Promise<Result<ObligationsProps>> {
  const { params, actor, now, query, fields } = visit;
  const projectId = params['projectId'] ?? '';
  const found = await wholeObligations(ports, { projectId, actor, now });
  if (!found.ok) return found;
  const whole = found.value;
  const speaks = hasRole(actor, whole.project, 'keep-obligations');
  const asked = askedOf(whole, query, fields.get('step') === 'send', speaks);
  if (!asked.ok) return asked;
  return {
    ok: true,
    value: {
      frame: visit.frame(),
      whole,
      ...asked.value,
      address: (asks = {}) => obligationsAddress(projectId, asks),
      back: projectAddress(projectId),
    },
  };
}

/** What a contract promises: the page, and the forms by which the office plans, confirms, visits and draws up an act. */
export function obligations(ports: ChangePorts & FormPorts): FormHandlers {
  const form = projectForm<ObligationsProps, ObligationRequest>(ports, {
    ...obligationsForm,
    open: (visit) => opened(ports, visit),
    act: (on, { about, request, visit: { actor, now } }) =>
      actOnObligations(on, { projectId: about.whole.view.projectId, actor, now, request }),
    words: stateWords,
  });
  return {
    send: form.send,
    look: async (visit): Promise<Reply> => {
      const props = await opened(ports, visit);
      if (!props.ok) return problem(props.failure);
      return props.value.act === undefined ? render(obligationsPage(props.value)) : form.shown(visit, props.value);
    },
  };
}
