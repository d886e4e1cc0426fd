import type { ProjectView } from '#core/api/views.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { seenNumber } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { contactAddress, projectAddress, trackingLinkAddress } from '../addresses.ts';

export interface ContactProps {
  readonly frame: Frame;
  readonly view: ProjectView;
}

export function contactSheet({ frame, view: { projectId, number, company, contact } }: ContactProps): Sheet {
  const words = handlingTexts(frame.language);
  const labels = officeTexts(frame.language).project;
  const { title, text: usual, button } = words.steps.contact;
  // Without an address there is no old one to speak of.
  const text = contact !== undefined && contact.email === undefined ? words.firstAddress : usual;
  const hasEmail = contact?.email !== undefined;
  const about = { title, text, caption: `${number} · ${company}` };
  return {
    frame,
    ...about,
    address: contactAddress(projectId),
    back: projectAddress(projectId),
    button: words.preview,
    review: { ...about, button },
    fields: [
      { name: 'name', kind: 'line', label: frame.words.contact, spellcheck: false },
      { name: 'email', kind: 'email', label: labels.email, optional: !hasEmail },
      { name: 'phone', kind: 'tel', label: frame.words.phone, optional: hasEmail },
    ],
  };
}

export function trackingLinkSheet({ frame, view: { projectId, number, company } }: ContactProps): Sheet {
  const { title, text, button } = handlingTexts(frame.language).steps['tracking-link'];
  const about = { title, text, button, caption: `${number} · ${company}` };
  return {
    frame,
    ...about,
    address: trackingLinkAddress(projectId),
    back: projectAddress(projectId),
    fields: [seenNumber('linkVersion')],
    review: { ...about, mendable: false },
  };
}
