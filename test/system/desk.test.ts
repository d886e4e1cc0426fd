import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt, placeToCheck } from '#test/support/place.ts';
import { visitorOf, type PageVisitor } from '#test/support/staff-session.ts';
import { openOne } from '#test/support/walk.ts';

let host: TestHost;
let officer: PageVisitor;
let head: PageVisitor;
beforeAll(async () => {
  host = await openHost();
  officer = await visitorOf(host, 'officer');
  head = await visitorOf(host, 'head');
});
afterAll(() => host.close());

const company = (name: string, number: string, jobs = 10) => ({
  company: { country: 'KZ' as const, name, number },
  jobs,
});
const decisionIn = async (projectId: string) => openOne(await host.project(projectId), 'office-decision');
/** What a page of ours puts into the form of many. */
const valuesIn = (page: string): readonly string[] =>
  [...page.matchAll(/name="pick" value="([^"]*)"/g)].map(([, value = '']) => value);
const rowsIn = (page: string): readonly string[] => page.match(/<tr role="row" class="desk__row[\s\S]*?<\/tr>/g) ?? [];

describe('the work list', () => {
  it('has a row an assignment with what the office sorts by, in the order of any column, out of the index alone', async () => {
    await placeAt(host, 'contract-and-land', company('Zerno', '251140012347', 900));
    await placeAt(host, 'contract-and-land', company('Agat', '251140012358', 5));
    const byJobs = rowsIn((await officer.get('/office?zone=aqtobe&holder=office&sort=jobs&desc=true&lang=en')).text);
    expect(byJobs[0]).toContain('Zerno');
    const { text } = await officer.get('/office?zone=aqtobe&holder=office&sort=company&lang=en');
    const names = rowsIn(text).map((row) => /<a [^>]*>([^<]*)/.exec(row)?.[1] ?? '');
    expect(names).toEqual(names.toSorted((a, b) => new Intl.Collator('en').compare(a, b)));
    expect(text).toMatch(/aria-sort="ascending"[^>]*><a[^>]*>Company/);
    const { Items = [], ConsumedCapacity } = await host.table.send(
      new QueryCommand({
        TableName: host.endpoints.tableName,
        IndexName: 'byWork',
        KeyConditionExpression: 'workPk = :pk',
        ExpressionAttributeValues: { ':pk': 'WORK#aqtobe' },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    const bytes = Items.map((item) => Buffer.byteLength(JSON.stringify(item)));
    expect(Math.max(...bytes), JSON.stringify(ConsumedCapacity)).toBeLessThan(2000);
    expect(Items.every((item) => Object.keys(item).toSorted().join() === 'PK,SK,company,workPk,workRow,workSk')).toBe(
      true,
    );
  });

  it('keeps a filter of its reader’s by name, leads to it, forgets it', async () => {
    await officer.post('/office/filters', { query: 'zone=aqtobe&holder=office&standing=ready', name: 'Ready now' });
    const page = (await officer.get('/office?zone=aqtobe&lang=en')).text;
    expect(page).toMatch(/href="\/office\?zone=aqtobe&amp;holder=office&amp;standing=ready">Ready now/);
    expect((await head.get('/office?zone=aqtobe&lang=en')).text).not.toContain('Ready now');
    const [, filterId = ''] = /name="forget" value="([^"]*)"/.exec(page) ?? [];
    await officer.post('/office/filters', { query: 'zone=aqtobe', forget: filterId });
    expect((await officer.get('/office?zone=aqtobe&lang=en')).text).not.toContain('Ready now');
  });

  it('marks what changed since one looked last', async () => {
    const visitor = await visitorOf(host, 'officer-turkistan');
    expect((await visitor.get('/office?zone=turkistan&lang=en')).text).not.toContain('desk__mark--new');
    await host.advance('P1D');
    await host.submit({ zoneId: 'turkistan', ...company('Newcomer', '251140012381') });
    await host.settle();
    const { text } = await visitor.get('/office?zone=turkistan&lang=en');
    expect(rowsIn(text).filter((row) => row.includes('desk__mark--new'))).toEqual([
      expect.stringContaining('Newcomer'),
    ]);
    expect(text).toContain('Changed since you last looked: 1');
  });
});

describe('what is done with many rows', () => {
  it('take: looked at, done, told row by row; pressed twice it is done once', async () => {
    const placed = [
      await placeAt(host, 'contract-and-land', company('One', '251140012392')),
      await placeAt(host, 'contract-and-land', company('Two', '251140012402')),
    ];
    const ids = await Promise.all(placed.map(async ({ projectId }) => (await decisionIn(projectId)).assignmentId));
    const look = await officer.get(
      `/office/bulk?zone=aqtobe&do=take&lang=en${ids.map((id) => `&pick=${id}`).join('')}`,
    );
    expect(look.text).toContain('Take 2');
    expect(valuesIn(look.text).toSorted()).toEqual(ids.map((id) => `${id}||0`).toSorted());
    const press = () => officer.post('/office/bulk', { zone: 'aqtobe', do: 'take', pick: `${ids[0] ?? ''}||0` });
    const done = await press();
    expect(done.status).toBe(303);
    expect((await officer.get(`${done.location ?? ''}&lang=en`)).text).toContain('Done: 1');
    const { version } = await host.project(placed[0]?.projectId ?? '');
    await press();
    expect((await host.project(placed[0]?.projectId ?? '')).version).toBe(version);
    expect((await decisionIn(placed[0]?.projectId ?? '')).assignee).toBe('demo-officer');
  });

  it('give: the head gives all that a colleague has to another; what somebody took meanwhile is told and left', async () => {
    const { projectId } = await placeToCheck(host, company('Given', '251140012413'));
    const { assignmentId } = openOne(await host.project(projectId), 'document-check');
    await officer.post('/office/bulk', { zone: 'aqtobe', do: 'take', pick: `${assignmentId}||0` });
    const look = await head.get(`/office/bulk?zone=aqtobe&do=give&holder=office&worker=demo-officer&all-of=&lang=en`);
    expect(valuesIn(look.text)).toContain(`${assignmentId}|demo-officer|0`);
    const lost = await head.post('/office/bulk', {
      zone: 'aqtobe',
      do: 'give',
      to: 'demo-head',
      pick: `${assignmentId}||0`,
    });
    expect((await head.get(`${lost.location ?? ''}&lang=en`)).text).toContain('another colleague works on it');
    await head.post('/office/bulk', {
      zone: 'aqtobe',
      do: 'give',
      to: 'demo-head',
      pick: `${assignmentId}|demo-officer|0`,
    });
    expect(openOne(await host.project(projectId), 'document-check').assignee).toBe('demo-head');
  });

  it('send again: each email once, however often the form is sent', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', company('Sent', '251140012424'));
    const { assignmentId } = openOne(await host.project(projectId), 'technical-condition', 'power');
    const before = (await host.mailOf(projectId)).length;
    const press = () => officer.post('/office/bulk', { zone: 'aqtobe', do: 'send-again', pick: `${assignmentId}||0` });
    await press();
    await press();
    await host.settle();
    expect(await host.mailOf(projectId)).toHaveLength(before + 1);
  });

  it('nobody of another zone does anything, and says so for each', async () => {
    const { projectId } = await placeAt(host, 'contract-and-land', company('Guarded', '251140012435'));
    const { assignmentId } = await decisionIn(projectId);
    const stranger = await visitorOf(host, 'officer-turkistan');
    const done = await stranger.post('/office/bulk', { zone: 'turkistan', do: 'take', pick: `${assignmentId}||0` });
    expect((await stranger.get(`${done.location ?? ''}&lang=en`)).text).toContain('Could not be done');
    expect((await decisionIn(projectId)).assignee).toBeUndefined();
  });

  it('a file of exactly the ticked rows, or of all', async () => {
    const { projectId } = await placeAt(host, 'contract-and-land', company('=Evil', '251140012446'));
    const { assignmentId } = await decisionIn(projectId);
    const one = (await officer.get(`/office/work.csv?zone=aqtobe&holder=office&pick=${assignmentId}&lang=ru`)).text;
    expect(one.trim().split('\r\n')).toHaveLength(2);
    expect(one).toContain("'=Evil");
    const list = (await officer.get('/office?zone=aqtobe&holder=office&lang=en')).text;
    const [, count = ''] = /Rows: (\d+)/.exec(list) ?? [];
    const all = (await officer.get('/office/work.csv?zone=aqtobe&holder=office&lang=ru')).text;
    expect(all.trim().split('\r\n')).toHaveLength(Number(count) + 1);
  });
});

describe('the head’s desk', () => {
  it('leads from each figure to the rows behind it, which are as many', async () => {
    await placeToCheck(host, company('Council', '251140012457'));
    const { text } = await head.get('/office/desk?zone=aqtobe&lang=en');
    const figures = [...text.matchAll(/href="(\/office\?[^"]*)">(\d+)</g)];
    expect(figures.length).toBeGreaterThan(3);
    for (const [, href = '', figure = ''] of figures) {
      const list = (await head.get(`${href.replaceAll('&amp;', '&')}&lang=en`)).text;
      expect(list, href).toContain(`Rows: ${figure}`);
    }
  });
});
