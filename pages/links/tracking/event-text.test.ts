import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { textsOf } from '#core/texts/index.ts';
import { eventText } from './event-text.ts';

const nothing = { assignments: [], obstacles: [] };

describe.each(languages)('the end of a project in the investor’s log, in %s', (language) => {
  it.each(['rejected', 'withdrawn', 'terminated'] as const)('%s stands within its sentence as a word of it', (as) => {
    const text = eventText(
      language,
      { at: 0, body: { type: 'ended', as } } as unknown as Parameters<typeof eventText>[1],
      nothing,
    );
    const ending = textsOf(language).endings[as];
    expect(text).not.toContain(ending);
    expect(text.toLowerCase()).toContain(ending.toLowerCase());
  });
});
