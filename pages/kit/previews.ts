import type { Email } from '#core/kernel/ports.ts';
import { languageTags } from '#core/texts/index.ts';
import type { EmailPreview } from '#pages/components/email-previews.tsx';

export const previewsOf = (emails: readonly Email[]): readonly EmailPreview[] =>
  emails.map(({ to, subject, text, language }) => ({ to, subject, text, lang: languageTags[language] }));
