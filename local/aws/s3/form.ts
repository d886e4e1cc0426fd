import { ByteReader } from './byte-reader.ts';
import { S3Fault } from './faults.ts';

export interface Form {
  /** By name in lower case, as S3 compares them. */
  readonly fields: ReadonlyMap<string, string>;
  /** The bytes of the part named `file`; throws when the form ends without its end. */
  readonly file: AsyncIterable<Buffer>;
}

/** What all fields together may be long, and the head of one part. Source: S3 API reference, "POST Object". */
const mostFields = 20_000;
const mostHead = 4_000;
/** The parser's own mark before the first boundary, which then is like all others. */
const lineEnd = '\r\n';

const malformed = (): S3Fault =>
  new S3Fault('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');

/** S3 ignores what comes after the file. Throws MalformedPOSTRequest; InvalidArgument: no file, or a field twice. */
export async function readForm(contentType: string | undefined, body: AsyncIterable<Buffer>): Promise<Form> {
  const boundary = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s";,]{1,70}))/i.exec(
    contentType ?? '',
  );
  if (!boundary) throw malformed();
  const mark = `${lineEnd}--${boundary[1] ?? boundary[2] ?? ''}`;
  const reader = new ByteReader(withLineEnd(body));
  if ((await reader.until(mark, 0)) === undefined) throw malformed();
  const fields = new Map<string, string>();
  for (let left = mostFields; ;) {
    const name = await partName(reader);
    if (name === 'file') return { fields, file: fileOf(reader, mark) };
    const value = await reader.until(mark, left);
    if (!value)
      throw left < mostFields
        ? new S3Fault('MalformedPOSTRequest', 'The fields of your POST request are too long or do not end.')
        : malformed();
    left -= value.length + name.length;
    if (fields.has(name)) throw new S3Fault('InvalidArgument', `POST requires exactly one ${name} field.`);
    fields.set(name, value.toString('utf8'));
  }
}

async function* withLineEnd(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from(lineEnd);
  yield* body;
}

async function partName(reader: ByteReader): Promise<string> {
  const rest = (await reader.until(lineEnd, 2))?.toString('latin1');
  if (rest === '--') throw new S3Fault('InvalidArgument', 'POST requires exactly one file upload per request.');
  if (rest !== '') throw malformed();
  const head = (await reader.until('\r\n\r\n', mostHead))?.toString('utf8');
  const name = /^content-disposition:\s*form-data\s*;[^\r\n]*?\bname="([^"\r\n]*)"/im.exec(head ?? '')?.[1];
  if (name === undefined) throw malformed();
  return name.toLowerCase();
}

async function* fileOf(reader: ByteReader, mark: string): AsyncGenerator<Buffer> {
  if (!(yield* reader.before(mark))) throw malformed();
}
