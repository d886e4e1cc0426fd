import type { ComponentChildren, JSX } from 'preact';
import { largestBytes } from '#core/documents/document-kind.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import names from '../assets/names.json' with { type: 'json' };
import type { Frame } from '../frame.ts';

const noRoom = ({ language }: Frame): string => {
  const { title, next } = problemTextsOf(language).problems['no-room'];
  return `${title}. ${next}`;
};

const severalWords = ({ language }: Frame) => {
  const { several, sizes, form } = documentPageTexts(language);
  const { choose, twice, partly, which, chosen, going, uploaded, remove } = several;
  return { choose, twice, partly, which, chosen, going, uploaded, remove, ...sizes, kind: form.kind };
};

/** The forms inside are helped by the script for uploads, which takes its words from here. */
export const UploadScript = ({
  frame,
  children,
}: {
  readonly frame: Frame;
  readonly children: ComponentChildren;
}): JSX.Element => (
  <div
    data-uploads={JSON.stringify({
      ...documentPageTexts(frame.language).way,
      ...severalWords(frame),
      noRoom: noRoom(frame),
      most: largestBytes,
      error: frame.words.error,
    })}
  >
    {children}
    <script src={`/assets/${names.upload}`} defer />
  </div>
);
