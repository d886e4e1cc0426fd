import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodAnswer } from '#local/demo/answers.ts';
import { draftUpTo } from '#test/browser/pages/letter-draft.ts';
import { folderCommand, type Said } from '#test/support/folder-command.ts';
import { newFolder, openHost, type TestHost } from '#test/support/host.ts';
import { type Placed, placeAt } from '#test/support/place.ts';
import { answer, openKinds, openOne, today } from '#test/support/walk.ts';
import { writeExport } from './export.ts';
import type { ExportManifest } from './open-files.ts';
import { allOf, readTar, tarWriter } from './tar.ts';

type Files = ReadonlyMap<string, Buffer>;

async function read(path: string): Promise<Files> {
  const files = new Map<string, Buffer>();
  const bytes = (async function* () {
    yield await Promise.resolve(gunzipSync(readFileSync(path)));
  })();
  for await (const { name, content } of readTar(bytes)) files.set(name, await allOf(content));
  return files;
}
async function write(path: string, files: Files): Promise<void> {
  const chunks: Buffer[] = [];
  const archive = tarWriter((bytes) => Promise.resolve(void chunks.push(bytes)));
  for (const [name, content] of files) await archive.add(name, content.length, [content]);
  await archive.finish();
  writeFileSync(path, gzipSync(Buffer.concat(chunks)));
}
const manifestIn = (files: Files): ExportManifest => JSON.parse(String(files.get('manifest.json'))) as ExportManifest;
const linesOf = (files: Files, name: string): Record<string, unknown>[] =>
  String(files.get(name))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const above = newFolder();
const file = join(above, 'all.tar.gz');
const into = join(above, 'imported');
let first: TestHost;
let answering: Placed;
let made: Said;
let files: Files;
const erased = 'Zhanar Leaving';

beforeAll(async () => {
  first = await openHost();
  answering = await placeAt(first, 'design-documentation');
  await placeAt(first, 'council-approval');
  await first.submit();
  await draftUpTo(first.endpoints.site, 'utilities');
  const { projectId } = await first.submit({
    contact: { name: erased, email: 'zhanar.leaving@example.org', phone: '+7 701 555 4434', language: 'ru' },
  });
  await first.settle();
  await first.ask(`/api/projects/${projectId}/withdraw`, {
    as: 'head',
    body: { reasonCode: 'not-started', reason: 'They left.' },
  });
  await first.settle();
  expect(await folderCommand(first.dataDir, 'erase', projectId)).toMatchObject({ code: 0 });
  made = await folderCommand(first.dataDir, 'export', file);
  files = await read(file);
});
afterAll(async () => {
  await first.close();
  rmSync(above, { recursive: true, force: true });
});

