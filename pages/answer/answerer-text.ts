import type { Language } from '#core/kernel/common.ts';
import { textsOf } from '#core/texts/index.ts';
import type { Answerer } from '#core/stages/answerer.ts';

export function answererText(language: Language, { kind, names, person, company }: Answerer): string {
  const named = [person, company].filter((one) => one !== undefined).join(', ');
  return (names?.[language] ?? named) || textsOf(language).holders[kind];
}
