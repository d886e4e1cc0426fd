import type { DuplicatesTexts } from './shape.ts';

export const uz: DuplicatesTexts = {
  heading: 'Takroriy boʻlishi mumkin boʻlgan xatlar',
  text: 'Shu zonaga kelgan, oʻsha kompaniyadan boʻlishi mumkin boʻlgan boshqa xatlar.',
  project: 'Loyiha',
  alike: 'Nima bir xil',
  number: 'kompaniya raqami',
  name: 'kompaniya nomi',
  contact: 'Elektron pochta',
  same: 'bir xil',
  other: 'boshqa',
  which: 'Bu xat qaysi loyihani takrorlaydi?',
  none: 'Bu xatni birlashtirish mumkin boʻlgan boshqa loyiha topilmadi.',
  into: 'Bu xat takroriy. Ish {number} raqami bilan davom etadi.',
  from: 'Shu loyihaga birlashtirilgan:',
  history: 'tarixi',
};
