export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** What stands before a mark, which is passed over; `undefined` when the mark does not come within `most` bytes. */
  async until(mark: string, most: number): Promise<Buffer | undefined> {
    for (let from = 0; ;) {
      const at = this.#held.indexOf(mark, from);
      if (at >= 0) return at > most ? undefined : this.#take(at, mark.length);
      if (this.#held.length > most + mark.length) return undefined;
      from = Math.max(0, this.#held.length - mark.length + 1);
      if (!(await this.#more())) return undefined;
    }
  }

  /** All before a mark, as it comes; the mark is passed over. Returns whether it came. */
  async *before(mark: string): AsyncGenerator<Buffer, boolean> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        if (at > 0) yield this.#take(at, mark.length);
        else this.#take(0, mark.length);
        return true;
      }
      // A mark may have begun at the end of what is here.
      const sure = this.#held.length - mark.length + 1;
      if (sure > 0) yield this.#take(sure, 0);
      if (!(await this.#more())) return false;
    }
  }

  /** So many bytes, as they come. Returns whether all came. */
  async *next(count: number): AsyncGenerator<Buffer, boolean> {
    let left = count;
    while (left > 0) {
      if (this.#held.length === 0 && !(await this.#more())) return false;
      const part = this.#take(Math.min(left, this.#held.length), 0);
      left -= part.length;
      yield part;
    }
    return true;
  }

  #take(count: number, over: number): Buffer {
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count + over);
    return taken;
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done) return false;
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }
}
