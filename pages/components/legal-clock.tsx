import type { JSX } from 'preact';
import type { LegalClockView } from '#core/api/views.ts';
import { countText } from '#core/texts/count-text.ts';
import { dateText, fill } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import type { Fact } from './facts.tsx';

/** By when the law wants some stages done together, and that nothing stops its clock. */
function LegalClock({ frame, legal }: { readonly frame: Frame; readonly legal: LegalClockView }): JSX.Element {
  const { language, words } = frame;
  const dated = (text: string, date: string): string => fill(text, { date: dateText(language, date) });
  const told = [
    dated(words.legal.until, legal.by),
    ...(legal.doneOn === undefined ? [] : [dated(words.legal.done, legal.doneOn)]),
    ...(legal.late > 0 ? [countText(language, words.lateBy, legal.late)] : []),
  ].join(', ');
  return (
    <>
      {legal.late > 0 ? <strong class="late">{told}</strong> : told}
      <br />
      {dated(words.legal.clocks[legal.clock], legal.from)} {words.legal.stands}
    </>
  );
}

export const legalFacts = (frame: Frame, legal: LegalClockView | undefined): readonly Fact[] =>
  legal === undefined ? [] : [{ term: frame.words.legal.term, value: <LegalClock frame={frame} legal={legal} /> }];
