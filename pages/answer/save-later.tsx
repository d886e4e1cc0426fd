import type { JSX } from 'preact';
import { dateText, fill } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { Notification } from '../components/facts.tsx';
import { Button } from '../components/form.tsx';
import type { Frame } from '../frame.ts';

interface Props {
  readonly frame: Frame;
  /** The last day on which what was typed is there. */
  readonly keptUntil: string;
}

export function SaveLater({ frame, keptUntil }: Props): JSX.Element {
  const { button, text } = trackingTexts(frame.language).later;
  return (
    <div>
      <p class="govuk-body">{fill(text, { date: dateText(frame.language, keptUntil) })}</p>
      <Button kind="secondary" name="step" value="save">
        {button}
      </Button>
    </div>
  );
}

export const Saved = ({ frame, keptUntil }: Props): JSX.Element => (
  <Notification frame={frame}>
    {fill(trackingTexts(frame.language).later.saved, { date: dateText(frame.language, keptUntil) })}
  </Notification>
);
