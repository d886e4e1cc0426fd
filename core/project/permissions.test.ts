import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { allowedActions } from './permissions.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, head, headquarters, officer } from '#test/support/samples.ts';

const offered = (actor: Actor, journey: Journey) =>
  allowedActions(actor, journey.state, journey.project.phase === 'open' ? journey.missing : []);
const approvals = ['decide:approved', 'decide:approved-with-conditions'];

describe('what is offered', () => {
  it.each<[string, Actor, Journey, readonly string[]]>([
    ['an officer, something missing', officer, new Journey().to('contract-and-land'), []],
    ['an officer, nothing missing', officer, new Journey().to('contract-and-land').settle(), ['decide:approved']],
    ['an officer where the head decides', officer, new Journey().to('council-approval').settle(), []],
    ['the head, something missing', head, new Journey().to('expertise'), []],
    ['the head, nothing missing', head, new Journey().to('expertise').settle(), approvals],
  ])('approval to %s', (_, actor, journey, actions) => {
    expect(offered(actor, journey).filter((action) => approvals.includes(action))).toEqual(actions);
  });

  const correcting = () =>
    new Journey().to('contract-and-land').answer('office-decision', decisionOf('returned')).arrive();
  it.each<[string, Actor, Journey, boolean]>([
    ['an officer: a party’s date', officer, new Journey().to('contract-and-land'), true],
    ['an officer: only the office’s own are open', officer, new Journey().to('council-approval'), false],
    ['the head: the office’s own', head, new Journey().to('council-approval'), true],
    ['headquarters: the stage', headquarters, new Journey().to('council-approval'), true],
    ['an officer: the investor’s correction', officer, correcting(), true],
    ['headquarters: no stage runs while the investor corrects', headquarters, correcting(), false],
    ['the head: nothing has opened', head, new Journey(), false],
  ])('an extension to %s', (_, actor, journey, offers) => {
    expect(offered(actor, journey).includes('extend')).toBe(offers);
  });
});
