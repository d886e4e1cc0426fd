import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssignmentView } from '#core/api/views.ts';
import { sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { cookieOf, formTokenIn } from '#test/support/staff-session.ts';
import { holderLink, openOne } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

type Fields = Readonly<Record<string, string>>;

/** A browser without scripts: GET, or POST without following where it leads. */
async function visit(path: string, fields?: Fields) {
  const answer = await fetch(new URL(path, host.endpoints.site), {
    redirect: 'manual',
    headers: { cookie: '__Host-lang=en' },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

async function asked(kind: AssignmentView['kind'] = 'technical-condition', line: string | undefined = 'power') {
  const { projectId, track } = await placeAt(host, 'technical-conditions');
  const assignment = openOne(await host.project(projectId), kind, line);
  const state = async () =>
    (await host.project(projectId)).assignments.find(({ assignmentId }) => assignmentId === assignment.assignmentId);
  return { projectId, track, assignment, page: `/l/${await holderLink(host, assignment)}`, state };
}

const refusal = {
  answer: 'refused',
  reasonCode: 'no-capacity',
  reason: '1. The substation is full.\n2. No <feeder> is free.',
};

describe('half an answer of the investor', () => {
  it('A26: is saved and gone on with later', async () => {
    const { projectId, track } = await placeAt(host, 'contract-and-land');
    const decision = openOne(await host.project(projectId), 'office-decision');
    await host.ask(`/api/assignments/${decision.assignmentId}/decision`, {
      as: 'officer',
      body: { decision: { outcome: 'returned', reasonCode: 'remarks', reason: 'The plan is missing.', daysToCure: 5 } },
    });
    await host.settle();
    const { assignmentId } = openOne(await host.project(projectId), 'correction');
    const page = `/l/${track}/answer/${assignmentId}`;
    expect((await visit(page)).text).toMatch(/What you have entered is kept until \d+ \w+ \d{4}\./);
    const saved = await visit(page, { note: 'The plan is', step: 'save' });
    expect(saved).toMatchObject({ status: 303, to: `${page}?saved` });
    const told = await visit(saved.to);
    expect([told.text.includes('Saved, not sent.'), told.text.includes('The plan is</textarea>')]).toEqual([
      true,
      true,
    ]);
    expect(openOne(await host.project(projectId), 'correction').assignmentId).toBe(assignmentId);
  });
});

describe('the answer of a party', () => {
  it('S6: is looked at once more, sent, and shown whole with its line breaks and a word for mistakes', async () => {
    const { page, state } = await asked();
    const checked = await visit(page, { ...refusal, step: 'check' });
    expect(checked).toMatchObject({ status: 303, to: `${page}?answer=refused&check` });
    const check = await visit(checked.to);
    expect(check.status).toBe(200);
    for (const part of [
      'Check your answer',
      '1. The substation is full.\n2. No &lt;feeder> is free.',
      'class="said"',
      'value="send"',
    ])
      expect(check.text).toContain(part);
    expect((await state())?.state).toBe('open');
    const sent = await visit(page, { ...refusal, step: 'send' });
    expect(sent).toMatchObject({ status: 303, to: `${page}?done` });
    const done = await visit(sent.to);
    for (const part of [
      'Your answer has arrived.',
      '1. The substation is full.\n2. No &lt;feeder> is free.',
      'Have you found a mistake?',
    ])
      expect(done.text).toContain(part);
    expect((await visit(page)).text).not.toContain('Your answer has arrived.');
  });

  it('S8: what is wrong is told after a redirect, beside what was typed, and Back finds it again', async () => {
    const { page } = await asked();
    const wrong = await visit(page, {
      answer: 'returned',
      reasonCode: 'remarks',
      reason: 'The load is <missing>.',
      daysToCure: 'many',
      step: 'check',
    });
    expect(wrong.status).toBe(303);
    for (const _ of ['at first', 'after Back']) {
      const { status, text } = await visit(wrong.to);
      expect([
        status,
        text.includes('The load is &lt;missing>.'),
        text.includes('Error: '),
        text.includes('many'),
      ]).toEqual([400, true, true, true]);
    }
    expect(wrong.to).not.toContain('missing');
  });

  it('S8: also what only the rules of its stage know is told on the check, before anything is sent', async () => {
    const { page, state } = await asked();
    const far = await visit(page, {
      answer: 'suspended',
      reasonCode: 'supplier-late',
      reason: 'Late.',
      until: '2030-01-01',
      step: 'check',
    });
    expect([far.status, (await visit(far.to)).status, (await state())?.state]).toEqual([303, 400, 'open']);
  });

  it('S4: keeps what was typed while documents are added, and leads back to it', async () => {
    const { page } = await asked();
    const away = await visit(page, { ...refusal, then: 'documents' });
    expect(away).toMatchObject({
      status: 303,
      to: `${page}/documents?${new URLSearchParams({ back: `${page}?answer=refused` }).toString()}`,
    });
    const documents = await visit(away.to);
    expect(documents.text).toContain('Go on to the answer');
    expect(documents.text).toContain(`href="${page}?answer=refused"`);
    expect((await visit(`${page}?answer=refused`)).text).toContain('1. The substation is full.\n2. No &lt;feeder>');
    // Another answer begins empty, another link knows nothing of it.
    expect((await visit(`${page}?answer=returned`)).text).not.toContain('The substation is full');
    const other = await asked();
    expect((await visit(`${other.page}?answer=refused`)).text).not.toContain('The substation is full');
  });

  it('A26: half of it is saved for another day, by a button that says until when and by which link', async () => {
    const { page, state } = await asked();
    expect((await visit(`${page}?answer=refused`)).text).toMatch(
      /What you have entered is kept until \d+ \w+ \d{4}\. To go on, open this page with the same link[^]*Save and go on later/,
    );
    const saved = await visit(page, { answer: 'refused', reason: 'The substation is', step: 'save' });
    expect(saved).toMatchObject({ status: 303, to: `${page}?answer=refused&saved` });
    const told = await visit(saved.to);
    expect([told.status, told.text.includes('Saved, not sent.'), told.text.includes('Error: ')]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await visit(`${page}?answer=refused`)).text).toContain('The substation is');
    expect((await state())?.state).toBe('open');
  });

  it('X52: a text of 40,000 letters comes back with what is wrong beside it', async () => {
    const { page } = await asked();
    const reason = 'ә'.repeat(40_000);
    const long = await visit(page, { ...refusal, reason, step: 'check' });
    expect([long.status, long.text.includes(`${reason}</textarea>`), long.text.includes('id="reason-error"')]).toEqual([
      400,
      true,
      true,
    ]);
  });

  it('X51: sent twice, at once and later, has arrived each time', async () => {
    const { page, state } = await asked();
    const both = await Promise.all([
      visit(page, { ...refusal, step: 'send' }),
      visit(page, { ...refusal, step: 'send' }),
    ]);
    const later = await visit(page, { ...refusal, step: 'send' });
    expect([...both, later].map(({ status, to }) => [status, to])).toEqual([1, 2, 3].map(() => [303, `${page}?done`]));
    expect((await state())?.answer?.outcome).toBe('refused');
    const other = await visit(page, { ...refusal, reason: 'Something else.', step: 'send' });
    expect(other).toMatchObject({ status: 303, to: `${page}?answer=refused&check` });
    for (const _ of ['at first', 'after Back']) {
      const { status, text } = await visit(other.to);
      expect([status, text.includes('Something else.'), text.includes('The substation is full.')]).toEqual([
        409,
        true,
        true,
      ]);
    }
  });
});

describe('the answer of an investor', () => {
  const cure = async () => {
    const given = await asked();
    await visit(given.page, {
      answer: 'returned',
      reasonCode: 'remarks',
      reason: 'The load is missing.',
      daysToCure: '5',
      step: 'send',
    });
    await host.settle();
    const { assignmentId } = openOne(await host.project(given.projectId), 'cure', 'power');
    return { ...given, form: `/l/${given.track}/answer/${assignmentId}` };
  };

  it('D16: a correction sent twice has arrived twice, and is one', async () => {
    const { form, track, projectId } = await cure();
    const first = await visit(form, { note: 'The load is added.' });
    const { version } = await host.project(projectId);
    const again = await visit(form, { note: 'The load is added.' });
    expect([first, again].map(({ status, to }) => [status, to])).toEqual(
      [1, 2].map(() => [303, `/l/${track}?done=sent`]),
    );
    expect((await host.project(projectId)).version).toBe(version);
    const api = await host.ask(`/api/links/${track}/correction`, { body: { note: 'The load is added.' } });
    expect(api.status).toBe(200);
  });

  it('S4: keeps its words while documents are added; S8: and tells what is wrong after a redirect', async () => {
    const { form, track } = await cure();
    const away = await visit(form, { note: 'Half a sen', then: 'documents' });
    expect(away).toMatchObject({
      status: 303,
      to: `/l/${track}/documents?${new URLSearchParams({ back: form }).toString()}`,
    });
    expect((await visit(form)).text).toContain('Half a sen');
    const empty = await visit(form, { note: '' });
    expect(empty).toMatchObject({ status: 303, to: `${form}?check` });
    expect((await visit(empty.to)).status).toBe(400);
  });

  it('S8: an obstacle is checked and mended by pages that can be gone back to', async () => {
    const { track } = await asked();
    const form = `/l/${track}/obstacles`;
    const report = { about: 'line:power', words: 'No answer\nsince May.' };
    const wrong = await visit(form, { about: 'line:power', words: '', step: 'check' });
    expect([wrong.status, (await visit(wrong.to)).status]).toEqual([303, 400]);
    const right = await visit(form, { ...report, step: 'check' });
    expect((await visit(right.to)).text).toContain('value="send"');
    expect(await visit(form, { ...report, step: 'mend' })).toMatchObject({ status: 303, to: form });
    expect((await visit(form)).text).toContain('No answer\nsince May.');
    expect(await visit(form, { ...report, step: 'send' })).toMatchObject({
      status: 303,
      to: `/l/${track}?done=raised`,
    });
    expect((await visit(form)).text).not.toContain('since May.');
  });
});

it('S8: a page of the letter says what is wrong after a redirect, in any language', async () => {
  const { to } = await visit('/letter', {});
  const wrong = await visit(to, {
    zoneId: 'aqtobe',
    'company.country': 'KZ',
    'company.name': 'Plant <one>',
    'company.number': '12',
  });
  expect(wrong).toMatchObject({ status: 303, to: `${to}?tried` });
  for (const address of [wrong.to, wrong.to, `${wrong.to}&lang=kk`]) {
    const { status, text } = await visit(address);
    expect([status, text.includes('Plant &lt;one>'), text.includes('govuk-error-summary')]).toEqual([400, true, true]);
  }
  const check = to.replace(/company$/, 'check');
  const unready = await visit(check, { consent: 'true' });
  expect(unready).toMatchObject({ status: 303, to: `${check}?tried&agreed` });
  expect((await visit(unready.to)).text).toMatch(/govuk-error-summary[^]*checked/);
});

describe('a form of the office whose session is over', () => {
  const decision = {
    outcome: 'returned',
    reasonCode: 'remarks',
    reason: 'Typed for <an hour>\nand not lost.',
    daysToCure: '5',
    step: 'check',
  };
  const send = async (path: string, cookie: string, fields?: Fields) => {
    const answer = await fetch(host.endpoints.site + path, {
      redirect: 'manual',
      headers: { cookie: `__Host-lang=en; ${cookie}` },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    return {
      status: answer.status,
      to: answer.headers.get('location') ?? '',
      text: await answer.text(),
      cookie:
        answer.headers
          .getSetCookie()
          .find((one) => one.startsWith('__Host-typed'))
          ?.split(';')[0] ?? '',
    };
  };
  const page = async () => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    return `/office/assignments/${openOne(await host.project(projectId), 'office-decision').assignmentId}`;
  };

  it('X33: is given back after signing in, to this browser alone, and goes on from there', async () => {
    const path = await page();
    const lost = await send(path, '', { ...decision, 'form-token': 'of a session that ended' });
    const to = `${path}?typed`;
    expect([lost.status, lost.to]).toEqual([303, `/sign-in?to=${encodeURIComponent(to)}`]);
    const session = await cookieOf(host, 'officer');
    expect((await send(to, session)).text).not.toContain('Typed for');
    const back = await send(to, `${session}; ${lost.cookie}`);
    for (const part of ['Your session had ended', 'Typed for &lt;an hour>\nand not lost.', 'name="reason"'])
      expect(back.text).toContain(part);
    // Somebody who may not see the page is given nothing, in the same browser.
    expect((await send(to, `${await cookieOf(host, 'officer-kokand')}; ${lost.cookie}`)).text).not.toContain(
      'Typed for',
    );
    const sent = await send(path, session, { ...decision, 'form-token': formTokenIn(back.text) ?? '' });
    expect(sent).toMatchObject({ status: 303, to: `${path}?outcome=returned&check` });
    expect((await send(sent.to, session)).text).toContain('Typed for &lt;an hour>');
  });

  it('X33: is nobody’s any longer once somebody has signed out of this browser', async () => {
    const session = await cookieOf(host, 'officer');
    const proof = formTokenIn((await send(await page(), session)).text) ?? '';
    const lost = await send(await page(), '', { ...decision, 'form-token': 'of a session that ended' });
    const out = await send('/sign-out', `${session}; ${lost.cookie}`, { 'form-token': proof });
    expect([out.to, out.cookie]).toEqual(['/sign-in?out', '__Host-typed=']);
  });

  it('X33: that another tab has begun anew is shown once more, and nothing is done before it is sent again', async () => {
    const path = await page();
    const stale = await send(path, await cookieOf(host, 'officer'), { ...decision, 'form-token': 'a'.repeat(43) });
    expect([
      stale.status,
      stale.text.includes('Typed for &lt;an hour>'),
      formTokenIn(stale.text) !== undefined,
    ]).toEqual([403, true, true]);
  });

  it('X33: keeps nothing for a form of another site', async () => {
    const answer = await fetch(host.endpoints.site + (await page()), {
      redirect: 'manual',
      method: 'POST',
      body: new URLSearchParams(decision),
      headers: { origin: 'https://elsewhere.example.org' },
    });
    expect([answer.headers.get('location'), answer.headers.getSetCookie()]).toEqual(['/sign-in', []]);
  });
});
