import type { Language } from '#core/kernel/common.ts';
import type { FrameTexts } from '#core/texts/areas/frame.ts';

/** What every page knows beside its own matter: who reads it, in which language, where it is. */
export interface Frame {
  readonly language: Language;
  readonly words: FrameTexts;
  /** Path and query of this page, without `lang`: where the language links lead. */
  readonly here: string;
  /** Only for somebody who is signed in. */
  readonly staff?: StaffFrame;
}

export interface StaffFrame {
  /** The session's own proof that a form is ours; every form of staff carries it. */
  readonly formToken: string;
  readonly menu: readonly MenuEntry[];
}

export interface MenuEntry {
  readonly href: string;
  readonly text: string;
}

/** The name of the form field that carries the session's proof. */
export const formTokenField = 'form-token';