describe('an export of a running host', () => {
  it('is one file of its owner, which says of each file in it what it is, how large, and its SHA-256', () => {
    expect(made).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const manifest = manifestIn(files);
    expect([...files.keys()].filter((name) => name !== 'README.md' && name !== 'manifest.json')).toEqual(
      manifest.files.map(({ name }) => name),
    );
    const readme = String(files.get('README.md'));
    expect(readme).toContain('personal data and secrets');
    for (const { name, bytes, sha256, count } of manifest.files) {
      const content = files.get(name) ?? Buffer.alloc(0);
      expect({ bytes, sha256 }, name).toEqual({
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
      if (name.endsWith('.jsonl')) expect(count, name).toBe(content.toString().split('\n').length - 1);
      if (!/^(mail|files\/contents)\//.test(name)) expect(readme, name).toMatch(new RegExp(`\`${name}\`.*[a-z]`));
    }
  });

  it('has projects, draft, people, executions, documents and emails as they are, and nothing of an erased person', () => {
    const keys = linesOf(files, 'table/project.jsonl').map(({ Item }) => (Item as { SK: { S: string } }).SK.S);
    expect(keys.filter((key) => key === 'STATE#PROJECT')).toHaveLength(4);
    expect(linesOf(files, 'table/draft.jsonl')).toHaveLength(1);
    expect(linesOf(files, 'table/person.jsonl').length).toBeGreaterThan(0);
    expect(linesOf(files, 'workflows/executions.jsonl').filter(({ status }) => status === 'RUNNING')).toHaveLength(3);
    const objects = linesOf(files, 'files/objects.jsonl');
    expect(objects.length).toBeGreaterThan(0);
    for (const { sha256 } of objects) expect(files.has(`files/contents/${String(sha256)}`)).toBe(true);
    expect([...files.keys()].some((name) => name.startsWith('mail/'))).toBe(true);
    for (const [name, content] of files) expect(content.includes(erased), name).toBe(false);
  });

  it('is not made of a folder that is not there', async () => {
    await expect(writeExport(join(newFolder(), 'nowhere'), () => Promise.resolve(), new Date())).rejects.toThrow(
      /^There is no .*nowhere: set DATA_DIR/,
    );
  });

  it('is never written over another file', async () => {
    const before = readFileSync(file);
    expect(await folderCommand(first.dataDir, 'export', file)).toMatchObject({ code: 1 });
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

const changed =
  (name: string, change: (content: Buffer) => Buffer | undefined) =>
  (path: string): Promise<void> =>
    write(
      path,
      new Map(
        [...files].flatMap(([one, content]): [string, Buffer][] => {
          const now = one === name ? change(content) : content;
          return now === undefined ? [] : [[one, now]];
        }),
      ),
    );
const manifestWith = (change: object) =>
  changed('manifest.json', (text) =>
    Buffer.from(JSON.stringify({ ...(JSON.parse(String(text)) as object), ...change })),
  );

describe('an import is refused with nothing written', () => {
  it.each<[string, (path: string) => Promise<void> | void, string]>([
    [
      'of a file cut short',
      (path) => (writeFileSync(path, readFileSync(file)), truncateSync(path, 20_000)),
      'unexpected end',
    ],
    [
      'where a word of an item is another',
      changed('table/project.jsonl', (text) => Buffer.from(String(text).replace('PROJECT#', 'PROJECT_'))),
      'damaged: table/project.jsonl',
    ],
    ['where a file is missing', changed('workflows/tokens.jsonl', () => undefined), 'damaged: workflows/tokens.jsonl'],
    ['without its manifest', changed('manifest.json', () => undefined), 'no manifest.json'],
    ['of another version of exports', manifestWith({ export: 2 }), 'made by another version (export 2'],
    ['of another format of folders', manifestWith({ format: 99 }), 'format 99'],
    ['where a file is not in the manifest', manifestWith({ files: [] }), 'does not name'],
    ['of something else', (path) => writeFileSync(path, 'not ours at all'), 'incorrect header'],
    ['of another archive', (path) => writeFileSync(path, gzipSync(Buffer.alloc(4_096, 'x'))), 'not an archive'],
    [
      'of a backup',
      (path) => write(path, new Map([['manifest.json', Buffer.from('{"backup":1}')]])),
      'not one of an export',
    ],
    [
      'where a file leads out of the folder',
      (path) => {
        const content = Buffer.from('{}');
        const sha256 = createHash('sha256').update(content).digest('hex');
        const one = { name: 'host/../../out.json', bytes: 2, sha256, count: 1 };
        const manifest = Buffer.from(JSON.stringify({ ...manifestIn(files), files: [one] }));
        return write(
          path,
          new Map([
            [one.name, content],
            ['manifest.json', manifest],
          ]),
        );
      },
      'which no export has',
    ],
  ])('%s', async (_, damage, words) => {
    const [damaged, refused] = [join(above, 'damaged.tar.gz'), join(above, 'refused')];
    await damage(damaged);
    const { code, err } = await folderCommand(refused, 'import', damaged);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining(words) as string });
    expect(existsSync(refused)).toBe(false);
  });

  it('into a folder that is not empty', async () => {
    const used = join(above, 'used');
    mkdirSync(used);
    writeFileSync(join(used, 'theirs'), 'x');
    expect(await folderCommand(used, 'import', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not empty') as string,
    });
    expect(readdirSync(used)).toEqual(['theirs']);
  });
});

describe('an empty folder filled from an export', () => {
  it('agrees with itself, holds its emails back, and exports the same again', async () => {
    expect(await folderCommand(into, 'import', file)).toMatchObject({
      code: 0,
      err: expect.stringContaining('HELD') as string,
    });
    const checked = await folderCommand(into, 'check');
    expect(checked.out).not.toContain('DIFFERS');
    expect(checked.code).toBe(0);
    const again = join(above, 'again.tar.gz');
    expect(await folderCommand(into, 'export', again)).toMatchObject({ code: 0 });
    expect(manifestIn(await read(again)).files).toEqual(manifestIn(files).files);
  });

  it('goes on: the link that was sent is answered, and what comes next opens', async () => {
    await first.host.close();
    const second = await openHost({ dataDir: into });
    try {
      const before = await second.project(answering.projectId);
      const asked = openOne(before, 'documentation');
      expect((await answer(second, asked, goodAnswer('documentation', await today(second)))).status).toBe(200);
      await second.settle();
      const after = await second.project(answering.projectId);
      expect(openKinds(after)).not.toContain('documentation');
      expect(openKinds(after).length).toBeGreaterThan(0);
      expect(openKinds(after)).not.toEqual(openKinds(before));
      const { projectId } = await second.submit();
      await second.settle();
      expect(await second.execution(projectId)).toBe('RUNNING');
      expect((await second.project(projectId)).number).not.toBe(before.number);
      const checked = await folderCommand(into, 'check');
      expect(checked.out).not.toContain('DIFFERS');
    } finally {
      await second.close();
    }
  });
});
