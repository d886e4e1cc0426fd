import { openNotebook, readJson } from '../../kit/files.ts';

export interface ShardMark {
  /** The last sequence number dealt with; `undefined` before the first. */
  readonly after?: string;
  /** Closed and read to its end. */
  readonly finished?: boolean;
}

export interface Checkpoint {
  of(shardId: string): ShardMark;
  /** Saved soon: after a kill the last moments are read again. */
  save(shardId: string, mark: ShardMark): void;
  flush(): void;
}

/** A reader's marks on disk; those of another stream (the table was made anew) do not count. */
export function openCheckpoint(file: string, streamArn: string): Checkpoint {
  const saved = readJson(file);
  const shards: Record<string, ShardMark> = isSaved(saved) && saved.streamArn === streamArn ? saved.shards : {};
  const notebook = openNotebook(file);
  return {
    flush: notebook.flush,
    of: (shardId) => shards[shardId] ?? {},
    save(shardId, mark) {
      shards[shardId] = mark;
      notebook.note(JSON.stringify({ streamArn, shards }));
    },
  };
}

const isSaved = (value: unknown): value is { streamArn: string; shards: Record<string, ShardMark> } =>
  typeof value === 'object' && value !== null && 'streamArn' in value && 'shards' in value;
