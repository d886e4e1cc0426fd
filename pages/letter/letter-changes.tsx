import type { JSX } from 'preact';
import type { CorrectionView, LetterField, LetterParts } from '#core/letter/letter-correction.ts';
import { fieldText } from '#core/texts/letter-field-text.ts';
import { correctionTexts } from '#core/texts/areas/correction.ts';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';

export function LetterChanges({
  frame,
  correction: { fields, was, now },
}: {
  readonly frame: Frame;
  readonly correction: CorrectionView;
}): JSX.Element {
  const { language, words } = frame;
  const { changes, fields: names } = correctionTexts(language);
  const cell = (letter: LetterParts, field: LetterField) => (
    <span class="said">{fieldText(language, letter, field) ?? words.notGiven}</span>
  );
  return (
    <Table
      frame={frame}
      caption={changes.caption}
      empty={changes.none}
      columns={[changes.field, changes.was, changes.now].map((text) => ({ text }))}
      rows={fields.map((field) => [names[field], cell(was, field), cell(now, field)])}
    />
  );
}
