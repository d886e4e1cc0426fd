import type { Language } from '../contracts/common.ts';

/** A label and its value. */
export interface Row {
  readonly label: string;
  readonly value: string;
  /** What the reader must not miss. */
  readonly strong?: boolean;
}

export interface ListEntry {
  readonly text: string;
  readonly url?: string | undefined;
}

/** An email before it becomes text and HTML: plain words in reading order, nothing escaped yet. */
export interface Letter {
  readonly language: Language;
  readonly zone: string;
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly Row[];
  /** What somebody wrote: line breaks are kept. */
  readonly quotes: readonly { readonly label: string; readonly text: string }[];
  readonly lists: readonly { readonly title: string; readonly entries: readonly ListEntry[]; readonly more?: string | undefined }[];
  readonly action?: { readonly label: string; readonly url: string; readonly copyAddress: string } | undefined;
  readonly closing: readonly string[];
}
