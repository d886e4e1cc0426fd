import type { PhotoTexts } from '../areas/photos.ts';

export const en: PhotoTexts = {
  title: 'Photos of the works',
  add: 'Add a photo of the works',
  hint: 'JPEG or PNG, up to 10 MB, or up to 4 MB if JavaScript is turned off. Only the staff of the zone can see it.',
  file: 'Photo',
  send: 'Upload',
  added: 'The photo was added.',
  none: 'No photos yet.',
  photoOf: 'Photo of {date}',
  waiting: 'being checked for viruses',
};
