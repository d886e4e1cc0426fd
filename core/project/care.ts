import { acting, refOf, rolesAt, type Actor } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { removesNeed, saysNeed } from '../lines/say-need.ts';
import { numberRules, plainNumber, type CareRequest } from './care-facts.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import { changeProject, type ChangePorts } from './change-project.ts';
import type { ActorRef } from './event.ts';
import { hasRole, rules, type Action } from './permissions.ts';
import type { Aggregate } from './project.ts';
import type { ZoneContext } from './zone-context.ts';

const mostNumbers = 30;

type Noting = Extract<CareRequest, { act: 'note-number' | 'remove-number' }>;

function notesNumber(
  aggregate: Aggregate,
  context: ZoneContext,
  request: Noting,
  by: ActorRef,
): Result<Change | undefined> {
  const { numbers = [], country } = aggregate.project;
  const { kind } = request;
  const number = plainNumber(request.number);
  const isThere = numbers.some((one) => one.kind === kind && one.number === number);
  const change = changeBuilder(aggregate, context.now, by);
  if (request.act === 'remove-number') {
    if (isThere) change.emit({ type: 'number-removed', kind, number });
    return ok(isThere ? change.change() : undefined);
  }
  if (isThere) return ok(undefined);
  const { form, only } = numberRules[kind];
  if (only !== undefined && only !== country)
    return fail({ kind: 'invalid', issues: [{ path: 'kind', code: 'invalid_value' }] });
  if (!form.test(number)) return fail({ kind: 'invalid', issues: [{ path: 'number', code: 'invalid_format' }] });
  if (numbers.length >= mostNumbers) return fail({ kind: 'invalid', issues: [{ path: 'number', code: 'too_big' }] });
  change.emit({ type: 'number-noted', kind, number });
  return ok(change.change());
}

async function namesCompanion(
  { reference }: ChangePorts,
  aggregate: Aggregate,
  context: ZoneContext,
  personId: string,
  by: ActorRef,
): Promise<Result<Change | undefined>> {
  if (aggregate.project.companion === personId) return ok(undefined);
  const staff = await reference.staff(context.zone);
  const found = staff.find((one) => one.personId === personId);
  const isThere =
    found !== undefined && rolesAt(found.memberships, context.zone).some((role) => acting.some((one) => one === role));
  if (!isThere) return fail({ kind: 'invalid', issues: [{ path: 'personId', code: 'invalid_value' }] });
  const change = changeBuilder(aggregate, context.now, by);
  change.emit({ type: 'companion-named', personId });
  return ok(change.change());
}

export interface CareFor {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: CareRequest;
}

/** The right that an act needs. */
export function actionOf({ act }: Pick<CareRequest, 'act'>): Action {
  if (act === 'remove-number') return 'note-number';
  return act === 'remove-need' ? 'say-need' : act;
}

/** A second look so soon is a second click (ours): an hour. */
const aWhile = 3_600_000;

/** Numbers of other registers, the lines that it needs, the investor's companion, and that all is as it stands. Twice is once. Fails with `not-found`, `forbidden`, `not-allowed`, `invalid`. */
export const careFor = (ports: ChangePorts, { projectId, actor, now, request }: CareFor): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, async (aggregate, context) => {
    const { project } = aggregate;
    const action = actionOf(request);
    if (!hasRole(actor, project, action)) return fail({ kind: 'forbidden' });
    if (!rules[action].when(project))
      return fail({ kind: 'not-allowed', action, because: project.ending ?? project.phase });
    const by = refOf(actor, project);
    switch (request.act) {
      case 'note-number':
      case 'remove-number':
        return notesNumber(aggregate, context, request, by);
      case 'say-need':
        return saysNeed(aggregate, context, request, by);
      case 'remove-need':
        return ok(removesNeed(aggregate, context, request, by));
      case 'name-companion':
        return namesCompanion(ports, aggregate, context, request.personId, by);
      case 'verify': {
        const { verified } = project;
        if (verified && by.kind === 'staff' && verified.by === by.personId && now - verified.at < aWhile)
          return ok(undefined);
        const change = changeBuilder(aggregate, now, by);
        change.emit({ type: 'verified' });
        return ok(change.change());
      }
    }
  });
