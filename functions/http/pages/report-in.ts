import type { Language } from '#core/kernel/common.ts';
import { RaiseObstacleRequest } from '#core/obstacles/obstacle.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { aboutIn } from '#web/obstacles/raise-form.tsx';
import { check, type Checked, type Labels } from './check.ts';
import { present, textIn } from './values.ts';

/** The fields of a report put to its contract. */
export const reportIn = (fields: URLSearchParams): Checked<RaiseObstacleRequest> =>
  check(RaiseObstacleRequest, present({ about: aboutIn(textIn(fields, 'about')), words: textIn(fields, 'words') }));

/** The labels of those fields, for errors. */
export const reportLabels = (language: Language): Labels => ({ about: obstacleTexts(language).about, words: obstacleTexts(language).words });
