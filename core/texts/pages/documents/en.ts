import type { DocumentPageTexts } from './shape.ts';

export const en: DocumentPageTexts = {
  title: 'Documents',
  lead: {
    draft: 'The office can only take a letter signed by the director of the company. A photo taken with a phone is enough.',
    investor: 'Upload, replace and check the documents of your project here.',
    party: 'Add documents to your answer here and see the project documents you need.',
    office: 'All documents of the project, with every version.',
  },
  headings: { asked: 'What is needed', others: 'Other documents', another: 'Add another document' },
  none: 'No documents have been added yet.',
  scanning: {
    on: 'Each file is checked for viruses before it is accepted.',
    off: 'Files are not scanned for viruses here. Open only what you expect.',
  },
  form: {
    file: 'File',
    hint: 'PDF, JPEG or PNG; drawings can also be in an archive. Up to 100 MB, or up to 4 MB if JavaScript is turned off.',
    send: 'Upload',
    kind: 'Which document is it?',
    replace: 'Replace it',
    replaceText: 'The earlier version is kept.',
  },
  version: { line: 'Version {version}, {date}, {size}, {by}', earlier: 'Earlier versions', download: 'Download' },
  by: { investor: 'from the investor', party: 'from the responsible party', staff: 'from the zone office', system: 'automatically' },
  sizes: { megabytes: '{size} MB', kilobytes: '{size} KB' },
  belongsTo: 'Belongs to: {assignment}',
  done: { added: 'The document has been added.', held: 'We have recorded that the signed original is held at your office.' },
  original: {
    title: 'The signed original',
    text: 'If the signed paper letter is held at your office, record it here: the letter then counts as signed without a file. Your name will be kept in the log.',
    button: 'We hold the original',
  },
  goOn: 'Continue',
  way: {
    reading: 'Reading the file…',
    sending: 'Uploading: {percent} %',
    checking: 'Checking the file…',
    cancel: 'Cancel',
    cancelled: 'The upload was cancelled.',
    failed: 'The upload was interrupted. Check your connection and try again.',
    tooBig: 'The file is larger than 100 MB. Choose a smaller one.',
    missing: 'Choose a file first.',
  },
  link: 'Documents',
  beside: { text: 'If there are documents to go with your answer, add them first: they have their own page.', kept: 'Documents for your answer have a page of their own. What you have entered here is kept.', add: 'Add documents', back: 'Go on to the answer', scan: 'Add the scan of the letter' },
};
