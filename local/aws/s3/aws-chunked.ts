import { ByteReader } from './byte-reader.ts';
import { S3Fault } from './faults.ts';

const mostLine = 1_000;

const incomplete = (): S3Fault => new S3Fault('IncompleteBody', 'The request body terminated unexpectedly');

/** Source: S3 user guide, `STREAMING-UNSIGNED-PAYLOAD-TRAILER`. `onTrailer`: of a header at the end, in lower case. */
export async function* fromChunks(
  body: AsyncIterable<Buffer>,
  onTrailer: (name: string, value: string) => void,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(body);
  const line = async (): Promise<string> => {
    const read = await reader.until('\r\n', mostLine);
    if (!read) throw incomplete();
    return read.toString('latin1');
  };
  for (;;) {
    const head = await line();
    const size = /^[0-9a-f]{1,8}$/i.test(head) ? Number.parseInt(head, 16) : undefined;
    if (size === undefined) throw new S3Fault('InvalidRequest', 'A chunk of the body has no size.');
    if (size === 0) break;
    if (!(yield* reader.next(size))) throw incomplete();
    if ((await line()) !== '') throw new S3Fault('InvalidRequest', 'A chunk of the body is longer than its size.');
  }
  for (let trailer = await line(); trailer !== ''; trailer = await line()) {
    const [name = '', value = ''] = trailer.split(/:(.*)/s);
    onTrailer(name.trim().toLowerCase(), value.trim());
  }
}
