import type { FactName } from '../../stages/definition.ts';
import { en } from '../en/facts.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/facts.ts';
import { ru } from '../ru/facts.ts';
import { uzCyrl } from '../uz-cyrl/facts.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

export interface FactsTexts {
  readonly labels: Named<FactName>;
  readonly phase: Named<'name' | 'from' | 'to' | 'more'> & {
    /** `{number}` */
    readonly heading: string;
  };
  readonly hectares: string;
}

export const factsTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
