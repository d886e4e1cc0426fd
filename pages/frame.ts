import type { Language } from '#core/kernel/common.ts';
import type { OfficeContact } from '#core/reference/reference.ts';
import type { FrameTexts } from '#core/texts/areas/frame.ts';

export interface Frame {
  readonly language: Language;
  readonly words: FrameTexts;
  /** Path and query of this page, without `lang`: where the language links lead. */
  readonly here: string;
  /** For somebody who came by a link: whom to turn to. */
  readonly office?: OfficeContact;
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

export const formTokenField = 'form-token';
