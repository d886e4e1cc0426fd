import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { openOne } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ undoSeconds: 30 });
});
afterAll(() => host.close());

const undoForm = /action="\/office\/projects\/[^"/]+\/undo"/;

/** A letter that an officer approves on its page, up to where that leads. */
async function approved() {
  const placed = await placeAt(host, 'letter-of-intent');
  const { assignmentId } = openOne(await host.project(placed.projectId), 'office-decision');
  const officer = await visitorOf(host, 'officer');
  const page = `/office/assignments/${assignmentId}`;
  const version = String((await host.project(placed.projectId)).version);
  const sent = await officer.post(page, { outcome: 'approved', step: 'send', version });
  expect(sent).toMatchObject({ status: 303, location: `/office/projects/${placed.projectId}?done=answered` });
  const { text, location } = await officer.get(sent.location ?? '');
  const shown = location === null ? text : (await officer.get(location)).text;
  const undo = (as = officer) =>
    as.post(`/office/projects/${placed.projectId}/undo`, { version: String(Number(version) + grown) });
  const grown = (await host.project(placed.projectId)).version - Number(version);
  return { ...placed, officer, shown, undo };
}
const emails = async (projectId: string) => (await host.mailOf(projectId)).filter(({ to }) => to.startsWith('plant-'));

it('nothing goes out while a decision can be taken back; then everything does', async () => {
  const { projectId, shown, undo } = await approved();
  expect(shown).toMatch(undoForm);
  await host.settle();
  expect(await emails(projectId)).toEqual([]);
  expect((await host.project(projectId)).phase).toBe('entering');
  await host.advance('PT31S');
  expect((await emails(projectId)).length).toBeGreaterThan(0);
  expect((await host.project(projectId)).stage).toBe('council-approval');
  expect((await host.project(projectId)).phase).toBe('open');
  expect((await undo()).location).toMatch(/done=too-late$/);
});

it('a decision taken back is none: not for the investor, not for the workflow', async () => {
  const { projectId, track, officer, undo } = await approved();
  const head = await visitorOf(host, 'head');
  expect((await undo(head)).location).toMatch(/done=too-late$/);
  const back = await undo();
  expect(back.location).toBe(`/office/projects/${projectId}?done=undone`);
  expect((await officer.get(back.location ?? '')).status).toBe(200);
  await host.advance('PT31S');
  expect(await emails(projectId)).toEqual([]);
  const project = await host.project(projectId);
  expect([project.stage, project.phase]).toEqual(['letter-of-intent', 'open']);
  expect((await (await visitorOf(host)).get(`/l/${track}`)).text).not.toContain('council-approval');
  expect((await officer.get(`/office/projects/${projectId}/history?lang=en`)).text).toContain('taken back');
  const { assignmentId } = openOne(project, 'office-decision');
  const again = { outcome: 'approved', step: 'send', version: String(project.version) };
  expect((await officer.post(`/office/assignments/${assignmentId}`, again)).status).toBe(303);
  await host.advance('PT31S');
  expect((await host.project(projectId)).stage).toBe('council-approval');
});
