import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentList } from '#core/documents/document-views.ts';
import type { ProjectView } from '#core/api/views.ts';
import { checkFolder } from '#local/folder/check/index.ts';
import { readRunning } from '#local/folder/check/executions.ts';
import { takeMoment } from '#local/folder/moment.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { folderCommand } from '#test/support/folder-command.ts';
import { letterOf, openHost, type TestHost } from '#test/support/host.ts';

/** Found nowhere else: what must be gone afterwards. */
const person = { name: 'Qanat Erasable', email: 'qanat.erasable@example.org', phone: '+7 701 555 4433' };
const company = 'Erasable Greenhouses';
const instructed = 'Ring the widow of the owner.';
const told = 'Her brother is ill, says the note.';

let host: TestHost;
let ended: string;
let going: string;
beforeAll(async () => {
  host = await openHost();
  const { contact } = letterOf();
  const letter = {
    contact: { ...contact, ...person },
    company: { country: 'KZ' as const, name: company, number: '990101000001' },
  };
  ended = (await host.submit(letter)).projectId;
  going = (await host.submit()).projectId;
  await host.settle();
  await host.ask(`/api/projects/${ended}/notes`, { as: 'officer', body: { text: told, shared: true } });
  await host.settle();
  const protocol = '/office/headquarters?zone=aqtobe&view=protocol';
  const secretary = await visitorOf(host, 'officer');
  const { status } = await secretary.post(protocol, {
    ...{ version: /name="version" value="(\d+)"/.exec((await secretary.get(protocol)).text)?.[1] ?? '' },
    ...{ action: 'instruct', on: '2025-12-12', responsible: 'party:aqtobe-power', deadline: '2025-12-24' },
    ...{ text: instructed, project: (await host.project(ended)).number },
  });
  expect(status).toBe(303);
});
afterAll(async () => {
  await host.close();
});

/** All that the folder's table, emails and files say. */
function everything(): string {
  const { moment } = takeMoment(host.dataDir, () => undefined);
  try {
    const items = moment
      .store('table.sqlite')
      .prepare('SELECT item_json FROM zholkarta')
      .all()
      .map((row) => String(row['item_json']));
    const mail = readdirSync(join(host.dataDir, 'mail')).map((name) =>
      readFileSync(join(host.dataDir, 'mail', name), 'utf8'),
    );
    readRunning(moment.store('executions.sqlite'));
    return [...items, ...mail].join('\n');
  } finally {
    moment.close();
  }
}

describe('S15: erasing what names a person', () => {
  it('S15: is refused while the project is on its path, and says what to do', async () => {
    const { code, err } = await folderCommand(host.dataDir, 'erase', person.email);
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringContaining(`nothing erased: ${ended}`) as string,
    });
    expect(everything()).toContain(person.name);
    expect(await folderCommand(host.dataDir, 'erase', 'nobody')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no project') as string,
    });
  });

  it('S15: reaches contact, notes, emails and the words of search; the log tells it, once, and leads to the state', async () => {
    await host.ask(`/api/projects/${ended}/withdraw`, {
      as: 'head',
      body: { reasonCode: 'not-started', reason: told },
    });
    await host.settle();
    const words = [person.name, person.email, person.phone, told, instructed, company, '990101000001'];
    for (const word of words) expect(everything(), word).toContain(word);
    expect(await folderCommand(host.dataDir, 'erase', person.email, '--company')).toMatchObject({
      code: 0,
      err: expect.stringContaining('1 projects') as string,
    });
    for (const word of [...words, 'erasable'])
      expect(everything().toLowerCase().includes(word.toLowerCase()), word).toBe(false);
    expect(await folderCommand(host.dataDir, 'erase', ended, '--company')).toMatchObject({ code: 0 });
    const { body } = await host.ask<{ entries: readonly { body: { type: string } }[] }>(
      `/api/projects/${ended}/events?limit=100`,
      { as: 'officer' },
    );
    expect(body.entries.filter((event) => event.body.type === 'personal-data-erased')).toHaveLength(1);
    expect((await checkFolder(host.dataDir)).filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  it('S15: the pages of the project still open, for the office and by the link; others are untouched', async () => {
    const view = await host.ask<ProjectView>(`/api/projects/${ended}`, { as: 'officer' });
    expect(view).toMatchObject({ status: 200 });
    expect(view.body.contact).toBeUndefined();
    for (const part of ['events?limit=100', 'emails', 'notes?limit=10'])
      expect((await host.ask(`/api/projects/${ended}/${part}`, { as: 'officer' })).status, part).toBe(200);
    expect((await host.ask<ProjectView>(`/api/projects/${going}`, { as: 'officer' })).body.contact?.name).toBeDefined();
    expect((await host.ask('/api/projects?zone=aqtobe&limit=100', { as: 'officer' })).status).toBe(200);
  });

  it('S15: takes the documents too when told so', async () => {
    const listed = await host.ask<DocumentList>(`/api/projects/${ended}/documents`, { as: 'officer' });
    expect(listed).toMatchObject({ status: 200 });
    const there = listed.body.documents.find(({ versions }) => versions.length > 0);
    const content = () =>
      host.ask(`/api/projects/${ended}/documents/${String(there?.documentId)}/${String(there?.versions[0]?.version)}`, {
        as: 'officer',
      });
    expect((await content()).status).toBe(200);
    expect(await folderCommand(host.dataDir, 'erase', ended, '--documents')).toMatchObject({ code: 0 });
    expect((await content()).status).toBe(404);
    expect((await checkFolder(host.dataDir)).filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  it('S15: who was shown a contact stands in the log, by ids', async () => {
    await host.ask(`/api/projects/${going}`, { as: 'officer' });
    await host.ask(`/api/projects/${going}`, { as: 'leadership' });
    await host.settle();
    const read = readFileSync(join(host.dataDir, 'host.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"contact-read"'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(read.filter(({ projectId }) => projectId === going)).toEqual([
      expect.objectContaining({ personId: 'demo-officer' }),
      expect.objectContaining({ personId: 'demo-officer' }),
    ]);
  });
});
