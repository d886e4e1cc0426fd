/** The mark moves only over what is finished without a gap: a start from it repeats, but leaves nothing out. */
export interface Progress<Mark> {
  /** Takes the next piece of work; the returned function says it is finished. */
  take(mark: Mark): () => void;
  readonly open: number;
}

export function trackProgress<Mark>(onMark: (mark: Mark) => void): Progress<Mark> {
  const taken: { readonly mark: Mark; finished: boolean }[] = [];
  let open = 0;
  return {
    take(mark) {
      const piece = { mark, finished: false };
      taken.push(piece);
      open += 1;
      return () => {
        if (piece.finished) return;
        piece.finished = true;
        open -= 1;
        const stop = taken.findIndex(({ finished }) => !finished);
        const passed = taken.splice(0, stop < 0 ? taken.length : stop);
        const last = passed.at(-1);
        if (last) onMark(last.mark);
      };
    },
    get open() {
      return open;
    },
  };
}
